/**
 * Every pacer on the same floors with the same seeds: `npm run bench:pacing [-- --full] [--answers N]
 * [--seeds N] [--only PATTERN] [--target SHARE] [--pictures] [--redraw]`, `--floor` for campaigns that
 * share agents, `--shocks` for changes that nobody announces, `--scores` for calls that come with scores,
 * `--inbound` for agents who also take calls that come in.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { measure, measurePeriods } from './measure.mjs';
import { outdial, pacers } from './pacers.mjs';
import { plotFloors, plotFrontier, plotOverTime } from './plots.mjs';
import { coldStartScenario, frontierScenario, scenarios, stepScenario } from './scenarios.mjs';

const { values: args } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    answers: { type: 'string' },
    seeds: { type: 'string' },
    only: { type: 'string' },
    pacers: { type: 'string' },
    target: { type: 'string' },
    pictures: { type: 'boolean', default: false },
    redraw: { type: 'boolean', default: false },
    floor: { type: 'boolean', default: false },
    shocks: { type: 'boolean', default: false },
    scores: { type: 'boolean', default: false },
    inbound: { type: 'boolean', default: false },
  },
});
const answers = Number(args.answers ?? (args.full ? 10_000 : 1_000));
const seeds = Array.from(
  { length: Number(args.seeds ?? (args.shocks ? 24 : args.full ? 8 : 3)) },
  (_, i) => i + 1,
);
if (seeds.length < 2) {
  console.error('--seeds has to be 2 or more: the confidence interval is over the seeds');
  process.exit(2);
}
const out = new URL('../out/', import.meta.url);
mkdirSync(out, { recursive: true });
/** A part of the matrix never overwrites the figures of the whole. */
const matrixFile = args.only === undefined ? 'pacing' : 'pacing-part';
const compared = args.target === undefined ? pacers : { ...pacers, outdial: outdial(Number(args.target)) };
const file = (name) => new URL(name, out).pathname;
const percent = (value, digits = 2) => (100 * value).toFixed(digits);

const coldStartPicture = { title: '20 agents from a cold start', marks: [] };
const stepPicture = {
  title: '50 agents; the answer rate jumps from 20 to 40 % at 120 min and back at 180 min',
  marks: [120, 180],
};

function printTable(title, rows) {
  const table = new Table({
    head: [
      'pacer',
      'occupancy %',
      'talk min/h',
      'abandoned %',
      'worst quarter %',
      'wait s',
      'dials/answer',
      'us/decision',
      '% of optimum',
    ],
    style: { head: [], border: [] },
    colAligns: ['left', ...Array(8).fill('right')],
  });
  for (const [pacer, r] of Object.entries(rows)) {
    table.push([
      pacer,
      `${percent(r.occupancy)} +-${percent(r.occupancyError, 1)}`,
      r.talkMinutesPerHour.toFixed(1),
      `${percent(r.abandonment)} +-${percent(r.abandonmentError, 1)}`,
      percent(r.worstPeriod, 1),
      (r.waitBetweenCalls / 1_000).toFixed(1),
      r.dialsPerAnswer.toFixed(1),
      r.microsecondsPerDecision.toFixed(1),
      r.ofOptimum === undefined ? '' : percent(r.ofOptimum, 1),
    ]);
  }
  console.log(`\n${title}\n${table.toString()}`);
}

/** Rivals above ours at equal or lower abandonment: to be named, not hidden. */
const rivalsAhead = (rows) =>
  Object.entries(rows)
    .filter(
      ([pacer, r]) =>
        pacer !== 'outdial' &&
        r.occupancy > rows.outdial.occupancy &&
        r.abandonment <= Math.max(0.03, rows.outdial.abandonment),
    )
    .map(([pacer]) => pacer);

/** The conditions of the figures, for readers of the file. */
function circumstances() {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    encoding: 'utf8',
    cwd: new URL('.', import.meta.url).pathname,
  }).trim();
  return {
    commit,
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    processor: cpus()[0]?.model,
    answers,
    seeds,
  };
}

