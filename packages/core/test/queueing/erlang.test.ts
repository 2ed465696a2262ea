import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { all, create } from 'mathjs';
import {
  agentsForAbandonment,
  agentsForServiceLevel,
  carriedLoadForBlocking,
  engsetBlocking,
  engsetTimeCongestion,
  erlangA,
  erlangB,
  erlangC,
  erlangCMeanWait,
  erlangCServiceLevel,
  offeredLoadForBlocking,
  serversForBlocking,
  serversForWaitProbability,
} from '../../src/queueing/index.js';

const math = create(all!, { number: 'BigNumber', precision: 40 });

/** a^n/n! over the sum of a^k/k!, in 40 decimal digits. */
function erlangBByDefinition(servers: number, load: number): number {
  let term = math.bignumber(1);
  let sum = math.bignumber(1);
  for (let k = 1; k <= servers; k += 1) {
    term = term.times(load).div(k);
    sum = sum.plus(term);
  }
  return term.div(sum).toNumber();
}

const servers = fc.integer({ min: 1, max: 300 });
const utilisation = fc.double({ min: 1e-6, max: 0.9999, noNaN: true });

describe('Erlang B', () => {
  test('agrees with its definition in 40 digits', () => {
    fc.assert(
      fc.property(servers, fc.double({ min: 1e-4, max: 3, noNaN: true }), (n, share) => {
        const exact = erlangBByDefinition(n, n * share);
        expect(Math.abs(erlangB({ servers: n, offeredLoad: n * share }) - exact)).toBeLessThanOrEqual(
          1e-12 * exact + 1e-300,
        );
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    // Traffic tables (ITU-T E.500 series): servers, offered erlangs, blocking.
    [1, 0.0101, 0.01],
    [5, 1.361, 0.01],
    [10, 4.4612, 0.01],
    [20, 12.031, 0.01],
    [50, 37.901, 0.01],
    [100, 84.064, 0.01],
    [10, 6.2157, 0.05],
    [100, 95.24, 0.05],
  ])('published table: %i servers, %f erlangs', (n, offeredLoad, blocking) => {
    expect(erlangB({ servers: n, offeredLoad })).toBeCloseTo(blocking, 4);
  });

  test('at critical load falls like the square root of 2 over pi n, to 100,000 servers', () => {
    for (const n of [1_000, 100_000])
      expect(erlangB({ servers: n, offeredLoad: n }) * Math.sqrt((Math.PI * n) / 2)).toBeCloseTo(1, 1);
  });

  test('no servers block all, no load blocks none, bad input names itself', () => {
    expect(erlangB({ servers: 0, offeredLoad: 3 })).toBe(1);
    expect(erlangB({ servers: 5, offeredLoad: 0 })).toBe(0);
    expect(erlangB({ servers: 3, offeredLoad: Infinity })).toBe(1);
    expect(() => erlangB({ servers: 1.5, offeredLoad: 1 })).toThrow(/servers is 1.5/);
    expect(() => erlangB({ servers: 1, offeredLoad: -1 })).toThrow(/offeredLoad is -1/);
  });
});

describe('Erlang C', () => {
  test('is at least B, at most 1, and 1 at saturation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), utilisation, (n, rho) => {
        const offeredLoad = n * rho;
        const c = erlangC({ servers: n, offeredLoad });
        expect(c).toBeGreaterThanOrEqual(erlangB({ servers: n, offeredLoad }));
        expect(c).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
    expect(erlangC({ servers: 3, offeredLoad: 3 })).toBe(1);
    expect(erlangC({ servers: 3, offeredLoad: 30 })).toBe(1);
  });

  test('one server waits with the probability that it is busy', () => {
    fc.assert(
      fc.property(utilisation, (rho) =>
        expect(erlangC({ servers: 1, offeredLoad: rho })).toBeCloseTo(rho, 12),
      ),
    );
  });

  test('published values', () => {
    expect(erlangC({ servers: 10, offeredLoad: 5 })).toBeCloseTo(0.0361, 4);
    expect(erlangC({ servers: 2, offeredLoad: 1 })).toBeCloseTo(1 / 3, 12);
    expect(erlangC({ servers: 8, offeredLoad: 5 })).toBeCloseTo(0.1673, 4);
    // 100 calls an hour of 3 minutes, 8 agents, 20 s.
    expect(erlangCServiceLevel({ servers: 8, offeredLoad: 5, handleTime: 180, within: 20 })).toBeCloseTo(
      0.8801,
      4,
    );
  });

  test('follows from Erlang B by its own recursion 1/C = 1/B - (a/n)(1/B - 1)', () => {
    fc.assert(
      fc.property(servers, utilisation, (n, rho) => {
        const b = erlangB({ servers: n, offeredLoad: n * rho });
        fc.pre(b > 1e-290);
        expect(erlangC({ servers: n, offeredLoad: n * rho }) * (1 / b - rho * (1 / b - 1))).toBeCloseTo(1, 9);
      }),
    );
  });

  test('the mean wait falls with every agent added and is infinite at saturation', () => {
    fc.assert(
      fc.property(servers, utilisation, (n, rho) => {
        const wait = (k: number): number =>
          erlangCMeanWait({ servers: k, offeredLoad: n * rho, handleTime: 60 });
        expect(wait(n + 1)).toBeLessThanOrEqual(wait(n));
      }),
      { numRuns: 50 },
    );
    expect(erlangCMeanWait({ servers: 2, offeredLoad: 2, handleTime: 60 })).toBe(Infinity);
  });
});

describe('Erlang A', () => {
  const queue = fc.record({
    servers: fc.integer({ min: 1, max: 80 }),
    load: fc.double({ min: 0.01, max: 2, noNaN: true }),
    patience: fc.double({ min: 0.01, max: 10, noNaN: true }),
  });

  test('agrees with its birth-death chain summed in 40 digits', () => {
    fc.assert(
      fc.property(queue, ({ servers: n, load, patience }) => {
        const arrivalRate = n * load;
        let weight = math.bignumber(1);
        let [sum, wait, queued] = [weight, math.bignumber(0), math.bignumber(0)];
        if (n === 0) wait = weight;
        for (let k = 1; k < n + 4_000; k += 1) {
          weight = weight.times(arrivalRate).div(Math.min(k, n) + Math.max(0, k - n) / patience);
          sum = sum.plus(weight);
          if (k >= n) wait = wait.plus(weight);
          if (k > n) queued = queued.plus(weight.times(k - n));
          if (k > arrivalRate && weight.div(sum).lessThan('1e-30')) break;
        }
        const a = erlangA({ servers: n, arrivalRate, handleTime: 1, patience });
        expect(a.waitProbability).toBeCloseTo(wait.div(sum).toNumber(), 10);
        expect(a.abandonmentProbability).toBeCloseTo(
          queued.div(sum).div(patience).div(arrivalRate).toNumber(),
          10,
        );
      }),
      { numRuns: 12 },
    );
  });

  test("obeys Little's law and the balance of work", () => {
    fc.assert(
      fc.property(queue, ({ servers: n, load, patience }) => {
        const arrivalRate = n * load;
        const a = erlangA({ servers: n, arrivalRate, handleTime: 1, patience });
        expect(a.meanQueueLength).toBeCloseTo(arrivalRate * a.meanWait, 8);
        expect(a.occupancy).toBeCloseTo(Math.min(1, load * (1 - a.abandonmentProbability)), 10);
      }),
    );
  });

  test('tends to Erlang C as patience grows and to Erlang B as it vanishes', () => {
    const at = { servers: 20, arrivalRate: 17, handleTime: 1 };
    expect(erlangA({ ...at, patience: 1e9 }).waitProbability).toBeCloseTo(
      erlangC({ servers: 20, offeredLoad: 17 }),
      6,
    );
    expect(erlangA({ ...at, patience: Infinity }).meanWait).toBeCloseTo(
      erlangCMeanWait({ servers: 20, offeredLoad: 17, handleTime: 1 }),
      12,
    );
    expect(erlangA({ ...at, patience: 1e-9 }).abandonmentProbability).toBeCloseTo(
      erlangB({ servers: 20, offeredLoad: 17 }),
      6,
    );
    expect(erlangA({ ...at, patience: 0 }).abandonmentProbability).toBeCloseTo(
      erlangB({ servers: 20, offeredLoad: 17 }),
      12,
    );
  });

  test('patience equal to the handle time is M/M/infinity seen by n servers', () => {
    const a = erlangA({ servers: 5, arrivalRate: 4, handleTime: 1, patience: 1 });
    let [weight, below] = [Math.exp(-4), 0];
    for (let k = 0; k < 5; k += 1) [below, weight] = [below + weight, (weight * 4) / (k + 1)];
    expect(a.waitProbability).toBeCloseTo(1 - below, 12);
  });

  test('holds in overload and at 100,000 servers', () => {
    expect(
      erlangA({ servers: 50, arrivalRate: 100, handleTime: 1, patience: 1e7 }).abandonmentProbability,
    ).toBeCloseTo(0.5, 6);
    const big = erlangA({ servers: 100_000, arrivalRate: 99_990, handleTime: 1, patience: 1 });
    expect(big.abandonmentProbability).toBeGreaterThan(0.0005);
    expect(big.abandonmentProbability).toBeLessThan(0.003);
    expect(erlangA({ servers: 0, arrivalRate: 1, handleTime: 1, patience: 1 }).abandonmentProbability).toBe(
      1,
    );
  });
});

describe('Engset', () => {
  test('agrees with its definition', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 20 }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        (sources, n, load) => {
          const weight = (k: number): number => Number(math.combinations(sources, k)) * load ** k;
          let sum = 0;
          for (let k = 0; k <= Math.min(n, sources); k += 1) sum += weight(k);
          const exact = n > sources ? 0 : weight(n) / sum;
          expect(engsetTimeCongestion({ servers: n, sources, loadPerIdleSource: load })).toBeCloseTo(
            exact,
            10,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('tends to Erlang B as sources grow and never blocks when servers suffice', () => {
    const sources = 1_000_000;
    expect(engsetBlocking({ servers: 10, sources, loadPerIdleSource: 5 / sources })).toBeCloseTo(
      erlangB({ servers: 10, offeredLoad: 5 }),
      4,
    );
    expect(engsetBlocking({ servers: 10, sources: 10, loadPerIdleSource: 2 })).toBe(0);
  });
});

describe('inverse problems', () => {
  test('servers for a blocking are the fewest that keep it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        fc.double({ min: 1e-4, max: 0.5, noNaN: true }),
        (offeredLoad, blocking) => {
          const n = serversForBlocking({ offeredLoad, blocking });
          expect(erlangB({ servers: n, offeredLoad })).toBeLessThanOrEqual(blocking);
          if (n > 0) expect(erlangB({ servers: n - 1, offeredLoad })).toBeGreaterThan(blocking);
        },
      ),
    );
  });

  test('load for a blocking inverts Erlang B', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 1e-4, max: 0.9, noNaN: true }),
        (n, blocking) => {
          const offeredLoad = offeredLoadForBlocking({ servers: n, blocking });
          expect(erlangB({ servers: n, offeredLoad })).toBeCloseTo(blocking, 9);
          expect(carriedLoadForBlocking({ servers: n, blocking })).toBeLessThanOrEqual(n);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('agents for a service level, a wait probability and an abandonment are the fewest', () => {
    const level = { handleTime: 180, within: 20, serviceLevel: 0.8 };
    for (const offeredLoad of [0.5, 10, 333.3]) {
      const n = agentsForServiceLevel({ offeredLoad, ...level });
      expect(erlangCServiceLevel({ servers: n, offeredLoad, ...level })).toBeGreaterThanOrEqual(0.8);
      expect(erlangCServiceLevel({ servers: n - 1, offeredLoad, ...level })).toBeLessThan(0.8);
      const w = serversForWaitProbability({ offeredLoad, waitProbability: 0.2 });
      expect(erlangC({ servers: w, offeredLoad })).toBeLessThanOrEqual(0.2);
      expect(erlangC({ servers: w - 1, offeredLoad })).toBeGreaterThan(0.2);
      const queue = { arrivalRate: offeredLoad / 180, handleTime: 180, patience: 60 };
      const a = agentsForAbandonment({ ...queue, abandonmentProbability: 0.03 });
      expect(erlangA({ servers: a, ...queue }).abandonmentProbability).toBeLessThanOrEqual(0.03);
      expect(erlangA({ servers: a - 1, ...queue }).abandonmentProbability).toBeGreaterThan(0.03);
    }
  });
});
