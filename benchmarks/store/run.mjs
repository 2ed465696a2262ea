/**
 * `npm run bench:store`: leads added, claimed, opened and closed a second, on SQLite and on the lab's MariaDB
 * where it is up. With `--before <checkout>` (built) both run by turns, and ratios are printed.
 */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import Table from 'cli-table3';
import { freshMariadb, freshSqlite, labAddress } from '../databases.mjs';

const run = promisify(execFile);
const HERE = fileURLToPath(new URL('.', import.meta.url));
const STEPS = ['add', 'claim', 'open', 'close'];
/** Most that a step may be slower than before. */
const SLOWER_MOST = 0.05;

const { values } = parseArgs({
  options: {
    before: { type: 'string' },
    leads: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '5' },
    mysql: { type: 'string' },
  },
});
const now = resolve(HERE, '../..');
const before = values.before === undefined ? null : resolve(values.before);
const checkouts = before ? { before, now } : { now };

const server = values.mysql ?? (await labAddress());
/** Fresh databases: a file, and where there is a server a schema of its own. */
const databases = {
  SQLite: freshSqlite,
  ...(server === null ? {} : { MariaDB: () => freshMariadb(server) }),
};
if (server === null) console.log('No MariaDB: `lab/lab.sh up mariadb`, or name one with --mysql.');

async function workload(checkout, database) {
  const { url, drop } = await database();
  try {
    const { stdout } = await run(process.execPath, [join(HERE, 'workload.mjs'), checkout, url, values.leads]);
    return JSON.parse(stdout);
  } finally {
    await drop();
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const table = new Table({
  head: [
    'database',
    'step',
    ...(before ? ['before /s', 'now /s', 'ratio', 'CPU before', 'CPU now', 'CPU ratio'] : ['/s', 'CPU us']),
  ],
  colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right'],
});
let slower = false;
for (const [name, database] of Object.entries(databases)) {
  const runs = { before: [], now: [] };
  for (let round = 0; round < Number(values.rounds); round += 1) {
    // Each comes first as often as second: a machine that gets warm or busy favours neither.
    const order = Object.entries(checkouts);
    for (const [which, checkout] of round % 2 === 0 ? order : order.reverse())
      runs[which].push(await workload(checkout, database));
    process.stderr.write('.');
  }
  for (const step of STEPS) {
    const rate = (which) => median(runs[which].map((one) => (one.count / one[step].ms) * 1_000));
    const cpu = (which) => median(runs[which].map((one) => (one[step].cpuMs * 1_000) / one.count));
    if (!before) {
      table.push([name, step, rate('now').toFixed(0), cpu('now').toFixed(0)]);
      continue;
    }
    // Pairs of one round meet the same machine: the ratio of each, then the middle one.
    const ratio = (of) => median(runs.now.map((one, index) => of(one[step]) / of(runs.before[index][step])));
    const [time, work] = [1 / ratio((cost) => cost.ms), ratio((cost) => cost.cpuMs)];
    if (time < 1 - SLOWER_MOST && work > 1 + SLOWER_MOST) slower = true;
    table.push([
      name,
      step,
      rate('before').toFixed(0),
      rate('now').toFixed(0),
      time.toFixed(2),
      `${cpu('before').toFixed(0)} us`,
      `${cpu('now').toFixed(0)} us`,
      work.toFixed(2),
    ]);
  }
}
console.log(`\n${table.toString()}`);
if (slower) {
  console.log(`A step is more than ${SLOWER_MOST * 100} % slower than before.`);
  process.exitCode = 1;
}
