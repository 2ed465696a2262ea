/** An agent with a headset in the browser, on the lab's Asterisk: a call, a reload in it, another window. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { CallFloor } from 'outdial';
import type { Page } from 'playwright-core';
import {
  ensureLab,
  lab as labCommand,
  readCalls,
  whereTheLabRuns,
  type LabFacts,
} from '../../../../lab/index.mjs';
import { serveIn, until as untilWithin, type ServerUnderTest } from '../server-under-test.js';
import { findChromium } from './chromium.js';
import { Screens } from './screens.js';

jest.setTimeout(60_000);
const executablePath = findChromium();
const suite = executablePath === null ? describe.skip : await whereTheLabRuns(describe);
/** A microphone that needs no device, and audio on loopback. */
const MEDIA = [
  '--use-fake-device-for-media-stream',
  '--allow-loopback-in-peer-connection',
  '--autoplay-policy=no-user-gesture-required',
];
/** One o'clock in New York on a working day: the law's clock of the test. */
const LEGAL_INSTANT = Date.UTC(2026, 5, 10, 17);
/** Who answers and sends a tone without end. */
const PHONE = '+12125550138';
/** Patience on a busy machine, ms. */
const WITHIN_MS = 30_000;

const KEEP_CONNECTIONS = `{
  const Real = RTCPeerConnection;
  window.connections = [];
  window.RTCPeerConnection = function (...given) {
    const connection = new Real(...given);
    window.connections.push(connection);
    return connection;
  };
  window.RTCPeerConnection.prototype = Real.prototype;
}`;

/** Packets in and out, and the energy of what is heard, of the page's newest call. */
const READ_AUDIO = `(async () => {
  const reports = [...(await window.connections.at(-1)?.getStats() ?? new Map()).values()];
  const of = (type) => reports.find((each) => each.type === type && each.kind === 'audio') ?? {};
  const [heard, sent] = [of('inbound-rtp'), of('outbound-rtp')];
  return { heard: heard.totalAudioEnergy ?? 0, received: heard.packetsReceived ?? 0, sent: sent.packetsSent ?? 0 };
})()`;

interface Audio {
  readonly heard: number;
  readonly received: number;
  readonly sent: number;
}

const until = (holds: () => boolean | Promise<boolean>): Promise<void> => untilWithin(holds, WITHIN_MS);

let lab: LabFacts;
let under: ServerUnderTest;
let screens: Screens;
let wasUp = true;
const startedAt = Date.now();

function serverFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-telephone-'));
  const browserUrl = `${lab.ari.url.replace('http', 'ws')}/ws`;
  writeFileSync(
    join(folder, 'outdial.yaml'),
    `http: { port: 0 }
telephony:
  kind: asterisk
  node: browser
  server: { url: '${lab.ari.url}', browserUrl: '${browserUrl}' }
  trunks: [{ name: main, endpoint: 'PJSIP/{number}@${lab.carrier.trunk}' }]
campaigns: [campaign.yaml]
`,
  );
  writeFileSync(
    join(folder, 'campaign.yaml'),
    `id: sales
name: Sales
mode: progressive
callerNumber: '+12025550100'
countries: [US]
live: true
lists: [{ id: people, file: people.csv, defaultCountry: US }]
compliance: { purpose: informational }
abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] }
`,
  );
  writeFileSync(join(folder, 'people.csv'), `phone,name\n${PHONE},Ada Brandt\n`);
  return folder;
}

const telephone = (page: Page, state: string): Promise<void> =>
  page.locator(`[data-testid=telephone][data-state=${state}]`).waitFor();
const state = (page: Page, text: string): Promise<void> =>
  page.locator('[data-testid=state]', { hasText: text }).waitFor();
const audioOf = (page: Page): Promise<Audio> => page.evaluate(READ_AUDIO);

/** Waits until the page hears the tone of the called person, and sends; the customer's call is the same. */
async function talks(page: Page): Promise<void> {
  const before = await audioOf(page);
  await until(async () => {
    const { heard, received, sent } = await audioOf(page);
    return heard > before.heard + 0.001 && received > before.received + 10 && sent > before.sent + 10;
  });
}

interface AriBridge {
  readonly id: string;
  readonly channels: readonly string[];
}

async function ari<Answer>(path: string): Promise<Answer> {
  const { url, user, password } = lab.ari;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return (await fetch(`${url}/ari${path}`, { headers: { authorization } })).json() as Promise<Answer>;
}

/** The leg and the call that hear each other. */
async function together(): Promise<{ readonly leg: string; readonly call: string } | null> {
  for (const { channels } of await ari<readonly AriBridge[]>('/bridges')) {
    const leg = channels.find((id) => id.startsWith('oa-vera'));
    const call = channels.find((id) => id.startsWith('od-'));
    if (leg !== undefined && call !== undefined) return { leg, call };
  }
  return null;
}

