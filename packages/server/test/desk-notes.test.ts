/** The desk: a note with the disposition, a callback with its owner, digits, recording. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Desk } from '@outdial/client';
import { listCallbacks, readAnswers } from '@outdial/store';
import { startServer, until, type Caller, type Reply, type ServerUnderTest } from './server-under-test.js';
import { stopWatching, watch, type Watched } from './watch-stream.js';

let under: ServerUnderTest;
let ann: Caller;
let atDesk: Watched;
const desk = (): Desk | undefined => atDesk.documents.get('desk/ann') as Desk | undefined;
const give = (order: string, body?: unknown): Promise<Reply> =>
  ann.call('POST', `/api/v1/desk/${order}`, body);

beforeAll(async () => {
  under = await startServer();
  ann = await under.person('ann', 'agent');
  await under.person('ben', 'agent');
  await under.person('mia', 'manager');
  atDesk = watch(under, ann);
  await give('join', { campaignId: 'sales' });
  await give('ready');
  await until(() => desk()?.conversation?.stage === 'talking');
}, 30_000);
afterAll(async () => {
  stopWatching();
  await under.close();
});

test('digits go to the customer; what is no digit is refused by its field', async () => {
  expect((await give('digits', { digits: '12#' })).status).toBe(200);
  const unread = await give('digits', { digits: 'call' });
  expect([unread.status, unread.body.problems[0].field]).toEqual([422, 'digits']);
});

test('recording is on and off where the campaign lets agents record, on the ground that the law asks for', async () => {
  expect(desk()?.conversation).toMatchObject({ mayRecord: true, recordingGrounds: ['consented'] });
  const early = await give('record', { state: 'on' });
  expect([early.status, early.body.code]).toEqual([409, 'recording-not-permitted']);
  await give('record', { state: 'on', ground: 'consented' });
  await until(() => desk()?.conversation?.recording === 'on');
  await give('record', { state: 'paused' });
  await until(() => desk()?.conversation?.recording === 'paused');
  await give('record', { state: 'off' });
  await until(() => desk()?.conversation?.recording === 'off');
}, 30_000);

test('a callback has its date and its owner; the note of the call stays with it', async () => {
  const at = new Date(under.server.floor.now() + 24 * 3_600_000).toISOString();
  const ownedBy = (agentId: string): Promise<Reply> =>
    give('dispose', {
      code: 'callback',
      notes: 'asks for Ben',
      callback: { at, agentId, note: 'after lunch' },
    });
  const wrong = await ownedBy('mia');
  expect([wrong.status, wrong.body.problems[0].field]).toEqual([422, 'callback.agentId']);
  const foreseen = (await give('foresee-callback', { at })).body;
  expect(foreseen).toMatchObject({ allowed: true, text: '', timeZones: ['America/New_York'] });
  const night = new Date(`${at.slice(0, 10)}T07:00:00Z`).toISOString();
  const refused = (await give('foresee-callback', { at: night })).body;
  expect(refused).toMatchObject({ allowed: false, nextAllowedAt: expect.stringMatching(/T1[23]:00/) });
  const { leadId } = desk()?.lead ?? {};
  const { attemptId } = desk()?.call ?? {};
  await give('dispose', { code: 'callback', callback: { at: night } });
  await until(() => desk()?.callbackRefused?.nextAllowedAt === refused.nextAllowedAt);
  expect((await ownedBy('ben')).status).toBe(200);
  const { store } = under.server.floor;
  await until(async () => (await listCallbacks(store)).length > 0);
  expect(await listCallbacks(store)).toMatchObject([{ leadId, agentId: 'ben', note: 'after lunch' }]);
  expect((await readAnswers(store, { campaignId: 'sales' })).map(({ answers }) => answers)).toEqual([
    { notes: 'asks for Ben' },
  ]);
  // What the law said of that time is not told about the next person.
  await until(() => desk()?.call != null && desk()?.call?.attemptId !== attemptId);
  expect(desk()?.callbackRefused).toBeNull();
}, 30_000);
