/**
 * Builds, writes, loads and looks up a do-not-call list over 200,000 exchanges: prints JSON. Its arguments
 * are the checkout to measure and how many numbers.
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { packageOf } from '../by-turns.mjs';

const [, , checkout, size, step, path] = process.argv;
const { DoNotCallBuilder, DoNotCallSet } = await packageOf(checkout, 'compliance');
const numbers = Number(size);
const file = join(tmpdir(), `outdial-dnc-${process.pid}.odnc`);
const seconds = (from) => Number(process.hrtime.bigint() - from) / 1e9;
const cpu = (from) => {
  const used = process.cpuUsage(from);
  return (used.user + used.system) / 1e6;
};
const resident = () => Math.round(process.resourceUsage().maxRSS / 1024);
/** A number of the list: exchange by a multiplicative walk over 200,000, line by another. */
const key = (index) => {
  const exchange = index % 200_000;
  return (
    (1_201_000 + exchange * 3.99 - ((exchange * 3.99) % 1)) * 10_000 +
    ((Math.floor(index / 200_000) * 7 + exchange) % 10_000)
  );
};

if (step === 'read') {
  const loadFrom = process.hrtime.bigint();
  const loadCpu = process.cpuUsage();
  const set = DoNotCallSet.fromBytes(readFileSync(path));
  const load = { wall: seconds(loadFrom), processor: cpu(loadCpu) };
  const looks = 10_000_000;
  const keys = Float64Array.from({ length: 1_000_000 }, (_, index) =>
    key(Math.floor((index * 2654435761) % (numbers * 2))),
  );
  const lookCpu = process.cpuUsage();
  let found = 0;
  for (let index = 0; index < looks; index += 1) if (set.hasKey(keys[index % keys.length])) found += 1;
  const used = cpu(lookCpu);
  process.stdout.write(
    JSON.stringify({
      size: set.size,
      loadSeconds: load.wall,
      loadProcessorSeconds: load.processor,
      lookupsPerSecond: Math.round(looks / used),
      found,
      residentMB: resident(),
    }),
  );
} else {
  const from = process.hrtime.bigint();
  const buildCpu = process.cpuUsage();
  const builder = new DoNotCallBuilder();
  for (let index = 0; index < numbers; index += 1) builder.addKey(key(index));
  const handle = openSync(file, 'w');
  let bytes = 0;
  for (const chunk of builder.toChunks({ date: '2026-11-01', source: 'benchmark' }))
    bytes += writeSync(handle, chunk);
  closeSync(handle);
  const build = {
    numbers,
    buildAndWriteSeconds: seconds(from),
    processorSeconds: cpu(buildCpu),
    fileMB: Math.round(bytes / 1e6),
    residentMB: resident(),
  };
  const read = JSON.parse(
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), checkout, size, 'read', file], {
      encoding: 'utf8',
    }).stdout,
  );
  rmSync(file);
  process.stdout.write(JSON.stringify({ build, read }));
}
