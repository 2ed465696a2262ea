/** What a pacer may conclude from facts, with both worlds known. */
import { describe, expect, test } from '@jest/globals';
import { ObservingPacer, SHOCKS } from '../../src/pacing-index.js';
import { CallLikelihoods, ChangeBelief } from '../../src/optimum/change-belief.js';
import { drawCall } from '../../src/pacing-simulation/call-world.js';
import type { CallWorld } from '../../src/pacing-simulation/call-world.js';
import { seededRandom } from '../../src/pacing-simulation/samplers.js';

const { scenario } = SHOCKS['answer rate doubles']!;
const doubled: CallWorld = { ...scenario, answerRate: 0.4 };
const likelihoods = [new CallLikelihoods(scenario), new CallLikelihoods(doubled)] as const;
const HOUR_MS = 3_600_000;
const BETWEEN_CALLS_MS = 600;

/** The belief after so many calls of this world, each seen to its end. */
function beliefAfter(world: CallWorld, rate: number, calls: number): { belief: ChangeBelief; last: number } {
  const belief = new ChangeBelief(likelihoods, HOUR_MS);
  const random = seededRandom(5);
  let last = 0;
  for (let i = 0; i < calls; i += 1) {
    const call = belief.dialed(i * BETWEEN_CALLS_MS);
    const { outcome, after } = drawCall(world, rate, random);
    belief.ended(call, outcome, call.dialedAt + after);
    last = Math.max(last, call.dialedAt + after);
  }
  belief.update(last);
  return { belief, last };
}

describe('the belief that a change has happened', () => {
  test('stays small while calls are as before, and is near certainty after a hundred others', () => {
    expect(beliefAfter(scenario, 0.2, 400).belief.probability).toBeLessThan(0.1);
    expect(beliefAfter(doubled, 0.4, 150).belief.probability).toBeGreaterThan(0.99);
  });

  test('calls that still ring count by their age', () => {
    const { belief, last } = beliefAfter(scenario, 0.2, 200);
    const call = belief.dialed(last);
    belief.update(last + 15_000);
    const aged = belief.probability;
    const ratio = likelihoods[1].inFlight(15_000) / likelihoods[0].inFlight(15_000);
    // Fewer of the calls that more people answer still ring at that age.
    expect(ratio).toBeLessThan(0.95);
    belief.ended(call, 'answered', last + 15_000);
    belief.update(last + 15_000);
    expect(belief.probability).toBeGreaterThan(aged);
    expect(belief.shareOf(call)).toBeGreaterThan(0.2);
  });

  test('needs one change that is stated', () => {
    const knowledge = { levels: [0.02, 0.02], changeEvery: HOUR_MS } as const;
    const { changes: _, ...unchanged } = scenario;
    expect(() => new ObservingPacer(unchanged, knowledge)).toThrow('state it in changes');
  });
});
