/** The compliance officer's questions over the API: a number, the law, the do-not-call list, the trail. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startServer, until, type Caller, type ServerUnderTest } from './server-under-test.js';

let under: ServerUnderTest;
let officer: Caller;
let manager: Caller;
const SALES = '/api/v1/campaigns/sales';

beforeAll(async () => {
  under = await startServer();
  officer = await under.person('cora', 'compliance');
  manager = await under.person('mia', 'manager');
}, 30_000);
afterAll(() => under.close());

interface Entry {
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

async function entries(kind: string): Promise<readonly Entry[]> {
  const { db } = under.server.floor.store.engine;
  const rows = await db.selectFrom('audit').select(['kind', 'detail']).where('kind', '=', kind).execute();
  return rows.map((row) => ({ kind: row.kind, detail: JSON.parse(row.detail) as Entry['detail'] }));
}

test('a number is judged now and at an instant, by every rule with its source, and the look is on record', async () => {
  const now = await officer.call('POST', `${SALES}/check`, { number: '(212) 555-1049' });
  expect(now.body).toMatchObject({
    phone: '+12125551049',
    allowed: true,
    lead: { listId: 'people' },
    timeZones: ['America/New_York'],
  });
  const at = '2026-06-10T23:30:00-04:00';
  const late = await officer.call('POST', `${SALES}/check`, { number: '+12125551049', at });
  expect(late.body).toMatchObject({ allowed: false, at: '2026-06-11T03:30:00.000Z' });
  const [refusal] = late.body.verdicts;
  expect(refusal).toMatchObject({ verdict: 'refuses', title: expect.any(String) });
  const sources = late.body.verdicts.flatMap((verdict: { source: { href: string } | null }) =>
    verdict.source ? [verdict.source.href] : [],
  );
  expect(sources.some((href: string) => href.startsWith('https:'))).toBe(true);
  expect(Date.parse(late.body.nextByLaw)).toBeGreaterThan(Date.parse(at));
  const looks = await entries('number.checked');
  expect(looks.map(({ detail }) => detail)).toMatchObject([
    { by: 'cora', allowed: true },
    { by: 'cora', allowed: false },
  ]);
  expect(JSON.stringify(looks)).not.toContain('5551049');
  const unread = await officer.call('POST', `${SALES}/check`, { number: 'hello' });
  expect([unread.status, unread.body.problems[0].field]).toEqual([422, 'number']);
});

test('the law of a campaign has its rules with sources, and its registrations', async () => {
  const { body } = await manager.call('GET', `${SALES}/law`);
  expect(body).toMatchObject({ day: '2026-06-10', registrations: [] });
  expect(body.rules.length).toBeGreaterThan(20);
  for (const { kind, source, verifiedOn } of body.rules) {
    if (kind === 'law') expect(source.href).toMatch(/^(https?:|docs\/)/);
    expect(verifiedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
  expect((await manager.call('GET', '/api/v1/campaigns/nothing/law')).status).toBe(404);
});

test('a number goes on the list at once, and comes off it by an officer only, with the author on record', async () => {
  const number = '+12125551048';
  const add = await manager.call('POST', '/api/v1/do-not-call', { number, source: 'letter' });
  expect(add.body).toEqual({ phone: number, isNew: true });
  expect((await officer.call('POST', `${SALES}/check`, { number })).body).toMatchObject({
    allowed: false,
    nextAllowedAt: null,
    requests: [{ source: 'letter' }],
  });
  const body = { number, why: 'typed wrongly' };
  expect((await manager.call('POST', '/api/v1/do-not-call/take-off', body)).status).toBe(403);
  expect((await officer.call('POST', '/api/v1/do-not-call/take-off', body)).body).toMatchObject({
    removed: true,
    reopened: 1,
  });
  expect((await officer.call('POST', '/api/v1/do-not-call/take-off', body)).body.removed).toBe(false);
});

test('a decision is found by campaign, day and number, and read with what the law was told', async () => {
  const agent = await under.person('vera', 'agent');
  await agent.call('POST', '/api/v1/desk/join', { campaignId: 'sales' });
  await agent.call('POST', '/api/v1/desk/ready');
  const search = { campaignId: 'sales' };
  const all = async (more: object) =>
    (await officer.call('POST', '/api/v1/decisions/search', { ...search, ...more })).body.decisions;
  await until(async () => (await all({})).length > 0);
  const [decision] = await all({ from: '2026-06-10', to: '2026-06-10' });
  expect(decision).toMatchObject({ campaignId: 'sales', allowed: true, refusals: [], mode: 'progressive' });
  expect(await all({ to: '2026-06-09' })).toEqual([]);
  expect(await all({ allowed: false })).toEqual([]);
  expect(await all({ number: decision.phone })).toHaveLength(1);
  const { body } = await officer.call('GET', `/api/v1/decisions/${decision.id}`);
  expect(body).toMatchObject({ decision: { id: decision.id }, unreadable: 0 });
  const [question] = body.questions;
  expect(question.facts).toContainEqual({ name: 'consent', value: 'none on file' });
  expect(question.rules.some(({ source }: { source: object | null }) => source !== null)).toBe(true);
  expect(question.hash).toMatch(/^[0-9a-f]{64}$/);
  const [look] = await entries('decision.looked-at');
  expect(look?.detail).toMatchObject({ by: 'cora', decision: decision.id });
  expect(JSON.stringify(await entries('decisions.searched'))).not.toContain(decision.phone);
  expect((await officer.call('GET', '/api/v1/decisions/999999')).body.code).toBe('decision-unknown');
  const nothing = await officer.call('POST', '/api/v1/decisions/search', { allowed: false });
  expect(nothing.body.text).toBe('campaignId is missing: name a campaign, a number or a lead');
  expect([nothing.status, nothing.body.problems[0].field]).toEqual([422, 'campaignId']);
});

test('the audit trail is verified on request', async () => {
  const { body } = await officer.call('POST', '/api/v1/audit/verify');
  expect(body).toMatchObject({ holds: true, breaks: [] });
  expect(body.entries).toBeGreaterThan(0);
});
