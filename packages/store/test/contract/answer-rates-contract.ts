import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Lead } from '@outdial/core';
import { claim, close, open, recover, result } from './port-world.js';
import type { StoreWorld } from './store-world.js';

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

/** The answer rate that a lead is claimed with, from what its list showed in the journal. */
export function answerRatesContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`answer rates of lists: ${name}`, () => {
    let world: StoreWorld;
    beforeEach(async () => {
      world = await create();
    });
    afterEach(() => world.close());

    /** Copies of the attempt that is there, the first `answered` of them answered live. */
    async function dialed(listId: string, calls: number, answered: number, at: number): Promise<void> {
      const { db } = world.store.engine;
      const [row] = await db.selectFrom('attempts').selectAll().limit(1).execute();
      if (!row) throw new Error('dial once first');
      const rows = Array.from({ length: calls }, (_, index) => ({
        ...row,
        ...{ attempt_id: `${listId}-${at}-${index}`, list_id: listId, opened_at: at, dialed_at: at },
        ...{ ended_at: at + 20_000, live_answer_at: index < answered ? at + 9_000 : null },
      }));
      await db.insertInto('attempts').values(rows).execute();
    }

    test('the hour of last week, the difference of today, and what a lead says of itself', async () => {
      const seeds = (digit: number): { phones: readonly string[] }[] =>
        Array.from({ length: 5 }, (_, index) => ({ phones: [`+1${digit}03555${String(1_000 + index)}`] }));
      await world.addLeads('plain', seeds(3));
      const [own] = await world.addLeads('better', seeds(7));
      await world.store.engine.db
        .updateTable('leads')
        .set({ answer_probability: 0.9 })
        .where('lead_id', '=', own ?? '')
        .execute();
      await world.defineCampaign('c', ['plain', 'better']);
      const node = await world.node('one');
      await recover(world, node, 'c');
      const [first] = await claim(world, node, 'c', 1);
      if (!first) throw new Error('no lead');
      expect(first.answerProbability).toBeUndefined();
      await open(world, node, 'c', 'a', first);
      await close(world, node, 'c', 'a', result(world, first));

      world.advance(HOUR);
      const now = world.now();
      const hourOfLastWeek = now - (now % HOUR) - WEEK;
      await dialed('plain', 200, 60, hourOfLastWeek);
      await dialed('plain', 200, 200, hourOfLastWeek - 1);
      await dialed('plain', 150, 30, now - HOUR / 2);
      await dialed('better', 150, 90, now - HOUR / 2);

      const leads: readonly Lead[] = await claim(world, node, 'c', 20);
      const ratesOf = (listId: string): (number | undefined)[] => [
        ...new Set(leads.filter((lead) => lead.listId === listId).map((lead) => lead.answerProbability)),
      ];
      // 0.3 a week ago; today each list beside both together, and ten answers more at the usual rate.
      expect(ratesOf('plain')).toEqual([expect.closeTo(0.3 * (100 / 130), 2)]);
      expect(ratesOf('better')).toEqual(expect.arrayContaining([0.9, expect.closeTo(0.3 * (100 / 70), 2)]));
      expect(ratesOf('better')).toHaveLength(2);
    });
  });
}
