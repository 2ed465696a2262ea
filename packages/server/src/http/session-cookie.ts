/** The cookie of a session, and who the request comes from. */
import { defined } from '@outdial/core';
import { readSessionAccount, type Store } from '@outdial/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { roleOf } from '../accounts/roles.js';
import { hashOfToken } from '../accounts/tokens.js';
import type { Person } from '../api/route.js';
import { SESSION_MS } from '../api/routes/session-routes.js';

/** Name of the cookie. */
export const SESSION_COOKIE = 'outdial_session';

/** The session of a request. */
export interface RequestSession {
  readonly person: Person | null;
  /** Hash of the secret; null without a cookie. */
  readonly sessionHash: string | null;
}

/** Reads the session of a request from its cookie. */
export async function sessionOf(store: Store, request: FastifyRequest): Promise<RequestSession> {
  const secret = request.cookies[SESSION_COOKIE];
  if (secret === undefined || secret === '') return { person: null, sessionHash: null };
  const sessionHash = hashOfToken(secret);
  const account = await readSessionAccount(store, sessionHash);
  const role = account && roleOf(account.role);
  return { person: account && role ? { ...account, role } : null, sessionHash };
}

/**
 * Sets the cookie of a session that begins; `secret` null: removes it. `domain`: it is sent to every server
 * of that domain.
 */
export function setSession(
  request: FastifyRequest,
  reply: FastifyReply,
  { secret, domain }: { readonly secret: string | null; readonly domain: string | undefined },
): void {
  const options = {
    ...defined({ domain }),
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    // On loopback the console is served without encryption; browsers would keep no secure cookie then.
    secure: request.protocol === 'https',
  } as const;
  if (secret === null) reply.clearCookie(SESSION_COOKIE, options);
  else reply.setCookie(SESSION_COOKIE, secret, { ...options, maxAge: SESSION_MS / 1000 });
}

/** Whether a request was made by a page of this server: another page's orders are refused. */
export function isOwnOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host === request.host;
  } catch {
    return false;
  }
}
