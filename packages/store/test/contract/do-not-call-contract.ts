import { describe, expect, test } from '@jest/globals';
import { addDoNotCall, addLeads, removeDoNotCall } from '../../src/index.js';
import { CAMPAIGN, DAY, runningCampaign } from './running-campaign.js';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

/** The internal do-not-call list. */
export function doNotCallContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`do-not-call: ${name}`, () => {
    const campaign = runningCampaign(create);

    test('a request from elsewhere closes numbers and leads in every list and reaches campaigns that hold one', async () => {
      const { world, node } = campaign;
      const only = await campaign.newLead(['+13035550101']);
      const two = await campaign.newLead(['+13035550102', '+13035550103']);
      await node.settle();
      expect(
        await addDoNotCall(world.store, [
          { phone: '+13035550101', at: START, source: 'web form' },
          { phone: '+13035550102', at: START, source: 'web form' },
        ]),
      ).toBe(2);
      await node.settle();
      expect(
        campaign
          .facts('leads.withdrawn')
          .flatMap((fact) => fact.leadIds)
          .sort(),
      ).toEqual([only.leadId, two.leadId].sort());
      expect(await world.lead(only.leadId)).toMatchObject({ status: 'closed', openPhones: [] });
      expect(await world.lead(two.leadId)).toMatchObject({ status: 'open', openPhones: ['+13035550103'] });
      expect(await campaign.claim(5)).toMatchObject([{ leadId: two.leadId, phoneIndex: 1 }]);
      expect(
        await addDoNotCall(world.store, [{ phone: '+13035550101', at: START + DAY, source: 'letter' }]),
      ).toBe(0);
    });

    test('a person is never dialed on a number that comes later', async () => {
      const { world } = campaign;
      await addDoNotCall(world.store, [{ personKey: 'ada', at: START, source: 'letter' }]);
      const verdicts = await addLeads(
        world.store,
        [{ personKey: 'Ada ', phones: [{ phone: '+13035550107' }] }],
        { listId: 'list' },
      );
      expect(verdicts).toMatchObject([{ verdict: 'do-not-call' }]);
      expect(await campaign.claim(5)).toEqual([]);
    });

    test('reaches the gate as a fact, and refuses even where the gate allows', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead(['+13035550101']);
      await addDoNotCall(world.store, [{ phone: '+13035550101', at: START - DAY, source: 'form' }], {
        campaignId: CAMPAIGN,
      });
      const asked = await campaign.openAsking('spring-1-1', lead);
      expect(asked.lead).toMatchObject({ doNotCall: { internal: { requestedAt: START - DAY } } });
      expect(campaign.facts('attempt.refused')).toMatchObject([
        { refusals: [{ rule: 'store.do-not-call', scope: 'lead' }], nextAllowedAt: null },
      ]);
      expect(await world.lead(lead.leadId)).toMatchObject({
        status: 'closed',
        why: 'refused: store.do-not-call',
      });
    });

    test('a request of one campaign does not bind another', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead(['+13035550101']);
      await addDoNotCall(world.store, [{ phone: '+13035550101', at: START, source: 'form' }], {
        campaignId: 'autumn',
      });
      expect(await campaign.open('spring-1-1', lead)).toBe('attempt.opened');
    });

    test('a mistaken entry can be taken back, journaled', async () => {
      const { world } = campaign;
      await addDoNotCall(world.store, [{ phone: '+13035550101', at: START, source: 'form' }]);
      expect(await removeDoNotCall(world.store, { phone: '+13035550101' }, 'typing error')).toBe(true);
      expect(await removeDoNotCall(world.store, { phone: '+13035550101' }, 'typing error')).toBe(false);
      const lead = await campaign.newLead(['+13035550101']);
      expect(await campaign.open('spring-1-1', lead)).toBe('attempt.opened');
    });
  });
}
