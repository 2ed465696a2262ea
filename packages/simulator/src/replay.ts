/** Replays the simulation of one seed or of a range: `node packages/simulator/dist/replay.js --seed 17 [--count 10] [--verbose]`. */
import { parseArgs } from 'node:util';
import { simulateCampaign } from './campaign/simulate-campaign.js';
import type { SimulationResult } from './campaign/simulation-result.js';
import { scenarioOfSeed } from './scenario/scenario-of-seed.js';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '0' }, count: { type: 'string', default: '1' }, verbose: { type: 'boolean', default: false } } });
const first = Number(values.seed);
const count = Number(values.count);
let bad = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const startedAt = performance.now();
  const { log: _log, disk: _disk, ...result } = simulateCampaign(scenarioOfSeed(seed));
  const wallMs = performance.now() - startedAt;
  if (!isSound(result)) bad += 1;
  report(result, wallMs);
}
process.exitCode = bad === 0 ? 0 : 1;

function isSound(result: SimulationResult): boolean {
  return result.audit.violations.length === 0 && result.drained && result.engineFaults.length === 0;
}

function report(result: SimulationResult, wallMs: number): void {
  const { seed, audit, statistics, drained, crashes, commandsHash, virtualMs, engineFaults } = result;
  const speed = Math.round(virtualMs / wallMs);
  const line = `seed ${seed}: ${isSound(result) ? 'ok' : 'BROKEN'} hash ${commandsHash} calls ${statistics.dials} abandoned ${statistics.abandoned} crashes ${crashes} drained ${drained} ${Math.round(wallMs)} ms, ${speed} x real time`;
  process.stdout.write(`${line}\n`);
  for (const violation of audit.violations.slice(0, values.verbose ? Infinity : 5)) process.stdout.write(`  invariant ${violation.invariant}: ${violation.what} (${violation.subject ?? '-'} at ${violation.at ?? '-'})\n`);
  for (const fault of engineFaults) process.stdout.write(`  engine: ${fault}\n`);
  if (values.verbose) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