/** RTP packets that Asterisk has sent to the customer: what the agent says. */
async function sentToCustomer(call: string): Promise<number> {
  return (await ari<{ readonly txcount: number }>(`/channels/${call}/rtp_statistics`)).txcount;
}

const connectedAt = (floor: CallFloor): Promise<number> =>
  new Promise((resolve) => {
    const stop = floor.onAny(({ type }) => {
      if (type !== 'call.connected') return;
      stop();
      resolve(Date.now());
    });
  });

beforeAll(async () => {
  if (executablePath === null) return;
  wasUp = /asterisk +up/.test(await labCommand(['status']).catch(() => ''));
  lab = await ensureLab({ asterisk: true, carrier: true });
  under = await serveIn(serverFolder(), {
    env: {
      OUTDIAL_ARI_USERNAME: lab.ari.user,
      OUTDIAL_ARI_PASSWORD: lab.ari.password,
      OUTDIAL_LABORATORY: '1',
    },
    clockOffset: LEGAL_INSTANT - Date.now(),
  });
  screens = await Screens.open(executablePath, MEDIA);
}, 180_000);
afterAll(async () => {
  await screens?.close();
  await under?.close();
  if (!wasUp) await labCommand(['down', 'asterisk', 'carrier']).catch(() => '');
}, 60_000);

suite('an agent with a headset in the browser', () => {
  let page: Page;

  test('without the microphone says what to do; with it the telephone is ready', async () => {
    const { cookie } = await under.person('vera', 'agent');
    page = await screens.newPage({ cookie, url: under.server.url });
    await page.addInitScript(KEEP_CONNECTIONS);
    await page.goto(`${under.server.url}/desk`);
    await telephone(page, 'denied');
    await screens.examine(page, 'telephone-denied');
    await page.context().grantPermissions(['microphone'], { origin: under.server.url });
    await page.getByRole('button', { name: 'Try again' }).click();
    await telephone(page, 'ready');
  });

  test('joins, gets a call by itself, hears the person and is heard', async () => {
    await page.getByRole('button', { name: /Join/ }).click();
    await telephone(page, 'call');
    const connected = connectedAt(under.server.floor);
    await page.keyboard.press('r');
    await state(page, 'On a call');
    process.stdout.write(
      `telephone in the browser: desk ${Date.now() - (await connected)} ms after the answer\n`,
    );
    await talks(page);
    const pair = await together();
    const before = await sentToCustomer(pair?.call ?? '');
    await until(async () => (await sentToCustomer(pair?.call ?? '')) > before + 10);
    await screens.examine(page, 'desk-headset');
  });

  test('a reload in the call: another leg is called, and the same customer is on it', async () => {
    const before = await together();
    const began = Date.now();
    await page.reload();
    await until(async () => {
      const now = await together();
      return now !== null && now.leg !== before?.leg && now.call === before?.call;
    });
    await until(async () => (await audioOf(page)).received > 5);
    process.stdout.write(`telephone in the browser: audio ${Date.now() - began} ms after the reload\n`);
    await state(page, 'On a call');
    await telephone(page, 'call');
    await talks(page);
  });

  test('another window takes the call; the first one says so, and takes it back', async () => {
    const second = await page.context().newPage();
    await second.addInitScript(KEEP_CONNECTIONS);
    const before = await together();
    await second.goto(`${under.server.url}/desk`);
    await telephone(page, 'elsewhere');
    await telephone(second, 'call');
    await talks(second);
    expect((await together())?.call).toBe(before?.call);
    await page.getByRole('button', { name: 'Use it here' }).click();
    await telephone(second, 'elsewhere');
    await telephone(page, 'call');
    await talks(page);
    expect((await together())?.call).toBe(before?.call);
    await second.close();
  });

  test('the disposition hangs up; the carrier saw one call, which our side ended', async () => {
    await page.keyboard.press('p');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('1');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('1');
    await state(page, 'Paused');
    await until(async () => (await readCalls(lab.carrier.log)).at(-1)?.end === 'caller');
    const calls = (await readCalls(lab.carrier.log)).filter(({ called }) => called === PHONE);
    expect(calls.filter(({ invitedAt }) => invitedAt >= startedAt)).toHaveLength(1);
    expect(under.server.floor.campaign('sales')?.statistics().dispositions).toMatchObject({ sale: 1 });
  });

  test('axe finds nothing serious, and the policy refused nothing', () => {
    expect([...screens.findings]).toEqual([]);
    expect(screens.faults).toEqual([]);
  });
});
