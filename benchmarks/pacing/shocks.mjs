/**
 * Shocks that nobody announces, on 50 settled agents: abandonment in the five minutes after each, of a pacer
 * that is told (the bound), of one that infers the change from the facts with both worlds known (what facts
 * allow), ours and others. `npm run bench:pacing -- --shocks [--seeds N] [--only PATTERN] [--pacers PATTERN]`;
 * with `--full` other floors, too.
 */
import Table from 'cli-table3';
import { OTHER_SHOCKS, ObservingPacer, SHOCKS, ToldPacer, simulatePacing } from '@outdial/simulator';
import { halfWidth } from './measure.mjs';
import { pacers } from './pacers.mjs';

const TARGET = 0.03;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How often the observing pacer expects such a change. */
const CHANGE_EVERY = 2 * HOUR;

/** The accepted risk that meets the target in each world of a shock, found by steering a told pacer to it. */
function levelsOf({ scenario }) {
  const agentsAfter = scenario.roster?.at(-1).agents ?? scenario.agents;
  const { changes = [], roster: _, outage: __, ...before } = scenario;
  const run = (world, risk) => {
    const pacer = new ToldPacer(world, risk);
    const { abandonment } = simulatePacing(
      { ...world, seed: 1_000, duration: 6 * HOUR, warmUp: HOUR, period: undefined },
      pacer,
    );
    return { level: pacer.meanLevel, abandonment };
  };
  const level = (world) => {
    const steered = run(world, { target: TARGET }).level;
    // A level that stays abandons a little more than one that is steered to it.
    return (steered * TARGET) / run(world, { levels: [steered] }).abandonment;
  };
  return [level(before), ...changes.map((change) => level({ ...before, ...change, agents: agentsAfter }))];
}

/** Sums of a run over the periods from `from` to `until`. */
function within(run, { scenario }, from, until) {
  const place = (time) => Math.round((time - scenario.warmUp) / scenario.period);
  const sums = { answers: 0, abandoned: 0, busy: 0, staffed: 0 };
  for (const period of run.periods.slice(place(from), place(until)))
    for (const key of Object.keys(sums)) sums[key] += period[key];
  return sums;
}

const total = (list, key) => list.reduce((sum, item) => sum + item[key], 0);
const share = (list) => total(list, 'abandoned') / Math.max(1, total(list, 'answers'));
/** The ratio of sums and the half width of its 95 % interval (jackknife over the seeds). */
function ratio(list) {
  const left = list.map((_, i) => share(list.filter((__, j) => j !== i)));
  return { share: share(list), error: halfWidth(left) * (list.length - 1) };
}

function measureShock(shock, makePacer, seeds) {
  const runs = seeds.map((seed) => simulatePacing({ ...shock.scenario, seed }, makePacer(shock.scenario)));
  const over = (from, until) => runs.map((run) => within(run, shock, from, until));
  const { countedFrom, at } = shock;
  const steady = over(shock.scenario.warmUp, at);
  const after = over(countedFrom, countedFrom + 5 * MINUTE);
  return {
    steadyOccupancy: total(steady, 'busy') / total(steady, 'staffed'),
    steadyAbandonment: share(steady),
    fiveMinutes: ratio(after),
    abandonedAfter: total(after, 'abandoned') / seeds.length,
    answersAfter: total(after, 'answers') / seeds.length,
    occupancyAfter: total(after, 'busy') / total(after, 'staffed'),
  };
}

const percent = (value, digits = 1) => (100 * value).toFixed(digits);
const compared = ['outdial', 'progressive', 'Impact Dialing, 3 %'];

/** Every shock whose name fits, told and every pacer whose name fits; prints a table each. */
export function measureShocks({ seeds, only = '', pacers: fit = '', full = false }) {
  const results = {};
  for (const [name, shock] of Object.entries(full ? { ...SHOCKS, ...OTHER_SHOCKS } : SHOCKS)) {
    if (!new RegExp(only).test(name)) continue;
    const levels = levelsOf(shock);
    const known = {
      ...(levels.length === 2 && { observing: observing(levels) }),
      ...Object.fromEntries(compared.map((pacer) => [pacer, pacers[pacer]])),
    };
    const makers = {
      told: (scenario) => new ToldPacer(scenario, { levels }),
      ...Object.fromEntries(Object.entries(known).filter(([pacer]) => new RegExp(fit).test(pacer))),
    };
    results[name] = Object.fromEntries(
      Object.entries(makers).map(([pacer, make]) => [pacer, measureShock(shock, make, seeds)]),
    );
    print(name, results[name]);
  }
  return results;
}

/** Knows both worlds and not when the change comes. */
const observing = (levels) => (scenario) =>
  new ObservingPacer(scenario, { levels, changeEvery: CHANGE_EVERY });

function print(name, rows) {
  const table = new Table({
    head: [
      'pacer',
      'abandoned % in 5 min',
      'of the bound',
      'calls',
      'of answers',
      'occupancy %',
      'before: abandoned %',
      'occupancy %',
    ],
    style: { head: [], border: [] },
  });
  for (const [pacer, r] of Object.entries(rows)) {
    table.push([
      pacer,
      `${percent(r.fiveMinutes.share)} +-${percent(r.fiveMinutes.error)}`,
      (r.fiveMinutes.share / rows.told.fiveMinutes.share).toFixed(1),
      r.abandonedAfter.toFixed(1),
      r.answersAfter.toFixed(0),
      percent(r.occupancyAfter),
      percent(r.steadyAbandonment, 2),
      percent(r.steadyOccupancy, 2),
    ]);
  }
  console.log(`\n${name}\n${table.toString()}`);
}
