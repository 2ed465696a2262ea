/**
 * The whole engine in a process of its own: campaign, law, store and adapter dial a list of people who answer
 * at once and are connected with agents, who talk for a second on average. Prints its figures as JSON.
 *
 * What is measured begins after `warm` calls, which compile the program, and ends `last` calls before the
 * end, while calls still come at their rate.
 */
import { fileURLToPath } from 'node:url';
import { packageOf } from '../by-turns.mjs';
import { countWork } from './counts.mjs';
import { cpuMsOf, memoryMbOf } from './machine.mjs';
import { startProfile } from './profile.mjs';

const given = JSON.parse(process.argv[2]);
const { lab, rate, calls, asteriskPid, store, transport, counted, profile } = given;
const { warm = 0, last = 0, checkout = fileURLToPath(new URL('../..', import.meta.url)) } = given;
const { createAutomaticTeam, createDialer } = await packageOf(checkout, 'outdial');
// Counting costs a little: a run that counts gives no times.
const work = counted ? countWork(checkout) : () => ({});
/** A Wednesday afternoon in New York: calling is legal, whatever the day. */
const LEGAL_INSTANT = Date.parse('2026-06-10T15:00:00-04:00');
const BLOCKS = 78;
/** A machine that is too slow has thousands. */
const FAULTS_SHOWN = 5;

/** 211, 311 and so on are service codes, 555 is for fiction. */
const EXCHANGES = Array.from({ length: 800 }, (_, at) => 200 + at).filter(
  (each) => each % 100 !== 11 && each !== 555,
);

const leads = Array.from({ length: calls }, (_, at) => {
  const [block, exchange] = [at % BLOCKS, EXCHANGES[Math.floor(at / BLOCKS)]];
  return { phone: `+1202${exchange}${String(block + 10)}32` };
});
let [closed, conversations, faults] = [0, 0, 0];
const id = `bench-${process.pid}`;
const people = lab.stations.map((station, at) => ({ id: `agent${at}`, station, skills: [] }));
const dialer = await createDialer({
  campaign: {
    id,
    name: id,
    mode: 'progressive',
    callerNumber: '+12025550181',
    countries: ['US'],
    live: true,
    lists: [{ id }],
    store,
    compliance: { purpose: 'informational' },
    abandonment: {
      identification: ['sound:outdial/safe-harbour'],
      optOutNumber: '+12025550199',
      optOutOffer: ['silence:200'],
    },
    dialing: { lines: 400, callsPerSecond: rate, ringTimeoutSeconds: 15, setupTimeoutSeconds: 15 },
    retry: { mostAttempts: 1 },
    wrapUp: { timeoutSeconds: 5 },
    agents: { people },
    telephony: {
      kind: 'asterisk',
      node: 'bench-engine',
      transport,
      server: { url: lab.ari.url },
      trunks: [
        { name: 'carrier', endpoint: `PJSIP/{number}@${lab.trunk}`, channels: 400, callsPerSecond: rate },
      ],
      agentLegs: { connectBeep: null, audioWithinMs: null },
    },
  },
  leads,
  env: {
    ...process.env,
    OUTDIAL_LABORATORY: '1',
    OUTDIAL_ARI_USERNAME: lab.ari.user,
    OUTDIAL_ARI_PASSWORD: lab.ari.password,
  },
  clockOffset: LEGAL_INSTANT - Date.now(),
  onFault: ({ where, detail }) => {
    if ((faults += 1) <= FAULTS_SHOWN) console.error(`${where}: ${detail}`);
  },
});
let [before, after] = [null, null];
const stand = () => ({
  closed,
  at: performance.now(),
  own: process.cpuUsage(),
  asterisk: cpuMsOf(asteriskPid),
  work: work(),
});
let stopProfile = null;
dialer.on('attempt.closed', ({ result }) => {
  closed += 1;
  if (result.outcome === 'conversation') conversations += 1;
  if (closed === warm) begin();
  if (before !== null && (last === 0 || closed === calls - last)) after = stand();
});
dialer.on('call.connected', () => {
  // Log-ins and legs are over: what is measured is calls.
  if (before === null && warm === 0) begin();
});
function begin() {
  before = stand();
  if (profile) stopProfile = startProfile();
}
dialer.on('leads.dry', () => void dialer.stop());
await dialer.start();
createAutomaticTeam({
  dialer,
  agents: people,
  behaviour: {
    talkMeanSeconds: 1,
    wrapUpMeanSeconds: 0.1,
    decideMeanSeconds: 0.1,
    dispositions: { sale: 1 },
    seed: 1,
  },
}).logIn();
const { statistics } = await dialer.run();
const measured = after.closed - before.closed;
const shares = await (await stopProfile)?.(profile);
console.log(
  JSON.stringify({
    calls: closed,
    conversations,
    faults,
    outcomes: statistics.outcomes,
    callsPerSecond: (measured * 1_000) / (after.at - before.at),
    nodeCpuMs: (after.own.user + after.own.system - before.own.user - before.own.system) / 1_000 / measured,
    nodeUserMs: (after.own.user - before.own.user) / 1_000 / measured,
    asteriskCpuMs: (after.asterisk - before.asterisk) / measured,
    memoryMb: memoryMbOf(process.pid),
    shares,
    work: Object.fromEntries(
      Object.entries(after.work).map(([what, count]) => [what, (count - before.work[what]) / measured]),
    ),
  }),
);
await dialer.close();
process.exit(0);
