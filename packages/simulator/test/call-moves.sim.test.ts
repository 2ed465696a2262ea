import { describe, expect, test } from '@jest/globals';
import { CALL_MOVES } from '@outdial/core';
import { SCENARIO_MODES, scenarioOfSeed, simulateCampaign } from '../src/index.js';

const documented = new Set(
  CALL_MOVES.flatMap(({ from, to, by }) => by.map((cause) => `${from} > ${to} by ${cause}`)),
);

describe('the life of a call under faults', () => {
  test.each(SCENARIO_MODES.map((mode, index) => ({ mode, seed: 300 + index })))(
    'seed $seed ($mode) moves calls only by the causes that the table names',
    ({ seed }) => {
      const seen = new Set<string>();
      const { engineFaults } = simulateCampaign({
        ...scenarioOfSeed(seed),
        duration: 5 * 60_000,
        onHandled: (_fact, { moves }) => {
          for (const { from, to, by } of moves) seen.add(`${from} > ${to} by ${by}`);
        },
      });
      expect(engineFaults).toEqual([]);
      expect(seen.size).toBeGreaterThan(5);
      expect([...seen].filter((move) => !documented.has(move))).toEqual([]);
    },
    60_000,
  );
});
