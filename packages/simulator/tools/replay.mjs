// Replays the simulation of one seed or of a range, from the build:
//   npm run build && node packages/simulator/tools/replay.mjs --seed 17 [--count 10]
//   [--conversations | --callers] [--verbose | --json] Exit code 1 when one of them is not sound.
// --floor: the day of a whole floor; [--campaigns 1] [--agents 2] [--leads 40] [--minutes 6] at most of each,
// and
//   [--without schedules,fact-lost] leave out what is named (FAULT_KINDS and DAY_PARTS).
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import {
  callersScenarioOfSeed,
  conversationScenarioOfSeed,
  DAY_PARTS,
  FAULT_KINDS,
  floorDayOfSeed,
  scenarioOfSeed,
  simulateCampaign,
} from '../dist/index.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '0' },
    count: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    conversations: { type: 'boolean', default: false },
    callers: { type: 'boolean', default: false },
    floor: { type: 'boolean', default: false },
    campaigns: { type: 'string' },
    agents: { type: 'string' },
    leads: { type: 'string' },
    minutes: { type: 'string' },
    without: { type: 'string' },
  },
});
const first = Number(values.seed);
const count = Number(values.count);
if (!Number.isInteger(first) || !Number.isInteger(count) || count < 1) {
  throw new RangeError(
    `replay: --seed ${values.seed} --count ${values.count}: give a whole number as seed, and a whole number of seeds`,
  );
}

const scenarioOf = values.floor
  ? floorDay
  : values.conversations
    ? conversationScenarioOfSeed
    : values.callers
      ? callersScenarioOfSeed
      : scenarioOfSeed;
let broken = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const startedAt = performance.now();
  const { log, disk, ...result } = simulateCampaign(scenarioOf(seed));
  if (!isSound(result)) broken += 1;
  if (values.json)
    process.stdout.write(`${JSON.stringify({ ...result, evidenceHash: hashOf(log, disk) })}\n`);
  else report(result, performance.now() - startedAt);
}
process.exitCode = broken === 0 ? 0 : 1;

/** The day of a seed, with what the command line leaves out of it. */
function floorDay(seed) {
  const sizes = ['campaigns', 'agents', 'leads', 'minutes'].filter((size) => values[size] !== undefined);
  const without = values.without?.split(',') ?? [];
  const unknown = without.filter((name) => ![...DAY_PARTS, ...FAULT_KINDS].includes(name));
  if (unknown.length > 0)
    throw new RangeError(
      `replay: --without ${unknown.join(',')}: give some of ${[...DAY_PARTS, ...FAULT_KINDS].join(', ')}`,
    );
  return floorDayOfSeed({
    seed,
    without,
    ...Object.fromEntries(sizes.map((size) => [size, Number(values[size])])),
  });
}

function isSound({ audit, drained, engineFaults }) {
  return audit.violations.length === 0 && drained && engineFaults.length === 0;
}

/** Of everything that happened and everything that was written. */
function hashOf(log, disk) {
  const evidence = [log, [...disk.attempts.values()], [...disk.leads.values()], disk.learned, disk.audit];
  return createHash('sha256').update(JSON.stringify(evidence)).digest('hex');
}

function report(result, wallMs) {
  const { seed, audit, statistics, drained, crashes, commandsHash, virtualMs, engineFaults } = result;
  const verdict = isSound(result) ? 'ok' : 'BROKEN';
  const speed = Math.round(virtualMs / wallMs);
  const { dials, abandoned } = statistics;
  process.stdout.write(
    `seed ${seed}: ${verdict} hash ${commandsHash} calls ${dials} abandoned ${abandoned} crashes ${crashes} ` +
      `drained ${drained} ${Math.round(wallMs)} ms, ${speed} x real time\n`,
  );
  const shown = values.verbose ? audit.violations : audit.violations.slice(0, 5);
  for (const { invariant, what, subject, at } of shown)
    process.stdout.write(`  invariant ${invariant}: ${what} (${subject ?? '-'} at ${at ?? '-'})\n`);
  for (const fault of engineFaults) process.stdout.write(`  engine: ${fault}\n`);
  if (values.verbose) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
