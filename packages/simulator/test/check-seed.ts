import { expect, test } from '@jest/globals';
import { scenarioOfSeed, SCENARIO_MODES, simulateCampaign, type SimulationResult } from '../src/index.js';

/** A run is sound when the auditor found nothing, everything drained, and the engine broke no invariant of its own. */
export function expectSound(result: SimulationResult): void {
  const found = result.audit.violations.map(({ invariant, what, subject }) => `invariant ${String(invariant)}: ${what} (${subject ?? '-'})`);
  if (!result.drained) found.push('not drained in time');
  found.push(...result.engineFaults.map((fault) => `the engine reported: ${fault}`));
  if (found.length > 0) throw new Error(`${found.slice(0, 10).join('\n')}\nreplay: npx tsc -b packages/simulator && node packages/simulator/dist/replay.js --seed ${String(result.seed)}`);
}

/**
 * One test a seed, `from` (inclusive) to `to` (exclusive); with SEED=17 in the environment that seed alone. Modes take turns, so that each gets as many
 * seeds as the others.
 */
export function checkSeeds(from: number, to: number): void {
  const asked = process.env['SEED'];
  const seeds = asked === undefined ? Array.from({ length: to - from }, (_, index) => from + index) : [Number(asked)];
  const checked: Record<string, number> = {};
  for (const seed of seeds) {
    test(`seed ${String(seed)}, ${SCENARIO_MODES[seed % SCENARIO_MODES.length] ?? ''}: every invariant holds under faults, and all drains once they are healed`, () => {
      const result = simulateCampaign(scenarioOfSeed(seed));
      expectSound(result);
      for (const [invariant, count] of Object.entries(result.audit.checks)) checked[invariant] = (checked[invariant] ?? 0) + count;
    }, 60_000);
  }
  if (asked !== undefined) return;
  test('every invariant was put to the test', () => {
    for (const invariant of ['1', '2', '3', '4', '5', '6', '7']) expect(checked[invariant] ?? 0).toBeGreaterThan(100);
  });
}
