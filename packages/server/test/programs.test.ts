/** Programs with a token: what their scopes allow, and what a CRM does through them. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ProgramRates } from '../src/accounts/program-rates.js';
import { SCOPES, scopeOf } from '../src/accounts/scopes.js';
import { API_PREFIX, ROUTES } from '../src/api/routes.js';
import { callerAt, startServer, type Caller, type Reply, type ServerUnderTest } from './server-under-test.js';

const GUIDE = readFileSync(join(import.meta.dirname, '../../../docs/guides/programs.md'), 'utf8');

let under: ServerUnderTest;
let admin: Caller;
beforeAll(async () => {
  under = await startServer();
  admin = await under.person('the-admin', 'admin');
});
afterAll(() => under.close());

const EVERYTHING = SCOPES.map(({ scope }) => scope);

/** A program that sends its token, and no origin. */
async function program(tokenId: string, scopes: readonly string[]): Promise<Caller> {
  const made = await admin.call('POST', `${API_PREFIX}/tokens`, { tokenId, scopes, days: 30 });
  expect(made.status).toBe(200);
  return withSecret(made.body.secret);
}

function withSecret(secret: string): Caller {
  const caller = callerAt(under.server.url, '');
  return {
    ...caller,
    call: (method, path, body): Promise<Reply> =>
      caller.call(method, path, body, { authorization: `Bearer ${secret}`, origin: '' }),
  };
}

describe('scopes', () => {
  let whole: Caller;
  let none: Caller;
  beforeAll(async () => {
    whole = await program('whole', EVERYTHING);
    none = await program('reports', ['reports:read']);
  });

  const pathOf = (path: string): string => `${API_PREFIX}${path.replaceAll(/\{\w+\}/g, 'nothing-like-it')}`;

  test.each(ROUTES.map((route) => [route.name, route] as const))('%s', async (_name, route) => {
    const { method, path } = route;
    const body = method === 'GET' || method === 'DELETE' ? undefined : { 'no such field': true };
    const ask = async (caller: Caller): Promise<readonly unknown[]> => {
      const { status, body: answer } = await caller.call(method, pathOf(path), body);
      return [status, answer?.code];
    };
    const scope = scopeOf(route);
    if (scope === null) {
      expect(await ask(whole)).toEqual([403, 'people-only']);
      return;
    }
    const [status] = await ask(whole);
    expect([200, 404, 409, 422]).toContain(status);
    if (scope !== 'reports:read') expect(await ask(none)).toEqual([403, 'scope-missing']);
  });

  test('every route belongs to an area, or is named as one for people only', () => {
    const areas = new Set(
      ROUTES.filter((route) => scopeOf(route) === null).map(({ name }) => name.split('.')[0]),
    );
    expect([...areas].sort()).toEqual([
      'accounts',
      'agents',
      'desk',
      'do-not-call',
      'links',
      'monitoring',
      'session',
      'tokens',
      'webhooks',
    ]);
    expect(
      ROUTES.filter(({ name }) => name.startsWith('agents.') && scopeOf({ name, method: 'POST' }) === null),
    ).toHaveLength(2);
  });

  test('the guide says what each scope allows', () => {
    for (const { scope, allows } of SCOPES) expect(GUIDE).toContain(`| \`${scope}\` | ${allows} |`);
  });

  test('each scope opens a route, and no route asks for a scope that cannot be given', () => {
    const asked = new Set(ROUTES.map(scopeOf).filter((scope) => scope !== null));
    expect([...asked].sort()).toEqual([...EVERYTHING].sort());
  });
});