/** One row a floor and pacer, for docs/concepts/pacing-results.md. */
function markdown(results) {
  const lines = [
    '| floor | pacer | occupancy % | abandoned % | worst quarter % | wait s |',
    '|---|---|--:|--:|--:|--:|',
  ];
  for (const [floor, rows] of Object.entries(results)) {
    for (const [pacer, r] of Object.entries(rows)) {
      lines.push(
        `| ${floor} | ${pacer} | ${percent(r.occupancy, 1)} ± ${percent(r.occupancyError, 1)} ` +
          `| ${percent(r.abandonment)} ± ${percent(r.abandonmentError)} ` +
          `| ${percent(r.worstPeriod, 1)} | ${(r.waitBetweenCalls / 1_000).toFixed(1)} |`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

async function draw({ frontier, cold, step }) {
  await plotFrontier(file('pacing-frontier.svg'), frontier);
  await plotOverTime(file('pacing-cold-start.svg'), coldStartPicture, cold);
  await plotOverTime(file('pacing-step.svg'), stepPicture, step);
}

function measureMatrix() {
  const results = {};
  for (const [name, scenario] of Object.entries(scenarios({ full: args.full, answers }))) {
    if (args.only !== undefined && !new RegExp(args.only).test(name)) continue;
    results[name] = Object.fromEntries(
      Object.entries(compared).map(([pacer, make]) => [pacer, measure(scenario, make, seeds)]),
    );
    printTable(name, results[name]);
    const ahead = rivalsAhead(results[name]);
    console.log(
      ahead.length === 0
        ? 'No rival is ahead at equal or lower abandonment.'
        : `Ahead of outdial here: ${ahead.join(', ')}.`,
    );
    writeFileSync(file(`${matrixFile}.json`), JSON.stringify({ ...circumstances(), results }, null, 1));
    writeFileSync(file(`${matrixFile}.md`), markdown(results));
  }
  return results;
}

function measurePictures() {
  const floor = frontierScenario(args.full ? answers : 2 * answers);
  const curve = [0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.08].map((target) => ({
    target,
    ...measure(floor, outdial(target), seeds),
  }));
  const rivals = Object.entries(pacers)
    .filter(([pacer]) => pacer !== 'outdial')
    .map(([pacer, make]) => ({ pacer, ...measure(floor, make, seeds) }));
  const some = [
    'outdial',
    'VICIdial ADAPT_HARD_LIMIT, available, max 6',
    'Impact Dialing, 3 %',
    'progressive',
  ];
  const many = Array.from({ length: args.full ? 40 : 16 }, (_, i) => i + 1);
  const over = (scenario) =>
    Object.fromEntries(some.map((pacer) => [pacer, measurePeriods(scenario, pacers[pacer], many)]));
  return { frontier: { curve, rivals }, cold: over(coldStartScenario()), step: over(stepScenario()) };
}

if (args.shocks) {
  const { measureShocks } = await import('./shocks.mjs');
  const results = measureShocks({ seeds, only: args.only, pacers: args.pacers, full: args.full });
  const kept = JSON.stringify({ ...circumstances(), results }, null, 1);
  const isWhole = args.only === undefined && args.pacers === undefined;
  writeFileSync(file(isWhole ? 'pacing-shocks.json' : 'pacing-shocks-part.json'), kept);
} else if (args.scores) {
  const { measureScores } = await import('./scores.mjs');
  const results = measureScores({ seeds, answers, only: args.only });
  const kept = JSON.stringify({ ...circumstances(), results }, null, 1);
  writeFileSync(file(args.only === undefined ? 'pacing-scores.json' : 'pacing-scores-part.json'), kept);
} else if (args.inbound) {
  const { measureInbound } = await import('./inbound.mjs');
  const results = measureInbound({ seeds, answers, only: args.only });
  const kept = JSON.stringify({ ...circumstances(), results }, null, 1);
  writeFileSync(file(args.only === undefined ? 'pacing-inbound.json' : 'pacing-inbound-part.json'), kept);
} else if (args.floor) {
  const { measureFloors } = await import('./floor.mjs');
  const results = measureFloors({ full: args.full, answers, seeds, only: args.only });
  const kept = JSON.stringify({ ...circumstances(), results }, null, 1);
  writeFileSync(file(args.only === undefined ? 'floor.json' : 'floor-part.json'), kept);
  await plotFloors(file('pacing-floors.svg'), results);
} else if (args.redraw) await draw(JSON.parse(readFileSync(file('pacing.json'), 'utf8')));
else if (args.pictures) await draw(measurePictures());
else {
  const results = measureMatrix();
  if (args.only === undefined) {
    const pictures = measurePictures();
    writeFileSync(file('pacing.json'), JSON.stringify({ ...circumstances(), results, ...pictures }, null, 1));
    await draw(pictures);
  }
}
console.log(`\nFigures and pictures: ${file('')}pacing*`);
