import { describe, expect, test } from '@jest/globals';
import { createPacer } from '../../src/pacing/index.js';
import type { Pacer, PacerOptions } from '../../src/pacing/index.js';

/**
 * Teaches a pacer: answers a quarter of the time after 10 s, conversations of about two minutes. Returns the
 * instant after it.
 */
function teach(pacer: Pacer, calls: number): number {
  let at = 0;
  for (let i = 0; i < calls; i += 1) {
    const answered = i % 4 === 0;
    pacer.observe({ type: 'agent', agentId: 't', state: 'ready', at });
    pacer.observe({ type: 'dialed', callId: `t${i}`, at });
    pacer.decide(at + 5_000);
    at += 8_000 + (i % 5) * 1_000;
    if (!answered) pacer.observe({ type: 'ended', callId: `t${i}`, outcome: 'no-answer', at });
    else {
      pacer.observe({ type: 'answered', callId: `t${i}`, at });
      pacer.observe({ type: 'connected', callId: `t${i}`, agentId: 't', at });
      at += 60_000 + (i % 7) * 20_000;
      pacer.observe({ type: 'agent', agentId: 't', state: 'wrap-up', at });
      at += 1_000;
    }
    pacer.decide(at);
  }
  pacer.observe({ type: 'agent', agentId: 't', state: 'offline', at });
  pacer.decide(at);
  return at;
}

function learned(options: Partial<PacerOptions> = {}): { pacer: Pacer; at: number } {
  const pacer = createPacer({
    mode: 'predictive',
    abandonment: { target: 0.03 },
    connectGrace: 0,
    ...options,
  });
  return { pacer, at: teach(pacer, 160) };
}

const ready = (pacer: Pacer, agents: number, at: number): void => {
  for (let i = 0; i < agents; i += 1) pacer.observe({ type: 'agent', agentId: `a${i}`, state: 'ready', at });
};

