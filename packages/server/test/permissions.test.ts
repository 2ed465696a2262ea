/** Walks every route with every role: the table of permissions is the routes themselves. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES, type Role } from '../src/accounts/roles.js';
import { API_PREFIX, ROUTES } from '../src/api/routes.js';
import { startServer, type Caller, type ServerUnderTest } from './server-under-test.js';

let under: ServerUnderTest;
const people = new Map<Role, Caller>();
beforeAll(async () => {
  under = await startServer();
  for (const role of ROLES) people.set(role, await under.person(`the-${role}`, role));
});
afterAll(() => under.close());

/** A path in which nothing exists, so that nothing happens where a role is allowed. */
const pathOf = (path: string): string => `${API_PREFIX}${path.replaceAll(/\{\w+\}/g, 'nothing-like-it')}`;
/** A body that no route can read. */
const UNREADABLE = { 'no such field': true };

describe.each(ROUTES.map((route) => [route.name, route] as const))('%s', (_name, { method, path, roles }) => {
  const body = method === 'GET' || method === 'DELETE' ? undefined : UNREADABLE;

  test.each(ROLES)('as %s', async (role) => {
    // Logging out ends the session that the other routes need.
    const caller =
      method === 'DELETE' && path === '/session'
        ? await under.person(`leaving-${role}`, role)
        : people.get(role);
    const { status, body: answer } = (await caller?.call(method, pathOf(path), body)) ?? {
      status: 0,
      body: null,
    };
    const isAllowed = roles === 'everybody' || roles.includes(role);
    if (isAllowed) expect([200, 404, 409, 422]).toContain(status);
    else expect([status, answer.code]).toEqual([403, 'role-missing']);
  });

  test('logged out', async () => {
    const { status } = await under.stranger.call(method, pathOf(path), body);
    if (roles === 'everybody') expect([200, 401, 404, 422]).toContain(status);
    else expect(status).toBe(401);
  });

  if (method !== 'GET')
    test('from a foreign page', async () => {
      const admin = people.get('admin');
      for (const origin of ['https://evil.example', 'null', '']) {
        const reply = await admin?.call(method, pathOf(path), body, { origin });
        expect([reply?.status, reply?.body.code]).toEqual([403, 'origin-foreign']);
      }
    });
});

test('only agents, supervisors and administrators sit at a desk; only administrators see users', () => {
  const rolesOf = (prefix: string): unknown =>
    [...new Set(ROUTES.filter(({ name }) => name.startsWith(prefix)).map(({ roles }) => String(roles)))].join(
      '; ',
    );
  expect(rolesOf('desk.')).toBe('agent,supervisor,admin');
  expect(rolesOf('accounts.')).toBe('admin');
  expect(rolesOf('campaigns.pause')).toBe('supervisor,manager,admin');
});

test('no address holds a secret: addresses are written to the logs of proxies', () => {
  for (const { path } of ROUTES) expect(path).not.toMatch(/token\b|secret/);
});
