import { beforeEach, afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WHOLE_PART, orderSpread, readSpreadOrders } from '../../src/index.js';
import { claim, close, factsOf, open, recover, result } from './port-world.js';
import { CAMPAIGN } from './running-campaign.js';
import type { StoreNode, StoreWorld } from './store-world.js';

const LEASE_MS = 12_000;
/** Long enough for every lease that nobody renews. */
const LAPSE_MS = LEASE_MS + 1;
const IDLE = { applied: 0, busy: 0 };

/** One campaign that several dialers work at once. */
export function sharesContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`shares of one campaign: ${name}`, () => {
    let world: StoreWorld;
    beforeEach(async () => {
      world = await create();
      await world.defineCampaign(CAMPAIGN, ['list']);
    });
    afterEach(() => world.close());

    const dialer = (node: string, shares = 3): Promise<StoreNode> =>
      world.node(node, { shares, leaseLifeMs: LEASE_MS });
    const joined = async (node: string, shares = 3): Promise<StoreNode> => {
      const one = await dialer(node, shares);
      await one.journal.reserve(CAMPAIGN, { joins: true });
      await recover(world, one, CAMPAIGN);
      return one;
    };
    const parts = async (): Promise<number> => {
      const rows = await world.store.engine.db.selectFrom('leases').select('part').execute();
      return rows.reduce((sum, { part }) => sum + part, 0);
    };
    /** Looks until each share has its even part. */
    const settled = async (nodes: readonly StoreNode[]): Promise<void> => {
      for (const _ of [1, 2]) for (const { journal } of nodes) await journal.holdPart(CAMPAIGN, IDLE);
    };

    test('each dialer takes a share of its own, and one more is refused', async () => {
      const nodes = [await joined('n1'), await joined('n2'), await joined('n3')];
      const epochs = nodes.map((node) => factsOf(node, 'campaign.recovered')[0]?.epoch);
      expect(epochs.map((epoch = 0) => Math.floor(epoch / 1e9))).toEqual([0, 1, 2]);
      await expect(joined('n4')).rejects.toMatchObject({ code: 'campaign-held' });
    });

    test('dialers that spread a campaign over different numbers exclude each other', async () => {
      const one = await joined('n1', 1);
      await expect(joined('n2')).rejects.toMatchObject({ code: 'campaign-held' });
      await one.stop();
      await joined('n2');
      await joined('n3');
      await expect(joined('n4', 2)).rejects.toMatchObject({ code: 'campaign-held' });
      await expect(joined('n5', 1)).rejects.toMatchObject({ code: 'campaign-held' });
    });

    test('claims at the same time give no lead to two', async () => {
      const nodes = [await joined('n1'), await joined('n2'), await joined('n3')];
      const numbers = Array.from({ length: 60 }, (_, i) => `+1303555${1000 + i}`);
      const added = await world.addLeads(
        'list',
        numbers.map((phone) => ({ phones: [phone] })),
      );
      const claimed: string[] = [];
      for (let round = 0; round < 5; round += 1) {
        const leads = await Promise.all(nodes.map((node) => claim(world, node, CAMPAIGN, 5)));
        claimed.push(...leads.flat().map(({ leadId }) => leadId));
      }
      expect(claimed.toSorted()).toEqual(added.toSorted());
    });

    test('a number that one share calls is called by no other', async () => {
      const [one, two] = [await joined('n1'), await joined('n2')];
      const phones = ['+13035550101'];
      await world.addLeads('list', [
        { phones, person: 'ana' },
        { phones, person: 'ben' },
      ]);
      const [first] = await claim(world, one, CAMPAIGN, 1);
      const [second] = await claim(world, two, CAMPAIGN, 1);
      if (!first || !second) throw new Error('both leads were to be claimed');
      const answers = await Promise.all([
        open(world, one, CAMPAIGN, 'spring-1-1', first),
        open(world, two, CAMPAIGN, 'spring-2-1', second),
      ]);
      expect(answers.toSorted()).toEqual(['attempt.in-progress', 'attempt.opened']);
    });

    test('the first share has all; with the second one each has half, once the first keeps to it', async () => {
      const one = await joined('n1');
      expect(await one.journal.holdPart(CAMPAIGN, IDLE)).toMatchObject({ part: WHOLE_PART, living: 1 });
      const two = await joined('n2');
      expect(await two.journal.holdPart(CAMPAIGN, IDLE)).toMatchObject({ part: 0, target: WHOLE_PART / 2 });
      // It is told of its half, and has the whole until its calls need no more than that.
      const busy = { applied: WHOLE_PART / 2, busy: 0.75 * WHOLE_PART };
      expect(await one.journal.holdPart(CAMPAIGN, busy)).toMatchObject({ part: 0.75 * WHOLE_PART });
      expect(await two.journal.holdPart(CAMPAIGN, IDLE)).toMatchObject({ part: 0.25 * WHOLE_PART });
      await settled([one, two]);
      expect(await two.journal.holdPart(CAMPAIGN, IDLE)).toMatchObject({ part: WHOLE_PART / 2 });
    });

    test('a share whose dialer is gone is ended: its calls and leads go on elsewhere, and it is fenced', async () => {
      const [one, two] = [await joined('n1'), await joined('n2')];
      await settled([one, two]);
      await world.addLeads('list', [{ phones: ['+13035550101'] }, { phones: ['+13035550102'] }]);
      const [called, ahead] = await claim(world, two, CAMPAIGN, 2);
      if (!called || !ahead) throw new Error('both leads were to be claimed');
      await open(world, two, CAMPAIGN, 'spring-2-1', called);
      world.advance(LAPSE_MS);
      one.journal.recover({ campaignId: CAMPAIGN, since: [], at: world.now() });
      await one.settle();
      expect(factsOf(one, 'campaign.recovered').at(-1)).toMatchObject({
        open: [{ attemptId: 'spring-2-1', lead: { leadId: called.leadId } }],
      });
      expect(await one.journal.holdPart(CAMPAIGN, IDLE)).toMatchObject({ part: WHOLE_PART, living: 1 });
      expect(await world.lead(ahead.leadId)).toMatchObject({ status: 'open' });
      expect(await open(world, two, CAMPAIGN, 'spring-2-2', ahead)).toBe('attempt.open-failed');
      expect(await claim(world, two, CAMPAIGN, 1)).toEqual([]);
      const end = result(world, called);
      expect(await close(world, one, CAMPAIGN, 'spring-2-1', end)).toBe('attempt.closed');
    });

    test('a look ends a share that is gone, and tells of its calls', async () => {
      const [one, two] = [await joined('n1'), await joined('n2')];
      await settled([one, two]);
      await world.addLeads('list', [{ phones: ['+13035550101'] }]);
      const [lead] = await claim(world, two, CAMPAIGN, 1);
      if (!lead) throw new Error('the lead was to be claimed');
      await open(world, two, CAMPAIGN, 'spring-2-1', lead);
      await two.crash();
      expect(await one.journal.holdPart(CAMPAIGN, IDLE)).toMatchObject({ part: WHOLE_PART, living: 1 });
      expect(factsOf(one, 'attempts.left')).toMatchObject([{ open: [{ attemptId: 'spring-2-1' }] }]);
      await one.journal.holdPart(CAMPAIGN, IDLE);
      expect(factsOf(one, 'attempts.left')).toHaveLength(1);
      expect(await close(world, one, CAMPAIGN, 'spring-2-1', result(world, lead))).toBe('attempt.closed');
    });

    test('a dialer that has the campaign alone takes up what shares have left', async () => {
      const two = [await joined('n1'), await joined('n2')][1];
      if (!two) throw new Error('there are two');
      await world.addLeads('list', [{ phones: ['+13035550101'] }]);
      const [lead] = await claim(world, two, CAMPAIGN, 1);
      if (!lead) throw new Error('the lead was to be claimed');
      await open(world, two, CAMPAIGN, 'spring-2-1', lead);
      world.advance(LAPSE_MS);
      const alone = await joined('n3', 1);
      expect(factsOf(alone, 'campaign.recovered')).toMatchObject([{ open: [{ attemptId: 'spring-2-1' }] }]);
    });

    test('orders reach every dialer; one that stands by does not begin what an order has ended', async () => {
      await joined('n1');
      const read = () => readSpreadOrders(world.store, CAMPAIGN);
      expect(await read()).toMatchObject({ version: 0, state: 'running', changes: {} });
      const by = { campaignId: CAMPAIGN, author: 'eva' };
      await orderSpread(world.store, { ...by, changes: { lines: 30 } });
      await orderSpread(world.store, { ...by, state: 'paused', reason: 'storm' });
      expect(await read()).toEqual({
        ...{ version: 2, state: 'paused', reason: 'storm', author: 'eva' },
        changes: { lines: 30 },
      });
      await orderSpread(world.store, { ...by, state: 'stopped' });
      await expect(joined('n2')).rejects.toMatchObject({ code: 'campaign-ended' });
      await (await dialer('n2')).journal.reserve(CAMPAIGN);
      expect(await read()).toMatchObject({ version: 4, state: 'running', changes: {} });
    });

    test('the parts of all shares are never more than the whole, whoever joins, dies, looks and is busy', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          const nodes = new Map<number, StoreNode>();
          const applied = new Map<number, number>();
          const look = async (which: number, busy: number): Promise<void> => {
            const use = { applied: applied.get(which) ?? 0, busy: (busy * WHOLE_PART) / 4 };
            const held = await nodes.get(which)?.journal.holdPart(CAMPAIGN, use);
            if (held) applied.set(which, Math.min(held.part, held.target));
          };
          for (const { what, which, busy } of steps) {
            const node = nodes.get(which);
            if (what === 'join' && !node) {
              const one = await joined(`n${which}`).catch(() => null);
              if (one) nodes.set(which, one);
            } else if (what === 'look') await look(which, busy);
            else if (what === 'all look') await Promise.all([...nodes.keys()].map((one) => look(one, busy)));
            else if (what === 'lapse') world.advance(LAPSE_MS);
            else if (node) {
              await (what === 'crash' ? node.crash() : node.stop());
              nodes.delete(which);
              applied.delete(which);
            }
            expect(await parts()).toBeLessThanOrEqual(WHOLE_PART);
          }
          for (const node of nodes.values()) await node.crash();
          world.advance(LAPSE_MS);
        }),
        { numRuns: Number(process.env['FC_RUNS'] ?? 6), endOnFailure: true },
      );
    }, 120_000);
  });
}

const step = fc.record({
  what: fc.constantFrom('join', 'join', 'look', 'look', 'all look', 'all look', 'crash', 'stop', 'lapse'),
  which: fc.nat(3),
  /** Quarters of the lines. */
  busy: fc.nat(4),
});
