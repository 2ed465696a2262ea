import { describe, expect, test } from '@jest/globals';
import { close, factsOf, recover, result } from './port-world.js';
import { CAMPAIGN, DAY, runningCampaign } from './running-campaign.js';
import type { StoreWorld } from './store-world.js';
import { until } from './until.js';

/** Which node runs a campaign. */
export function leaseContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`who runs a campaign: ${name}`, () => {
    const campaign = runningCampaign(create);

    test('a second node waits for the lease, and the first is fenced off once it is taken', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead(['+13035550101']);
      const held = await campaign.newLead(['+13035550102']);
      await campaign.open('spring-1-1', lead);
      const rival = await world.node('n2', { leaseLife: 20_000 });
      rival.journal.recover({ campaignId: CAMPAIGN, since: [], at: world.now() });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(factsOf(rival, 'campaign.recovered')).toEqual([]);
      world.advance(31_000);
      await rival.settle();
      expect(factsOf(rival, 'campaign.recovered')).toMatchObject([
        { epoch: 2, open: [{ attemptId: 'spring-1-1' }] },
      ]);
      expect(await campaign.open('spring-1-2', held)).toBe('attempt.open-failed');
      expect(await campaign.close('spring-1-1', lead)).toBe('attempt.close-failed');
      expect(await campaign.claim(1)).toEqual([]);
      expect(campaign.facts('leads.claim-failed').at(-1)?.error).toMatch(/newer epoch/);
      node.leads.release({
        campaignId: CAMPAIGN,
        leadIds: [held.leadId],
        at: world.now(),
        notBefore: null,
        why: 'late',
      });
      await node.settle();
      expect(await world.lead(held.leadId)).toMatchObject({ status: 'open' });
      expect(await close(world, rival, CAMPAIGN, 'spring-1-1', result(world, lead))).toBe('attempt.closed');
      expect(await campaign.close('spring-1-1', lead)).toBe('attempt.closed');
    });

    test('a node that loses its lease is told to halt; one that ends in good order gives it up', async () => {
      const { world, node } = campaign;
      await node.stop();
      const hasty = await world.node('n2', { leaseLife: 60 });
      expect((await recover(world, hasty, CAMPAIGN)).epoch).toBe(2);
      await world.store.engine.db
        .updateTable('leases')
        .set({ epoch: 3, node: 'n9', expires_at: world.now() + DAY })
        .where('campaign_id', '=', CAMPAIGN)
        .execute();
      await until(() => factsOf(hasty, 'campaign.halt').length > 0);
      expect(factsOf(hasty, 'campaign.halt')).toMatchObject([{ campaignId: CAMPAIGN, reason: 'lease-lost' }]);
    });
  });
}
