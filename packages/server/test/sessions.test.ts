import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAccount, setAccountPassword } from '@outdial/store';
import { hashPassword } from '../src/accounts/passwords.js';
import {
  CHEAP_PASSWORDS,
  callerAt,
  startServer,
  until,
  type Reply,
  type ServerUnderTest,
} from './server-under-test.js';

const PASSWORD = 'correct horse battery';
let under: ServerUnderTest;
beforeAll(async () => {
  under = await startServer();
});
afterAll(() => under.close());

/** Makes an account whose password is checked in no time: these tests check many. */
async function withQuickPassword(accountId: string): Promise<void> {
  const { store } = under.server.floor;
  await createAccount(store, { accountId, name: accountId, role: 'agent' }, 'test');
  const hash = await hashPassword(PASSWORD, CHEAP_PASSWORDS);
  expect(await setAccountPassword(store, accountId, hash, 'test')).toBe(true);
}

const secretOf = (link: string | null): string => link?.split('#')[1] ?? '';

describe('the first administrator', () => {
  test('sets a password by the link, once, and is logged in by a cookie that scripts cannot read', async () => {
    const token = secretOf(under.server.firstLink);
    const { stranger } = under;
    const use = (password: string): Promise<Reply> =>
      stranger.call('POST', '/api/v1/links/use', { token, password });
    const { body } = await stranger.call('POST', '/api/v1/links/read', { token });
    expect(body).toEqual({ accountId: 'admin', name: 'Administrator' });

    const short = await use('short');
    expect([short.status, short.body.problems[0].field]).toEqual([422, 'password']);
    expect(short.body.problems[0].remedy).toContain('12 characters');

    const set = await use(PASSWORD);
    expect(set.status).toBe(200);
    expect(set.body).toMatchObject({ accountId: 'admin', role: 'admin', simulated: true });
    expect(set.headers.get('set-cookie')).toMatch(/^outdial_session=[\w-]{43}; .*HttpOnly; SameSite=Strict/);
    expect((await use(PASSWORD)).status).toBe(404);
  });

  test('logs in by name and password; a wrong one, an unknown name and no password look the same', async () => {
    const { stranger } = under;
    const logIn = (accountId: string, password: string): ReturnType<typeof stranger.call> =>
      stranger.call('POST', '/api/v1/session', { accountId, password });
    await under.person('never-set', 'agent');
    const wrong = await logIn('admin', 'wrong');
    for (const other of [await logIn('nobody', PASSWORD), await logIn('never-set', PASSWORD)])
      expect([other.status, other.body]).toEqual([401, wrong.body]);
    expect((await logIn('admin', PASSWORD)).status).toBe(200);
    const json = { 'content-type': 'application/json' };
    const empty = await stranger.call('POST', '/api/v1/session', undefined, json);
    expect([empty.status, empty.body.code]).toEqual([422, 'unreadable']);
  });

  test('must wait after ten failures, with the right password, too; others need not', async () => {
    const { stranger } = under;
    await withQuickPassword('carla');
    const logIn = (password: string): ReturnType<typeof stranger.call> =>
      stranger.call('POST', '/api/v1/session', { accountId: 'carla', password });
    for (let n = 0; n < 10; n += 1) expect((await logIn('wrong')).status).toBe(401);
    const waiting = await logIn(PASSWORD);
    expect([waiting.status, waiting.body.code]).toEqual([429, 'log-in-limit']);
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(
      (await stranger.call('POST', '/api/v1/session', { accountId: 'admin', password: PASSWORD })).status,
    ).toBe(200);
  }, 60_000);
});

test('one who tries to guess the present password of an open session must wait, too', async () => {
  await withQuickPassword('eve');
  const guest = await under.person('eve', 'agent');
  const change = (): Promise<Reply> =>
    guest.call('PUT', '/api/v1/session/password', { present: 'a guess', password: PASSWORD });
  const statuses = (await Promise.all(Array.from({ length: 12 }, change))).map(({ status }) => status);
  expect(statuses.filter((status) => status === 422)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
}, 60_000);

test('one changes their own password: this session goes on under a new cookie, others end', async () => {
  const admin = await under.person('head', 'admin');
  const { body: made } = await admin.call('POST', '/api/v1/accounts', {
    accountId: 'mia',
    name: 'Mia',
    role: 'manager',
  });
  const { stranger, server } = under;
  const token = secretOf(made.path);
  const first = await stranger.call('POST', '/api/v1/links/use', { token, password: PASSWORD });
  const cookieOf = (reply: Reply): string => reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  const before = callerAt(server.url, cookieOf(first));
  const changed = await before.call('PUT', '/api/v1/session/password', {
    present: PASSWORD,
    password: `${PASSWORD} staple`,
  });
  expect(changed.body).toMatchObject({ accountId: 'mia', role: 'manager' });
  expect((await before.call('GET', '/api/v1/session')).status).toBe(401);
  expect((await callerAt(server.url, cookieOf(changed)).call('GET', '/api/v1/session')).status).toBe(200);
}, 60_000);

describe('accounts', () => {
  test('an administrator cannot take their own rights, and a disabled person is out at once', async () => {
    const admin = await under.person('chief', 'admin');
    const agent = await under.person('dan', 'agent');
    const own = await admin.call('PATCH', '/api/v1/accounts/chief', { role: 'agent' });
    expect([own.status, own.body.code]).toEqual([409, 'own-account']);
    expect((await agent.call('GET', '/api/v1/session')).status).toBe(200);
    expect((await admin.call('PATCH', '/api/v1/accounts/dan', { disabled: true })).status).toBe(200);
    expect((await agent.call('GET', '/api/v1/session')).status).toBe(401);
    const taken = await admin.call('POST', '/api/v1/accounts', {
      accountId: 'dan',
      name: 'Dan',
      role: 'agent',
    });
    expect([taken.status, taken.body.problems[0].field]).toEqual([422, 'accountId']);
  });

  test('who is disabled, or is no agent any more, gets no calls', async () => {
    const admin = await under.person('owner', 'admin');
    const { floor } = under.server;
    for (const [accountId, change] of [
      ['fay', { disabled: true }],
      ['gus', { role: 'manager' }],
    ] as const) {
      const agent = await under.person(accountId, 'agent');
      await agent.call('POST', '/api/v1/desk/join', { campaignId: 'sales' });
      await until(() => floor.campaignOf(accountId) !== undefined);
      expect((await admin.call('PATCH', `/api/v1/accounts/${accountId}`, { name: 'New' })).status).toBe(200);
      expect(floor.campaignOf(accountId)).toBeDefined();
      expect((await admin.call('PATCH', `/api/v1/accounts/${accountId}`, change)).status).toBe(200);
      await until(() => floor.campaignOf(accountId) === undefined);
    }
  }, 30_000);
});
