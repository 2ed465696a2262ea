import { beforeEach, describe, expect, test } from '@jest/globals';
import type { DialCommand, Fact } from '@outdial/core';
import {
  createRandom,
  createSimulatedCarrier,
  createVirtualClock,
  DEFAULT_CARRIER,
  type CallPlan,
  type SimulatedCarrier,
  type VirtualClock,
} from '../src/index.js';

/** A person who answers after 1 s of set-up and 5 s of ringing and has all the time in the world. */
const HUMAN: CallPlan = {
  fate: 'human',
  setup: 1_000,
  ring: 5_000,
  giveUp: 12_000,
  verdict: 'human',
  detectionDelay: 2_000,
  conversationPatience: 600_000,
  musicPatience: 60_000,
  silencePatience: 60_000,
  recordingPatience: 600_000,
  key: null,
  keyDelay: 1_000,
  greeting: 4_000,
  machineRecords: 30_000,
  utterance: 3_000,
  bridgeDelay: 100,
  bridgeFails: false,
};

let clock: VirtualClock;
let carrier: SimulatedCarrier;
let facts: Fact[];
let plan: Partial<CallPlan>;
let serial = 0;

beforeEach(() => {
  clock = createVirtualClock({ startAt: 0 });
  facts = [];
  plan = {};
  carrier = createSimulatedCarrier({
    clock,
    random: createRandom(1),
    model: {
      ...DEFAULT_CARRIER,
      agentNoAnswerShare: 0,
      reportDelay: 0,
      mediaLength: { kind: 'constant', value: 4_000 },
    },
    script: () => ({ ...HUMAN, ...plan }),
    trunk: { lines: 2, callsPerSecond: 10 },
  });
  carrier.attach({ sink: (fact) => void facts.push(fact) });
  carrier.setUp();
});

function dial(changes: Partial<DialCommand> = {}): string {
  serial += 1;
  const attemptId = `spring-1-${String(serial)}`;
  carrier.telephony.dial({
    campaignId: 'spring',
    attemptId,
    phone: '+12025550101',
    callerNumber: '+12025550199',
    ringTimeoutMs: 20_000,
    setupTimeoutMs: 8_000,
    detectMachine: false,
    at: clock.now(),
    expiresAt: clock.now() + 2_000,
    ...changes,
  });
  return attemptId;
}

/** Type and instant of every fact about one call. */
function story(attemptId: string): [string, number][] {
  return facts
    .filter((fact) => 'attemptId' in fact && fact.attemptId === attemptId)
    .map((fact) => [fact.type, fact.at]);
}

function causeOf(attemptId: string): unknown {
  return facts.flatMap((fact) =>
    fact.type === 'call.ended' && fact.attemptId === attemptId ? [fact.cause] : [],
  )[0];
}

describe('a call', () => {
  test('dials, rings, is answered and ends when we hang up', () => {
    const attemptId = dial();
    clock.run({ until: 10_000 });
    carrier.telephony.hangUp({ attemptId, at: clock.now() });
    clock.run({ until: 20_000 });
    expect(story(attemptId)).toEqual([
      ['call.dialing', 0],
      ['call.ringing', 1_000],
      ['call.answered', 6_000],
      ['call.ended', 10_020],
    ]);
    expect(causeOf(attemptId)).toMatchObject({ by: 'us' });
    expect(carrier.liveCalls()).toBe(0);
  });

  test.each([
    { fate: 'busy', cause: { q850: 17, sip: 486, by: 'far' }, at: 1_000 },
    { fate: 'invalid', cause: { q850: 1, sip: 404, by: 'far' }, at: 1_000 },
    { fate: 'congestion', cause: { q850: 34, sip: 503, by: 'far' }, at: 1_000 },
    { fate: 'blocked', cause: { sip: 608, by: 'far' }, at: 1_000 },
    { fate: 'no-answer', cause: { q850: 19, sip: 480, by: 'far' }, at: 13_000 },
    { fate: 'rejected', cause: { q850: 21, sip: 603, by: 'far' }, at: 13_000 },
    { fate: 'never-rings', cause: { by: 'setup-timeout' }, at: 8_000 },
  ] as const)('$fate ends with its cause in its time', ({ fate, cause, at }) => {
    plan = { fate };
    const attemptId = dial();
    clock.run({ until: 60_000 });
    expect(story(attemptId).at(-1)).toEqual(['call.ended', at]);
    expect(causeOf(attemptId)).toMatchObject(cause);
  });

  test('is given up when it has rung for the ring time-out, counted from the first ringing', () => {
    plan = { ring: 40_000 };
    const attemptId = dial();
    clock.run({ until: 60_000 });
    expect(story(attemptId).at(-1)).toEqual(['call.ended', 21_000]);
    expect(causeOf(attemptId)).toMatchObject({ by: 'ring-timeout' });
  });

  test('tells the verdict of machine detection when it was asked for', () => {
    plan = { fate: 'machine', verdict: 'machine' };
    const attemptId = dial({ detectMachine: true });
    clock.run({ until: 9_000 });
    expect(facts.find((fact) => fact.type === 'call.detected')).toMatchObject({
      attemptId,
      verdict: 'machine',
      at: 8_000,
    });
  });

  test('waits for a line, and expires when none comes free in time', () => {
    const ids = [dial(), dial(), dial()];
    clock.run({ until: 5_000 });
    expect(ids.map((attemptId) => story(attemptId)[0])).toEqual([
      ['call.dialing', 0],
      ['call.dialing', 100],
      ['call.ended', 2_000],
    ]);
    expect(causeOf(ids[2] ?? '')).toMatchObject({ by: 'expired' });
    expect(carrier.log.calls).toHaveLength(2);
  });

  test('is not placed without a caller number, nor while the socket is down', () => {
    const anonymous = dial({ callerNumber: '' });
    clock.run({ until: 100 });
    carrier.setDown('test');
    const late = dial();
    clock.run({ until: 1_000 });
    for (const attemptId of [anonymous, late]) expect(causeOf(attemptId)).toMatchObject({ by: 'refused' });
    expect(carrier.log.calls).toHaveLength(0);
  });

  test('an unknown call is hung up with an ending by "lost"', () => {
    carrier.telephony.hangUp({ attemptId: 'spring-9-9', at: 0 });
    clock.run({ until: 100 });
    expect(facts).toContainEqual({
      type: 'call.ended',
      at: 0,
      campaignId: 'spring',
      attemptId: 'spring-9-9',
      cause: { q850: 0, by: 'lost' },
    });
  });
});

