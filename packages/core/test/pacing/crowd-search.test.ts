import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DurationGrid } from '../../src/estimation/index.js';
import { AgeLadder } from '../../src/pacing/age-ladder.js';
import { CrowdRisk, weighted } from '../../src/pacing/crowd-risk.js';
import type { CrowdLadders } from '../../src/pacing/crowd-risk.js';
import { CrowdSearch } from '../../src/pacing/crowd-search.js';
import { HORIZONS } from '../../src/pacing/horizons.js';

const grid = new DurationGrid(1_000, 1.2, 60_000);
const table = Float64Array.from({ length: grid.cells * HORIZONS }, (_, i) => ((i * 37) % 101) / 110);
const parts = new Float64Array(HORIZONS).fill(1);
const newCall = Float64Array.from({ length: HORIZONS }, (_, j) => 0.1 + 0.05 * j);

/** So many members, of all ages. */
function ladderOf(members: number): AgeLadder {
  const ladder = new AgeLadder(grid, 1, HORIZONS);
  ladder.setTable(table);
  for (let i = 0; i < members; i += 1) ladder.add(-((i * 7_919) % 60_000), 0, 0);
  return ladder;
}

/** A floor of two campaigns: specialists of the first, and agents of both. */
const floor = fc.record({
  calls: fc.tuple(fc.nat(300), fc.nat(300)),
  specialists: fc.nat(200),
  both: fc.nat(300),
  free: fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 })),
  level: fc.double({ min: 0.001, max: 0.3, noNaN: true }),
  othersLevel: fc.double({ min: 0.001, max: 0.3, noNaN: true }),
});

test('the search finds the most calls that every group accepts, as asking one by one does', () => {
  let found = 0;
  fc.assert(
    fc.property(floor, ({ calls, specialists, both, free, level, othersLevel }) => {
      const own = { calls: [ladderOf(calls[0])], agents: [ladderOf(specialists)] };
      const all: CrowdLadders = {
        calls: [...own.calls, ladderOf(calls[1])],
        agents: [...own.agents, ladderOf(both)],
      };
      const part = new CrowdRisk(own);
      const whole = new CrowdRisk(all, part);
      const alone = new CrowdRisk(all);
      part.begin({ free: free[0], pausing: 0 });
      for (const risk of [whole, alone]) risk.begin({ free: free[0] + free[1], pausing: 1 });
      const atFirst = alone.byMoments(newCall, 0);
      whole.byMoments(newCall, 0).forEach((risk, j) => expect(risk).toBeCloseTo(atFirst[j]!, 9));

      const crowds = [
        { members: { campaigns: [0], classes: [0] }, risk: part },
        { members: { campaigns: [0, 1], classes: [0, 1] }, risk: whole },
      ];
      const harmed = [{ place: 1, parts, level: othersLevel }];
      const after = (risk: CrowdRisk, added: number): number => {
        const exact = risk.isClose(parts, newCall, level);
        return weighted(exact ? risk.exactly(newCall, added) : risk.byMoments(newCall, added), parts);
      };
      const isAccepted = (added: number): boolean =>
        after(part, added) <= level && after(whole, added) <= Math.min(level, othersLevel);
      let most = 0;
      while (isAccepted(most)) most += 1;
      found += most;

      const first = Math.max(...[part, whole].map((risk) => weighted(risk.byMoments(newCall, 0), parts)));
      const search = new CrowdSearch({ crowds, harmed, newCall, parts, level, first });
      expect(search.run().calls).toBe(most);
    }),
    { numRuns: 200 },
  );
  expect(found).toBeGreaterThan(1_000);
});
