import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addLeads, openStore, type Store } from '@outdial/store';
import { readCampaignFile } from 'outdial';
import { exportsSchema } from '../../src/exports/exports-section.js';
import { ScheduledExports } from '../../src/exports/scheduled-exports.js';
import { newWebhookSecret } from '../../src/webhooks/signature.js';
import { Receiver } from '../webhooks/receiver.js';

const at = (text: string): number => Date.parse(text);
let folder: string;
let store: Store;
let receiver: Receiver;
let now: number;
let faults: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-exports-'));
  store = await openStore({ url: 'sqlite::memory:' });
  await addLeads(store, [{ phones: [{ phone: '+12125551000' }], fields: { name: 'Ana' } }], { listId: 'l' });
  receiver = new Receiver();
  await receiver.open();
  faults = [];
  now = at('2026-06-10T09:00:00Z');
});
afterEach(async () => {
  await receiver.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const CAMPAIGN = `id: spring
name: Spring
mode: progressive
callerNumber: '+12025550100'
countries: [US]
timeZone: America/New_York
lists: [{ id: l }]
compliance: { purpose: informational }
abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] }
`;

async function exportsOf(given: object, secret?: string): Promise<ScheduledExports> {
  await writeFile(join(folder, 'spring.yaml'), CAMPAIGN);
  const campaign = await readCampaignFile(join(folder, 'spring.yaml'));
  return new ScheduledExports({
    exports: exportsSchema.parse([given]),
    folder,
    store,
    now: () => now,
    campaigns: () => [campaign],
    env: { SECRET: secret },
    onFault: (detail) => void faults.push(detail),
    waitBeforeTry: () => 0,
    lookEveryMs: 5,
  });
}

async function trail(): Promise<readonly string[]> {
  const rows = await store.engine.db.selectFrom('audit').select('kind').orderBy('at').orderBy('n').execute();
  return rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('export.'));
}

test('results of the day before are written once a day, at the time of the agency', async () => {
  now = at('2026-06-10T09:59:00Z');
  const exports = await exportsOf({ id: 'nightly', what: 'results' });
  await exports.look();
  await exports.look();
  // 05:59 in New York: the time of the day before was the last.
  expect(await readdir(join(folder, 'exports'))).toEqual(['nightly-spring-l-2026-06-08.csv']);
  now = at('2026-06-10T10:00:00Z');
  await exports.look();
  expect(await readdir(join(folder, 'exports'))).toHaveLength(2);
  const text = await readFile(join(folder, 'exports', 'nightly-spring-l-2026-06-09.csv'), 'utf8');
  expect(text).toContain('+12125551000');
  expect(await trail()).toEqual(['export.written', 'export.written']);
  await exports.close();
});

test('a report is sent, signed, until the receiver accepts it, and not again after a restart', async () => {
  const secret = newWebhookSecret();
  receiver.secret = secret;
  const given = { id: 'daily', what: 'report', url: receiver.url, secretEnvironment: 'SECRET' };
  receiver.answer = (_message, response) => void response.writeHead(503).end();
  const first = await exportsOf(given, secret);
  await first.look();
  await first.look();
  expect(faults).toEqual(['export daily-spring-2026-06-08.csv: the receiver answered 503']);
  await first.close();
  receiver.answer = (_message, response) => void response.writeHead(204).end();
  for (const _start of [1, 2]) {
    const again = await exportsOf(given, secret);
    await again.look();
    await again.close();
  }
  expect(receiver.messages).toMatchObject([{ type: 'outdial.export' }]);
  expect(await trail()).toEqual(['export.written', 'export.failed', 'export.sent']);
});

test('what cannot be used is said with its field', () => {
  const problems = (given: object): string =>
    JSON.stringify(exportsSchema.safeParse([given]).error?.issues ?? []);
  expect(problems({ id: 'a', what: 'report', url: 'http://crm.example' })).toMatch(
    /https[^]*secretEnvironment/,
  );
  expect(problems({ id: 'a', what: 'results', url: 'https://x.example', secretEnvironment: 'S' })).toMatch(
    /is for reports/,
  );
  expect(problems({ id: 'a', what: 'report', at: '24:00' })).toMatch(/time of day/);
});
