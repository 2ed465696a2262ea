import { describe, expect, test } from '@jest/globals';
import { addLeads, registerCampaign, recordConsents, recordContact, recordLearned } from '../../src/index.js';
import { allowing, claim, close, open, recover, result } from './port-world.js';
import { CAMPAIGN, DAY, HOUR, runningCampaign } from './running-campaign.js';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

/** What the store tells the gate of the called party. */
export function gateQuestionContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`what the gate is asked: ${name}`, () => {
    const campaign = runningCampaign(create);

    test("the lead, its numbers, its consent and relationship, in the compliance module's words", async () => {
      const { world } = campaign;
      await registerCampaign(world.store, {
        campaignId: CAMPAIGN,
        lists: ['list'],
        purpose: 'telemarketing',
        seller: 'Acme',
        facts: { subject: 'roofs' },
      });
      const [added] = await addLeads(
        world.store,
        [
          {
            phones: [
              { phone: '+13035550101', lineType: 'wireless' },
              { phone: '+13035550102', lineType: 'landline' },
            ],
            account: 'A-1',
            consents: [{ type: 'written', at: START - DAY, sellers: ['Acme'], evidence: 'form 7' }],
            facts: {
              country: 'US',
              region: 'CO',
              timeZone: 'America/Denver',
              relationship: { lastTransactionAt: START - 9 * DAY },
            },
          },
        ],
        { listId: 'list' },
      );
      const [lead] = await campaign.claim(1, { leadId: added?.leadId ?? '' });
      if (!lead) throw new Error('no lead');
      const asked = await campaign.openAsking('spring-1-1', lead);
      expect(asked.lead).toEqual({
        phone: '+13035550101',
        lineType: 'wireless',
        otherPhones: [{ phone: '+13035550102', lineType: 'landline' }],
        country: 'US',
        region: 'CO',
        timeZone: 'America/Denver',
        debtId: 'A-1',
        subject: 'roofs',
        consent: { type: 'written', at: START - DAY, sellers: ['Acme'], evidence: { form: 'form 7' } },
        relationship: { lastTransactionAt: START - 9 * DAY },
      });
    });

    test('every attempt to the person and to the number, from any campaign, and other contacts', async () => {
      const { world, node } = campaign;
      await registerCampaign(world.store, {
        campaignId: CAMPAIGN,
        lists: ['list'],
        purpose: 'debt-collection',
        seller: 'Acme',
      });
      await registerCampaign(world.store, {
        campaignId: 'autumn',
        lists: ['other'],
        purpose: 'informational',
      });
      await recover(world, node, 'autumn');
      await world.addLeads('other', [
        { phones: ['+13035550102'], person: 'ada' },
        { phones: ['+13035550101'], person: 'bob' },
      ]);
      for (const lead of await claim(world, node, 'autumn', 2)) {
        await open(world, node, 'autumn', `autumn-1-${lead.leadId}`, lead);
        await close(
          world,
          node,
          'autumn',
          `autumn-1-${lead.leadId}`,
          result(world, lead, { outcome: 'voicemail' }),
        );
      }
      const lead = await campaign.newLead(['+13035550101'], 'ada');
      const endings = [
        { outcome: 'congestion', countsAsAttempt: false },
        {
          outcome: 'conversation',
          liveAnswer: true,
          agentId: 'eve',
          connectedAt: START,
          learned: [{ kind: 'refused', at: START, source: 'agent' }],
        },
      ] as const;
      for (const [index, ending] of endings.entries()) {
        const next = {
          status: 'open',
          nextDialableAt: world.now(),
          phoneIndex: 0,
          reason: 'retry',
          why: 'again',
        } as const;
        const [own] = index === 0 ? [lead] : await campaign.claim(1, { leadId: lead.leadId });
        if (!own) throw new Error('no lead');
        await campaign.open(`spring-1-${index}`, own);
        await campaign.close(`spring-1-${index}`, own, { ...ending, lead: next });
      }
      await recordContact(world.store, {
        personKey: 'ada',
        at: START + 5,
        direction: 'inbound',
        outcome: 'conversation',
        entry: { purpose: 'debt-collection' },
      });
      const [again] = await campaign.claim(1, { leadId: lead.leadId });
      if (!again) throw new Error('no lead');
      const asked = await campaign.openAsking('spring-1-9', again);
      expect(asked.history).toHaveLength(4);
      expect(asked.history).toEqual(
        expect.arrayContaining([
          {
            at: expect.any(Number),
            direction: 'outbound',
            outcome: 'voicemail',
            phone: '+13035550101',
            voice: 'prerecorded',
            purpose: 'informational',
          },
          {
            at: expect.any(Number),
            direction: 'outbound',
            outcome: 'voicemail',
            phone: '+13035550102',
            voice: 'prerecorded',
            purpose: 'informational',
          },
          {
            at: expect.any(Number),
            direction: 'outbound',
            outcome: 'refused',
            phone: '+13035550101',
            voice: 'live',
            purpose: 'debt-collection',
            seller: 'Acme',
          },
          { at: START + 5, direction: 'inbound', outcome: 'conversation', purpose: 'debt-collection' },
        ]),
      );
    });

    test('consent that was revoked, whatever is uploaded again', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead(['+13035550101'], 'ada');
      const consent = {
        personId: lead.personId,
        type: 'written',
        at: START - 9 * DAY,
        source: 'import',
      } as const;
      expect(
        await recordConsents(world.store, [
          consent,
          { ...consent, type: 'revocation', at: START - DAY, source: 'agent' },
        ]),
      ).toBe(2);
      expect(await recordConsents(world.store, [consent, { ...consent, at: START - 5 * DAY }])).toBe(1);
      expect((await campaign.openAsking('spring-1-1', lead)).lead['consent']).toEqual({
        type: 'written',
        at: START - 5 * DAY,
        revokedAt: START - DAY,
      });
    });

    test('by the clock of the wall, which may have been set, and not by that of the campaign', async () => {
      const { world } = campaign;
      const evening = world.now() + 9 * HOUR;
      const node = await world.node('n2', { legalClock: () => evening });
      await world.addLeads('list', [{ phones: ['+13035550101'] }]);
      await world.defineCampaign('autumn', ['list']);
      await recover(world, node, 'autumn');
      const [lead] = await claim(world, node, 'autumn', 1);
      if (!lead) throw new Error('no lead');
      let asked: number | undefined;
      world.gate = (request) => allowing({ ...request, at: (asked = request.at) });
      await open(world, node, 'autumn', 'autumn-1-1', lead);
      expect(asked).toBe(evening);
    });

    test('what was learned: inconvenient hours, employer, attorney; death and wrong numbers end calls', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead(['+13035550101', '+13035550102'], 'ada');
      const about = { personId: lead.personId, phone: '+13035550101', timeZone: 'America/Denver' };
      await recordLearned(world.store, about, { kind: 'inconvenient-time', at: START, source: 'agent' });
      await recordLearned(world.store, about, { kind: 'employer-prohibits', at: START, source: 'agent' });
      expect((await campaign.openAsking('spring-1-1', lead)).lead).toMatchObject({
        inconvenient: [{ days: [0, 1, 2, 3, 4, 5, 6], from: '08:00', to: '09:00' }],
        employerProhibits: true,
      });
      await campaign.close('spring-1-1', lead);
      await recordLearned(world.store, about, { kind: 'deceased', at: START, source: 'agent' });
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'closed', openPhones: [] });
      await world.addLeads('list', [{ phones: ['+13035550109'], person: 'stranger' }]);
      const [other] = await addLeads(
        world.store,
        [{ personKey: 'ada', phones: [{ phone: '+13035550108' }] }],
        { listId: 'other-list' },
      );
      await world.defineCampaign('autumn', ['other-list']);
      await recover(world, node, 'autumn');
      const [again] = await claim(world, node, 'autumn', 1, { leadId: other?.leadId ?? '' });
      if (!again) throw new Error('no lead');
      expect(await open(world, node, 'autumn', 'autumn-1-1', again)).toBe('attempt.refused');
      expect(campaign.facts('attempt.refused').at(-1)).toMatchObject({
        refusals: [{ rule: 'store.deceased' }],
      });
    });
  });
}
