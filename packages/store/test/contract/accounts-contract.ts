import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  changeAccount,
  createAccount,
  createProgramToken,
  endProgramToken,
  endSession,
  issueAccountLink,
  listAccounts,
  listProgramTokens,
  openSession,
  readAccount,
  readAccountLink,
  readOpenSessions,
  readSessionAccount,
  setAccountPassword,
  takeAccountLink,
  useProgramToken,
  verifyAuditChain,
} from '../../src/index.js';
import { START, type StoreWorld } from './store-world.js';

/** Accounts of people, their one-time links and their sessions. */
export function accountsContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`accounts: ${name}`, () => {
    let world: StoreWorld;
    beforeEach(async () => {
      world = await create();
      const ana = { accountId: 'ana', name: 'Ana', role: 'agent' };
      expect(await createAccount(world.store, ana, 'admin')).toBe(true);
    });
    afterEach(() => world.close());

    test('of several who take a name at once one gets it', async () => {
      const ben = { accountId: 'ben', name: 'Ben', role: 'agent' };
      const made = await Promise.all([1, 2, 3].map(() => createAccount(world.store, ben, 'admin')));
      expect(made.filter(Boolean)).toEqual([true]);
    });

    test('a name is taken once; changes and passwords are journaled with their author', async () => {
      expect(
        await createAccount(world.store, { accountId: 'ana', name: 'Other', role: 'admin' }, 'eve'),
      ).toBe(false);
      expect(await changeAccount(world.store, 'ana', { role: 'supervisor', name: 'Ana M.' }, 'admin')).toBe(
        true,
      );
      expect(await changeAccount(world.store, 'nobody', { name: 'x' }, 'admin')).toBe(false);
      expect(await setAccountPassword(world.store, 'ana', 'hash', 'ana')).toBe(true);
      expect(await setAccountPassword(world.store, 'nobody', 'hash', 'ana')).toBe(false);

      expect(await listAccounts(world.store)).toEqual([
        {
          accountId: 'ana',
          name: 'Ana M.',
          role: 'supervisor',
          createdAt: START,
          disabledAt: null,
          hasPassword: true,
        },
      ]);
      expect((await readAccount(world.store, 'ana'))?.password).toBe('hash');
      expect(await kinds(world)).toEqual([
        'account.created by admin',
        'account.changed by admin',
        'account.password-set by ana',
      ]);
      expect((await verifyAuditChain(world.store)).breaks).toEqual([]);
    });

    test('the token of a program works until it runs out or is ended; its name is never given again', async () => {
      const make = (tokenId: string, tokenHash: string, expiresAt: number | null): Promise<boolean> =>
        createProgramToken(world.store, { tokenId, scopes: ['leads:read'], tokenHash, expiresAt }, 'admin');
      expect(await make('crm', 'one', world.now() + 1000)).toBe(true);
      expect(await make('bi', 'two', null)).toBe(true);
      expect(await make('crm', 'three', null)).toBe(false);
      expect(await useProgramToken(world.store, 'none')).toBeUndefined();
      expect(await useProgramToken(world.store, 'one')).toMatchObject({
        tokenId: 'crm',
        scopes: ['leads:read'],
      });
      world.advance(1000);
      expect(await useProgramToken(world.store, 'one')).toBeUndefined();
      expect(await useProgramToken(world.store, 'two')).toMatchObject({ tokenId: 'bi', lastUsedAt: null });

      expect(await endProgramToken(world.store, 'bi', 'admin')).toBe(true);
      expect(await endProgramToken(world.store, 'bi', 'admin')).toBe(false);
      expect(await useProgramToken(world.store, 'two')).toBeUndefined();
      expect(await make('bi', 'four', null)).toBe(false);
      const listed = await listProgramTokens(world.store);
      expect(listed.map(({ tokenId, lastUsedAt, endedAt }) => [tokenId, lastUsedAt, endedAt])).toEqual([
        ['bi', START + 1000, START + 1000],
        ['crm', START, null],
      ]);
      expect(await kinds(world)).toEqual([
        'account.created by admin',
        'token.created by admin',
        'token.created by admin',
        'token.ended by admin',
      ]);
    });

    test('a link works once and until it expires; a newer one replaces it', async () => {
      const link = (tokenHash: string): Promise<void> =>
        issueAccountLink(
          world.store,
          { accountId: 'ana', tokenHash, expiresAt: world.now() + 1000 },
          'admin',
        );
      await link('first');
      await link('second');
      expect(await readAccountLink(world.store, 'first')).toBeUndefined();
      expect(await readAccountLink(world.store, 'second')).toBe('ana');
      const taken = await Promise.all([
        takeAccountLink(world.store, 'second'),
        takeAccountLink(world.store, 'second'),
      ]);
      expect(taken.filter((accountId) => accountId === 'ana')).toHaveLength(1);
      await link('third');
      world.advance(1000);
      expect(await readAccountLink(world.store, 'third')).toBeUndefined();
      expect(await takeAccountLink(world.store, 'third')).toBeUndefined();
    });

    test('a session ends by log-out, time, a new password, a new role, and the end of the account', async () => {
      const open = (tokenHash: string): Promise<void> =>
        openSession(world.store, { accountId: 'ana', tokenHash, expiresAt: world.now() + 1000 });
      const isOpen = async (tokenHash: string): Promise<boolean> => {
        const open = await readOpenSessions(world.store, ['of nobody', tokenHash]);
        expect((await readSessionAccount(world.store, tokenHash)) !== undefined).toBe(open.has(tokenHash));
        return open.size === 1;
      };

      await open('a');
      expect((await readSessionAccount(world.store, 'a'))?.accountId).toBe('ana');
      await endSession(world.store, 'a');
      expect(await isOpen('a')).toBe(false);

      await open('b');
      world.advance(1000);
      expect(await isOpen('b')).toBe(false);

      await open('c');
      await setAccountPassword(world.store, 'ana', 'hash', 'ana');
      expect(await isOpen('c')).toBe(false);

      await open('d');
      await changeAccount(world.store, 'ana', { name: 'Ana again' }, 'admin');
      expect(await isOpen('d')).toBe(true);
      await changeAccount(world.store, 'ana', { role: 'manager' }, 'admin');
      expect(await isOpen('d')).toBe(false);

      await open('e');
      await changeAccount(world.store, 'ana', { disabled: true }, 'admin');
      expect(await isOpen('e')).toBe(false);
      await open('f');
      expect(await isOpen('f')).toBe(false);
      await changeAccount(world.store, 'ana', { disabled: false }, 'admin');
      expect(await isOpen('f')).toBe(true);
    });
  });
}

async function kinds({ store }: StoreWorld): Promise<readonly string[]> {
  const rows = await store.engine.db.selectFrom('audit').select(['kind', 'detail']).orderBy('n').execute();
  return rows.flatMap(({ kind, detail }) =>
    kind === 'audit.baseline' ? [] : [`${kind} by ${(JSON.parse(detail) as { by?: string }).by ?? '?'}`],
  );
}
