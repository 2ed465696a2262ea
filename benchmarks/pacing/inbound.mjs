/**
 * Floors whose agents also take calls that come in, beside their exact optimum: `npm run bench:pacing --
 * --inbound [--answers N] [--seeds N] [--only PATTERN]`
 */
import Table from 'cli-table3';
import { inboundCampaign, inboundOptimum, inboundScenario, simulatePacing } from '@outdial/simulator';
import { halfWidth, mean } from './measure.mjs';
import { pacers } from './pacers.mjs';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** 80 % within 20 s. */
const TARGETS = { abandonment: 0.03, late: 0.2 };
const percent = (value, digits = 1) => (100 * value).toFixed(digits);

const floors = [
  { agents: 5, answerRate: 0.3, handleTime: 150, inboundShare: 0.2 },
  { agents: 8, answerRate: 0.3, handleTime: 150, inboundShare: 0.3 },
  { agents: 10, answerRate: 0.3, handleTime: 150, inboundShare: 0.3 },
  { agents: 10, answerRate: 0.3, handleTime: 400, inboundShare: 0.2 },
  { agents: 10, answerRate: 0.1, handleTime: 150, inboundShare: 0.5 },
  { agents: 20, answerRate: 0.3, handleTime: 150, inboundShare: 0.2 },
];
const daily = (elapsed) => 1 + Math.sin((2 * Math.PI * elapsed) / DAY_MS);
const nameOf = ({ agents, answerRate, handleTime, inboundShare }) =>
  `${agents} agents, p ${answerRate}, ${handleTime} s, ${percent(inboundShare, 0)} % inbound`;

/**
 * Every floor whose name fits, with every pacer; the last floor also with a rate that varies over the day.
 */
export function measureInbound({ seeds, answers, only = '' }) {
  const compared = { outdial: pacers.outdial, progressive: pacers.progressive };
  const results = {};
  for (const floor of floors) {
    const name = nameOf(floor);
    if (!new RegExp(only).test(name)) continue;
    const optimum = inboundOptimum(inboundCampaign(floor), TARGETS);
    results[name] = { optimum, ...measured(inboundScenario(floor), compared, { floor, answers, seeds }) };
    print(name, results[name]);
  }
  const varying = floors.at(-1);
  const name = `${nameOf(varying)}, none to twice as many over the day`;
  if (new RegExp(only).test(name)) {
    const times = { duration: 4 * DAY_MS, warmUp: DAY_MS };
    results[name] = measured({ ...inboundScenario(varying, daily), ...times }, compared, { seeds });
    print(name, results[name]);
  }
  return results;
}

function measured(scenario, compared, { floor, answers, seeds }) {
  const counted =
    floor && (answers * floor.handleTime * 1_000) / (0.8 * floor.agents * (1 - floor.inboundShare));
  const times = floor ? { duration: 1.2 * counted, warmUp: 0.2 * counted } : {};
  return Object.fromEntries(
    Object.entries(compared).map(([pacer, make]) => {
      const runs = seeds.map((seed) => simulatePacing({ ...scenario, ...times, seed }, make(scenario)));
      const sum = (of) => runs.reduce((total, run) => total + run[of], 0);
      return [
        pacer,
        {
          occupancy: mean(runs.map((run) => run.occupancy)),
          occupancyError: halfWidth(runs.map((run) => run.occupancy)),
          abandonment: sum('abandoned') / Math.max(1, sum('answers')),
          late: sum('late') / Math.max(1, sum('inbound')),
          answers: sum('answers'),
          inbound: sum('inbound'),
        },
      ];
    }),
  );
}

function print(name, { optimum, ...rows }) {
  const table = new Table({
    head: ['pacer', 'occupancy %', '% of optimum', 'abandoned %', 'answers', 'late %', 'came in'],
    style: { head: [], border: [] },
    colAligns: ['left', ...Array(6).fill('right')],
  });
  if (optimum !== undefined)
    table.push([
      'optimum',
      percent(optimum.occupancy),
      '',
      percent(optimum.abandonment, 2),
      '',
      percent(optimum.late),
      '',
    ]);
  for (const [pacer, r] of Object.entries(rows))
    table.push([
      pacer,
      `${percent(r.occupancy)} +-${percent(r.occupancyError)}`,
      optimum === undefined ? '' : percent(r.occupancy / optimum.occupancy),
      percent(r.abandonment, 2),
      r.answers,
      percent(r.late),
      r.inbound,
    ]);
  console.log(`\n${name}\n${table.toString()}`);
}
