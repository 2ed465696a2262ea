import { beforeAll, describe, expect, test } from '@jest/globals';
import { SCENARIO_MODES } from '../src/index.js';
import { startSimulations, type Replayed } from './simulations.js';

describe('replay', () => {
  const first = 60;
  let runs: { of(seed: number): Promise<Replayed> }[];
  beforeAll(() => {
    runs = [1, 2].map(() => startSimulations({ seed: first, count: SCENARIO_MODES.length }));
  }, 120_000);

  test.each(SCENARIO_MODES.map((mode, index) => ({ mode, seed: first + index })))(
    'seed $seed ($mode) in two processes gives the same commands, log and rows, bit for bit',
    async ({ seed }) => {
      const [one, other] = await Promise.all(runs.map((run) => run.of(seed)));
      expect(one?.commands).toBeGreaterThan(0);
      expect(one).toEqual(other);
    },
    60_000,
  );

  test('each seed has its own commands', async () => {
    const hashes = new Set<string>();
    for (const [index] of SCENARIO_MODES.entries())
      hashes.add((await runs[0]?.of(first + index))?.commandsHash ?? '');
    expect(hashes.size).toBe(SCENARIO_MODES.length);
  }, 60_000);
});
