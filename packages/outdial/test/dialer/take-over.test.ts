/**
 * Two dialers of one process on one store: who runs a campaign, and what is kept of the calls of the other.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CampaignEvent, Fact } from '@outdial/core';
import {
  listLeads,
  readNumberTrail,
  openStore,
  verifyAuditChain,
  type LeaseNotice,
  type Store,
} from '@outdial/store';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { createDialer, type DialerOptions } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';
import type { PlatformFactory } from '../../src/platform/platform.js';
import { createSimulatedPlatform } from '../../src/platform/simulated-platform.js';

const MINUTE = 60_000;
const PHONES = ['+12125551000', '+12125551001', '+12125551002', '+12125551003'];

let store: Store;
let dialers: Dialer[];
let faults: string[];
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:' });
  [dialers, faults] = [[], []];
});
afterEach(async () => {
  for (const dialer of dialers) await dialer.close();
  await store.close();
});

const campaign: CampaignInput = {
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  live: true,
  lists: [{ id: 'first' }],
  log: { level: 'silent' },
  compliance: { purpose: 'informational' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  wrapUp: { timeoutSeconds: 600 },
  simulation: {
    answerShare: 1,
    machineShare: 0,
    busyShare: 0,
    invalidShare: 0,
    ringMeanSeconds: 3,
    talkMeanSeconds: 120,
  },
};

interface Opened {
  readonly dialer: Dialer;
  readonly events: CampaignEvent[];
}

async function open(id: string, options: Partial<DialerOptions> = {}): Promise<Opened> {
  const dialer = await createDialer({
    store,
    campaign: { ...campaign, id },
    onFault: ({ where, detail }) => void faults.push(`${where}: ${detail}`),
    ...options,
  });
  dialers.push(dialer);
  const events: CampaignEvent[] = [];
  dialer.onAny((event) => void events.push(event));
  return { dialer, events };
}

/** Agents take calls until each of them talks. */
async function talking({ dialer, events }: Opened, agents: readonly string[]): Promise<void> {
  await dialer.start();
  for (const agentId of agents) {
    await dialer.logIn({ agentId });
    await dialer.ready(agentId);
  }
  for (let look = 0; look < 60 && connected(events).length < agents.length; look += 1)
    await dialer.runFor(2_000);
  expect(connected(events)).toHaveLength(agents.length);
}

type Connected = Extract<CampaignEvent, { readonly type: 'call.connected' }>;

function connected(events: readonly CampaignEvent[]): readonly Connected[] {
  return events.flatMap((event) => (event.type === 'call.connected' ? [event] : []));
}

function statesOf(events: readonly CampaignEvent[]): readonly string[] {
  return events.flatMap((event) => (event.type === 'campaign.state' ? [event.state] : []));
}

describe('a campaign that another dialer runs', () => {
  test('is refused at the start with who and until when, and the first dialer goes on', async () => {
    const first = await open('c', { leads: PHONES.map((phone) => ({ phone, state: 'NY' })) });
    await talking(first, ['ana']);
    const second = await open('c');
    await expect(second.dialer.start()).rejects.toMatchObject({
      code: 'campaign-held',
      what: expect.stringMatching(
        new RegExp(
          `The campaign c is run already, by node 'simulation' .*process ${process.pid}\\) since 20`,
        ),
      ),
    });
    expect(statesOf(second.events)).toEqual([]);
    await second.dialer.close();

    await first.dialer.hangUp('ana');
    await first.dialer.runFor(5_000);
    await first.dialer.dispose('ana', 'not-interested');
    await first.dialer.runFor(MINUTE);
    expect(connected(first.events).length).toBeGreaterThan(1);
    expect(first.dialer.state).toBe('running');
  });

  test('is free once that dialer is closed', async () => {
    const first = await open('c');
    await first.dialer.start();
    await first.dialer.close();
    const second = await open('c');
    await second.dialer.start();
    await second.dialer.runFor(1_000);
    expect(second.dialer.state).toBe('running');
  });

  test('other campaigns on the same store handle keep their leases when one dialer is closed', async () => {
    const first = await open('c', { leads: PHONES.map((phone) => ({ phone, state: 'NY' })) });
    const other = await open('d');
    await talking(first, ['ana']);
    await other.dialer.start();
    await other.dialer.runFor(1_000);
    await other.dialer.close();
    const third = await open('c');
    await expect(third.dialer.start()).rejects.toMatchObject({ code: 'campaign-held' });
  });
});

