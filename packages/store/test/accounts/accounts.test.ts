import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  changeAccount,
  createAccount,
  endSession,
  issueAccountLink,
  listAccounts,
  openSession,
  openStore,
  readAccount,
  readAccountLink,
  readSessionAccount,
  setAccountPassword,
  takeAccountLink,
  verifyAuditChain,
  type Store,
} from '../../src/index.js';

const NOW = 1_781_000_000_000;
let now = NOW;
let store: Store;
beforeEach(async () => {
  now = NOW;
  store = await openStore({ url: 'sqlite::memory:', clock: () => now });
  expect(await createAccount(store, { accountId: 'ana', name: 'Ana', role: 'agent' }, 'admin')).toBe(true);
});
afterEach(() => store.close());

async function kinds(): Promise<readonly string[]> {
  const rows = await store.engine.db.selectFrom('audit').select(['kind', 'detail']).orderBy('n').execute();
  return rows.flatMap(({ kind, detail }) =>
    kind === 'audit.baseline' ? [] : [`${kind} by ${(JSON.parse(detail) as { by?: string }).by ?? '?'}`],
  );
}

describe('accounts', () => {
  test('a name is taken once; changes and passwords are journaled with their author', async () => {
    expect(await createAccount(store, { accountId: 'ana', name: 'Other', role: 'admin' }, 'eve')).toBe(false);
    expect(await changeAccount(store, 'ana', { role: 'supervisor', name: 'Ana M.' }, 'admin')).toBe(true);
    expect(await changeAccount(store, 'nobody', { name: 'x' }, 'admin')).toBe(false);
    expect(await setAccountPassword(store, 'ana', 'hash', 'ana')).toBe(true);
    expect(await setAccountPassword(store, 'nobody', 'hash', 'ana')).toBe(false);

    expect(await listAccounts(store)).toEqual([
      {
        accountId: 'ana',
        name: 'Ana M.',
        role: 'supervisor',
        createdAt: NOW,
        disabledAt: null,
        hasPassword: true,
      },
    ]);
    expect((await readAccount(store, 'ana'))?.password).toBe('hash');
    expect(await kinds()).toEqual([
      'account.created by admin',
      'account.changed by admin',
      'account.password-set by ana',
    ]);
    expect((await verifyAuditChain(store)).breaks).toEqual([]);
  });

  test('a link works once and until it expires; a newer one replaces it', async () => {
    const link = (tokenHash: string): Promise<void> =>
      issueAccountLink(store, { accountId: 'ana', tokenHash, expiresAt: now + 1000 }, 'admin');
    await link('first');
    await link('second');
    expect(await readAccountLink(store, 'first')).toBeUndefined();
    expect(await readAccountLink(store, 'second')).toBe('ana');
    const taken = await Promise.all([takeAccountLink(store, 'second'), takeAccountLink(store, 'second')]);
    expect(taken.filter((accountId) => accountId === 'ana')).toHaveLength(1);
    await link('third');
    now += 1000;
    expect(await readAccountLink(store, 'third')).toBeUndefined();
    expect(await takeAccountLink(store, 'third')).toBeUndefined();
  });

  test('a session ends by log-out, time, a new password, a new role, and the end of the account', async () => {
    const open = (tokenHash: string): Promise<void> =>
      openSession(store, { accountId: 'ana', tokenHash, expiresAt: now + 1000 });
    const isOpen = async (tokenHash: string): Promise<boolean> =>
      (await readSessionAccount(store, tokenHash)) !== undefined;

    await open('a');
    expect((await readSessionAccount(store, 'a'))?.accountId).toBe('ana');
    await endSession(store, 'a');
    expect(await isOpen('a')).toBe(false);

    await open('b');
    now += 1000;
    expect(await isOpen('b')).toBe(false);

    await open('c');
    await setAccountPassword(store, 'ana', 'hash', 'ana');
    expect(await isOpen('c')).toBe(false);

    await open('d');
    await changeAccount(store, 'ana', { name: 'Ana again' }, 'admin');
    expect(await isOpen('d')).toBe(true);
    await changeAccount(store, 'ana', { role: 'manager' }, 'admin');
    expect(await isOpen('d')).toBe(false);

    await open('e');
    await changeAccount(store, 'ana', { disabled: true }, 'admin');
    expect(await isOpen('e')).toBe(false);
    await open('f');
    expect(await isOpen('f')).toBe(false);
    await changeAccount(store, 'ana', { disabled: false }, 'admin');
    expect(await isOpen('f')).toBe(true);
  });
});
