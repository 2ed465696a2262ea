/** Accounts of the people who log in at the server. Every change is journaled with its author. */
import { defined } from '@outdial/core';
import type { Store } from '../open-store.js';
import type { Tx } from '../database/engine.js';
import type { AccountsTable } from '../database/tables.js';
import { orTryAgain } from '../database/transact.js';

/** An account as screens may show it. Instants are epoch ms. */
export interface Account {
  /** Name the person logs in by; of one who takes calls, also the id of the agent. */
  readonly accountId: string;
  /** Name shown to people. */
  readonly name: string;
  /** What the person may do; the server knows the roles. */
  readonly role: string;
  readonly createdAt: number;
  /** Null while the account is in use. */
  readonly disabledAt: number | null;
  /** False until a password was set by a one-time link. */
  readonly hasPassword: boolean;
}

/** An account with the hash of its password, for the check at log-in. */
export interface AccountRecord extends Account {
  readonly password: string | null;
}

/** An account to be made. */
export type NewAccount = Pick<Account, 'accountId' | 'name' | 'role'>;

/** What may change of an account. */
export interface AccountChanges {
  readonly name?: string;
  readonly role?: string;
  readonly disabled?: boolean;
}

/** Makes an account without a password. False: the name is taken. */
export async function createAccount(store: Store, account: NewAccount, by: string): Promise<boolean> {
  const { accountId, name, role } = account;
  return store.audit.within(async (tx, append) => {
    if ((await rowOf(tx, accountId)) !== undefined) return false;
    const created_at = store.clock();
    const row = { account_id: accountId, name, role, password: null, created_at, disabled_at: null };
    const adding = tx.insertInto('accounts').values(row).execute();
    await orTryAgain(store.engine, adding, 'an account of this name was made meanwhile');
    await append({
      at: created_at,
      campaignId: '',
      kind: 'account.created',
      detail: { by, accountId, role },
    });
    return true;
  });
}

/**
 * Changes an account; a change of role and the end of an account end its sessions. False: there is no such
 * account.
 */
export async function changeAccount(
  store: Store,
  accountId: string,
  changes: AccountChanges,
  by: string,
): Promise<boolean> {
  return store.audit.within(async (tx, append) => {
    const row = await rowOf(tx, accountId);
    if (row === undefined) return false;
    const at = store.clock();
    const { name = row.name, role = row.role, disabled = row.disabled_at !== null } = changes;
    const disabled_at = disabled ? (row.disabled_at ?? at) : null;
    await tx
      .updateTable('accounts')
      .set({ name, role, disabled_at })
      .where('account_id', '=', accountId)
      .execute();
    if (role !== row.role || disabled) await endAllOf(tx, accountId);
    const { role: newRole, disabled: ended } = changes;
    const detail = { by, accountId, ...defined({ role: newRole, disabled: ended }) };
    await append({ at, campaignId: '', kind: 'account.changed', detail });
    return true;
  });
}

/** Sets the hash of a password and ends every session and link of the account. False: no such account. */
export async function setAccountPassword(
  store: Store,
  accountId: string,
  password: string,
  by: string,
): Promise<boolean> {
  return store.audit.within(async (tx, append) => {
    if ((await rowOf(tx, accountId)) === undefined) return false;
    await tx.updateTable('accounts').set({ password }).where('account_id', '=', accountId).execute();
    await endAllOf(tx, accountId);
    const at = store.clock();
    await append({ at, campaignId: '', kind: 'account.password-set', detail: { by, accountId } });
    return true;
  });
}

/** Every account, by name of log-in. */
export async function listAccounts(store: Store): Promise<readonly Account[]> {
  const rows = await store.engine.db.selectFrom('accounts').selectAll().orderBy('account_id').execute();
  return rows.map((row) => {
    const { password: _secret, ...account } = recordOf(row);
    return account;
  });
}

/** One account with the hash of its password; undefined: there is none. */
export async function readAccount(store: Store, accountId: string): Promise<AccountRecord | undefined> {
  const row = await store.engine.db
    .selectFrom('accounts')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** A row of the table as a record. */
export function recordOf(row: AccountsTable): AccountRecord {
  return {
    accountId: row.account_id,
    name: row.name,
    role: row.role,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
    hasPassword: row.password !== null,
    password: row.password,
  };
}

function rowOf(tx: Tx, accountId: string): Promise<AccountsTable | undefined> {
  return tx
    .selectFrom('accounts')
    .selectAll()
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
}

async function endAllOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('account_id', '=', accountId).execute();
  await tx.deleteFrom('account_links').where('account_id', '=', accountId).execute();
}