describe('predictive', () => {
  test('dials one for one until it knows the answer rate, then ahead of the agents', () => {
    const cold = createPacer({ mode: 'predictive' });
    ready(cold, 20, 0);
    expect(cold.decide(0).calls).toBe(20);
    const { pacer, at } = learned();
    ready(pacer, 20, at);
    const { calls, why } = pacer.decide(at);
    expect(why.answerRate).toBeGreaterThan(0.2);
    expect(why.answerRate).toBeLessThan(0.3);
    expect(calls).toBeGreaterThan(35);
    expect(calls).toBeLessThan(75);
    expect(why).toMatchObject({
      limit: 'abandonment-risk',
      freeAgents: 20,
      staffedAgents: 20,
      callsInFlight: 0,
    });
    expect(why.risk).toBeGreaterThan(why.riskLevel);
  });

  test('a call that has rung long is discounted, and counted in full when it is answered late', () => {
    const { pacer, at } = learned();
    ready(pacer, 4, at);
    for (let i = 0; i < 8; i += 1) pacer.observe({ type: 'dialed', callId: `c${i}`, at });
    const early = pacer.decide(at + 1_000);
    pacer.decide(at + 50_000);
    const late = pacer.decide(at + 100_000);
    expect(late.why.expectedAnswers).toBeLessThan(early.why.expectedAnswers / 2);
    expect(late.calls).toBeGreaterThan(early.calls);
    pacer.observe({ type: 'answered', callId: 'c0', at: at + 101_000 });
    pacer.observe({ type: 'answered', callId: 'c1', at: at + 101_000 });
    const answered = pacer.decide(at + 101_000);
    expect(answered.why.expectedAnswers).toBeGreaterThanOrEqual(2);
    expect(answered.calls).toBeLessThan(late.calls);
  });

  test('conversations about to end let it dial, conversations just begun do not', () => {
    const talking = (since: number): number => {
      const { pacer, at } = learned({ connectGrace: 2_000 });
      for (let i = 0; i < 30; i += 1) {
        pacer.observe({ type: 'agent', agentId: `a${i}`, state: 'ready', at });
        pacer.observe({ type: 'connected', callId: `c${i}`, agentId: `a${i}`, at });
      }
      for (let passed = 50_000; passed < since; passed += 50_000) pacer.decide(at + passed);
      return pacer.decide(at + since).calls;
    };
    expect(talking(1_000)).toBe(0);
    expect(talking(172_000)).toBeGreaterThan(0);
  });

  test('never places fewer calls than progressive mode', () => {
    const { pacer, at } = learned({ abandonment: { target: 0.0001 } });
    ready(pacer, 3, at);
    expect(pacer.decide(at).calls).toBeGreaterThanOrEqual(3);
    pacer.observe({ type: 'dialed', callId: 'x', at });
    expect(pacer.decide(at).calls).toBeGreaterThanOrEqual(2);
  });

  test('with nobody to come free and nobody free it places nothing', () => {
    const { pacer, at } = learned();
    pacer.observe({ type: 'agent', agentId: 'a', state: 'reserved', at });
    expect(pacer.decide(at).calls).toBe(0);
    pacer.observe({ type: 'agent', agentId: 'a', state: 'pausing', at });
    expect(pacer.decide(at).calls).toBe(0);
  });

  test("the campaign's own probabilities count: likely answers, fewer calls", () => {
    const room = (answerProbability: number): number => {
      const { pacer, at } = learned();
      ready(pacer, 20, at);
      for (let i = 0; i < 20; i += 1)
        pacer.observe({ type: 'dialed', callId: `c${i}`, at, answerProbability });
      return pacer.decide(at).calls;
    };
    expect(room(0.6)).toBeLessThan(room(0.05) - 10);
  });

  test('answers that come far too often change the forecast at once, not at the next estimate', () => {
    const { pacer, at: start } = learned();
    let at = start;
    ready(pacer, 20, at);
    const before = pacer.decide(at).why.answerRate;
    for (let i = 0; i < 20; i += 1) pacer.observe({ type: 'dialed', callId: `c${i}`, at });
    for (let i = 0; i < 14; i += 1) {
      at += 500;
      pacer.observe({ type: 'answered', callId: `c${i}`, at });
      pacer.decide(at);
    }
    expect(pacer.decide(at).why.answerRate).toBeGreaterThan(1.5 * before);
  });

  test('calls of a trunk from which nothing comes are still expected to be answered', () => {
    const { pacer, at } = learned();
    ready(pacer, 20, at);
    for (let i = 0; i < 60; i += 1) pacer.observe({ type: 'dialed', callId: `c${i}`, at });
    const expected = pacer.decide(at).why.expectedAnswers;
    for (let passed = 500; passed <= 60_000; passed += 500) pacer.decide(at + passed);
    expect(pacer.decide(at + 60_000).why.expectedAnswers).toBeGreaterThan(0.5 * expected);
    expect(pacer.decide(at + 60_000).calls).toBe(0);
  });

  test('other work that agents begin is expected, and then one call for each free agent is no promise', () => {
    const { pacer, at: start } = learned({ connectGrace: 0 });
    let at = start;
    ready(pacer, 6, at);
    // Each minute three of six agents talk to somebody who was not dialed.
    for (let minute = 0; minute < 60; minute += 1) {
      for (const agentId of ['a0', 'a1', 'a2'])
        pacer.observe({ type: 'agent', agentId, state: 'talking', at: at + 1_000 });
      for (const agentId of ['a0', 'a1', 'a2'])
        pacer.observe({ type: 'agent', agentId, state: 'ready', at: at + 50_000 });
      at += 60_000;
      pacer.decide(at);
    }
    for (const agentId of ['a0', 'a1', 'a2', 'a3'])
      pacer.observe({ type: 'agent', agentId, state: 'talking', at });
    const { why } = pacer.decide(at);
    expect(why.risk).toBeGreaterThan(0.05);
    const copy = createPacer(
      { mode: 'predictive', abandonment: { target: 0.03 }, connectGrace: 0 },
      pacer.snapshot(),
    );
    expect(copy.decide(at).why.risk).toBeGreaterThan(0.05);
  });

  test('target 0 and speed 0 are progressive; half speed is slower; a new mode keeps what was learned', () => {
    const { pacer, at } = learned();
    ready(pacer, 20, at);
    const full = pacer.decide(at).calls;
    pacer.configure({ speed: 0.5 }, at);
    const half = pacer.decide(at).calls;
    expect(half).toBeLessThan(full);
    expect(half).toBeGreaterThanOrEqual(20);
    pacer.configure({ speed: 0 }, at);
    expect(pacer.decide(at).calls).toBe(20);
    pacer.configure({ speed: 1, abandonment: { target: 0 } }, at);
    expect(pacer.decide(at).calls).toBe(20);
    pacer.configure({ mode: 'progressive' }, at);
    expect(pacer.decide(at).calls).toBe(20);
    pacer.configure({ mode: 'predictive', abandonment: { target: 0.03 } }, at);
    expect(pacer.decide(at).calls).toBe(full);
  });

  test('a restored pacer decides as the one that was saved, without relearning', () => {
    const { pacer, at } = learned();
    ready(pacer, 20, at);
    for (let i = 0; i < 10; i += 1) pacer.observe({ type: 'dialed', callId: `c${i}`, at });
    const copy = createPacer(
      { mode: 'predictive', abandonment: { target: 0.03 }, connectGrace: 0 },
      JSON.parse(JSON.stringify(pacer.snapshot())),
    );
    expect(Math.abs(copy.decide(at).calls - pacer.decide(at).calls)).toBeLessThanOrEqual(4);
    expect(copy.decide(at).why.answerRate).toBeCloseTo(pacer.decide(at).why.answerRate, 1);
  });

  test('names calls to hang up only when allowed, past the minimum ring, and when agents have vanished', () => {
    const run = (options: Partial<PacerOptions>, age: number, stay: number): readonly string[] => {
      const { pacer, at } = learned(options);
      ready(pacer, 20, at);
      for (let i = 0; i < 50; i += 1) pacer.observe({ type: 'dialed', callId: `c${i}`, at });
      for (let i = stay; i < 20; i += 1)
        pacer.observe({ type: 'agent', agentId: `a${i}`, state: 'offline', at: at + 1 });
      return pacer.decide(at + age).hangUp ?? [];
    };
    expect(run({}, 9_000, 1)).toEqual([]);
    expect(run({ hangUp: { minimumRing: 8_000 } }, 5_000, 1)).toEqual([]);
    expect(run({ hangUp: { minimumRing: 8_000 } }, 9_000, 20)).toEqual([]);
    expect(run({ hangUp: { minimumRing: 8_000 } }, 9_000, 1).length).toBeGreaterThan(5);
  });
});
