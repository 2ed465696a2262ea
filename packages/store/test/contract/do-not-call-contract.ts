import { describe, expect, test } from '@jest/globals';
import { addDoNotCall, addLeads, recordLearned, removeDoNotCall, takeOffDoNotCall } from '../../src/index.js';
import { CAMPAIGN, DAY, runningCampaign } from './running-campaign.js';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

/** The internal do-not-call list. */
export function doNotCallContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`do-not-call: ${name}`, () => {
    const campaign = runningCampaign(create);

    test('a request from elsewhere closes numbers and leads in every list, claimed ones too', async () => {
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

    test('taking an entry off opens the numbers and leads that it closed', async () => {
      const { world } = campaign;
      const only = await campaign.newLead(['+13035550101']);
      const two = await campaign.newLead(['+13035550103', '+13035550101']);
      await addDoNotCall(world.store, [{ phone: '+13035550101', at: START, source: 'form' }]);
      expect(await world.lead(only.leadId)).toMatchObject({ status: 'closed', openPhones: [] });
      const taken = await takeOffDoNotCall(world.store, { phone: '+13035550101' }, 'typing error');
      expect(taken).toEqual({ removed: true, reopened: 1 });
      expect(await world.lead(only.leadId)).toMatchObject({ status: 'open', openPhones: ['+13035550101'] });
      expect((await world.lead(two.leadId)).openPhones).toEqual(['+13035550103', '+13035550101']);
      expect(await campaign.claim(5)).toMatchObject([{ leadId: only.leadId }]);
    });

    test('taking an entry off opens nothing that another request or fact closed', async () => {
      const { world } = campaign;
      const listId = 'list';
      const [flagged, asked, wrong, attorney] = await addLeads(
        world.store,
        [
          { personKey: 'a', phones: [{ phone: '+13035550101', doNotCall: true }, { phone: '+13035550102' }] },
          { personKey: 'b', phones: [{ phone: '+13035550102' }] },
          { personKey: 'c', phones: [{ phone: '+13035550102' }] },
          { personKey: 'd', phones: [{ phone: '+13035550102' }] },
        ],
        { listId },
      );
      await addDoNotCall(world.store, [
        { phone: '+13035550101', at: START, source: 'form' },
        { phone: '+13035550102', at: START, source: 'form' },
      ]);
      await addDoNotCall(world.store, [{ personKey: 'b', at: START, source: 'letter' }]);
      for (const [lead, kind] of [
        [wrong, 'wrong-number'],
        [attorney, 'attorney'],
      ] as const)
        await recordLearned(
          world.store,
          { personId: lead?.personId ?? '', phone: '+13035550102' },
          { kind, at: START, source: 'agent' },
        );
      for (const phone of ['+13035550101', '+13035550102'])
        await takeOffDoNotCall(world.store, { phone }, 'typing error');
      expect(await world.lead(flagged?.leadId ?? '')).toMatchObject({
        status: 'open',
        openPhones: ['+13035550102'],
      });
      for (const lead of [asked, wrong, attorney])
        expect(await world.lead(lead?.leadId ?? '')).toMatchObject({ status: 'closed', openPhones: [] });
    });

    test('a number is one in every form: in leads, in requests, and where the plan leaves it open', async () => {
      const { world } = campaign;
      const [mexico] = await addLeads(world.store, [{ phones: [{ phone: '+5215512345678' }] }], {
        listId: 'list',
      });
      expect((await world.lead(mexico?.leadId ?? '')).openPhones).toEqual(['+525512345678']);
      const requests = ['+5215512345678', '+5491123456789'].map((phone) => ({
        phone,
        at: START,
        source: 'form',
      }));
      expect(await addDoNotCall(world.store, requests)).toBe(2);
      expect(await world.lead(mexico?.leadId ?? '')).toMatchObject({ status: 'closed' });
      expect(
        await addLeads(world.store, [{ phones: [{ phone: '+541123456789' }] }], { listId: 'list' }),
      ).toMatchObject([{ verdict: 'do-not-call' }]);
      expect(await removeDoNotCall(world.store, { phone: '+541123456789' }, 'typing error')).toBe(true);
      expect(await removeDoNotCall(world.store, { phone: '+5491123456789' }, 'typing error')).toBe(false);
    });
  });
}
