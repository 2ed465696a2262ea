import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkLeadCounts, mendLeadCounts, readLists } from '../../src/index.js';
import { foldLeadCounts, readLeadCounts } from '../../src/leads/lead-counts.js';
import { claim, recover } from './port-world.js';
import type { StoreWorld } from './store-world.js';

/**
 * Counts of leads that are kept. That every change of a lead is counted, every other suite shows: a world
 * recounts when it is closed.
 */
export function leadCountsContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`counts of leads: ${name}`, () => {
    let world: StoreWorld;
    beforeEach(async () => {
      world = await create();
    });
    afterEach(() => world.close());

    const addLeads = (count: number): Promise<readonly string[]> =>
      world.addLeads(
        'list',
        Array.from({ length: count }, (_, index) => ({
          phones: [`+1303555${String(1_000 + index)}`],
          person: `person ${index}`,
        })),
      );

    test('a count that is wrong is said and set right', async () => {
      await addLeads(5);
      const { db } = world.store.engine;
      await db.updateTable('lead_counts').set({ n: 7 }).where('state', '=', 'ready').execute();
      expect(await checkLeadCounts(world.store)).toEqual([{ listId: 'list', state: 'ready', missing: -2 }]);
      expect(await mendLeadCounts(world.store)).toHaveLength(1);
      expect(await checkLeadCounts(world.store)).toEqual([]);
      expect(await readLists(world.store)).toMatchObject([{ listId: 'list', leads: 5, ready: 5 }]);
    });

    test('many rows of one kind are folded, beside processes that fold and claim', async () => {
      await addLeads(40);
      await world.defineCampaign('c', ['list']);
      const node = await world.node('one');
      await recover(world, node, 'c');
      const { engine } = world.store;
      const kind = { list_id: 'list', state: 'ready', place: 'US|||', why: '', touched: 0 } as const;
      for (let round = 0; round < 5; round += 1)
        await engine.db
          .insertInto('lead_counts')
          .values(Array.from({ length: 500 }, (_, index) => ({ ...kind, n: index % 2 === 0 ? 1 : -1 })))
          .execute();
      const { toFold } = await readLeadCounts(engine.db, ['list']);
      expect(toFold).toBeGreaterThan(2_000);
      await Promise.all([
        foldLeadCounts(engine, ['list'], toFold),
        foldLeadCounts(node.store.engine, ['list'], toFold),
        claim(world, node, 'c', 10),
      ]);
      await foldLeadCounts(engine, ['list'], toFold);
      const { counts, toFold: left } = await readLeadCounts(engine.db, ['list']);
      expect(left).toBe(0);
      expect(counts.map(({ state, n }) => [state, n]).sort()).toEqual([
        ['claimed', 10],
        ['ready', 30],
      ]);
    });
  });
}
