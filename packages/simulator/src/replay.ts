/** Replays the simulation of one seed or of a range: `node packages/simulator/dist/replay.js --seed 17 [--count 10] [--verbose | --json]`. Exit code 1 when one is not sound. */
import { parseArgs } from 'node:util';
import { createRunningHash } from './campaign/running-hash.js';
import { simulateCampaign } from './campaign/simulate-campaign.js';
import type { SimulationEvidence, SimulationResult } from './campaign/simulation-result.js';
import { scenarioOfSeed } from './scenario/scenario-of-seed.js';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '0' }, count: { type: 'string', default: '1' }, verbose: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
const first = Number(values.seed);
const count = Number(values.count);
if (!Number.isInteger(first) || !Number.isInteger(count) || count < 1) throw new RangeError(`replay: --seed ${values.seed} --count ${values.count}: a whole number of seeds from a whole number on, please`);
let broken = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const startedAt = performance.now();
  const { log, disk, ...result } = simulateCampaign(scenarioOfSeed(seed));
  if (!isSound(result)) broken += 1;
  if (values.json) process.stdout.write(`${JSON.stringify({ ...result, evidenceHash: hashOf({ log, disk }) })}\n`);
  else report(result, performance.now() - startedAt);
}
process.exitCode = broken === 0 ? 0 : 1;

function isSound(result: SimulationResult): boolean {
  return result.audit.violations.length === 0 && result.drained && result.engineFaults.length === 0;
}

/** Of everything that happened and everything that was written. */
function hashOf({ log, disk }: SimulationEvidence): string {
  const hash = createRunningHash();
  hash.add(JSON.stringify([log, [...disk.attempts.values()], [...disk.leads.values()], disk.learned, disk.audit]));
  return hash.digest();
}

function report(result: SimulationResult, wallMs: number): void {
  const { seed, audit, statistics, drained, crashes, commandsHash, virtualMs, engineFaults } = result;
  const speed = Math.round(virtualMs / wallMs);
  const verdict = isSound(result) ? 'ok' : 'BROKEN';
  process.stdout.write(
    `seed ${seed}: ${verdict} hash ${commandsHash} calls ${statistics.dials} abandoned ${statistics.abandoned} crashes ${crashes} drained ${drained} ${Math.round(wallMs)} ms, ${speed} x real time\n`,
  );
  for (const violation of audit.violations.slice(0, values.verbose ? Infinity : 5)) {
    process.stdout.write(`  invariant ${violation.invariant}: ${violation.what} (${violation.subject ?? '-'} at ${violation.at ?? '-'})\n`);
  }
  for (const fault of engineFaults) process.stdout.write(`  engine: ${fault}\n`);
  if (values.verbose) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
