/** One-time links by which a person sets a password. The store keeps only hashes of their tokens. */
import type { Store } from '../open-store.js';

/** A link to be issued. */
export interface NewAccountLink {
  readonly accountId: string;
  /** Hash of the token in the link. */
  readonly tokenHash: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** Issues a link; earlier ones of the account no longer work. */
export async function issueAccountLink(store: Store, link: NewAccountLink, by: string): Promise<void> {
  const { accountId, tokenHash, expiresAt } = link;
  await store.audit.within(async (tx, append) => {
    await tx.deleteFrom('account_links').where('account_id', '=', accountId).execute();
    await tx
      .insertInto('account_links')
      .values({ token_hash: tokenHash, account_id: accountId, expires_at: expiresAt })
      .execute();
    const at = store.clock();
    await append({ at, campaignId: '', kind: 'account.link-issued', detail: { by, accountId } });
  });
}

/** The account that a link is for; undefined: it was used, has expired, or never was. */
export async function readAccountLink(store: Store, tokenHash: string): Promise<string | undefined> {
  const row = await store.engine.db
    .selectFrom('account_links')
    .select('account_id')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', store.clock())
    .executeTakeFirst();
  return row?.account_id;
}

/** Uses a link up: one caller gets the account, everybody after them undefined. */
export async function takeAccountLink(store: Store, tokenHash: string): Promise<string | undefined> {
  return store.audit.within(async (tx, append) => {
    const row = await tx
      .selectFrom('account_links')
      .selectAll()
      .where('token_hash', '=', tokenHash)
      .forUpdate()
      .executeTakeFirst();
    const at = store.clock();
    if (row === undefined || row.expires_at <= at) return undefined;
    await tx.deleteFrom('account_links').where('token_hash', '=', tokenHash).execute();
    const detail = { by: row.account_id, accountId: row.account_id };
    await append({ at, campaignId: '', kind: 'account.link-used', detail });
    return row.account_id;
  });
}
