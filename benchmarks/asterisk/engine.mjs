/**
 * The whole engine in a process of its own: campaign, law, store and adapter dial a list of people who answer
 * at once and are connected with agents, who talk for a second on average. Prints its figures as JSON.
 */
import { createAutomaticTeam, createDialer } from 'outdial';
import { countWork } from './counts.mjs';
import { cpuMsOf, memoryMbOf } from './machine.mjs';

const { lab, rate, calls, asteriskPid, store, transport, counted } = JSON.parse(process.argv[2]);
// Counting costs a little: a run that counts gives no times.
const work = counted ? countWork() : () => ({});
/** A Wednesday afternoon in New York: calling is legal, whatever the day. */
const LEGAL_INSTANT = Date.parse('2026-06-10T15:00:00-04:00');
const BLOCKS = 78;

const leads = Array.from({ length: calls }, (_, at) => {
  const [block, exchange] = [at % BLOCKS, 200 + Math.floor(at / BLOCKS)];
  return { phone: `+1202${exchange}${String(block + 10)}32` };
});
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
    dialing: { lines: 200, callsPerSecond: rate, ringTimeoutSeconds: 15, setupTimeoutSeconds: 15 },
    retry: { mostAttempts: 1 },
    wrapUp: { timeoutSeconds: 5 },
    agents: { people },
    telephony: {
      kind: 'asterisk',
      node: 'bench-engine',
      transport,
      server: { url: lab.ari.url },
      trunks: [
        { name: 'carrier', endpoint: `PJSIP/{number}@${lab.trunk}`, channels: 200, callsPerSecond: rate },
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
  onFault: ({ where, detail }) => console.error(`${where}: ${detail}`),
});
let [closed, conversations] = [0, 0];
let [startedAt, endedAt] = [null, 0];
let before = null;
dialer.on('attempt.closed', ({ result }) => {
  closed += 1;
  endedAt = performance.now();
  if (result.outcome === 'conversation') conversations += 1;
});
dialer.on('call.connected', () => {
  if (startedAt !== null) return;
  // Log-ins and legs are over: what is measured is calls.
  startedAt = performance.now();
  before = { closed, own: process.cpuUsage(), asterisk: cpuMsOf(asteriskPid), work: work() };
});
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
const measured = closed - before.closed;
const { user, system } = process.cpuUsage(before.own);
console.log(
  JSON.stringify({
    calls: closed,
    conversations,
    outcomes: statistics.outcomes,
    callsPerSecond: (measured * 1_000) / (endedAt - startedAt),
    nodeCpuMs: (user + system) / 1_000 / measured,
    asteriskCpuMs: (cpuMsOf(asteriskPid) - before.asterisk) / measured,
    memoryMb: memoryMbOf(process.pid),
    work: Object.fromEntries(
      Object.entries(work()).map(([what, count]) => [what, (count - before.work[what]) / measured]),
    ),
  }),
);
await dialer.close();
process.exit(0);
