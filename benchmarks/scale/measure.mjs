/**
 * `node benchmarks/scale/measure.mjs`: what one call costs a MariaDB: statements, commits, log, processor
 * time of the server. The store's workload runs with few leads and with more; the difference is what calls
 * cost.
 */
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { labInstance } from '../../lab/index.mjs';
import { freshMariadb, labAddress, mysql } from '../databases.mjs';

const run = promisify(execFile);
const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const FEW = 200;
const MORE = 1_000;
const TICKS_A_SECOND = 100;
const COUNTERS = {
  statements: 'Questions',
  commits: 'Com_commit',
  rowsRead: 'Innodb_rows_read',
  rowsWritten: 'Innodb_rows_inserted',
  logBytes: 'Innodb_os_log_written',
  sentBytes: 'Bytes_sent',
  receivedBytes: 'Bytes_received',
};

const address = await labAddress();
if (address === null) throw new Error('no MariaDB: lab/lab.sh up mariadb');

/** Processor seconds of the server that listens on the port. */
function serverSeconds() {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      // The lab's server does not name its port: its state folder has the digit of the lab.
      if (!command.includes('mariadbd') || !command.includes(`/lab/.run/${labInstance()}`)) continue;
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
    } catch {
      // It ended meanwhile.
    }
  }
  return NaN;
}

async function counters() {
  const connection = await mysql.createConnection(address);
  const [rows] = await connection.query('show global status');
  await connection.end();
  const values = new Map(rows.map((row) => [row.Variable_name, Number(row.Value)]));
  const found = Object.fromEntries(Object.entries(COUNTERS).map(([name, of]) => [name, values.get(of) ?? 0]));
  return { ...found, serverMs: serverSeconds() * 1_000 };
}

async function costOf(leads) {
  const { url, drop } = await freshMariadb(address);
  const before = await counters();
  await run(process.execPath, [`${CHECKOUT}benchmarks/store/workload.mjs`, CHECKOUT, url, String(leads)]);
  const after = await counters();
  await drop();
  return Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]]));
}

const few = await costOf(FEW);
const more = await costOf(MORE);
for (const name of Object.keys(few))
  console.log(`${name.padEnd(14)} ${((more[name] - few[name]) / (MORE - FEW)).toFixed(2)} a call`);