describe('a dialer that loses its campaign', () => {
  test('halts, lets conversations end, and what was said in them is stored', async () => {
    const first = await open('c', { leads: PHONES.map((phone) => ({ phone, state: 'NY' })) });
    await talking(first, ['ana', 'ben']);
    const [ana, ben] = ['ana', 'ben'].map((agentId) =>
      connected(first.events).find((event) => event.agentId === agentId),
    );

    const notices: LeaseNotice[] = [];
    const second = await open('c', { takeOver: true, onLease: (notice) => void notices.push(notice) });
    await second.dialer.start();
    await second.dialer.runFor(MINUTE);
    expect(second.dialer.state).toBe('running');
    expect(notices).toMatchObject([{ kind: 'taken-over', campaignId: 'c', holder: { pid: process.pid } }]);

    // The overtaken dialer hears of it at the next end that it writes.
    await first.dialer.hangUp('ana');
    await first.dialer.runFor(2_000);
    await first.dialer.dispose('ana', 'do-not-call');
    await first.dialer.runFor(2_000);
    const calls = first.events.length;
    await first.dialer.ready('ana');
    await first.dialer.runFor(MINUTE);
    expect(first.dialer.state).toBe('halted');
    expect(
      first.events.find((event) => event.type === 'campaign.state' && event.state === 'halted'),
    ).toMatchObject({
      reason: expect.stringMatching(/^lease-lost: the campaign was taken over by node 'simulation'/),
    });
    expect(first.events.slice(calls).filter(({ type }) => type === 'call.dialed')).toEqual([]);
    expect(first.dialer.calls()).toMatchObject([{ attemptId: ben?.attemptId }]);

    await first.dialer.hangUp('ben');
    await first.dialer.runFor(2_000);
    await first.dialer.dispose('ben', 'do-not-call');
    expect((await first.dialer.run()).state).toBe('halted');

    const closed = first.events.flatMap((event) => (event.type === 'attempt.closed' ? [event] : []));
    for (const call of [ana, ben]) {
      expect(closed.find(({ attemptId }) => attemptId === call?.attemptId)).toMatchObject({
        result: { disposition: 'do-not-call' },
        earlier: { outcome: expect.any(String) },
      });
      expect((await readNumberTrail(store, call?.phone ?? '')).doNotCall).not.toEqual([]);
      expect(await listLeads(store, { leadId: call?.lead.leadId ?? '' })).toMatchObject([
        { state: 'closed' },
      ]);
    }
    expect(faults.join('\n')).toMatch(/had ended before as/);
    expect(await verifyAuditChain(store)).toMatchObject({ ok: true, breaks: [] });
  });

  test('whose telephony the other has taken, ends by itself: its agents are free, what they say is stored', async () => {
    const lines: { tell: (fact: Fact) => void } = { tell: () => undefined };
    const { simulation } = checkCampaign({ ...campaign, id: 'c' });
    const platform: PlatformFactory = (sink) => {
      lines.tell = sink;
      return createSimulatedPlatform({ simulation, lines: 10, callsPerSecond: 10 }, sink);
    };
    const first = await open('c', { leads: PHONES.map((phone) => ({ phone, state: 'NY' })), platform });
    await talking(first, ['ana', 'ben']);
    await first.dialer.logIn({ agentId: 'eve' });
    const second = await open('c', { takeOver: true });
    await second.dialer.start();
    await second.dialer.runFor(5_000);

    const at = first.dialer.now();
    lines.tell({ type: 'telephony.down', at, reason: 'another process has taken it', forGood: true });
    expect(first.dialer.state).toBe('halted');
    expect(first.dialer.agents().map(({ agentId }) => agentId)).toEqual(['ana', 'ben']);
    for (const { attemptId } of first.dialer.calls())
      lines.tell({ type: 'call.ended', at, campaignId: 'c', attemptId, cause: { q850: 0, by: 'lost' } });
    await first.dialer.dispose('ana', 'do-not-call');
    expect(await first.dialer.run()).toMatchObject({
      state: 'halted',
      reason: 'telephony-lost: another process has taken it',
    });
    const phone = connected(first.events).find(({ agentId }) => agentId === 'ana')?.phone ?? '';
    expect((await readNumberTrail(store, phone)).doNotCall).not.toEqual([]);
    expect(first.dialer.agents()).toEqual([]);
    for (const agentId of ['ana', 'ben', 'eve'])
      expect(await second.dialer.logIn({ agentId })).toEqual({ accepted: true });
    expect(await verifyAuditChain(store)).toMatchObject({ ok: true, breaks: [] });
  });
});
