/**
 * Agents of a predictive campaign who also get calls from the flow of an agentless one, about three tenths of
 * their time: `node benchmarks/pacing/flow-calls.mjs [--seeds N]` (built).
 */
import { parseArgs } from 'node:util';
import { createFloorPacer } from '@outdial/core';
import { samplers as s, simulateFloor } from '@outdial/simulator';
import Table from 'cli-table3';
import { halfWidth, mean } from './measure.mjs';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '3' } } });
const percent = (value, digits = 2) => (100 * value).toFixed(digits);

/** Memoryless; of the flow's calls, those are answered who ask it for an agent. */
const campaign = (campaignId, ringTime) => ({
  campaignId,
  answerRate: 0.3,
  ring: s.exponential(ringTime),
  failure: s.exponential(ringTime),
  talk: s.exponential(150_000),
  wrapUp: s.constant(0),
});

const runs = Array.from({ length: Number(values.seeds) }, (_, i) => {
  const pacer = createFloorPacer({
    campaigns: [
      { campaignId: 'flow', mode: 'agentless', lines: 4, connectGrace: 0 },
      { campaignId: 'sales', mode: 'predictive', abandonment: { target: 0.03 }, connectGrace: 0 },
    ],
  });
  const scenario = { connectGrace: 0, duration: 40_000_000, warmUp: 6_000_000, seed: i + 1, tick: 5_000 };
  return simulateFloor(
    {
      ...scenario,
      campaigns: [campaign('flow', 60_000), campaign('sales', 15_000)],
      agents: [{ count: 10 }],
    },
    pacer,
  );
});
const sales = runs.map(({ campaigns }) => campaigns.get('sales'));
const answers = sales.reduce((sum, one) => sum + one.answers, 0);
const abandoned = sales.reduce((sum, one) => sum + one.abandoned, 0);
const occupancy = runs.map((run) => run.occupancy);
const table = new Table({ head: ['occupancy %', 'abandoned %', 'answers'], style: { head: [], border: [] } });
table.push([
  `${percent(mean(occupancy))} +-${percent(halfWidth(occupancy))}`,
  percent(abandoned / answers),
  answers,
]);
console.log(table.toString());
