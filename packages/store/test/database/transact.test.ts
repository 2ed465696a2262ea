import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AuditChain } from '../../src/audit/chain.js';
import type { AuditEntry } from '../../src/audit/chain.js';
import { verifyAuditChain } from '../../src/index.js';
import type { Engine, Tx } from '../../src/database/engine.js';
import { sql } from 'kysely';
import { TRIES, TryAgain, transact } from '../../src/database/transact.js';
import { sqliteWorld } from '../sqlite-world.js';
import type { StoreWorld } from '../contract/store-world.js';

let world: StoreWorld;
let engine: Engine;
beforeEach(async () => {
  world = await sqliteWorld();
  ({ engine } = world.store);
});
afterEach(() => world.close());

const lists = async (): Promise<number> =>
  (await engine.db.selectFrom('lists').select('list_id').execute()).length;

/** Adds one list. */
const add = (tx: Tx, listId: string): Promise<unknown> =>
  tx.insertInto('lists').values({ list_id: listId, created_at: 1 }).execute();

describe('transactions', () => {
  test('are tried again after a deadlock, from the beginning', async () => {
    let tries = 0;
    const deadlocks: Engine = {
      ...engine,
      isRetryable: (error) => (error as { errno?: number }).errno === 1213,
    };
    const result = await transact(deadlocks, async (tx) => {
      await add(tx, 'x');
      tries += 1;
      if (tries < 4) throw Object.assign(new Error('Deadlock found'), { errno: 1213 });
      return 'done';
    });
    expect([result, tries, await lists()]).toEqual(['done', 4, 1]);
  });

  test('fail at once for what trying again does not cure, and in the end for what does', async () => {
    let tries = 0;
    const failing = (error: Error): Promise<never> =>
      transact(
        engine,
        async (tx) => {
          tries += 1;
          await add(tx, 'x');
          throw error;
        },
        { tries: 3 },
      );
    await expect(failing(new Error('wrong'))).rejects.toThrow('wrong');
    expect(tries).toBe(1);
    await expect(failing(new TryAgain('busy'))).rejects.toMatchObject({
      code: 'database-locked',
      context: { reason: 'busy' },
    });
    expect([tries, await lists(), TRIES]).toEqual([4, 0, 12]);
  });

  test('wait for another process that writes, without holding up the event loop', async () => {
    const other = await world.node('n1');
    let release = (): void => undefined;
    let entered = (): void => undefined;
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const held = transact(other.store.engine, async (tx) => {
      await add(tx, 'theirs');
      entered();
      await new Promise<void>((resolve) => (release = resolve));
    });
    await inside;
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 5);
    const ours = transact(engine, (tx) => add(tx, 'ours'));
    await new Promise((resolve) => setTimeout(resolve, 150));
    release();
    await Promise.all([held, ours]);
    clearInterval(ticking);
    expect(await lists()).toBe(2);
    expect(ticks).toBeGreaterThan(2);
  });

  test('parameters of any plain kind are taken; an object is refused instead of ending the process', async () => {
    const odd = async (value: unknown): Promise<unknown[]> =>
      (await sql`select ${value} as value`.execute(engine.db)).rows;
    expect(await odd(true)).toEqual([{ value: 1 }]);
    expect(await odd(undefined)).toEqual([{ value: null }]);
    await expect(odd({ a: 1 })).rejects.toThrow('serialise it first');
  });
});

describe('the audit trail', () => {
  const entry = (n: number): AuditEntry => ({
    at: n,
    campaignId: 'c',
    kind: 'order.given',
    detail: { n, text: 'é', nested: { z: [1], a: null } },
  });

  test('stays one chain when two processes write under one name', async () => {
    const other = await world.node('n1');
    const [a, b] = [new AuditChain(engine, 'same'), new AuditChain(other.store.engine, 'same')];
    for (let index = 0; index < 10; index += 1) await (index % 2 === 0 ? a : b).record(entry(index));
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? a : b).record(entry(index))),
    );
    expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true, writers: 2, entries: 31 });
  });

  test('holds nothing of a transaction that was rolled back', async () => {
    const chain = new AuditChain(engine, 'w');
    await chain.record(entry(1));
    await expect(
      chain.within(async (_tx, append) => {
        await append(entry(2));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await chain.record(entry(3), entry(4));
    expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true, entries: 4 });
    const own = engine.db.selectFrom('audit').select('at').where('writer', '=', 'w/0');
    const rows = await own.orderBy('n').execute();
    expect(rows.map((row) => row.at)).toEqual([1, 3, 4]);
  });
});
