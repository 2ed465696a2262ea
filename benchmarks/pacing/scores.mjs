/**
 * Scores that come with calls, from exact to useless, beside none: `npm run bench:pacing -- --scores
 * [--answers N] [--seeds N] [--only PATTERN]`
 */
import Table from 'cli-table3';
import { HOURLY_SCORES, HOURLY_WORLD, SCORED_WORLDS, SCORES } from '@outdial/simulator';
import { measure } from './measure.mjs';
import { pacers } from './pacers.mjs';

const AGENTS = 20;
const HANDLE_MS = 140_000;
const HOUR_MS = 3_600_000;
const percent = (value, digits = 1) => (100 * value).toFixed(digits);

/** Each world with each kind of scores; once settled, and in the first hour from a cold start. */
export function measureScores({ seeds, answers, only = '' }) {
  const results = {};
  const counted = (answers * HANDLE_MS) / (0.85 * AGENTS);
  const spans = {
    settled: { duration: HOUR_MS + counted, warmUp: HOUR_MS },
    'first hour': { duration: HOUR_MS, warmUp: 0 },
  };
  const worlds = [
    ...Object.entries(SCORED_WORLDS).map(([world, scenario]) => ({ world, scenario, scores: SCORES })),
    { world: 'the hours of a day', scenario: HOURLY_WORLD, scores: HOURLY_SCORES },
  ];
  for (const { world, scenario, scores } of worlds) {
    for (const [span, times] of Object.entries(spans)) {
      const name = `${world}, ${span}`;
      if (!new RegExp(only).test(name)) continue;
      const base = { ...scenario, agents: AGENTS, ...times };
      results[name] = Object.fromEntries(
        Object.entries({ none: undefined, ...scores }).map(([told, score]) => [
          told,
          measure({ ...base, score }, pacers.outdial, seeds),
        ]),
      );
      print(name, results[name]);
    }
  }
  return results;
}

function print(name, rows) {
  const table = new Table({
    head: ['scores', 'occupancy %', 'abandoned %', 'answers', 'us/decision'],
    style: { head: [], border: [] },
    colAligns: ['left', ...Array(4).fill('right')],
  });
  for (const [told, r] of Object.entries(rows))
    table.push([
      told,
      `${percent(r.occupancy)} +-${percent(r.occupancyError)}`,
      `${percent(r.abandonment, 2)} +-${percent(r.abandonmentError, 2)}`,
      r.answers,
      r.microsecondsPerDecision.toFixed(1),
    ]);
  console.log(`\n${name}\n${table.toString()}`);
}
