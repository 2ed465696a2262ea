/**
 * Two predictive campaigns of a whole floor, through the engine and the carrier, with agents shared and
 * apart: `node benchmarks/pacing/whole-floor.mjs [--own N] [--shared N] [--hours N] [--seeds N]` (built).
 */
import { parseArgs } from 'node:util';
import {
  createSimulatedList,
  DEFAULT_AGENTS,
  DEFAULT_CARRIER,
  simulateCampaign,
  simulatedSettings,
} from '@outdial/simulator';
import Table from 'cli-table3';

const { values } = parseArgs({
  options: {
    own: { type: 'string', default: '1' },
    shared: { type: 'string', default: '6' },
    hours: { type: 'string', default: '3' },
    seeds: { type: 'string', default: '2' },
  },
});
const HOUR = 3_600_000;
const START = Date.UTC(2026, 5, 2, 9);
const ids = ['sales', 'service'];

/** Each campaign has agents of its own; the others log in to one by turns and take calls of both. */
function agentsOf(own, shared) {
  const agents = ids.flatMap((campaignId) =>
    Array.from({ length: own }, (_, i) => ({ agentId: `${campaignId}-${i}`, campaignId })),
  );
  for (let i = 0; i < shared; i += 1)
    agents.push({ agentId: `both-${i}`, campaignId: ids[i % 2], alsoFor: [ids[(i + 1) % 2]] });
  return agents;
}

function run(seed, sharesAgents) {
  const startsAt = START - 24 * HOUR;
  const limits = { lines: 200, callsPerSecond: 20 };
  return simulateCampaign({
    seed,
    settings: ids.map((campaignId) =>
      simulatedSettings({ campaignId, mode: 'predictive', startsAt }, limits),
    ),
    agents: agentsOf(Number(values.own), Number(values.shared)),
    list: createSimulatedList({ seed, leads: 20_000 }),
    startAt: START,
    duration: Number(values.hours) * HOUR,
    carrier: { ...DEFAULT_CARRIER, answerRateByHour: Array(24).fill(0.3) },
    behaviour: { ...DEFAULT_AGENTS, breakEvery: null },
    trunk: { lines: 500, callsPerSecond: 50 },
    sharesAgents,
  });
}

const table = new Table({
  head: ['agents', 'seed', 'occupancy %', 'heard an agent', 'abandoned %', 'broken invariants'],
  style: { head: [], border: [], compact: true },
});
for (const sharesAgents of [false, true]) {
  for (let seed = 1; seed <= Number(values.seeds); seed += 1) {
    const { statistics, audit, engineFaults } = run(seed, sharesAgents);
    table.push([
      sharesAgents ? 'shared' : 'apart',
      seed,
      (100 * statistics.occupancy).toFixed(1),
      statistics.heardAnAgent,
      (100 * statistics.abandonmentRate).toFixed(2),
      audit.violations.length + engineFaults.length,
    ]);
  }
}
console.log(table.toString());
