// A predictive campaign over days, with restarts, against an abandonment limit; from the build:
//   npm run build && node packages/simulator/tools/days.mjs --days 3 --period-days 1
//   [--agents 6] [--limit 0.03] [--target 0.06] [--seed 1] [--json]
import { parseArgs } from 'node:util';
import { countPeriods, daysOfCalling, simulateCampaign } from '../dist/index.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: '3' },
    'period-days': { type: 'string', default: '1' },
    agents: { type: 'string', default: '6' },
    limit: { type: 'string', default: '0.03' },
    target: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const asked = {
  seed: Number(values.seed),
  days: Number(values.days),
  periodDays: Number(values['period-days']),
  agents: Number(values.agents),
  limit: Number(values.limit),
  ...(values.target === undefined ? {} : { target: Number(values.target) }),
};
for (const [name, value] of Object.entries(asked))
  if (!Number.isFinite(value) || value < 0)
    throw new RangeError(`days: ${name} is ${value}: give a number of 0 or more`);

const startedAt = performance.now();
const { disk, audit, drained, engineFaults, crashes, statistics } = simulateCampaign(daysOfCalling(asked));
const result = {
  ...asked,
  crashes,
  drained,
  engineFaults,
  dials: statistics.dials,
  violations: audit.violations.slice(0, 10),
  budgetChecks: audit.checks['5'] ?? 0,
  turns: disk.audit.filter(({ kind }) => kind === 'governor.turned').length,
  periods: countPeriods(disk, asked),
  wallMs: Math.round(performance.now() - startedAt),
};
if (values.json) console.log(JSON.stringify(result));
else {
  console.log(
    `${asked.days} days, ${asked.agents} agents, ${crashes} restarts, ${result.dials} calls, ` +
      `governor turned ${result.turns} times, ${audit.violations.length} violations, ` +
      `${(result.wallMs / 1_000).toFixed(0)} s`,
  );
  result.periods.forEach(({ liveAnswers, abandoned }, index) =>
    console.log(
      `period ${index + 1}: ${abandoned} of ${liveAnswers} live answers abandoned, ` +
        `${((100 * abandoned) / liveAnswers).toFixed(2)} %`,
    ),
  );
}
