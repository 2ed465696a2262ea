/**
 * Many calls, one after the other and at once, on the scripted server: memory stays flat, and nothing is left.
 *
 * 50 calls a second that last 20 s are 1,000 at once. OUTDIAL_SOAK_CALLS shortens the run: 9,000 at least, so that
 * as many calls are in progress at the first look as at the last.
 */
import { afterAll, expect, jest, test } from '@jest/globals';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Fact } from '@outdial/core';
import { createAsteriskTelephony, type AsteriskTelephony } from '../src/index.js';
import { FakeAri } from './fake-ari/fake-ari.js';

const CALLS = Number(process.env['OUTDIAL_SOAK_CALLS'] ?? 30_000);
const CALLS_PER_SECOND = 50;
const AGENTS = 200;
/** From the request to the answer, or to busy. */
const RINGS_MS = 16_500;
/** Every tenth called party is busy; the others talk, or hear the message. */
const TALKS_MS = 3_500;
/** Memory is looked at after so many calls each. */
const PART = Math.round(CALLS / 6);
/** A forgotten entry of a map takes more than this: its key alone has 20 characters. */
const BYTES_A_CALL = 40;

jest.setTimeout(900_000);
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
const ari = new FakeAri();
let started: AsteriskTelephony | null = null;
afterAll(async () => {
  await started?.stop();
  await ari.stop();
});

/** What the process holds: the heap after collection, and what would keep it alive. */
function held(): { readonly heap: number; readonly timers: number; readonly listeners: number } {
  collectGarbage();
  const timers = process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;
  const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
  return { heap: process.memoryUsage().heapUsed, timers, listeners };
}

/** The network: a station answers at once, a called party after ringing, and hangs up after the talk. */
function network(): void {
  const later = (ms: number, id: string, action: () => void): void => {
    setTimeout(() => {
      if (ari.channels.has(id)) action();
    }, ms);
  };
  ari.scripts.set('channels.originate', ({ parameters }) => {
    const id = String(parameters['channelId']);
    if (parameters['appArgs'] === 'agent') later(5, id, () => ari.answer(id, ['agent']));
    else if (id.startsWith('od-')) {
      later(10, id, () => ari.ring(id));
      if (String(parameters['endpoint']).includes('0@')) later(RINGS_MS, id, () => ari.end(id, 17, 486));
      else {
        later(RINGS_MS, id, () => ari.answer(id));
        later(RINGS_MS + TALKS_MS, id, () => ari.end(id, 16));
      }
    }
    return undefined;
  });
}

test('memory is flat after the first calls, and no call, timer or listener is left', async () => {
  await ari.start();
  network();
  const free: string[] = [];
  const talks = new Map<string, string>();
  const counts = { answered: 0, connected: 0, played: 0, ended: 0, most: 0, notices: 0 };
  const react = (fact: Fact): void => {
    if (fact.type === 'agent.leg-up') free.push(fact.agentId);
    if (fact.type === 'call.answered') {
      counts.answered += 1;
      const { attemptId } = fact;
      const agentId = free.shift();
      if (agentId === undefined)
        return telephony.play({ attemptId, playId: 'message', media: ['sound:a'], at: 0 });
      talks.set(attemptId, agentId);
      telephony.connect({ attemptId, agentId, at: 0 });
    }
    if (fact.type === 'call.connected') counts.connected += 1;
    if (fact.type === 'call.played') {
      counts.played += 1;
      telephony.hangUp({ attemptId: fact.attemptId, at: 0 });
    }
    if (fact.type !== 'call.ended') return;
    counts.ended += 1;
    const agentId = talks.get(fact.attemptId);
    talks.delete(fact.attemptId);
    if (agentId !== undefined) free.push(agentId);
  };
  const trunk = { name: 'main', endpoint: 'PJSIP/{number}@trunk', channels: 2_000, callsPerSecond: 1_000 };
  const telephony = createAsteriskTelephony(
    {
      node: 'soak',
      server: { url: ari.url, username: 'outdial', password: 'secret' },
      trunks: [trunk],
      agents: { audioWithinMs: null, connectBeep: null },
      report: () => {
        counts.notices += 1;
      },
    },
    react,
  );
  const until = async (condition: () => boolean, what: string): Promise<void> => {
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      if (condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${what}: ${JSON.stringify({ counts, status: telephony.status() })}`);
  };
  started = telephony;
  telephony.start();
  await until(() => telephony.status().up, 'not up');
  for (let n = 0; n < AGENTS; n += 1)
    telephony.ringAgent({ agentId: `agent${n}`, station: `PJSIP/${n}`, at: 0 });
  await until(() => free.length === AGENTS, 'legs are missing');
  const idle = held();

  const parts: ReturnType<typeof held>[] = [];
  const begin = performance.now();
  const used = process.cpuUsage();
  for (let n = 0; n < CALLS; n += 1) {
    const due = begin + (n * 1_000) / CALLS_PER_SECOND;
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    const at = Math.floor(performance.timeOrigin + performance.now());
    telephony.dial({
      campaignId: 'soak',
      attemptId: `soak-1-${n}`,
      phone: `+1555${String(n).padStart(7, '0')}`,
      callerNumber: '+15550100',
      ringTimeoutMs: 60_000,
      setupTimeoutMs: 5_000,
      detectMachine: false,
      at,
      expiresAt: at + 5_000,
    });
    counts.most = Math.max(counts.most, telephony.status().calls);
    ari.requests.length = 0;
    if ((n + 1) % PART === 0) {
      parts.push(held());
      console.log(`${n + 1} calls: ${figures(parts.at(-1) ?? idle)}; ${JSON.stringify(counts)}`);
    }
  }
  await until(() => counts.ended === CALLS && free.length === AGENTS, 'calls are left');
  // The last checks of hang-ups and of channels pass.
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  ari.requests.length = 0;
  const { user, system } = process.cpuUsage(used);
  const left = held();
  console.log(
    `idle before: ${figures(idle)}; after ${CALLS} calls, ${counts.most} at once: ${figures(left)}; ` +
      `${((user + system) / 1_000 / CALLS).toFixed(2)} ms of processor time a call, the server's included`,
  );
  expect(telephony.status()).toMatchObject({
    calls: 0,
    waitingForTrunk: 0,
    legs: AGENTS,
    playbacks: 0,
    recordings: 0,
    trunks: [{ inUse: 0 }],
  });
  expect(ari.channels.size).toBe(AGENTS);
  expect(counts).toMatchObject({ ended: CALLS, notices: 0 });
  expect(counts.connected + counts.played).toBe(counts.answered);
  const [first, last] = [parts[0], parts.at(-1)];
  expect((last?.heap ?? 0) - (first?.heap ?? 0)).toBeLessThan(BYTES_A_CALL * (CALLS - PART));
  expect(left.listeners).toBe(idle.listeners);
  expect(left.timers).toBeLessThanOrEqual(idle.timers);
});

const figures = ({ heap, timers, listeners }: ReturnType<typeof held>): string =>
  `heap ${(heap / 2 ** 20).toFixed(2)} MB, ${timers} timers, ${listeners} listeners`;
