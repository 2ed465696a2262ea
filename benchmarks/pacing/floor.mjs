/**
 * Two memoryless campaigns that share agents, against the exact optimum and other ways to share:
 * `npm run bench:pacing -- --floor [--full] [--answers N] [--seeds N] [--only PATTERN]`.
 */
import { createFloorPacer, createPacer } from '@outdial/core';
import {
  fixedAssignmentBaseline,
  floorOptimum,
  proportionalBaseline,
  samplers as s,
  simulateFloor,
  vicidialSharedBaseline,
} from '@outdial/simulator';
import Table from 'cli-table3';
import { halfWidth, mean } from './measure.mjs';

const campaign = (answerRate, handleTime, rest = {}) => ({
  answerRate,
  handleTime,
  ringTime: 15,
  weight: 1,
  target: 0.03,
  ...rest,
});
const agents = (first, second, both) => ({ first, second, both });

/** Times in s. Each floor: the two campaigns, and agents of the first, of the second and of both. */
const floors = {
  'alike, 4 shared': { campaigns: [campaign(0.3, 150), campaign(0.3, 150)], agents: agents(0, 0, 4) },
  'handle time 60 and 400 s, 4 shared': {
    campaigns: [campaign(0.3, 60), campaign(0.3, 400)],
    agents: agents(0, 0, 4),
  },
  'priority 1 and 0.9, 4 shared': {
    campaigns: [campaign(0.3, 150), campaign(0.3, 150, { weight: 0.9 })],
    agents: agents(0, 0, 4),
  },
  'alike, 2 + 2 specialists, 2 shared': {
    campaigns: [campaign(0.3, 150), campaign(0.3, 150)],
    agents: agents(2, 2, 2),
  },
};
const moreFloors = {
  'alike, 8 shared': { campaigns: [campaign(0.3, 150), campaign(0.3, 150)], agents: agents(0, 0, 8) },
  'answer rate 0.1 (400 s) and 0.5 (60 s), 4 shared': {
    campaigns: [campaign(0.1, 400), campaign(0.5, 60)],
    agents: agents(0, 0, 4),
  },
  'targets 1 and 3 %, 6 shared': {
    campaigns: [campaign(0.3, 150, { target: 0.01 }), campaign(0.3, 150)],
    agents: agents(0, 0, 6),
  },
  'ring 8 and 20 s, 6 shared': {
    campaigns: [campaign(0.3, 150, { ringTime: 8 }), campaign(0.3, 150, { ringTime: 20 })],
    agents: agents(0, 0, 6),
  },
  'alike, 4 specialists of one, 4 shared': {
    campaigns: [campaign(0.3, 150), campaign(0.3, 150)],
    agents: agents(0, 4, 4),
  },
  'priority 2 and 1, 3 + 1 specialists, 2 shared': {
    campaigns: [campaign(0.3, 150, { weight: 2 }), campaign(0.3, 150)],
    agents: agents(3, 1, 2),
  },
  'priority 2 and 1, 1 + 3 specialists, 2 shared': {
    campaigns: [campaign(0.3, 150, { weight: 2 }), campaign(0.3, 150)],
    agents: agents(1, 3, 2),
  },
  'answer rate 0.5 (60 s) and 0.2 (200 s), 2 + 2 specialists, 3 shared': {
    campaigns: [campaign(0.5, 60), campaign(0.2, 200)],
    agents: agents(2, 2, 3),
  },
};

const ids = ['first', 'second'];
const single = ({ target }) => createPacer({ mode: 'predictive', abandonment: { target }, connectGrace: 0 });
const alone = ({ campaigns }) =>
  campaigns.map((each, k) => ({ campaignId: ids[k], pacer: single(each), share: each.weight }));
const pacings = {
  'outdial floor pacer': ({ campaigns }) =>
    createFloorPacer({
      campaigns: campaigns.map(({ target, weight }, k) => ({
        campaignId: ids[k],
        mode: 'predictive',
        abandonment: { target },
        connectGrace: 0,
        priority: weight,
      })),
    }),
  'fixed assignment': (floor) => fixedAssignmentBaseline(alone(floor)),
  'proportional shares': (floor) => proportionalBaseline(alone(floor)),
  'VICIdial SHARED': () => vicidialSharedBaseline(ids),
  'VICIdial SHARED, max 6': () => vicidialSharedBaseline(ids, { maxLevel: 6 }),
};

