import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DurationGrid } from '../../src/estimation/index.js';
import {
  integerTailFromCumulants,
  poissonBinomialDistribution,
  poissonBinomialTail,
} from '../../src/queueing/index.js';
import { AgeLadder } from '../../src/pacing/age-ladder.js';
import type { LadderEntry } from '../../src/pacing/age-ladder.js';
import { CrowdRisk } from '../../src/pacing/crowd-risk.js';
import { HORIZONS } from '../../src/pacing/horizons.js';
import { distributions, exactRisk } from '../../src/pacing/surplus-risk.js';

const grid = new DurationGrid(1_000, 1.2, 60_000);

/** A table whose probabilities depend on group and cell. */
const table = Float64Array.from({ length: 2 * grid.cells * 2 }, (_, i) => ((i * 37) % 101) / 110);

describe('age ladder', () => {
  test('its moments are those of its members, whatever was added, removed and let age', () => {
    const step = fc.record({
      add: fc.boolean(),
      group: fc.integer({ min: 0, max: 1 }),
      pass: fc.integer({ min: 0, max: 9_000 }),
      pick: fc.nat(50),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const ladder = new AgeLadder(grid, 2, 2);
        ladder.setTable(table);
        const members: LadderEntry[] = [];
        let now = 0;
        for (const { add, group, pass, pick } of steps) {
          now += pass;
          if (add || members.length === 0) members.push(ladder.add(now, group, now));
          else ladder.remove(members.splice(pick % members.length, 1)[0]!);
          ladder.advance(now);
        }
        // Members are moved at most a tenth of a second late.
        ladder.advance(now + 100);
        expect(ladder.size).toBe(members.length);
        for (let j = 0; j < 2; j += 1) {
          const odds = members.map((m) => ladder.probability(m.group * grid.cells + m.cell, j));
          expect(ladder.mean[j]!).toBeCloseTo(
            odds.reduce((a, q) => a + q, 0),
            8,
          );
          expect(ladder.variance[j]!).toBeCloseTo(
            odds.reduce((a, q) => a + q * (1 - q), 0),
            8,
          );
          expect(ladder.fourth[j]!).toBeCloseTo(
            odds.reduce((a, q) => a + q * (1 - q) * (1 - 6 * q * (1 - q)), 0),
            8,
          );
        }
        for (const member of members) {
          const right = grid.cellOf(now - member.since);
          expect(member.cell).toBeGreaterThanOrEqual(grid.cellOf(now - 200 - member.since));
          expect(member.cell).toBeLessThanOrEqual(Math.max(right, grid.cellOf(now + 100 - member.since)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a lone member is moved on by time alone', () => {
    const ladder = new AgeLadder(grid, 1, 1);
    const entry = ladder.add(0, 0, 0);
    for (let now = 0; now <= 30_000; now += 1_000) ladder.advance(now);
    expect(entry.cell).toBe(grid.cellOf(30_000));
  });
});

describe('risk that answers outnumber agents', () => {
  const ladderOf = (members: readonly number[]): AgeLadder => {
    const ladder = new AgeLadder(grid, 2, 2);
    ladder.setTable(table);
    members.forEach((seconds) => ladder.add(-seconds * 1_000, seconds % 2, 0));
    return ladder;
  };
  const oddsOf = (ladder: AgeLadder, j: number = 0): number[] =>
    [...ladder.counts].flatMap((count, slot) =>
      Array.from({ length: count }, () => ladder.probability(slot, j)),
    );
  const ages = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 20 });

  test('the exact risk is the double sum over both distributions', () => {
    fc.assert(
      fc.property(ages, ages, fc.integer({ min: -3, max: 8 }), (calls, busy, free) => {
        const [callLadder, agentLadder] = [ladderOf(calls), ladderOf(busy)];
        const cap = Math.max(0, free) + busy.length;
        const [answers, freed] = [
          distributions([callLadder], [0], cap)[0]!,
          distributions([agentLadder], [0], busy.length)[0]!,
        ];
        let expected = 0;
        poissonBinomialDistribution(oddsOf(agentLadder)).forEach((mass, f) => {
          expected +=
            mass * poissonBinomialTail({ probabilities: oddsOf(callLadder), atLeast: Math.max(0, free + f) });
        });
        expect(exactRisk(answers, freed, free, cap, busy.length)).toBeCloseTo(expected, 9);
      }),
      { numRuns: 100 },
    );
  });

  test('from a variance of 1, four cumulants are within 0.01 of the exact risk', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 120 }),
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 31 }),
        fc.integer({ min: -2, max: 40 }),
        (calls, busy, free) => {
          const [callLadder, agentLadder] = [ladderOf(calls), ladderOf(busy)];
          const cap = Math.max(0, free) + busy.length;
          const [answers, freed] = [
            distributions([callLadder], [0], cap)[0]!,
            distributions([agentLadder], [0], busy.length)[0]!,
          ];
          const variance = callLadder.variance[0]! + agentLadder.variance[0]!;
          fc.pre(variance >= 1);
          const moments = integerTailFromCumulants({
            mean: callLadder.mean[0]! - agentLadder.mean[0]! - free,
            variance,
            third: callLadder.third[0]! - agentLadder.third[0]!,
            fourth: callLadder.fourth[0]! + agentLadder.fourth[0]!,
          });
          expect(Math.abs(moments - exactRisk(answers, freed, free, cap, busy.length))).toBeLessThan(0.01);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('on a small floor the risk at each horizon is within 0.01 of the exact convolution', () => {
    const newCall = Float64Array.from({ length: HORIZONS }, (_, j) => 0.05 + 0.04 * j);
    const odds = Float64Array.from({ length: grid.cells * HORIZONS }, (_, i) => (i % HORIZONS) / 9);
    const sixColumns = (members: readonly number[]): AgeLadder => {
      const ladder = new AgeLadder(grid, 1, HORIZONS);
      ladder.setTable(odds);
      members.forEach((seconds) => ladder.add(-seconds * 1_000, 0, 0));
      return ladder;
    };
    fc.assert(
      fc.property(ages, ages, fc.integer({ min: -3, max: 8 }), (calls, busy, free) => {
        const [callLadder, agentLadder] = [sixColumns(calls), sixColumns(busy)];
        const risk = new CrowdRisk({ calls: [callLadder], agents: [agentLadder] });
        risk.begin({ free, pausing: 0 });
        risk.exactly(newCall, 1).forEach((found, j) => {
          const answers = poissonBinomialDistribution([...oddsOf(callLadder, j), newCall[j]!]);
          const freed = poissonBinomialDistribution(oddsOf(agentLadder, j));
          let expected = 0;
          freed.forEach((mass, f) => {
            for (let a = Math.max(0, free + f); a < answers.length; a += 1) expected += mass * answers[a]!;
          });
          expect(Math.abs(found - expected)).toBeLessThan(0.01);
        });
      }),
      { numRuns: 100 },
    );
  });
});
