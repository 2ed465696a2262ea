import { describe, expect, test } from '@jest/globals';
import { scenarioOfSeed, SCENARIO_MODES, simulateCampaign } from '../src/index.js';

describe('replay', () => {
  test.each(SCENARIO_MODES.map((mode, index) => ({ mode, seed: 60 + index })))('seed $seed ($mode) run twice gives the same commands and the same result, bit for bit', ({ seed }) => {
    const runs = [1, 2].map(() => {
      const { log, disk, ...result } = simulateCampaign(scenarioOfSeed(seed));
      return JSON.stringify({ result, log, attempts: [...disk.attempts.values()], leads: [...disk.leads.values()] });
    });
    expect(runs[0]).toBe(runs[1]);
  });

  test('another seed gives other commands', () => {
    const hashes = [60, 66, 72].map((seed) => simulateCampaign(scenarioOfSeed(seed)).commandsHash);
    expect(new Set(hashes).size).toBe(3);
  });
});
