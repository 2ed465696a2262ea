/**
 * `npm run bench:lists`: what the store's work beside live calls costs with lists of ten thousand, a hundred
 * thousand and a million leads, on SQLite and on the lab's MariaDB where it is up.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import Table from 'cli-table3';
import { freshMariadb, freshSqlite, labAddress } from '../databases.mjs';

const run = promisify(execFile);
const HERE = fileURLToPath(new URL('.', import.meta.url));

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    only: { type: 'string' },
    mysql: { type: 'string' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const server = values.mysql ?? (await labAddress());
const databases = {
  SQLite: freshSqlite,
  ...(server === null ? {} : { MariaDB: () => freshMariadb(server) }),
};
if (server === null) console.log('No MariaDB: `lab/lab.sh up mariadb`, or name one with --mysql.');

async function measured(database, leads) {
  const { url, drop } = await database();
  try {
    const { stdout } = await run(process.execPath, [join(HERE, 'measure.mjs'), url, String(leads)]);
    return JSON.parse(stdout);
  } finally {
    await drop();
  }
}

const shown = (of, digits) => (of === null ? '' : of.toFixed(digits));
for (const [name, database] of Object.entries(databases)) {
  if (values.only !== undefined && values.only !== name) continue;
  const found = [];
  for (const leads of sizes) {
    found.push(await measured(database, leads));
    process.stderr.write('.');
  }
  const columns = name === 'SQLite' ? ['ms', 'CPU ms', 'pause ms'] : ['ms', 'CPU ms', 'rows read'];
  const table = new Table({
    head: ['step', ...sizes.flatMap((size) => columns.map((column) => `${size.toExponential(0)} ${column}`))],
    colAligns: ['left', ...sizes.flatMap(() => columns.map(() => 'right'))],
  });
  for (const step of Object.keys(found[0])) {
    const cells = found.flatMap(({ [step]: { ms, cpuMs, rows, pauseMs } }) => [
      shown(ms, 2),
      shown(cpuMs, 2),
      name === 'SQLite' ? shown(pauseMs, 0) : shown(rows, 0),
    ]);
    table.push([step, ...cells]);
  }
  console.log(`\n${name}\n${table.toString()}`);
}
