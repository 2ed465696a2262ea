/**
 * What a call costs the whole engine, on the scripted Asterisk: processor time by rate and store, and with
 * `--profile` where it goes. With `--before <checkout>` (built) both run by turns.
 */
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checkoutsOf, median, ratioOf } from '../by-turns.mjs';
import { freshMariadb, freshSqlite, labAddress } from '../databases.mjs';
import { load } from './machine.mjs';

const run = promisify(execFile);
/** Of calls: the compiler has the hot paths after these. */
const WARM_CALLS = 1_000;
/** At the end the calls come no more at their rate. */
const LAST_SECONDS = 2;
/** Conversations of a second, with what is around them. */
const AGENTS_A_CALL_A_SECOND = 2;

const AGENTS_MOST = 400;
const PASSWORD = 'BENCH_DB_PASSWORD';

/**
 * Runs all of it and prints tables.
 *
 * @returns the figures of each run
 */
export async function measureEngineCost({ rates, seconds, rounds, before, stores, profile }) {
  const checkouts = checkoutsOf(before);
  const found = { loads: [], runs: {}, counted: {} };
  for (const [name, fresh] of Object.entries(await databases(stores))) {
    for (const rate of rates) {
      const runs = Object.fromEntries(Object.keys(checkouts).map((which) => [which, []]));
      for (let round = 0; round < rounds; round += 1) {
        // Each comes first as often as second: a machine that gets warm or busy favours neither.
        const order = Object.entries(checkouts);
        for (const [which, checkout] of round % 2 === 0 ? order : order.reverse()) {
          found.loads.push(load());
          runs[which].push(await measureOne(checkout, fresh, { rate, seconds }));
          process.stderr.write('.');
        }
      }
      found.runs[`${name} at ${rate}`] = runs;
    }
    const [rate] = rates.slice(-1);
    // Sampling and counting cost a little: such runs give no times.
    for (const [which, checkout] of profile ? Object.entries(checkouts) : []) {
      const file = fileURLToPath(new URL(`../out/engine-${name}-${which}.cpuprofile`, import.meta.url));
      const one = await measureOne(checkout, fresh, { rate, seconds, profile: file, counted: true });
      found.counted[name] = { ...found.counted[name], [which]: one };
    }
  }
  process.stderr.write('\n');
  printTimes(found.runs);
  for (const [name, counted] of Object.entries(found.counted)) printShares(name, counted);
  return found;
}

/** Fresh databases by name: SQLite, and MariaDB where the lab's is up. */
async function databases(stores) {
  const address = await labAddress();
  if (address === null) console.log('No MariaDB: `lab/lab.sh up mariadb`.');
  const all = {
    SQLite: freshSqlite,
    ...(address === null ? {} : { MariaDB: () => freshMariadb(address) }),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => stores?.includes(name) ?? true));
}

/** One run: a scripted server and an engine in processes of their own, on a fresh database. */
async function measureOne(checkout, fresh, { rate, seconds, profile, counted = false }) {
  const { url, drop } = await fresh();
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  if (password !== '') address.password = '';
  const server = fork(fileURLToPath(new URL('scripted-server.mjs', import.meta.url)));
  try {
    const [{ url: ari }] = await once(server, 'message');
    const last = LAST_SECONDS * rate;
    const agents = Math.min(AGENTS_MOST, AGENTS_A_CALL_A_SECOND * rate);
    const given = {
      checkout,
      lab: {
        ari: { url: ari, user: 'outdial', password: 'secret' },
        trunk: 'trunk',
        stations: Array.from({ length: agents }, (_, at) => `PJSIP/${at}`),
      },
      rate,
      warm: WARM_CALLS,
      last,
      calls: WARM_CALLS + rate * seconds + last,
      asteriskPid: server.pid,
      store: {
        url: password === '' ? url : address.href,
        ...(password === '' ? {} : { passwordEnvironment: PASSWORD }),
      },
      counted,
      profile,
    };
    const script = fileURLToPath(new URL('engine.mjs', import.meta.url));
    const { stdout, stderr } = await run(
      process.execPath,
      ['--no-deprecation', script, JSON.stringify(given)],
      {
        maxBuffer: 1 << 26,
        timeout: 240_000,
        env: { ...process.env, [PASSWORD]: password, OUTDIAL_LABORATORY: '1' },
      },
    );
    if (stderr !== '') console.error(stderr.trim());
    return JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1));
  } finally {
    server.kill();
    await drop();
  }
}

function printTimes(runs) {
  const compares = Object.values(runs).some(({ before }) => before);
  const heads = ['talks', 'calls/s', 'CPU ms/call', 'user ms/call', 'MB'];
  const columns = compares ? ['before', ...heads, 'now', ...heads, 'ratio of CPU'] : heads;
  console.log(`| store | ${columns.join(' | ')} |\n|---|${'--:|'.repeat(columns.length)}`);
  const figures = (of) => [
    // Where fewer calls became conversations, the machine was too slow for the rate.
    `${(median(of.map((one) => one.conversations / one.calls)) * 100).toFixed(0)} %`,
    median(of.map((one) => one.callsPerSecond)).toFixed(1),
    median(of.map((one) => one.nodeCpuMs)).toFixed(2),
    median(of.map((one) => one.nodeUserMs)).toFixed(2),
    median(of.map((one) => one.memoryMb)).toFixed(0),
  ];
  for (const [name, { before, now }] of Object.entries(runs)) {
    const cells = before ? ['', ...figures(before), '', ...figures(now)] : figures(now);
    if (before) cells.push(ratioOf({ before, now }, (one) => one.nodeCpuMs).toFixed(2));
    console.log(`| ${[name, ...cells].join(' | ')} |`);
  }
}

/** Where the time of a call goes, and what it asks of the database and of Asterisk. */
function printShares(name, counted) {
  const entries = Object.entries(counted);
  console.log(
    `\n| ${name} | ${entries.map(([which]) => which).join(' | ')} |\n|---|${'--:|'.repeat(entries.length)}`,
  );
  const parts = [...new Set(entries.flatMap(([, { shares }]) => Object.keys(shares)))];
  const of = ([, { shares, nodeCpuMs }], part) => (shares[part] ?? 0) * nodeCpuMs;
  parts.sort((a, b) => of(entries.at(-1), b) - of(entries.at(-1), a));
  for (const part of parts)
    console.log(`| ${[part, ...entries.map((one) => of(one, part).toFixed(2))].join(' | ')} |`);
  for (const what of ['statements', 'commits', 'requests']) {
    const counts = entries.map(([, { work }]) => work[what]?.toFixed(1) ?? '-');
    if (counts.some((count) => count !== '-')) console.log(`| ${[what, ...counts].join(' | ')} |`);
  }
}
