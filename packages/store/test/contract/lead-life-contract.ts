import { describe, expect, test } from '@jest/globals';
import { addLeads, closeLeads, listLeads, reportRefusals } from '../../src/index.js';
import { refusing } from './port-world.js';
import { CAMPAIGN, DAY, runningCampaign } from './running-campaign.js';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

/** What closes a lead and what opens it again. */
export function leadLifeContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`the life of a lead: ${name}`, () => {
    const campaign = runningCampaign(create);

    test('a lead that a setting kept back is due again when the campaign is defined again', async () => {
      const { world, node } = campaign;
      await world.addLeads('list', [{ phones: ['+18765550101'] }, { phones: ['+13035550102'] }]);
      const [abroad, skipped] = await campaign.claim(2);
      const put = (leadId: string | undefined, why: string): void =>
        node.leads.release({
          campaignId: CAMPAIGN,
          leadIds: [leadId ?? ''],
          at: world.now(),
          notBefore: world.now() + DAY,
          why,
        });
      put(abroad?.leadId, 'interlock');
      put(skipped?.leadId, 'skipped');
      await node.settle();
      expect(await campaign.claim(2)).toEqual([]);
      await world.defineCampaign(CAMPAIGN, ['list']);
      expect((await campaign.claim(2)).map((lead) => lead.leadId)).toEqual([abroad?.leadId]);
    });

    test('a number that is never dialed stays closed when the campaign is defined again', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead(['+19005550101']);
      const at = world.now();
      node.leads.release({
        campaignId: CAMPAIGN,
        leadIds: [lead.leadId],
        at,
        notBefore: null,
        why: 'interlock',
      });
      await node.settle();
      await world.defineCampaign(CAMPAIGN, ['list']);
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'closed', why: 'interlock' });
    });

    test('a number refused for ever gives way to the next; the last closes the lead', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead(['+13035550101', '+13035550102']);
      world.gate = refusing('lead', null);
      await campaign.open('spring-1-1', lead);
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'open' });
      const [again] = await campaign.claim(1);
      if (!again) throw new Error('no lead');
      expect(again.phoneIndex).toBe(1);
      await campaign.open('spring-1-2', again);
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'closed', why: 'refused: test.rule' });
      expect(await reportRefusals(world.store, CAMPAIGN)).toMatchObject([
        { rule: 'test.rule', scope: 'lead', refusals: 2, leads: 1 },
      ]);
    });

    test('a lead uploaded again keeps attempts, dispositions and opt-outs; new facts ask the gate again', async () => {
      const { world } = campaign;
      const [added] = await addLeads(
        world.store,
        [{ personKey: 'ada', phones: [{ phone: '+13035550101' }], fields: { name: 'Ada' } }],
        { listId: 'list' },
      );
      const [lead] = await campaign.claim(1);
      if (!lead || !added) throw new Error('no lead');
      await campaign.open('spring-1-1', lead);
      await campaign.close('spring-1-1', lead, {
        outcome: 'conversation',
        liveAnswer: true,
        disposition: 'sale',
        lead: { status: 'closed', nextDialableAt: null, phoneIndex: 0, reason: 'fresh', why: 'sale' },
      });
      const again = {
        personKey: 'ada',
        phones: [{ phone: '+13035550101' }, { phone: '+13035550102' }],
        fields: { name: 'Ada L.', city: 'Denver' },
        priority: 3,
      };
      expect(await addLeads(world.store, [again], { listId: 'list' })).toMatchObject([
        { verdict: 'duplicate-in-list', leadId: added.leadId },
      ]);
      expect(
        await addLeads(world.store, [again, again], { listId: 'list', duplicates: 'update' }),
      ).toMatchObject([{ verdict: 'updated' }, { verdict: 'duplicate-in-file' }]);
      expect(await listLeads(world.store, { leadId: added.leadId })).toMatchObject([
        {
          state: 'closed',
          why: 'sale',
          attempts: 1,
          lastDisposition: 'sale',
          priority: 3,
          fields: { name: 'Ada L.', city: 'Denver' },
          phones: [{ open: true }, { phone: '+13035550102' }],
        },
      ]);

      const tried = await campaign.newLead(['+13035550105'], 'bob');
      await campaign.open('spring-1-2', tried);
      await campaign.close('spring-1-2', tried);
      const [refused] = await campaign.claim(1, { leadId: tried.leadId });
      if (!refused) throw new Error('no lead');
      world.gate = refusing('lead', null);
      await campaign.open('spring-1-3', refused);
      expect(await world.lead(refused.leadId)).toMatchObject({ status: 'closed' });
      await addLeads(
        world.store,
        [
          {
            personKey: 'bob',
            phones: [{ phone: '+13035550105' }],
            consents: [{ type: 'written', at: START }],
          },
        ],
        { listId: 'list', duplicates: 'update' },
      );
      expect(await world.lead(refused.leadId)).toMatchObject({
        status: 'open',
        why: 'facts-changed',
        attempts: 1,
      });
    });

    test('closes leads by account, person and number, and says what it did', async () => {
      const { world } = campaign;
      await addLeads(
        world.store,
        [
          { phones: [{ phone: '+13035550101' }], account: 'A-1' },
          { phones: [{ phone: '+13035550102' }], personKey: 'ada' },
          { phones: [{ phone: '+13035550103' }, { phone: '+13035550104' }] },
          { phones: [{ phone: '+13035550105' }], account: 'A-2' },
        ],
        { listId: 'list' },
      );
      const references = [
        { account: 'A-1' },
        { personKey: 'ada' },
        { phone: '+13035550104' },
        { account: 'nobody' },
      ];
      expect(await closeLeads(world.store, references, { reason: 'recalled', listId: 'list' })).toEqual({
        references: 4,
        closed: 3,
        unknown: 1,
        already: 0,
      });
      expect(await closeLeads(world.store, references, { reason: 'recalled' })).toEqual({
        references: 4,
        closed: 0,
        unknown: 1,
        already: 3,
      });
      expect(await campaign.claim(9)).toHaveLength(1);
    });
  });
}
