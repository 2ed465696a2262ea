/**
 * How far the risk computed from moments is from the exact one, by size of the floor: `npm run build &&
 * node benchmarks/pacing/switch-over.mjs`. The pacer computes from moments where answers less agents have a
 * variance of 1 or more, and beyond 30 busy agents and 160 calls in flight; else exactly. Floors are drawn at
 * random, with as many free agents as make the exact risk lie where decisions are taken: between 1 and 20 %.
 */
import Table from 'cli-table3';
import { integerTailFromCumulants, poissonBinomialDistribution } from '@outdial/core';

const FLOORS = 400;
let state = 1;
/** Uniform 0..1, the same at every run (Lehmer). */
function random() {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}

function exactRisk(answers, freed, free) {
  let risk = 0;
  freed.forEach((mass, f) => {
    let tail = 0;
    for (let a = Math.max(0, free + f); a < answers.length; a += 1) tail += answers[a];
    risk += mass * tail;
  });
  return risk;
}

function momentRisk(calls, agents, free) {
  const sum = (values, of) => values.reduce((total, q) => total + of(q), 0);
  const variance = (q) => q * (1 - q);
  const third = (q) => q * (1 - q) * (1 - 2 * q);
  const fourth = (q) => variance(q) * (1 - 6 * variance(q));
  return integerTailFromCumulants({
    mean: sum(calls, (q) => q) - sum(agents, (q) => q) - free,
    variance: sum(calls, variance) + sum(agents, variance),
    third: sum(calls, third) - sum(agents, third),
    fourth: sum(calls, fourth) + sum(agents, fourth),
  });
}

/** Absolute and relative errors over random floors of so many busy agents. */
function errors(busy) {
  const [absolute, relative] = [[], []];
  while (absolute.length < FLOORS) {
    const calls = Array.from({ length: Math.ceil(busy * (1 + random())) }, () => 0.3 * random());
    const agents = Array.from({ length: busy }, () => 0.25 * random());
    const [answers, freed] = [poissonBinomialDistribution(calls), poissonBinomialDistribution(agents)];
    const free = Math.floor(random() * (2 + busy / 4)) - Math.floor(busy / 20);
    const exact = exactRisk(answers, freed, free);
    if (exact < 0.01 || exact > 0.2) continue;
    const error = Math.abs(momentRisk(calls, agents, free) - exact);
    absolute.push(error);
    relative.push(error / exact);
  }
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { largest: Math.max(...absolute), mean: mean(absolute), meanRelative: mean(relative) };
}

const table = new Table({
  head: ['busy agents', 'largest error', 'mean error', 'mean error of the risk, %'],
  style: { head: [], border: [] },
});
for (const busy of [2, 5, 10, 20, 30, 60, 120]) {
  const { largest, mean, meanRelative } = errors(busy);
  table.push([busy, largest.toFixed(5), mean.toFixed(5), (100 * meanRelative).toFixed(2)]);
}
console.log(table.toString());
