/**
 * One driver under the workload, in a process of its own: calls at even distances, each answered at once,
 * given to a free agent, ended by the far end after a second. Prints its figures as JSON.
 */
import { createAdapter } from './adapter.mjs';
import { createAriClient } from './ari-client.mjs';
import { createBare } from './bare.mjs';
import { cpuMsOf, memoryMbOf } from './machine.mjs';

const DRIVERS = {
  bare: createBare,
  'ari-client': createAriClient,
  adapter: (lab, handlers) => createAdapter(lab, handlers, 'native'),
  'adapter over ari-client': (lab, handlers) => createAdapter(lab, handlers, 'ari-client'),
};
const [name, given] = process.argv.slice(2);
const { lab, rate, seconds, asteriskPid } = JSON.parse(given);
const WARM_SECONDS = 3;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const series = String(Date.now() % 1e6).padStart(6, '0');

/** Calls by id, and the agents that are free. */
const calls = new Map();
const free = [];
const ringing = new Map();
let [ended, withoutAgent, failed] = [0, 0, 0];
let lastEndAt = 0;

const driver = await DRIVERS[name](lab, {
  answered: (id) => (ringing.has(id) ? legUp(id) : answer(id)),
  connected: (id) => {
    const call = calls.get(id);
    if (call === undefined) return;
    call.connectedAt = performance.now();
  },
  ended: (id) => void end(id),
});

function legUp(id) {
  ringing.get(id)();
  ringing.delete(id);
}

function answer(id) {
  const call = calls.get(id);
  if (call === undefined || call.answeredAt !== undefined) return;
  call.answeredAt = performance.now();
  call.agent = free.shift();
  if (call.agent === undefined) withoutAgent += 1;
  else driver.connect(id, call.agent).catch(() => (failed += 1));
}

async function end(id) {
  const call = calls.get(id);
  if (call === undefined || call.ended) return;
  call.ended = true;
  lastEndAt = performance.now();
  if (call.agent !== undefined) {
    await driver.free(id).catch(() => (failed += 1));
    free.push(call.agent);
  }
  ended += 1;
}

const agents = lab.stations.map((station, at) => [`agent${series}${at}`, station]);
for (const [id, station] of agents) {
  const up = new Promise((resolve) => ringing.set(id, resolve));
  await driver.ring(id, station);
  await up;
  free.push(id);
}
await pause(500);

// The first calls compile the program: they are placed, and not counted.
const warm = rate * WARM_SECONDS;
const all = warm + rate * seconds;
let before = null;
const start = performance.now();
for (let at = 0; at < all; at += 1) {
  if (at === warm) before = { own: process.cpuUsage(), asterisk: cpuMsOf(asteriskPid) };
  const due = start + (at * 1_000) / rate;
  if (due > performance.now()) await pause(due - performance.now());
  const id = `bench${series}-1-${at}`;
  calls.set(id, { sentAt: performance.now() });
  const number = `+1${String(2_000_000 + at).padStart(8, '2')}31`;
  driver.call(id, number).catch(() => {
    failed += 1;
    void end(id);
  });
}
for (const until = performance.now() + 15_000; ended < all && performance.now() < until;) await pause(20);
const { user, system } = process.cpuUsage(before.own);
const asteriskCpuMs = cpuMsOf(asteriskPid) - before.asterisk;
const counted = [...calls.values()].slice(warm);
const total = counted.length;
const tookMs = lastEndAt - counted[0].sentAt;

for (const [id] of agents) await driver.hangUp(id).catch(() => undefined);
await pause(300);
await driver.close();

const sorted = (figure) =>
  counted
    .map(figure)
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
console.log(
  JSON.stringify({
    calls: total,
    answered: counted.filter(({ answeredAt }) => answeredAt !== undefined).length,
    connected: counted.filter(({ connectedAt }) => connectedAt !== undefined).length,
    withoutAgent,
    failed,
    // A call that is answered at once is over a second later.
    callsPerSecond: (total * 1_000) / (tookMs - 1_000),
    answerMs: sorted((call) => call.answeredAt - call.sentAt),
    bridgedMs: sorted((call) => call.connectedAt - call.answeredAt),
    nodeCpuMs: (user + system) / 1_000 / total,
    asteriskCpuMs: asteriskCpuMs / total,
    memoryMb: memoryMbOf(process.pid),
  }),
);
process.exit(0);