describe('a token', () => {
  test('is shown once, listed without its secret, and refused from the moment it ends', async () => {
    const crm = await program('crm', ['reports:read', 'campaigns:read']);
    expect((await crm.call('GET', `${API_PREFIX}/campaigns`)).status).toBe(200);

    const listed = await admin.call('GET', `${API_PREFIX}/tokens`);
    const [entry] = listed.body.filter(({ tokenId }: { tokenId: string }) => tokenId === 'crm');
    expect(entry).toMatchObject({ createdBy: 'the-admin', endedAt: null, lastUsedAt: expect.any(String) });
    expect(JSON.stringify(listed.body)).not.toMatch(/secret|outdial_/);

    expect((await admin.call('DELETE', `${API_PREFIX}/tokens/crm`)).status).toBe(200);
    const refusal = await crm.call('GET', `${API_PREFIX}/campaigns`);
    expect([refusal.status, refusal.body.code]).toEqual([401, 'token-unknown']);
    expect((await admin.call('DELETE', `${API_PREFIX}/tokens/crm`)).status).toBe(404);
  });

  test('keeps its name for the record: another cannot take it', async () => {
    await program('once', ['reports:read']);
    await admin.call('DELETE', `${API_PREFIX}/tokens/once`);
    const body = { tokenId: 'once', scopes: ['reports:read'], days: null };
    const again = await admin.call('POST', `${API_PREFIX}/tokens`, body);
    expect([again.status, again.body.problems[0].field]).toEqual([422, 'tokenId']);
  });

  test.each(['Bearer nonsense', 'Basic YTpi', 'Bearer', ''])(
    'of the form %j is refused',
    async (authorization) => {
      const reply = await under.stranger.call('GET', `${API_PREFIX}/campaigns`, undefined, { authorization });
      expect(reply.status).toBe(401);
    },
  );

  test('of a program that runs wild waits; others do not', async () => {
    const rates = new ProgramRates(3);
    for (let n = 0; n < 3; n++) expect(await rates.begin('wild')).toBe(0);
    expect(await rates.begin('wild')).toBeGreaterThan(0);
    expect(await rates.begin('calm')).toBe(0);
  });
});

