/** Several dialers of one campaign on one store, each as a process of its own, in step on virtual time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defined, type CampaignEvent } from '@outdial/core';
import type { CarrierLog } from '@outdial/simulator';
import { openStore, type Store } from '@outdial/store';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';
import type { LeadRecord } from '../../src/leads/add-rows.js';
import type { PlatformFactory } from '../../src/platform/platform.js';
import { createSimulatedPlatform } from '../../src/platform/simulated-platform.js';

/** One dialer, and what it did. */
export interface Member {
  readonly dialer: Dialer;
  readonly events: readonly CampaignEvent[];
  readonly carrier: () => CarrierLog;
}

export const message: CampaignInput = {
  id: 'c',
  name: 'C',
  mode: 'agentless',
  callerNumber: '+12025550100',
  countries: ['US'],
  live: true,
  lists: [{ id: 'first' }],
  log: { level: 'silent' },
  compliance: { purpose: 'informational' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  flows: {
    agentless: {
      id: 'message',
      start: 'message',
      optOutKey: { digit: '9', to: 'opt-out' },
      nodes: {
        message: {
          kind: 'play',
          prompt: {
            media: ['sound:message'],
            voice: 'prerecorded',
            says: ['identification', 'opt-out-number', 'opt-out-key'],
          },
          next: 'end',
        },
        'opt-out': { kind: 'opt-out', scope: 'person', next: 'end' },
        end: { kind: 'hang-up' },
      },
    },
  },
  dialing: { nodes: 3, lines: 12, callsPerSecond: 6 },
  simulation: { answerShare: 0.5, machineShare: 0, busyShare: 0.1, invalidShare: 0, ringMeanSeconds: 8 },
};

function leadOf(phone: string): LeadRecord {
  return { phone, state: 'NY', consent: 'express', 'consent date': '2026-05-01' };
}

/** Instants of virtual time go on by this much, ms, for all dialers in turn. */
const STEP_MS = 2_000;

export class SharesRig {
  readonly members: Member[] = [];
  readonly faults: string[] = [];
  readonly store: Store;
  readonly #folder: string;
  readonly #url: string;
  readonly #gone = new Set<number>();
  readonly #pids = new Map<Member, number>();
  readonly #ends: (() => Promise<unknown>)[] = [];
  #pid = 0;
  /** Virtual ms since the start. */
  #passed = 0;

  static async open(url?: string): Promise<SharesRig> {
    const folder = mkdtempSync(join(tmpdir(), 'outdial-shares-'));
    const address = url ?? `sqlite:${join(folder, 'store.db')}`;
    return new SharesRig(folder, address, await openStore({ url: address }));
  }

  private constructor(folder: string, url: string, store: Store) {
    this.#folder = folder;
    this.#url = url;
    this.store = store;
  }

  /** A dialer that is not started. */
  async add(changes: Partial<CampaignInput> = {}, phones: readonly string[] = []): Promise<Member> {
    const pid = (this.#pid += 1);
    const process = {
      ...{ host: 'testing', machine: 'testing', pid, pidStarted: null },
      isGone: (other: number) => this.#gone.has(other),
    };
    const store = await openStore({ url: this.#url, process });
    const startsAt = new Date(Date.UTC(2026, 10, 30, 16) + this.#passed).toISOString();
    const campaign = { ...message, ...changes, simulation: { ...message.simulation, startsAt, seed: pid } };
    let carrier: CarrierLog | undefined;
    const platform: PlatformFactory = (sink) => {
      const made = createSimulatedPlatform(
        { simulation: checkCampaign(campaign).simulation, lines: 1_000, callsPerSecond: 1_000 },
        sink,
      );
      carrier = made.carrierLog;
      return made;
    };
    const dialer = await createDialer({
      ...{ store, campaign, platform },
      onFault: ({ where, detail }) => void this.faults.push(`${where}: ${detail}`),
      ...defined({ leads: phones.length === 0 ? undefined : phones.map(leadOf) }),
    });
    const events: CampaignEvent[] = [];
    dialer.onAny((event) => void events.push(event));
    const member: Member = {
      dialer,
      events,
      carrier: () => {
        if (!carrier) throw new Error('the platform is made with the dialer');
        return carrier;
      },
    };
    this.members.push(member);
    this.#pids.set(member, pid);
    this.#ends.push(async () => {
      await dialer.close();
      await store.close();
    });
    return member;
  }

  /** A dialer that has started. */
  async start(changes: Partial<CampaignInput> = {}, phones: readonly string[] = []): Promise<Member> {
    const member = await this.add(changes, phones);
    await member.dialer.start();
    return member;
  }

  /** The process of a dialer is gone: it does nothing more, and its lease stays. */
  crash(member: Member): void {
    this.#gone.add(this.#pids.get(member) ?? 0);
    this.members.splice(this.members.indexOf(member), 1);
  }

  /** Lets virtual time pass for all dialers in step, and real time for their looks. */
  async pass(seconds: number): Promise<void> {
    for (let step = 0; step < (seconds * 1_000) / STEP_MS; step += 1) {
      for (const { dialer } of this.members)
        if (dialer.hasStarted && dialer.state !== 'stopped') await dialer.runFor(STEP_MS);
      this.#passed += STEP_MS;
    }
  }

  /** Until the looks of all dialers have shown something, in real time. */
  async until(isSo: () => boolean, withinMs = 5_000): Promise<void> {
    const end = performance.now() + withinMs;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`not so within ${withinMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async close(): Promise<void> {
    for (const end of this.#ends) await end();
    await this.store.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
