import { beforeAll, expect, test } from '@jest/globals';
import { findingsOf, scenarioOfSeed, SCENARIO_MODES, type SimulationResult } from '../src/index.js';
import { startSimulations, type Replayed } from './simulations.js';

/** How to see a failing seed again. */
export function replayCommand(seed: number, options: readonly string[] = []): string {
  return ['npm run build && node packages/simulator/tools/replay.mjs', ...options, `--seed ${seed}`].join(
    ' ',
  );
}

/**
 * A run is sound when the auditor found nothing, everything drained, and the engine broke no invariant of its
 * own.
 */
export function expectSound(
  result: Pick<SimulationResult, 'audit' | 'drained' | 'engineFaults' | 'seed'>,
  options: readonly string[] = [],
): void {
  const found = findingsOf(result);
  if (found.length > 0)
    throw new Error(`${found.slice(0, 10).join('\n')}\nreplay: ${replayCommand(result.seed, options)}`);
}

/**
 * One test a seed, `from` (inclusive) to `to` (exclusive); with SEED=17 in the environment that seed alone.
 * Modes take turns, so that each gets as many seeds as the others.
 */
export function checkSeeds(
  from: number,
  to: number,
  kinds: Partial<Record<'conversations' | 'callers' | 'floor', boolean>> = {},
): void {
  const asked = process.env['SEED'];
  const first = asked === undefined ? from : Number(asked);
  const count = asked === undefined ? to - from : 1;
  const options = (['conversations', 'callers', 'floor'] as const).flatMap((kind) =>
    kinds[kind] === true ? [`--${kind}`] : [],
  );
  let simulations: { of(seed: number): Promise<Replayed> };
  beforeAll(() => {
    simulations = startSimulations({ seed: first, count, ...kinds });
  }, 120_000);

  const checked: Record<string, number> = {};
  for (let seed = first; seed < first + count; seed += 1) {
    const [settings] = [scenarioOfSeed(seed).settings].flat();
    const mode = settings?.mode ?? '';
    test(`seed ${seed}, ${mode}: every invariant holds under faults, and all drains once they end`, async () => {
      const result = await simulations.of(seed);
      expectSound(result, options);
      for (const [invariant, times] of Object.entries(result.audit.checks))
        checked[invariant] = (checked[invariant] ?? 0) + times;
    }, 120_000);
  }
  if (asked !== undefined) return;
  test('every mode had its turn, and every invariant was put to the test', () => {
    expect(count % SCENARIO_MODES.length).toBe(0);
    for (const invariant of [
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      ...(kinds.callers === true ? ['9'] : []),
    ])
      expect(checked[invariant] ?? 0).toBeGreaterThan(100);
  });
}
