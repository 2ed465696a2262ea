import { describe, expect, test } from '@jest/globals';
import { verifyAuditChain } from '../../src/index.js';
import { runningCampaign } from './running-campaign.js';
import type { StoreWorld } from './store-world.js';

/** Openings of attempts in a database: faults, and many transactions at once. */
export function openingsContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`openings: ${name}`, () => {
    const campaign = runningCampaign(create);

    test('a fault names no telephone number', async () => {
      const lead = await campaign.newLead();
      campaign.world.gate = () => {
        throw new Error('no zone for +13035550101');
      };
      await campaign.open('spring-1-1', lead);
      expect(campaign.facts('attempt.open-failed')).toMatchObject([{ error: 'no zone for #' }]);
    });

    test('openings of many leads run side by side, and every one is in the audit trail', async () => {
      const { world, node } = campaign;
      await world.addLeads(
        'list',
        Array.from({ length: 60 }, (_, index) => ({ phones: [`+1303555${2_000 + index}`] })),
      );
      const leads = await campaign.claim(60);
      for (const [index, lead] of leads.entries())
        node.journal.open(campaign.opening(`spring-1-${index}`, lead));
      await node.settle();
      expect(campaign.facts('attempt.opened')).toHaveLength(60);
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true, decisions: 60 });
      expect(world.faults).toEqual([]);
    });
  });
}
