/**
 * `npm run bench:history`: what a store with years of attempts takes to open, to report a day, to explain a
 * number and to dial, on SQLite and on the lab's MariaDB where it is up.
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
    sizes: { type: 'string', default: '16000,128000,1024000' },
    days: { type: 'string', default: '1000' },
    only: { type: 'string' },
    mysql: { type: 'string' },
  },
});
const sizes = values.sizes.split(',');
const server = values.mysql ?? (await labAddress());
const databases = {
  SQLite: freshSqlite,
  ...(server === null ? {} : { MariaDB: () => freshMariadb(server) }),
};

async function measured(database, attempts) {
  const { url, drop } = await database();
  try {
    const { stdout } = await run(process.execPath, [join(HERE, 'measure.mjs'), url, attempts, values.days]);
    return JSON.parse(stdout);
  } finally {
    await drop();
  }
}

for (const [name, database] of Object.entries(databases)) {
  if (values.only !== undefined && values.only !== name) continue;
  const found = [];
  for (const attempts of sizes) {
    found.push(await measured(database, attempts));
    process.stderr.write(`${name} ${JSON.stringify(found.at(-1))}\n`);
  }
  const table = new Table({
    head: ['step, ms (longest pause)', ...found.map(({ attempts }) => attempts.toLocaleString('en'))],
    colAligns: ['left', ...found.map(() => 'right')],
  });
  for (const [step, first] of Object.entries(found[0])) {
    const shown = ({ [step]: value }) =>
      typeof value === 'number' ? value.toFixed(0) : `${value.ms.toFixed(1)} (${value.pauseMs.toFixed(0)})`;
    if (typeof first === 'number' && step === 'attempts') continue;
    table.push([step, ...found.map(shown)]);
  }
  console.log(`\n${name}\n${table.toString()}`);
}