test('the program of the guide brings a file', async () => {
  const made = await admin.call('POST', `${API_PREFIX}/tokens`, {
    tokenId: 'guide',
    scopes: ['leads:read', 'leads:write'],
    days: 1,
  });
  const [, source = ''] = /```js\n([^]*?)```/.exec(GUIDE) ?? [];
  const cwd = mkdtempSync(join(tmpdir(), 'outdial-programs-'));
  writeFileSync(join(cwd, 'upload.mjs'), source);
  writeFileSync(join(cwd, 'june.csv'), 'name,phone\nAnn,+12025550143\nBob,+12025550144\nCy,none\n');
  const env = { ...process.env, SERVER: under.server.url, TOKEN: made.body.secret };
  const { stdout } = await promisify(execFile)(process.execPath, ['upload.mjs'], { cwd, env });
  rmSync(cwd, { recursive: true });
  expect(stdout).toMatch(/^name -> [^]*\ndone \{[^]*added: 2,/);
  expect(stdout).toMatch(/rejected: 1,/);
}, 30_000);

describe('what cannot be read', () => {
  test('is answered with code and text by whoever finds it, and with the value in question', async () => {
    const { url } = under.server;
    const send = async (path: string, type: string, body: string): Promise<unknown> => {
      const headers = { 'content-type': type, origin: url, cookie: admin.cookie };
      const reply = await fetch(`${url}${API_PREFIX}${path}`, { method: 'POST', headers, body });
      return [reply.status, await reply.json()];
    };
    const text = expect.stringMatching(/\w/);
    expect(await send('/tokens', 'application/json', '{oops')).toEqual([
      400,
      { code: 'request-unreadable', text },
    ]);
    expect(await send('/tokens', 'text/csv', 'a,b')).toEqual([
      415,
      { code: 'request-unreadable', text: expect.stringContaining('must be application/json') },
    ]);
    expect(await send('/tokens', 'application/json', `"${'x'.repeat(2_000_000)}"`)).toEqual([
      413,
      { code: 'request-unreadable', text: expect.stringContaining('at most') },
    ]);
    const webhook = { webhookId: 'crm', url: 'http://crm.example/x', kinds: ['attempt.close'] };
    const { body } = await admin.call('POST', `${API_PREFIX}/webhooks`, webhook);
    expect(body.problems).toMatchObject([{ field: 'url', value: '"http://crm.example/x"' }]);
    const typo = await under.stranger.call('POST', `${API_PREFIX}/session`, {
      accountId: 'ana',
      passwort: 'my own secret',
    });
    expect([typo.status, JSON.stringify(typo.body)]).toEqual([422, expect.not.stringContaining('my own')]);
    const wrongKey = { defaultCountry: 'US', columns: { Notes: 'ignore' } };
    const columns = await admin.call('POST', `${API_PREFIX}/uploads/x/preview`, wrongKey);
    expect(columns.body.text).toBe(
      'columns.Notes has a key that cannot be used: it must be a position from 1',
    );
  });
});

test('a CRM brings leads, closes one, reopens it, and reads what happened, each in its name', async () => {
  const crm = await program('pusher', ['leads:read', 'leads:write', 'events:read']);
  const leads = `${API_PREFIX}/campaigns/sales/leads`;
  const added = await crm.call('POST', leads, {
    leads: [{ phone: '+13105550177', name: 'Dana', account: 'A-77' }, { phone: 'nonsense' }],
  });
  expect(added.body.verdicts).toMatchObject([
    { verdict: 'added', problems: [] },
    { verdict: 'rejected', leadId: null, problems: [{ field: 'phone', value: 'nonsense' }] },
  ]);
  const again = await crm.call('POST', leads, { leads: [{ phone: '+13105550177', account: 'A-77' }] });
  expect(again.body.verdicts[0].verdict).toBe('duplicate-in-list');

  const named = { leads: [{ account: 'A-77' }, { account: 'A-99' }], reason: 'paid' };
  expect((await crm.call('POST', `${leads}/close`, named)).body).toMatchObject({ closed: 1, unknown: 1 });
  const recycle = (body: Record<string, unknown>): Promise<Reply> =>
    crm.call('POST', `${leads}/recycle`, { endings: ['paid'], reason: 'unpaid again', ...body });
  const counts = { found: 1, reopened: 1, barred: 0, barredBy: {} };
  // Only counted: the second count finds the same.
  expect((await recycle({})).body).toEqual({ ...counts, applied: false });
  expect((await recycle({ olderThanDays: 3 })).body).toMatchObject({ found: 0 });
  expect((await recycle({ endings: ['sale'] })).body).toMatchObject({ found: 0 });
  expect((await recycle({ listId: 'none' })).body.code).toBe('campaign-list-unknown');
  expect((await recycle({ listId: 'people', apply: true })).body).toEqual({ ...counts, applied: true });
  // Nobody is closed so any more: the word is refused, with those that there are.
  expect(await recycle({ endings: ['no-answer', 'payed'] })).toMatchObject({
    status: 409,
    body: { code: 'ending-unknown', text: expect.stringMatching(/'payed'[^]*no-answer/) },
  });
  expect((await crm.call('POST', `${leads}/close`, named)).body).toMatchObject({ closed: 1 });
  expect((await crm.call('POST', `${leads}/reopen`, named)).body).toMatchObject({ reopened: 1, unknown: 1 });
  expect(
    (await crm.call('POST', `${API_PREFIX}/campaigns/none/leads`, { leads: [{ phone: '1' }] })).status,
  ).toBe(404);

  const kinds: string[] = [];
  for (let after: string | undefined, hasMore = true; hasMore;) {
    const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
    const { body } = await crm.call('GET', `${API_PREFIX}/events${query}`);
    for (const { kind, detail } of body.events) kinds.push(`${kind} by ${detail.by}`);
    ({ hasMore } = body);
    after = body.events.at(-1)?.cursor;
  }
  expect(kinds).toEqual(
    expect.arrayContaining([
      'token.created by the-admin',
      'leads.added by program:pusher',
      'leads.closed by program:pusher',
      'leads.reopened by program:pusher',
    ]),
  );
  const wrong = await crm.call('GET', `${API_PREFIX}/events?after=nonsense`);
  expect([wrong.status, wrong.body.problems[0].field]).toEqual([422, 'after']);
});
