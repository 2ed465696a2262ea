/** Logging in and out, one-time links, and one's own password. */
import {
  endSession,
  openSession,
  readAccount,
  readAccountLink,
  setAccountPassword,
  takeAccountLink,
  type Account,
} from '@outdial/store';
import { CODE_WORDS } from 'outdial';
import { z } from 'zod';
import { hashPassword, isPassword } from '../../accounts/passwords.js';
import { CALLERS, ROLES, roleOf, type Role } from '../../accounts/roles.js';
import { hashOfToken, newToken } from '../../accounts/tokens.js';
import { FOLLOWED, done, refused, unusable, type Outcome, type Refusal } from '../outcome.js';
import { isPerson, route, type Person, type Route } from '../route.js';
import * as schemas from '../schemas.js';
import type { ServerParts } from '../server-parts.js';
import { VERSION } from '../../version.js';

/** A session lasts a shift: after it one logs in again. */
export const SESSION_MS = 14 * 3_600_000;

type SessionAnswer = z.input<typeof schemas.session>;

const password = z
  .string()
  .min(12, 'must hold at least 12 characters, e.g. four words')
  .max(256, 'must hold at most 256 characters');

/** The secret of a one-time link. It stands in bodies only: addresses are written to the logs of proxies. */
const token = z.string().min(1).max(128);

const WRONG = refused(401, 'log-in-wrong', 'Name or password is wrong. After ten failures one must wait.');
const LINK_DEAD = refused(
  404,
  'link-unknown',
  'This link was used, has expired, or was replaced by a newer one. Ask an administrator for another.',
);

/** What the console must know of who is logged in. */
function sessionOf(
  { accountId, name }: Pick<Person, 'accountId' | 'name'>,
  role: Role,
  parts: ServerParts,
): SessionAnswer {
  const telephone = CALLERS.includes(role) && parts.telephones.stationOf(accountId) !== null;
  const { simulated } = parts;
  return {
    ...{ accountId, name, role, simulated, telephone },
    ...{ timeZone: parts.timeZone(), version: VERSION, words: CODE_WORDS },
  };
}

/** Opens a session for an account; its secret goes into the cookie. */
async function begin(parts: ServerParts, accountId: string): Promise<Outcome<SessionAnswer>> {
  const { store } = parts;
  const account = await readAccount(store, accountId);
  const role = account && roleOf(account.role);
  if (!account || !role || account.disabledAt !== null) return WRONG;
  const secret = newToken();
  await openSession(store, {
    accountId,
    tokenHash: hashOfToken(secret),
    expiresAt: store.clock() + SESSION_MS,
  });
  return { kind: 'done', answer: sessionOf(account, role, parts), session: secret };
}

async function replacePassword(
  { store, passwordCost }: ServerParts,
  accountId: string,
  text: string,
): Promise<void> {
  await setAccountPassword(store, accountId, await hashPassword(text, passwordCost), accountId);
}

interface PasswordTry {
  readonly accountId: string;
  readonly password: string;
  /** Of the client. */
  readonly address: string;
}

/** The account with this password; otherwise why not. Every check of a password is limited here. */
async function checkPassword(
  { store, failedLogIns, passwordCost }: ServerParts,
  { accountId, password: given, address }: PasswordTry,
): Promise<Account | Refusal> {
  const account = await readAccount(store, accountId);
  // The store's own spelling: MariaDB finds 'ana' by 'ana ', too, and each spelling would have ten tries.
  const waitSeconds = await failedLogIns.begin(account?.accountId ?? accountId, address);
  if (waitSeconds > 0)
    return {
      ...refused(429, 'log-in-limit', `Too many failed log-ins: try again in ${waitSeconds} s.`),
      retryAfterSeconds: waitSeconds,
    };
  const isRight = await isPassword(given, account?.password ?? null, passwordCost);
  if (!account || !isRight || account.disabledAt !== null) {
    await failedLogIns.failed(address);
    return WRONG;
  }
  await failedLogIns.succeeded(account.accountId);
  return account;
}

function isRefusal(checked: Account | Refusal): checked is Refusal {
  return 'kind' in checked;
}

const logIn = route({
  name: 'session.open',
  method: 'POST',
  path: '/session',
  summary: 'Logs in; the session is in a cookie.',
  roles: 'everybody',
  schemas: {
    body: z.strictObject({ accountId: z.string().min(1).max(96), password: z.string().min(1).max(256) }),
    answer: schemas.session,
  },
  work: async ({ parts, body, address }) => {
    const checked = await checkPassword(parts, { ...body, address });
    return isRefusal(checked) ? checked : begin(parts, checked.accountId);
  },
});

const readSession = route({
  name: 'session.read',
  method: 'GET',
  path: '/session',
  summary: 'Who is logged in.',
  roles: ROLES,
  schemas: { answer: schemas.session },
  work: async ({ parts, person }) =>
    isPerson(person) ? done(sessionOf(person, person.role, parts)) : refused(401, 'not-logged-in', 'Log in.'),
});

const logOut = route({
  name: 'session.close',
  method: 'DELETE',
  path: '/session',
  summary: 'Logs out: ends the session of the cookie. An agent is logged out of their campaign too.',
  roles: ROLES,
  schemas: { answer: schemas.followed },
  work: async ({ parts, person, sessionHash }) => {
    if (person) {
      await parts.floor.campaignOf(person.accountId)?.logOut(person.accountId);
      await parts.telephones.close(person.accountId);
    }
    if (sessionHash !== null) await endSession(parts.store, sessionHash);
    return { kind: 'done', answer: FOLLOWED, session: null };
  },
});

const readLink = route({
  name: 'links.read',
  method: 'POST',
  path: '/links/read',
  summary: 'Whom a one-time link is for.',
  roles: 'everybody',
  schemas: {
    body: z.strictObject({ token }),
    answer: z.object({ accountId: z.string(), name: z.string() }),
  },
  work: async ({ parts, body }) => {
    const accountId = await readAccountLink(parts.store, hashOfToken(body.token));
    const account = accountId === undefined ? undefined : await readAccount(parts.store, accountId);
    return account ? done({ accountId: account.accountId, name: account.name }) : LINK_DEAD;
  },
});

const takeLink = route({
  name: 'links.use',
  method: 'POST',
  path: '/links/use',
  summary: 'Sets a password by a one-time link, which is used up, and logs in.',
  roles: 'everybody',
  schemas: { body: z.strictObject({ token, password }), answer: schemas.session },
  work: async ({ parts, body }) => {
    const accountId = await takeAccountLink(parts.store, hashOfToken(body.token));
    if (accountId === undefined) return LINK_DEAD;
    await replacePassword(parts, accountId, body.password);
    return begin(parts, accountId);
  },
});

const changePassword = route({
  name: 'session.password',
  method: 'PUT',
  path: '/session/password',
  summary: "Changes one's own password; every other session ends.",
  roles: ROLES,
  schemas: {
    body: z.strictObject({ present: z.string().min(1).max(256), password }),
    answer: schemas.session,
  },
  work: async ({ parts, person, body, address }) => {
    if (!person) return WRONG;
    const { accountId } = person;
    const checked = await checkPassword(parts, { accountId, password: body.present, address });
    if (checked === WRONG) return unusable('present', 'is not your present password');
    if (isRefusal(checked)) return checked;
    await replacePassword(parts, person.accountId, body.password);
    return begin(parts, person.accountId);
  },
});

/** The routes of sessions. */
export const SESSION_ROUTES: readonly Route[] = [
  logIn,
  readSession,
  logOut,
  changePassword,
  readLink,
  takeLink,
];
