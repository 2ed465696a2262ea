/** Sessions of the people who are logged in at the server. The store keeps only hashes of their tokens. */
import type { Store } from '../open-store.js';
import { recordOf, type Account } from './accounts.js';

/** A session to be opened. */
export interface NewSession {
  readonly accountId: string;
  /** Hash of the token in the cookie. */
  readonly tokenHash: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** Opens a session, and removes those that have expired. */
export async function openSession(store: Store, session: NewSession): Promise<void> {
  const { accountId, tokenHash, expiresAt } = session;
  await store.audit.within(async (tx, append) => {
    const at = store.clock();
    await tx.deleteFrom('sessions').where('expires_at', '<=', at).execute();
    await tx
      .insertInto('sessions')
      .values({ token_hash: tokenHash, account_id: accountId, created_at: at, expires_at: expiresAt })
      .execute();
    await append({ at, campaignId: '', kind: 'session.opened', detail: { by: accountId, accountId } });
  });
}

/** The account of a session; undefined: it ended, has expired, or its account is disabled. */
export async function readSessionAccount(store: Store, tokenHash: string): Promise<Account | undefined> {
  const row = await store.engine.db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.account_id', 'sessions.account_id')
    .selectAll('accounts')
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.expires_at', '>', store.clock())
    .where('accounts.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { password: _secret, ...account } = recordOf(row);
  return account;
}

/** Which of these sessions are still open, by the hashes of their tokens: one question for all of them. */
export async function readOpenSessions(
  store: Store,
  tokenHashes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (tokenHashes.length === 0) return new Set();
  const rows = await store.engine.db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.account_id', 'sessions.account_id')
    .select('sessions.token_hash')
    .where('sessions.token_hash', 'in', tokenHashes)
    .where('sessions.expires_at', '>', store.clock())
    .where('accounts.disabled_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.token_hash));
}

/** Ends one session. */
export async function endSession(store: Store, tokenHash: string): Promise<void> {
  await store.audit.within(async (tx, append) => {
    const row = await tx
      .selectFrom('sessions')
      .select('account_id')
      .where('token_hash', '=', tokenHash)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return;
    await tx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    const accountId = row.account_id;
    const detail = { by: accountId, accountId };
    await append({ at: store.clock(), campaignId: '', kind: 'session.ended', detail });
  });
}