describe('what the called party hears', () => {
  const heard = (): unknown =>
    carrier.log.calls[0]?.heard
      .filter((hearing) => hearing.from !== hearing.to)
      .map(({ what, from, to }) => [what, from, to]);

  test('another agent of the room once the first is gone; nobody whose leg went down on its way', () => {
    for (const agentId of ['ada', 'ben', 'cleo'])
      carrier.telephony.ringAgent({ agentId, station: agentId, at: 0 });
    const attemptId = dial();
    clock.run({ until: 10_000 });
    const arrange = (revision: number, ...agents: readonly string[]): void =>
      carrier.telephony.arrange({
        attemptId,
        revision,
        parties: [
          { party: { kind: 'call', attemptId }, place: 'main' },
          ...agents.map((agentId) => ({ party: { kind: 'agent', agentId }, place: 'main' }) as const),
        ],
        at: clock.now(),
      });
    arrange(1, 'ada', 'ben');
    clock.run({ until: 20_000 });
    carrier.vanishAgent('ada');
    clock.run({ until: 25_000 });
    arrange(2, 'cleo');
    carrier.vanishAgent('cleo');
    clock.run({ until: 30_000 });
    expect(carrier.log.calls[0]?.heard.map(({ agentId }) => agentId)).toEqual([undefined, 'ada', 'ben']);
    expect(facts.findLast(({ type }) => type === 'conversation.refused')).toMatchObject({
      revision: 2,
      refusal: { code: 'no-leg' },
      party: { kind: 'agent', agentId: 'cleo' },
    });
    expect(carrier.isTalking('cleo')).toBe(false);
  });

  test('a third party hears music at once when the leg of the agent beside them breaks', () => {
    carrier.telephony.ringAgent({ agentId: 'ada', station: 'ada', at: 0 });
    const [attemptId, third] = [dial(), dial()];
    clock.run({ until: 10_000 });
    const parties = [
      { party: { kind: 'call', attemptId }, place: 'music' },
      { party: { kind: 'agent', agentId: 'ada' }, place: 'side' },
      { party: { kind: 'call', attemptId: third }, place: 'side' },
    ] as const;
    carrier.telephony.arrange({ attemptId, revision: 1, parties, at: clock.now() });
    clock.run({ until: 20_000 });
    carrier.hangUpStation('ada');
    clock.run({ until: 21_000 });
    expect(carrier.log.calls[1]?.heard.slice(-2)).toMatchObject([
      { what: 'agent', agentId: 'ada', to: 20_000 },
      { what: 'music', from: 20_000, to: null },
    ]);
  });

  test('the agent of an order to connect that came after one to wait in music', () => {
    carrier.telephony.ringAgent({ agentId: 'ada', station: 'ada', at: 0 });
    const attemptId = dial();
    clock.run({ until: 10_000 });
    const at = clock.now();
    const alone = { party: { kind: 'call', attemptId }, place: 'music' } as const;
    carrier.telephony.arrange({ attemptId, revision: 1, parties: [alone], at });
    carrier.telephony.connect({ attemptId, agentId: 'ada', at });
    clock.run({ until: 12_000 });
    expect(carrier.isTalking('ada')).toBe(true);
    carrier.telephony.hangUp({ attemptId, at: clock.now() });
    clock.run({ until: 13_000 });
    expect(carrier.log.legUses).toMatchObject([{ agentId: 'ada', to: expect.any(Number) }]);
  });

  test('silence, then the agent, until the agent goes', () => {
    carrier.telephony.ringAgent({ agentId: 'ada', station: 'ada', at: 0 });
    const attemptId = dial();
    clock.run({ until: 6_500 });
    carrier.telephony.connect({ attemptId, agentId: 'ada', at: clock.now() });
    clock.run({ until: 20_000 });
    expect(carrier.isTalking('ada')).toBe(true);
    carrier.vanishAgent('ada');
    clock.run({ until: 30_000 });
    carrier.telephony.hangUp({ attemptId, at: clock.now() });
    clock.run({ until: 40_000 });
    expect(heard()).toEqual([
      ['silence', 6_000, 6_600],
      ['agent', 6_600, 20_000],
      ['music', 20_000, 30_020],
    ]);
  });

  test('a message, and its keys are reported', () => {
    plan = { key: '9', keyDelay: 1_500 };
    const attemptId = dial();
    clock.run({ until: 6_000 });
    carrier.telephony.play({
      attemptId,
      playId: 'p1',
      media: ['sound:hello', 'silence:500'],
      at: clock.now(),
    });
    clock.run({ until: 12_000 });
    expect(facts.find((fact) => fact.type === 'call.digit')).toMatchObject({ digit: '9', at: 7_500 });
    expect(facts.find((fact) => fact.type === 'call.played')).toMatchObject({
      playId: 'p1',
      completed: true,
      at: 10_500,
    });
  });

  test('a machine beeps at the end of its greeting', () => {
    plan = { fate: 'machine' };
    const attemptId = dial();
    clock.run({ until: 7_000 });
    carrier.telephony.waitForBeep({ attemptId, timeoutMs: 60_000, at: clock.now() });
    clock.run({ until: 15_000 });
    expect(facts.find((fact) => fact.type === 'call.beep')).toMatchObject({ at: 10_000 });
  });

  test("our dialplan's own message, when nobody is in control at the answer", () => {
    const attemptId = dial();
    clock.run({ until: 3_000 });
    carrier.detach();
    clock.run({ until: 20_000 });
    expect(heard()).toEqual([['fallback', 6_000, 14_000]]);
    facts.length = 0;
    carrier.attach({ sink: (fact) => void facts.push(fact) });
    carrier.setUp();
    carrier.telephony.reconcile({
      campaignId: 'spring',
      attemptIds: [attemptId, 'spring-1-999'],
      at: clock.now(),
    });
    clock.run({ until: 21_000 });
    expect(
      facts.filter((fact) => fact.type === 'call.reconciled').map((fact) => [fact.attemptId, fact.fate]),
    ).toEqual([
      [attemptId, 'abandoned'],
      ['spring-1-999', 'gone'],
    ]);
  });
});

