/** Callbacks over the API: listed, moved, given to another agent, cancelled; agents see their own. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CallbackDocument as Callback } from '@outdial/client';
import { findLeads } from '@outdial/store';
import { startServer, type Caller, type ServerUnderTest } from './server-under-test.js';

const HOUR = 3_600_000;
let under: ServerUnderTest;
let sue: Caller;
let ana: Caller;
beforeAll(async () => {
  under = await startServer();
  sue = await under.person('sue', 'supervisor');
  ana = await under.person('ana', 'agent');
  await under.person('ben', 'agent');
});
afterAll(() => under.close());

/** Promises a callback in the store, as a disposition does. Answers the lead. */
async function promise(phone: string, agentId: string | null, inMs: number): Promise<string> {
  const { floor } = under.server;
  const [lead] = await findLeads(floor.store, { phone });
  const at = floor.now() + inMs;
  await floor.store.engine.db
    .updateTable('leads')
    .set({
      ...{ state: 'callback', reason: 'callback', callback_at: at, next_dialable_at: at },
      ...{ callback_agent_id: agentId, callback_note: 'after lunch', why: 'callback' },
    })
    .where('lead_id', '=', lead?.leadId ?? '')
    .execute();
  return lead?.leadId ?? '';
}

const listOf = async (caller: Caller, query = ''): Promise<readonly Callback[]> =>
  (await caller.call('GET', `/api/v1/callbacks${query}`)).body.callbacks;

test('a supervisor sees all, moves one, gives it to another, cancels it; an agent sees own ones', async () => {
  const mine = await promise('+12125551010', 'ana', HOUR);
  const overdue = await promise('+12125551011', 'ben', -HOUR);
  expect(await listOf(sue)).toMatchObject([
    { leadId: overdue, isOverdue: true, agentId: 'ben', isAgentHere: false, note: 'after lunch' },
    { leadId: mine, isOverdue: false, phone: '+12125551010', fields: { plan: 'Plan 10' } },
  ]);
  expect((await listOf(ana)).map(({ leadId }) => leadId)).toEqual([mine]);
  expect((await listOf(ana, '?agentId=ben')).map(({ leadId }) => leadId)).toEqual([mine]);
  const later = new Date(under.server.floor.now() + 3 * HOUR).toISOString();
  expect((await listOf(sue, `?from=${later}`)).length).toBe(0);

  const move = (body: unknown): ReturnType<Caller['call']> =>
    sue.call('POST', `/api/v1/callbacks/${overdue}/move`, body);
  expect((await move({ at: '2020-01-01T00:00:00Z' })).body.problems[0].field).toBe('at');
  expect((await move({ at: later, agentId: 'sam' })).body.problems[0].field).toBe('agentId');
  expect((await move({ at: later, agentId: 'ana' })).status).toBe(200);
  expect((await listOf(ana)).map(({ leadId }) => leadId)).toEqual([mine, overdue]);
  expect((await move({ at: later, agentId: null })).status).toBe(200);
  expect((await listOf(sue)).at(-1)).toMatchObject({ leadId: overdue, agentId: null, isAgentHere: null });

  const foresee = async (at: string): Promise<unknown> =>
    (await sue.call('POST', `/api/v1/callbacks/${mine}/foresee`, { at })).body;
  expect(await foresee(later)).toMatchObject({ allowed: true, text: '', timeZones: ['America/New_York'] });
  expect(await foresee('2026-06-11T03:00:00Z')).toMatchObject({
    allowed: false,
    text: expect.stringMatching(/\w/),
    nextAllowedAt: expect.stringContaining('2026-06-11T12:00:00'),
  });
  expect((await ana.call('POST', `/api/v1/callbacks/${mine}/foresee`, { at: later })).status).toBe(403);

  const cancel = (): ReturnType<Caller['call']> =>
    sue.call('POST', `/api/v1/callbacks/${overdue}/cancel`, { why: 'asked by mail' });
  expect((await cancel()).status).toBe(200);
  expect((await cancel()).status).toBe(404);
  expect((await listOf(sue)).map(({ leadId }) => leadId)).toEqual([mine]);

  const { db } = under.server.floor.store.engine;
  const rows = await db
    .selectFrom('audit')
    .select(['kind', 'detail'])
    .where('kind', 'like', 'callback%')
    .execute();
  const authors = rows.map(({ kind, detail }) => `${kind} by ${JSON.parse(detail).by}`);
  expect(authors).toEqual(
    expect.arrayContaining([
      'callback.moved by sue',
      'callback.cancelled by sue',
      'callbacks.looked-at by ana',
    ]),
  );
  expect((await sue.call('GET', '/api/v1/callbacks/agents')).body).toEqual([
    { agentId: 'admin', name: 'Administrator' },
    { agentId: 'ana', name: 'ana' },
    { agentId: 'ben', name: 'ben' },
    { agentId: 'sue', name: 'sue' },
  ]);
});

test('more callbacks than one answer holds come in pages, each once', async () => {
  const { db } = under.server.floor.store.engine;
  const leadId = await promise('+12125551012', null, 24 * HOUR);
  const row = await db
    .selectFrom('leads')
    .selectAll()
    .where('lead_id', '=', leadId)
    .executeTakeFirstOrThrow();
  const copies = Array.from({ length: 501 }, (_, n) => ({
    ...row,
    lead_id: `copy-${n}`,
    person_id: `p-${n}`,
  }));
  await db.insertInto('leads').values(copies.slice(0, 300)).execute();
  await db.insertInto('leads').values(copies.slice(300)).execute();
  const from = `?from=${new Date((row.callback_at ?? 0) - 1).toISOString()}`;
  const { body: first } = await sue.call('GET', `/api/v1/callbacks${from}`);
  const { body: rest } = await sue.call('GET', `/api/v1/callbacks${from}&after=${first.more}`);
  const shown: readonly Callback[] = [...first.callbacks, ...rest.callbacks];
  expect([first.callbacks.length, rest.callbacks.length, rest.more]).toEqual([500, 2, null]);
  expect(new Set(shown.map((each) => each.leadId)).size).toBe(502);
  expect((await sue.call('GET', '/api/v1/callbacks?after=x')).body.problems[0].field).toBe('after');
});
