// One measure for all compliance benchmarks: operations per second of this process's own processor time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Runs `operation` in rounds for about `seconds` of processor time after a warm-up. */
export function rate(operation, seconds = 1, batch = 2000) {
  for (let index = 0; index < batch * 5; index += 1) operation(index);
  const before = process.cpuUsage();
  const wall = process.hrtime.bigint();
  let count = 0;
  for (;;) {
    for (let index = 0; index < batch; index += 1) operation(count + index);
    count += batch;
    const used = process.cpuUsage(before);
    const busy = (used.user + used.system) / 1e6;
    if (busy >= seconds)
      return {
        perSecond: Math.round(count / busy),
        wallPerSecond: Math.round(count / (Number(process.hrtime.bigint() - wall) / 1e9)),
      };
  }
}

export function write(name, figures) {
  const folder = fileURLToPath(new URL('../out/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify(figures, null, 1)}\n`);
}
