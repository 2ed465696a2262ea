/** A supervisor at the board: listens, whispers, joins, takes over, hangs up, pauses and readies an agent. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Agent, Desk } from '@outdial/client';
import { startServer, until, type Caller, type Reply, type ServerUnderTest } from './server-under-test.js';
import { stopWatching, watch, type Watched } from './watch-stream.js';

let under: ServerUnderTest;
let ann: Caller;
let sue: Caller;
let atBoard: Watched;
let atDesk: Watched;

const desk = (): Desk | undefined => atDesk.documents.get('desk/ann') as Desk | undefined;
const onBoard = (agentId: string): Agent | undefined =>
  atBoard.documents.get(`agent/${agentId}`) as Agent | undefined;
const toAnn = (order: string, body?: unknown): Promise<Reply> =>
  sue.call('POST', `/api/v1/agents/ann/${order}`, body);

beforeAll(async () => {
  under = await startServer();
  ann = await under.person('ann', 'agent');
  sue = await under.person('sue', 'supervisor');
  [atDesk, atBoard] = [watch(under, ann), watch(under, sue)];
});
afterAll(async () => {
  stopWatching();
  await under.close();
});

async function orders(): Promise<readonly string[]> {
  const rows = await under.server.floor.store.engine.db
    .selectFrom('audit')
    .select('detail')
    .where('kind', '=', 'order.given')
    .execute();
  return rows.map(({ detail }) => {
    const { order, by, agentId } = JSON.parse(detail) as Record<string, string>;
    return `${order} of ${agentId} by ${by}`;
  });
}

test('an agent who is not here cannot be listened to', async () => {
  const { status, body } = await toAnn('monitor', { how: 'listen' });
  expect([status, body.code]).toEqual([409, 'agent-not-logged-in']);
  expect((await sue.call('DELETE', '/api/v1/monitoring')).body.text).toBe('You listen to nobody.');
});

test('listening logs the supervisor in, paused, and the board says who listens to whom', async () => {
  await ann.call('POST', '/api/v1/desk/join', { campaignId: 'sales' });
  await until(() => desk()?.state === 'paused');
  expect((await toAnn('ready')).status).toBe(200);
  await until(() => desk()?.conversation?.stage === 'talking');

  expect((await toAnn('monitor', { how: 'listen' })).status).toBe(200);
  await until(() => onBoard('sue')?.watching?.how === 'listen');
  expect(onBoard('sue')).toMatchObject({ state: 'paused', code: 'monitoring', watching: { agentId: 'ann' } });
  for (const how of ['whisper', 'barge'] as const) {
    await toAnn('monitor', { how });
    await until(() => onBoard('sue')?.watching?.how === how);
  }
  const unread = await toAnn('monitor', { how: 'shout' });
  expect([unread.status, unread.body.problems[0].field]).toEqual([422, 'how']);
  await sue.call('DELETE', '/api/v1/monitoring');
  await until(() => onBoard('sue')?.watching === null);
  expect(desk()?.conversation?.stage).toBe('talking');
}, 30_000);

test('taking over makes the supervisor the owner; a call is hung up; each order has its author', async () => {
  await until(() => onBoard('sue')?.legUp === true);
  expect((await toAnn('take-over')).status).toBe(200);
  await until(() => onBoard('sue')?.state === 'talking' && desk()?.state === 'wrap-up');
  expect((await sue.call('POST', '/api/v1/agents/sue/hang-up')).status).toBe(200);
  await until(() => onBoard('sue')?.state === 'wrap-up');
  await sue.call('POST', '/api/v1/desk/dispose', { code: 'sale' });
  await toAnn('pause', { code: 'coaching' });
  await ann.call('POST', '/api/v1/desk/dispose', { code: 'sale' });
  await until(() => desk()?.state === 'paused' && desk()?.code === 'coaching');
  await until(async () => (await orders()).includes('agent.pause of ann by sue'));
  expect(await orders()).toEqual(
    expect.arrayContaining([
      'agent.login of sue by sue',
      'agent.ready of ann by sue',
      'supervisor.monitor of sue by sue',
      'supervisor.stop-monitoring of sue by sue',
      'supervisor.take-over of sue by sue',
      'agent.hang-up of sue by sue',
    ]),
  );
}, 30_000);