function scenarioOf({ campaigns, agents: { first, second, both } }, answers, seed) {
  const everyone = first + second + both;
  const handle = Math.max(...campaigns.map(({ handleTime }) => handleTime)) * 1_000;
  const counted = (answers * handle) / (0.8 * everyone);
  return {
    campaigns: campaigns.map(({ answerRate, ringTime, handleTime }, k) => ({
      campaignId: ids[k],
      answerRate,
      ring: s.exponential(ringTime * 1_000),
      failure: s.exponential(ringTime * 1_000),
      talk: s.exponential(handleTime * 1_000),
      wrapUp: s.constant(0),
    })),
    agents: [{ count: first, campaigns: [ids[0]] }, { count: second, campaigns: [ids[1]] }, { count: both }],
    connectGrace: 0,
    duration: counted * 1.2,
    warmUp: counted * 0.2,
    seed,
    tick: 5_000,
  };
}

function measureFloor(floor, make, { answers, seeds }) {
  const runs = seeds.map((seed) => simulateFloor(scenarioOf(floor, answers, seed), make(floor)));
  const weighted = runs.map((run) =>
    floor.campaigns.reduce((sum, { weight }, k) => sum + weight * run.campaigns.get(ids[k]).busyShare, 0),
  );
  return {
    weighted: mean(weighted),
    weightedError: halfWidth(weighted),
    occupancy: mean(runs.map((run) => run.occupancy)),
    campaigns: ids.map((id) => {
      const each = runs.map((run) => run.campaigns.get(id));
      const total = (of) => each.reduce((sum, one) => sum + of(one), 0);
      const answered = total((one) => one.answers);
      return {
        answers: answered,
        abandonment: total((one) => one.abandoned) / Math.max(1, answered),
        abandonmentError: halfWidth(each.map((one) => one.abandonment)),
        busyShare: mean(each.map((one) => one.busyShare)),
      };
    }),
  };
}

/** Prints one table a floor. @returns the rows by floor and pacing, with the optimum of the floor. */
export function measureFloors({ full, answers, seeds, only }) {
  const results = {};
  for (const [name, floor] of Object.entries(full ? { ...floors, ...moreFloors } : floors)) {
    if (only !== undefined && !new RegExp(only).test(name)) continue;
    const { weightedOccupancy: optimum } = floorOptimum(floor);
    const rows = Object.fromEntries(
      Object.entries(pacings).map(([pacing, make]) => [
        pacing,
        measureFloor(floor, make, { answers, seeds }),
      ]),
    );
    results[name] = { optimum, rows };
    print(name, results[name]);
  }
  return results;
}

const percent = (value, digits = 2) => (100 * value).toFixed(digits);

function print(name, { optimum, rows }) {
  const table = new Table({
    head: [
      'pacing',
      'weighted %',
      '% of optimum',
      'abandoned % (first)',
      'abandoned % (second)',
      'busy % each',
    ],
    style: { head: [], border: [] },
    colAligns: ['left', ...Array(5).fill('right')],
  });
  for (const [pacing, row] of Object.entries(rows)) {
    table.push([
      pacing,
      `${percent(row.weighted)} +-${percent(row.weightedError)}`,
      `${percent(row.weighted / optimum, 1)} +-${percent(row.weightedError / optimum, 1)}`,
      ...row.campaigns.map(
        ({ answers, abandonment, abandonmentError }) =>
          `${percent(abandonment)} +-${percent(abandonmentError)} of ${answers}`,
      ),
      row.campaigns.map(({ busyShare }) => percent(busyShare, 0)).join(' + '),
    ]);
  }
  console.log(`\n${name}: optimum ${percent(optimum)} % (+- is the 95 % confidence interval over the seeds)`);
  console.log(table.toString());
}
