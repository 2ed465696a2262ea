/**
 * `npm run bench:import`: a messy list imported, beside `LOAD DATA` and bare inserts of the same clean rows
 * into copies of the same tables, in one run. With `--before <checkout>` (built) its import runs in the same
 * rounds.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import Table from 'cli-table3';
import { freshMariadb, freshSqlite, labAddress, mysql } from '../databases.mjs';
import { writeCleanRows } from './clean-rows.mjs';
import { writeMessyRows } from './messy-rows.mjs';

const run = promisify(execFile);
const HERE = fileURLToPath(new URL('.', import.meta.url));
const NOW = resolve(HERE, '../..');
/** MariaDB 10.11 counts processor time of its threads by the clock of the system. */
const TICKS_A_SECOND = 100;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '9' },
    only: { type: 'string' },
    'skip-bare': { type: 'boolean', default: false },
    mysql: { type: 'string' },
    before: { type: 'string' },
  },
});
const rows = Number(values.rows);
const folder = mkdtempSync(join(tmpdir(), 'outdial-bench-import-'));
const list = join(folder, 'list.csv');
const server = values.only === 'sqlite' ? null : (values.mysql ?? (await labAddress()));
if (server === null && values.only !== 'sqlite')
  console.log('No MariaDB: `lab/lab.sh up mariadb`, or name one with --mysql.');

/** Costs by the name of the way, one a round. */
const costs = new Map();

async function once(name, script, ...args) {
  const serverBefore = name.startsWith('MariaDB') ? await serverCpuMs() : null;
  const { stdout } = await run(process.execPath, [join(HERE, script), ...args]);
  const cost = JSON.parse(stdout);
  if (serverBefore !== null) cost.serverMs = (await serverCpuMs()) - serverBefore;
  costs.set(name, [...(costs.get(name) ?? []), cost]);
  process.stderr.write('.');
  return cost;
}

/** Processor time of a server on this machine, ms; null where it is elsewhere. */
async function serverCpuMs() {
  const connection = await mysql.createConnection(server);
  try {
    const [[{ path }]] = await connection.query('select @@pid_file path');
    const stat = readFileSync(`/proc/${readFileSync(path, 'utf8').trim()}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return ((Number(user) + Number(system)) * 1_000) / TICKS_A_SECOND;
  } catch {
    return null;
  } finally {
    await connection.end();
  }
}

const checkouts = { ...(values.before ? { before: resolve(values.before) } : {}), import: NOW };

/** Imports into SQLite; the clean rows of the last one are kept for the rest of the round. */
async function sqliteRound(facts) {
  for (const [name, checkout] of Object.entries(checkouts)) {
    const { url, drop } = await freshSqlite();
    if (values.only !== 'mariadb' || name === 'import')
      await once(`SQLite ${name}`, 'import-once.mjs', checkout, url, list);
    if (name === 'import') writeFileSync(facts, JSON.stringify(await writeCleanRows(url, folder)));
    await drop();
  }
  if (values.only === 'mariadb' || values['skip-bare']) return;
  const bare = join(folder, 'bare.db');
  await once('SQLite bare insert', 'clean-once.mjs', 'bare-sqlite', bare, facts);
  rmSync(bare, { force: true });
}

async function mariadbRound(facts) {
  for (const [name, checkout] of Object.entries(checkouts)) {
    const { url, drop } = await freshMariadb(server);
    await once(`MariaDB ${name}`, 'import-once.mjs', checkout, url, list);
    if (name === 'import') {
      await once('MariaDB LOAD DATA', 'clean-once.mjs', 'load-data', url, facts);
      if (!values['skip-bare']) await once('MariaDB bare insert', 'clean-once.mjs', 'bare-mysql', url, facts);
    }
    await drop();
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const middle = (name, of) => median((costs.get(name) ?? []).map(of));

/** Pairs of one round meet the same machine: the ratio of each, then the middle one. */
function timesOf(name, base) {
  const [ours, theirs] = [costs.get(name), costs.get(base)];
  if (!ours || !theirs || name === base) return '';
  return median(ours.map((cost, round) => cost.ms / theirs[round].ms)).toFixed(2);
}

try {
  await writeMessyRows(list, { rows, seed: Number(values.seed) });
  const facts = join(folder, 'clean-rows.json');
  for (let round = 0; round < Number(values.rounds); round += 1) {
    await sqliteRound(facts);
    if (server !== null) await mariadbRound(facts);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const table = new Table({
  head: [
    'way',
    'rows/s',
    'x LOAD DATA',
    'x bare',
    'CPU us/row',
    'server us/row',
    'block ms',
    'ran ms',
    'peak MB',
  ],
  colAligns: ['left', ...new Array(8).fill('right')],
});
for (const name of costs.keys()) {
  const [database] = name.split(' ');
  const serverMs = middle(name, (cost) => cost.serverMs ?? Number.NaN);
  table.push([
    name,
    middle(name, (cost) => (rows / cost.ms) * 1_000).toFixed(0),
    timesOf(name, 'MariaDB LOAD DATA').repeat(database === 'MariaDB' ? 1 : 0),
    timesOf(name, `${database} bare insert`),
    middle(name, (cost) => (cost.cpuMs * 1_000) / rows).toFixed(1),
    Number.isNaN(serverMs) ? '' : ((serverMs * 1_000) / rows).toFixed(1),
    middle(name, (cost) => cost.blockMs).toFixed(0),
    middle(name, (cost) => cost.blockRanMs).toFixed(0),
    middle(name, (cost) => cost.peakMb).toFixed(0),
  ]);
}
console.log(`\n${rows} messy rows, ${values.rounds} rounds, the middle of each.\n${table.toString()}`);
