/**
 * `npm run bench:asterisk`: the adapter beside a bare loop on undici and ws and beside ari-client, by turns
 * on the lab's real Asterisk, then the whole engine. Prints tables with the ratios and the targets.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { ensureLab, lab as labCommand } from '../../lab/index.mjs';
import { median } from '../by-turns.mjs';
import { measureEngineCost } from './engine-cost.mjs';
import { load, quantile } from './machine.mjs';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    calls: { type: 'string', default: '400' },
    only: { type: 'string' },
    rates: { type: 'string', default: '50,100' },
    before: { type: 'string' },
    stores: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});
const [rate, seconds, rounds] = [values.rate, values.seconds, values.rounds].map(Number);
const DRIVERS = ['bare', 'adapter', 'ari-client', 'adapter over ari-client'];
const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

const out = new URL('../out/', import.meta.url);
mkdirSync(out, { recursive: true });

if (values.only === 'scripted') {
  await ensureLab({ mariadb: true });
  keep(
    'asterisk-scripted.json',
    await measureEngineCost({
      rates: values.rates.split(',').map(Number),
      seconds: Number(seconds),
      rounds: Number(rounds),
      before: values.before,
      stores: values.stores?.split(','),
      profile: values.profile,
    }),
  );
  process.exit();
}

const facts = await ensureLab({ asterisk: true, carrier: true, agents: true });
const lab = {
  ari: facts.ari,
  trunk: facts.carrier.trunk,
  stations: facts.agents.endpoints.slice(0, 50),
};
const found = { loads: [], drivers: {}, engine: {} };

if (values.only !== 'engine') await compareDrivers();
if (values.only !== 'drivers') await measureEngine();
const commit = execFileSync('git', ['rev-parse', '--short=8', 'HEAD'], {
  cwd: root,
  encoding: 'utf8',
}).trim();
const [least, most] = [Math.min(...found.loads), Math.max(...found.loads)];
console.log(
  `\n${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${facts.asteriskVersion}, ` +
    `Node.js ${process.versions.node}; load of the machine ${least} to ${most}.`,
);
keep('asterisk.json', found);

function keep(name, figures) {
  writeFileSync(new URL(name, out), JSON.stringify(figures, null, 1));
}

/** One script in a process of its own, with what it prints. */
async function measure(script, ...args) {
  found.loads.push(load());
  const asteriskPid = Number(readFileSync(facts.paths.asteriskPidFile, 'utf8'));
  const given = args.map((each) =>
    typeof each === 'string' ? each : JSON.stringify({ lab, rate, seconds, asteriskPid, ...each }),
  );
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout, stderr } = await run(process.execPath, ['--no-deprecation', path, ...given], {
    maxBuffer: 1 << 26,
    timeout: 240_000,
    env: { ...process.env, OUTDIAL_LABORATORY: '1' },
  });
  if (stderr !== '') console.error(stderr.trim());
  process.stderr.write('.');
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1));
}

async function compareDrivers() {
  const runs = Object.fromEntries(DRIVERS.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const name of round % 2 === 0 ? DRIVERS : DRIVERS.toReversed())
      runs[name].push(await measure('drive.mjs', name, {}));
  process.stderr.write('\n');
  found.drivers = runs;

  const middle = (name, figure) => median(runs[name].map(figure));
  const all = (name, figure) => runs[name].flatMap((one) => one[figure]).sort((a, b) => a - b);
  const three = (sorted) =>
    [0.5, 0.99, 0.999].map((share) => quantile(sorted, share)?.toFixed(1) ?? '-').join(' / ');
  console.log(`${rate} calls/s for ${seconds} s, ${rounds} rounds by turns, ${lab.stations.length} agents\n`);
  console.log(
    '| driver | calls/s | connected | dial to answer ms, p50 / p99 / p99.9 | answer to bridged ms | ' +
      'node CPU ms/call | Asterisk CPU ms/call | node MB |',
  );
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|');
  for (const name of DRIVERS) {
    const sum = (figure) => runs[name].reduce((total, one) => total + one[figure], 0);
    const cells = [
      name,
      middle(name, (one) => one.callsPerSecond).toFixed(1),
      `${sum('connected')} of ${sum('calls')}`,
      three(all(name, 'answerMs')),
      three(all(name, 'bridgedMs')),
      middle(name, (one) => one.nodeCpuMs).toFixed(2),
      middle(name, (one) => one.asteriskCpuMs).toFixed(2),
      middle(name, (one) => one.memoryMb).toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }

  /** Pairs of one round meet the same machine. */
  const ratio = (figure, of) =>
    median(runs.adapter.map((one, round) => figure(one) / figure(runs[of][round])));
  const p99 = (one) => quantile(one.answerMs, 0.99);
  console.log('\n| adapter | ratio | target |\n|---|--:|--:|');
  for (const [what, value, target] of [
    ['calls/s of the bare loop', ratio((one) => one.callsPerSecond, 'bare'), 'at least 0.98'],
    ['node CPU of the bare loop', ratio((one) => one.nodeCpuMs, 'bare'), 'at most 1.15'],
    ['p99 of dial to answer of the bare loop', ratio(p99, 'bare'), 'at most 1.3'],
    ['node CPU of ari-client', ratio((one) => one.nodeCpuMs, 'ari-client'), 'at most 0.75'],
  ])
    console.log(`| ${what} | ${value.toFixed(2)} | ${target} |`);
}

async function measureEngine() {
  const { mariadb } = await ensureLab({ mariadb: true });
  process.env.BENCH_DB_PASSWORD = mariadb.password;
  const file = join(tmpdir(), `outdial-bench-${process.pid}.sqlite`);
  const database = `bench_asterisk_${process.pid}`;
  await labCommand(['sql', `create database ${database}`]);
  const stores = {
    SQLite: { url: `sqlite:${file}` },
    MariaDB: {
      url: `mysql://${mariadb.user}@${mariadb.host}:${mariadb.port}/${database}`,
      passwordEnvironment: 'BENCH_DB_PASSWORD',
    },
  };
  console.log(`\nThe whole engine, bounded to ${rate} calls/s\n`);
  console.log(
    '| store | attempts | conversations | calls/s | node CPU ms/call (target: at most 3) | ' +
      'Asterisk CPU ms/call | node MB |',
  );
  console.log('|---|--:|--:|--:|--:|--:|--:|');
  for (const [name, store] of Object.entries(stores)) {
    const one = await measure('engine.mjs', { store, calls: Number(values.calls) });
    found.engine[name] = one;
    const { callsPerSecond, nodeCpuMs, asteriskCpuMs, memoryMb } = one;
    const figures = [callsPerSecond.toFixed(1), nodeCpuMs.toFixed(2), asteriskCpuMs.toFixed(2)];
    console.log(`| ${[name, one.calls, one.conversations, ...figures, memoryMb.toFixed(0)].join(' | ')} |`);
  }
  // Counts do not depend on what else the machine does.
  const { work } = await measure('engine.mjs', {
    store: stores.SQLite,
    calls: Number(values.calls),
    counted: true,
  });
  found.engine.counted = work;
  const [statements, commits, requests] = [work.statements, work.commits, work.requests].map((each) =>
    each.toFixed(1),
  );
  console.log(
    `\nCounted on SQLite, a call: ${statements} statements, ${commits} commits, ${requests} requests to Asterisk`,
  );
  await labCommand(['sql', `drop database ${database}`]);
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
}
