/** What the tests of the contract do again and again: calls placed, legs brought up, facts waited for. */
import { expect } from '@jest/globals';
import type { DialCommand, Fact, RingCommand } from '@outdial/core';
import { factsOf, type FactOfType } from '../facts-of.js';
import { brokenLaws } from './story-laws.js';
import { STATIONS, type Behaviour, type TelephonyBench } from './telephony-bench.js';

const series = (Date.now() % 1e7).toString();
/** Campaign of every call, unless a test names another. */
export const CAMPAIGN = `contract${series}`;
let serial = 0;
/** An attempt that no telephony knows. */
export const newAttempt = (campaignId = CAMPAIGN): string => `${campaignId}-1-${++serial}`;

/** A wait for a fact. */
export type Until = <Type extends Fact['type']>(
  type: Type,
  matches?: (fact: FactOfType<Type>) => boolean,
) => Promise<FactOfType<Type>>;

/** Everything that tests do on a bench. */
export interface Stage {
  has<Type extends Fact['type']>(
    type: Type,
    matches?: (fact: FactOfType<Type>) => boolean,
  ): FactOfType<Type>[];
  readonly until: Until;
  story(attemptId: string): readonly string[];
  dial(behaviour: Behaviour, given?: Partial<DialCommand>): string;
  answered(given?: Partial<DialCommand>): Promise<string>;
  ended(attemptId: string): Promise<FactOfType<'call.ended'>>;
  hangUp(attemptId: string): Promise<void>;
  ring(agentId: string, how?: Pick<RingCommand, 'anew'>): void;
  legUp(agentId: string): Promise<void>;
  connect(attemptId: string, agentId: string): void;
  connected(attemptId: string, agentId: string): Promise<void>;
  /** Ends every call and leg, closes the bench, and checks what holds for every story. */
  clear(): Promise<void>;
}

/** A stage on whichever bench is open. */
export function createStage(bench: () => TelephonyBench): Stage {
  const agents = new Set<string>();
  const attempts = new Set<string>();
  const has = <Type extends Fact['type']>(
    type: Type,
    matches?: (fact: FactOfType<Type>) => boolean,
  ): FactOfType<Type>[] => factsOf(bench().facts, type, matches);
  const until = async <Type extends Fact['type']>(
    type: Type,
    matches?: (fact: FactOfType<Type>) => boolean,
  ): Promise<FactOfType<Type>> => {
    await bench().until(() => has(type, matches).length > 0, `no ${type}`);
    const [fact] = has(type, matches);
    if (!fact) throw new Error(`no ${type}`);
    return fact;
  };
  const story = (attemptId: string): readonly string[] =>
    bench().facts.flatMap((fact) =>
      'attemptId' in fact && fact.attemptId === attemptId ? [fact.type.replace('call.', '')] : [],
    );
  const dial = (behaviour: Behaviour, given: Partial<DialCommand> = {}): string => {
    const attemptId = given.attemptId ?? newAttempt(given.campaignId);
    attempts.add(attemptId);
    bench().telephony.dial({
      campaignId: CAMPAIGN,
      attemptId,
      phone: bench().phone(behaviour),
      callerNumber: '+15550100199',
      ringTimeoutMs: 5_000,
      setupTimeoutMs: 4_000,
      detectMachine: false,
      at: bench().now(),
      expiresAt: bench().now() + 10_000,
      ...given,
    });
    return attemptId;
  };
  const answered = async (given: Partial<DialCommand> = {}): Promise<string> => {
    const attemptId = dial('answers', given);
    await until('call.answered', (fact) => fact.attemptId === attemptId);
    return attemptId;
  };
  const ended = (attemptId: string): Promise<FactOfType<'call.ended'>> =>
    until('call.ended', (fact) => fact.attemptId === attemptId);
  const hangUp = async (attemptId: string): Promise<void> => {
    bench().telephony.hangUp({ attemptId, at: bench().now() });
    await ended(attemptId);
  };
  const ring = (agentId: string, how: Pick<RingCommand, 'anew'> = {}): void => {
    agents.add(agentId);
    bench().telephony.ringAgent({ agentId, station: STATIONS[agentId] ?? '', at: bench().now(), ...how });
  };
  const legUp = async (agentId: string): Promise<void> => {
    ring(agentId);
    await until('agent.leg-up', (fact) => fact.agentId === agentId);
  };
  const connect = (attemptId: string, agentId: string): void =>
    bench().telephony.connect({ attemptId, agentId, at: bench().now() });
  const connected = async (attemptId: string, agentId: string): Promise<void> => {
    connect(attemptId, agentId);
    await until('call.connected', (fact) => fact.attemptId === attemptId && fact.agentId === agentId);
  };

  /** Benches that are closed: a test that could not open its own has nothing to end. */
  const closed = new Set<TelephonyBench>();

  const end = async (): Promise<number> => {
    // A test that failed may have left the wire cut.
    bench().reconnect();
    for (const attemptId of attempts) bench().telephony.hangUp({ attemptId, at: bench().now() });
    for (const agentId of agents) bench().telephony.hangUpAgent({ agentId, at: bench().now() });
    let left = Infinity;
    for (let round = 0; round < 60 && left > 0; round += 1) {
      await bench().pass(100);
      left = await bench().leftovers();
    }
    return left;
  };

  const clear = async (): Promise<void> => {
    if (closed.has(bench())) return;
    closed.add(bench());
    let left: number;
    let facts: readonly Fact[];
    try {
      left = await end();
      facts = [...bench().facts];
    } finally {
      attempts.clear();
      agents.clear();
      // What this test leaves behind must not fail the next one.
      await bench().sweep?.();
      await bench().close();
    }
    expect(left).toBe(0);
    // The hang-ups of calls that are over were answered as 'lost': they are not part of their stories.
    const over = new Set<string>();
    const counted = facts.filter((fact) => {
      if (fact.type !== 'call.ended') return true;
      const again = over.has(fact.attemptId) && fact.cause.by === 'lost';
      over.add(fact.attemptId);
      return !again;
    });
    expect(brokenLaws(counted)).toEqual([]);
  };
  return { has, until, story, dial, answered, ended, hangUp, ring, legUp, connect, connected, clear };
}