describe('after a restart', () => {
  test("connected pairs live on, ringing calls report again, calls in nobody's journal are ended", () => {
    carrier.telephony.ringAgent({ agentId: 'ada', station: 'ada', at: 0 });
    const talking = dial();
    clock.run({ until: 6_000 });
    carrier.telephony.connect({ attemptId: talking, agentId: 'ada', at: clock.now() });
    plan = { ring: 15_000 };
    const orphan = dial();
    clock.run({ until: 8_000 });
    carrier.detach();
    facts.length = 0;
    carrier.attach({ sink: (fact) => void facts.push(fact) });
    carrier.setUp();
    carrier.telephony.reconcile({ campaignId: 'spring', attemptIds: [talking], at: clock.now() });
    clock.run({ until: 9_000 });
    expect(facts).toContainEqual({
      type: 'call.reconciled',
      at: 8_000,
      campaignId: 'spring',
      attemptId: talking,
      fate: 'connected',
      agentIds: ['ada'],
    });
    expect(carrier.log.calls.find((call) => call.attemptId === orphan)?.endedAt).toBe(8_000);
    carrier.telephony.hangUp({ attemptId: talking, at: clock.now() });
    clock.run({ until: 10_000 });
    expect(story(talking).at(-1)).toEqual(['call.ended', 9_020]);
  });
});

describe('latent truth', () => {
  test('what becomes of the nth call to a number does not depend on what else is dialed', () => {
    const outcomes = (others: number): unknown[] => {
      const own = createVirtualClock({ startAt: Date.UTC(2026, 5, 2, 12) });
      const telco = createSimulatedCarrier({ clock: own, random: createRandom(7) });
      telco.attach({ sink: () => undefined });
      telco.setUp();
      const phones = [
        '+12025550150',
        ...Array.from({ length: others }, (_, index) => `+120255501${String(index).padStart(2, '0')}`),
      ].reverse();
      for (const phone of phones) {
        telco.telephony.dial({
          campaignId: 'c',
          attemptId: phone,
          phone,
          callerNumber: '+12025550199',
          ringTimeoutMs: 30_000,
          setupTimeoutMs: 8_000,
          detectMachine: false,
          at: own.now(),
          expiresAt: own.now() + 2_000,
        });
      }
      own.run({ until: own.now() + 60_000 });
      return telco.log.calls
        .filter((call) => call.phone === '+12025550150')
        .map((call) => [
          call.fate,
          (call.ringingAt ?? 0) - call.invitedAt,
          (call.answeredAt ?? 0) - call.invitedAt,
        ]);
    };
    expect(outcomes(30)).toEqual(outcomes(0));
  });
});
