import type { DialCommand, Fact } from '@outdial/core';
import { readCalls, type FarEndCall, type LabFacts } from '../../../../lab/index.mjs';
import {
  createAsteriskTelephony,
  type AsteriskOptions,
  type AsteriskTelephony,
  type Notice,
} from '../../src/index.js';
import { factsOf, type FactOfType } from '../facts-of.js';

/** A telephony on the lab's Asterisk, with the facts it delivered. */
export interface LiveRig {
  readonly telephony: AsteriskTelephony;
  readonly facts: Fact[];
  readonly notices: Notice[];
  /** Called from within the delivery of each fact. */
  readonly reactions: ((fact: Fact) => void)[];
  until<Type extends Fact['type']>(
    type: Type,
    matches?: (fact: FactOfType<Type>) => boolean,
    withinMs?: number,
  ): Promise<FactOfType<Type>>;
  /** Calls a number whose last two digits pick the carrier's behaviour; gives the attempt's id. */
  dial(digits: string, command?: Partial<DialCommand>): string;
  /** The same, and waits for the answer. */
  dialAnswered(digits: string, command?: Partial<DialCommand>): Promise<string>;
  hangUp(attemptId: string): Promise<void>;
  legUp(agentId: string): Promise<void>;
  story(attemptId: string): readonly string[];
  /** What the carrier saw of an attempt's call. */
  farEnd(attemptId: string): Promise<FarEndCall | undefined>;
}

let serial = 0;
const series = String(Date.now() % 1e6).padStart(6, '0');
/** The number an attempt calls: numbers never repeat, so that the carrier's log tells the attempts apart. */
const phones = new Map<string, string>();
const rigs: LiveRig[] = [];

/** Disconnects every rig made so far. */
export async function stopLiveRigs(): Promise<void> {
  await Promise.all(rigs.splice(0).map((rig) => rig.telephony.stop()));
}

export const CALLER = '+15550100199';

/** Waits until `probe` gives a value. */
export async function eventually<T>(
  probe: () => T | undefined | Promise<T | undefined>,
  what: () => string,
  withinMs = 15_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > until) throw new Error(`after ${withinMs} ms: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function createLiveRig(lab: LabFacts, options: Partial<AsteriskOptions> = {}): LiveRig {
  const facts: Fact[] = [];
  const notices: Notice[] = [];
  const reactions: LiveRig['reactions'] = [];
  const telephony = createAsteriskTelephony(
    {
      node: 'live',
      server: { url: lab.ari.url, username: lab.ari.user, password: lab.ari.password },
      trunks: [
        { name: 'main', endpoint: `PJSIP/{number}@${lab.carrier.trunk}`, channels: 100, callsPerSecond: 50 },
      ],
      agents: { audioWithinMs: 2_000 },
      report: (notice) => {
        notices.push(notice);
      },
      ...options,
    },
    (fact) => {
      facts.push(fact);
      for (const react of reactions) react(fact);
    },
  );
  const rig: LiveRig = {
    telephony,
    facts,
    notices,
    reactions,
    until: (type, matches, withinMs = 15_000) =>
      eventually(
        () => factsOf(facts, type, matches)[0],
        () => `no ${type}; facts: ${JSON.stringify(facts.slice(-30))}; notices: ${JSON.stringify(notices)}`,
        withinMs,
      ),
    dial(digits, command = {}) {
      const attemptId = `live${series}-1-${++serial}`;
      const at = Math.floor(performance.timeOrigin + performance.now());
      const phone = `+1555${series}${String(serial).padStart(3, '0')}${digits}`.slice(0, 16);
      phones.set(attemptId, phone);
      telephony.dial({
        campaignId: `live${series}`,
        attemptId,
        phone,
        callerNumber: CALLER,
        ringTimeoutMs: 5_000,
        setupTimeoutMs: 4_000,
        detectMachine: false,
        at,
        expiresAt: at + 10_000,
        ...command,
      });
      return attemptId;
    },
    async dialAnswered(digits, command) {
      const attemptId = rig.dial(digits, command);
      await rig.until('call.answered', (fact) => fact.attemptId === attemptId);
      return attemptId;
    },
    async hangUp(attemptId) {
      telephony.hangUp({ attemptId, at: 0 });
      await rig.until('call.ended', (fact) => fact.attemptId === attemptId);
    },
    async legUp(agentId) {
      telephony.ringAgent({ agentId, station: `PJSIP/${agentId}`, at: 0 });
      await rig.until('agent.leg-up', (fact) => fact.agentId === agentId);
    },
    story: (attemptId) =>
      facts.flatMap((fact) =>
        'attemptId' in fact && fact.attemptId === attemptId ? [fact.type.replace('call.', '')] : [],
      ),
    farEnd: async (attemptId) =>
      (await readCalls(lab.carrier.log)).find((call) => call.called === phones.get(attemptId)),
  };
  rigs.push(rig);
  return rig;
}
