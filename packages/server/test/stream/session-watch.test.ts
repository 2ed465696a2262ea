/** Streams end with their sessions, and one question to the store serves them all. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createAccount, endSession, openSession, openStore, type Store } from '@outdial/store';
import { SessionWatch } from '../../src/stream/session-watch.js';

let store: Store;
let watch: SessionWatch;
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:' });
  watch = new SessionWatch(store);
  await createAccount(store, { accountId: 'ana', name: 'Ana', role: 'agent' }, 'test');
  for (const tokenHash of ['first', 'second'])
    await openSession(store, { accountId: 'ana', tokenHash, expiresAt: Date.now() + 60_000 });
});
afterEach(async () => {
  watch.close();
  await store.close();
});

test('every stream of a session that ended is ended, others go on, and one question asks for all', async () => {
  const asked = jest.spyOn(store.engine.db, 'selectFrom');
  const ended: string[] = [];
  for (let n = 0; n < 200; n += 1) watch.add(n < 2 ? 'first' : 'second', () => ended.push(String(n)));
  watch.add('first', () => ended.push('closed before'))();
  await watch.look();
  expect([ended, asked.mock.calls.length]).toEqual([[], 1]);

  await endSession(store, 'first');
  asked.mockClear();
  await watch.look();
  expect([ended, asked.mock.calls.length]).toEqual([['0', '1'], 1]);
});

test('a store that does not answer ends no stream', async () => {
  let hasEnded = false;
  watch.add('first', () => (hasEnded = true));
  jest.spyOn(store.engine.db, 'selectFrom').mockImplementation(() => {
    throw new Error('away');
  });
  await watch.look();
  expect(hasEnded).toBe(false);
});
