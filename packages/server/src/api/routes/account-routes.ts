/** Accounts: who may log in, as what, and one-time links for them. */
import { isoInstant } from '@outdial/core';
import {
  changeAccount,
  createAccount,
  issueAccountLink,
  listAccounts,
  readAccount,
  type Account,
  type Store,
} from '@outdial/store';
import { AGENT_ORDERS } from 'outdial';
import { z } from 'zod';
import { CALLERS } from '../../accounts/roles.js';
import { hashOfToken, newToken } from '../../accounts/tokens.js';
import { instantOrNull } from '../../stream/instants.js';
import { done, refused, unusable } from '../outcome.js';
import { route, type Author, type Route } from '../route.js';
import * as schemas from '../schemas.js';
import type { ServerParts } from '../server-parts.js';
import { order } from './campaign-routes.js';

/** A link is used within days, or replaced. */
const LINK_MS = 3 * 24 * 3_600_000;

const accountParams = z.strictObject({ accountId: z.string().min(1).max(96) });
const name = z.string().trim().min(1).max(80);

const link = z
  .strictObject({ accountId: z.string(), path: z.string(), expiresAt: schemas.instant })
  .meta({ id: 'AccountLink' });

const NO_ACCOUNT = refused(404, 'account-unknown', 'There is no account with this name.');

const list = route({
  name: 'accounts.list',
  method: 'GET',
  path: '/accounts',
  summary: 'Every account.',
  roles: ['admin'],
  schemas: { answer: z.array(schemas.account) },
  work: async ({ parts }) => done((await listAccounts(parts.store)).map(describeAccount)),
});

const create = route({
  name: 'accounts.create',
  method: 'POST',
  path: '/accounts',
  summary: 'Makes an account; a one-time link lets its person set a password.',
  roles: ['admin'],
  schemas: {
    body: z.strictObject({ accountId: schemas.id, name, role: schemas.role }),
    answer: link,
  },
  work: async ({ parts, person, body }) => {
    const by = person?.accountId ?? '';
    const isNew = await createAccount(parts.store, body, by);
    if (!isNew) return unusable('accountId', 'is taken: choose another name to log in by');
    return done(await issueLink(parts.store, body.accountId, by));
  },
});

const change = route({
  name: 'accounts.change',
  method: 'PATCH',
  path: '/accounts/{accountId}',
  summary: 'Changes name or role of an account, disables it or enables it again; its sessions end.',
  roles: ['admin'],
  schemas: {
    params: accountParams,
    body: z.strictObject({
      name: name.exactOptional(),
      role: schemas.role.exactOptional(),
      disabled: z.boolean().exactOptional(),
    }),
    answer: schemas.account,
  },
  work: async ({ parts, person, params, body }) => {
    const { accountId } = params;
    const isSelf = accountId === person?.accountId;
    if (isSelf && (body.disabled === true || (body.role ?? 'admin') !== 'admin'))
      return refused(
        409,
        'own-account',
        'You cannot take your own rights: another administrator must do it.',
      );
    if (!(await changeAccount(parts.store, accountId, body, person?.accountId ?? ''))) return NO_ACCOUNT;
    const changed = await readAccount(parts.store, accountId);
    if (!changed || !maySitAtDesk(changed)) await leaveDesk(parts, accountId, person);
    return changed ? done(describeAccount(changed)) : NO_ACCOUNT;
  },
});

const renew = route({
  name: 'accounts.link',
  method: 'POST',
  path: '/accounts/{accountId}/link',
  summary: 'Issues a one-time link by which the person sets a password; earlier links no longer work.',
  roles: ['admin'],
  schemas: { params: accountParams, answer: link },
  work: async ({ parts, person, params }) => {
    const known = await readAccount(parts.store, params.accountId);
    if (!known) return NO_ACCOUNT;
    return done(await issueLink(parts.store, known.accountId, person?.accountId ?? ''));
  },
});

/** Issues a one-time link. Answers the path below the server's address. */
export async function issueLink(store: Store, accountId: string, by: string): Promise<z.input<typeof link>> {
  const secret = newToken();
  const expiresAt = store.clock() + LINK_MS;
  await issueAccountLink(store, { accountId, tokenHash: hashOfToken(secret), expiresAt }, by);
  // Behind '#': the secret reaches no log of a server or proxy.
  return { accountId, path: `/link#${secret}`, expiresAt: isoInstant(expiresAt) };
}

/** Whether an account can take calls. */
function maySitAtDesk({ role, disabledAt }: Account): boolean {
  return disabledAt === null && CALLERS.some((each) => each === role);
}

/** Logs an agent out: customers must not be connected to somebody who has no desk any more. */
async function leaveDesk({ floor }: ServerParts, agentId: string, by: Author | null): Promise<void> {
  const dialer = floor.campaignOf(agentId);
  if (dialer) await order(dialer, AGENT_ORDERS['log-out'], { agentId }, by);
}

function describeAccount(known: Account): z.input<typeof schemas.account> {
  const { accountId, name: shown, role, createdAt, disabledAt, hasPassword } = known;
  return {
    accountId,
    name: shown,
    role,
    createdAt: isoInstant(createdAt),
    disabledAt: instantOrNull(disabledAt),
    hasPassword,
  };
}

/** The routes of accounts. */
export const ACCOUNT_ROUTES: readonly Route[] = [list, create, change, renew];
