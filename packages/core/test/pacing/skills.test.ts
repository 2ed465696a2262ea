import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AGENT_STATES, createPacer } from '../../src/pacing/index.js';
import type { Pacer, PacerDecision } from '../../src/pacing/index.js';

const ES = ['es'];
const FR = ['fr'];
const BOTH = [ES, FR];

/** Agents ready from 0, by id, with their skills. */
function pacerWith(
  agents: Readonly<Record<string, readonly string[]>>,
  mode: 'progressive' | 'predictive',
): Pacer {
  const pacer = createPacer({ mode, connectGrace: 0, ringTimeout: 20_000 });
  for (const [agentId, skills] of Object.entries(agents))
    pacer.observe({ type: 'agent', agentId, state: 'ready', at: 0, skills });
  return pacer;
}

function calls({ bySkills }: PacerDecision, skills: readonly string[]): number | undefined {
  return bySkills?.find((part) => part.skills.join() === skills.join())?.calls;
}

/** Calls for leads with these skills, of which every third is answered, until much is known. */
function learn(pacer: Pacer, skills: readonly string[], agentId: string): number {
  let now = 0;
  for (let i = 0; i < 120; i += 1) {
    const callId = `${skills.join()}-${i}`;
    pacer.observe({ type: 'dialed', callId, at: now, skills });
    now += 10_000;
    if (i % 3 > 0) {
      pacer.observe({ type: 'ended', callId, outcome: 'no-answer', at: now });
      continue;
    }
    pacer.observe({ type: 'answered', callId, at: now });
    pacer.observe({ type: 'connected', callId, agentId, at: now });
    now += 60_000;
    pacer.observe({ type: 'agent', agentId, state: 'ready', at: now });
    pacer.decide(now, BOTH);
  }
  return now;
}

describe('leads that ask for skills', () => {
  test('are dialed for agents who have them, and no others', () => {
    const pacer = pacerWith({ ana: ES, ben: ES, chen: FR, dora: [] }, 'progressive');
    const decision = pacer.decide(0, [...BOTH, []]);
    expect([calls(decision, ES)! <= 2, calls(decision, FR)! <= 1]).toEqual([true, true]);
    const [two, one] = BOTH.map((skills) => calls(pacer.decide(0, BOTH), skills));
    expect([two, one]).toEqual([2, 1]);
    expect(decision.calls).toBe(4);
    expect(decision.why).toMatchObject({ freeAgents: 4, staffedAgents: 4 });
    pacer.observe({ type: 'dialed', callId: 'c1', at: 0, skills: FR });
    expect(calls(pacer.decide(1, BOTH), FR)).toBe(0);
    pacer.observe({ type: 'ended', callId: 'c1', outcome: 'busy', at: 2_000 });
    expect(calls(pacer.decide(2_000, BOTH), FR)).toBe(1);
  });

  test('an idle agent without the skill lets no call be placed ahead', () => {
    const agents = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`fr${i}`, FR]));
    const pacer = pacerWith({ ...agents, ana: ES }, 'predictive');
    const now = learn(pacer, ES, 'ana');
    pacer.observe({ type: 'dialed', callId: 'last', at: now, skills: ES });
    pacer.observe({ type: 'answered', callId: 'last', at: now });
    pacer.observe({ type: 'connected', callId: 'last', agentId: 'ana', at: now });
    expect(calls(pacer.decide(now + 1, BOTH), ES)).toBe(0);
    // The same agents, each with both skills: the others are free for the next answer.
    for (let i = 0; i < 10; i += 1)
      pacer.observe({ type: 'agent', agentId: `fr${i}`, state: 'ready', at: now + 2, skills: ['es', 'fr'] });
    expect(calls(pacer.decide(now + 3, BOTH), ES)).toBeGreaterThan(9);
  });

  test('leads that are not at hand hold no agents, and are asked for', () => {
    const pacer = pacerWith({ ana: ['es', 'fr'] }, 'progressive');
    pacer.decide(0, BOTH);
    const decision = pacer.decide(1, [FR]);
    expect([decision.calls, calls(decision, FR)]).toEqual([1, 1]);
    for (let at = 1_000; at <= 5_000; at += 1_000) pacer.decide(at, [FR]);
    expect(calls(pacer.decide(6_000, [FR]), ES)).toBe(0);
    expect(pacer.decide(7_000, [ES]).calls).toBe(1);
  });

  test('the agent of fewer skills takes the call', () => {
    const pacer = pacerWith({ both: ['es', 'fr'], ana: ES }, 'progressive');
    const among = ['both', 'ana'].map((agentId) => ({ agentId, readySince: agentId === 'both' ? 0 : 5 }));
    expect(pacer.chooseAgent?.({ among, skills: ES })).toBeUndefined();
    pacer.decide(10, BOTH);
    expect(pacer.chooseAgent?.({ among, skills: ES })).toBe('ana');
    expect(pacer.chooseAgent?.({ among, skills: ES, ownerId: 'both' })).toBe('both');
  });

  test('the pacer goes on from a snapshot', () => {
    const pacer = pacerWith({ ana: ES, chen: FR }, 'predictive');
    const now = learn(pacer, ES, 'ana');
    pacer.observe({ type: 'dialed', callId: 'c1', at: now, skills: ES });
    const again = createPacer({ mode: 'predictive', connectGrace: 0, ringTimeout: 20_000 }, pacer.snapshot());
    expect(again.decide(now + 1, BOTH).calls).toBe(pacer.decide(now + 1, BOTH).calls);
    for (const one of [pacer, again])
      one.observe({ type: 'ended', callId: 'c1', outcome: 'busy', at: now + 2 });
    expect(again.decide(now + 3, BOTH).calls).toBe(pacer.decide(now + 3, BOTH).calls);
    expect(again.decide(now + 3, BOTH).why.callsInFlight).toBe(0);
  });

  test('of more kinds than are told apart, the rest count with the whole campaign', () => {
    const pacer = pacerWith({ ana: ES }, 'progressive');
    const kinds = Array.from({ length: 30 }, (_, i) => [`skill${i}`]);
    const { bySkills } = pacer.decide(0, kinds);
    expect(bySkills).toHaveLength(12);
    pacer.observe({ type: 'dialed', callId: 'c1', at: 0, skills: ['skill29'] });
    expect(pacer.decide(1, kinds).why.callsInFlight).toBe(1);
  });

  test('agents with skills and leads without change nothing', () => {
    const step = fc.record({
      passed: fc.integer({ min: 0, max: 4_000 }),
      agentId: fc.constantFrom('a1', 'a2', 'a3'),
      state: fc.constantFrom(...AGENT_STATES),
      callId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
      kind: fc.constantFrom('agent' as const, 'dialed' as const, 'answered' as const, 'abandoned' as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const [plain, stated] = [createPacer({ mode: 'predictive' }), createPacer({ mode: 'predictive' })];
        let at = 0;
        for (const { passed, kind, agentId, state, callId } of steps) {
          at += passed;
          if (kind === 'agent') {
            plain.observe({ type: kind, agentId, state, at });
            stated.observe({ type: kind, agentId, state, at, skills: ES });
          } else {
            plain.observe({ type: kind, callId, at });
            stated.observe({ type: kind, callId, at, ...(kind === 'dialed' && { skills: [] }) });
          }
          expect(stated.decide(at, [[]])).toEqual(plain.decide(at));
        }
        expect(stated.snapshot()).toEqual(plain.snapshot());
      }),
      { numRuns: 30 },
    );
  });
});
