import { describe, expect, test } from '@jest/globals';
import type { WorldFactory } from './port-world.js';
import { CAMPAIGN, HOUR, runningCampaign } from './running-campaign.js';

/** The contract of core's `LeadQueue`: what every implementation must do. */
export function leadQueueContract(name: string, create: WorldFactory): void {
  describe(`LeadQueue contract: ${name}`, () => {
    const campaign = runningCampaign(create);

    test('claims by priority, then by age, and hands every lead out once', async () => {
      const { world } = campaign;
      const ids = await world.addLeads('list', [
        { phones: ['+13035550101'] },
        { phones: ['+13035550102'], priority: 5 },
        { phones: ['+13035550103'] },
        { phones: ['+13035550104'], priority: 5 },
      ]);
      const first = await campaign.claim(3);
      const second = await campaign.claim(3);
      expect(first.map((lead) => lead.leadId)).toEqual([ids[1], ids[3], ids[0]]);
      expect(second.map((lead) => lead.leadId)).toEqual([ids[2]]);
      expect(await campaign.claim(3)).toEqual([]);
    });

    test('hands out the whole lead', async () => {
      const { world } = campaign;
      await world.addLeads('list', [
        { phones: ['+13035550101', '+13035550102'], priority: 2, fields: { name: 'Ada' } },
      ]);
      const [lead] = await campaign.claim(1);
      expect(lead).toMatchObject({
        listId: 'list',
        phoneIndex: 0,
        reason: 'fresh',
        priority: 2,
        attempts: 0,
        attemptsByOutcome: {},
        recentAttempts: [],
        fields: { name: 'Ada' },
      });
      expect(lead?.phones.map((phone) => [phone.phone, phone.open])).toEqual([
        ['+13035550101', true],
        ['+13035550102', true],
      ]);
    });

    test('before it is live a campaign gets leads of its allow-list alone, and the others do not move', async () => {
      const { world, node } = campaign;
      const [, second, third] = await world.addLeads('list', [
        { phones: ['+13035550101'], priority: 9 },
        { phones: ['+13035550102'] },
        { phones: ['+13035550103'], priority: 5 },
        { phones: ['+13035550109', '+13035550102'], priority: 7 },
      ]);
      const onlyNumbers = ['+13035550102', '+13035550103', '+13035550199'];
      node.leads.survey({ campaignId: CAMPAIGN, at: world.now(), onlyNumbers });
      await node.settle();
      const supply = campaign.facts('leads.surveyed').at(-1)?.supply;
      expect(supply).toMatchObject({ dialableNow: 2, total: 4 });
      expect(supply?.waiting).toEqual([{ reason: 'not-live', count: 2, nextAt: null }]);

      const claimed = await campaign.claim(1, { onlyNumbers });
      expect(claimed.map((lead) => lead.leadId)).toEqual([third]);
      const rest = await campaign.claim(9, { onlyNumbers });
      expect(rest.map((lead) => lead.leadId)).toEqual([second]);
      expect(await campaign.claim(9, { onlyNumbers: [] })).toEqual([]);
      expect(await campaign.claim(9)).toHaveLength(2);
    });

    test('answers a claim with no leads where none is dialable', async () => {
      expect(await campaign.claim(5)).toEqual([]);
      expect(campaign.facts('leads.claimed')).toHaveLength(1);
    });

    test('gives released leads back untouched, and twice is as once', async () => {
      const { world, node } = campaign;
      await world.addLeads('list', [{ phones: ['+13035550101'] }]);
      const [lead] = await campaign.claim(1);
      const leadIds = [lead?.leadId ?? ''];
      node.leads.release({ campaignId: CAMPAIGN, leadIds, at: world.now(), why: 'not needed' });
      node.leads.release({ campaignId: CAMPAIGN, leadIds, at: world.now(), why: 'not needed' });
      await node.settle();
      expect(await campaign.claim(5)).toMatchObject([{ leadId: lead?.leadId, reason: 'fresh', attempts: 0 }]);
    });

    test('holds released leads until their instant', async () => {
      const { world, node } = campaign;
      await world.addLeads('list', [{ phones: ['+13035550101'] }]);
      const [lead] = await campaign.claim(1);
      node.leads.release({
        campaignId: CAMPAIGN,
        leadIds: [lead?.leadId ?? ''],
        at: world.now(),
        notBefore: world.now() + HOUR,
        why: 'skipped',
      });
      await node.settle();
      world.advance(HOUR - 1);
      expect(await campaign.claim(1)).toEqual([]);
      world.advance(1);
      expect(await campaign.claim(1)).toHaveLength(1);
    });

    test('never hands out a lead released for good', async () => {
      const { world, node } = campaign;
      await world.addLeads('list', [{ phones: ['+13035550101'] }]);
      const [lead] = await campaign.claim(1);
      node.leads.release({
        campaignId: CAMPAIGN,
        leadIds: [lead?.leadId ?? ''],
        at: world.now(),
        notBefore: null,
        why: 'useless',
      });
      await node.settle();
      world.advance(1_000 * HOUR);
      expect(await campaign.claim(1)).toEqual([]);
      expect(await world.lead(lead?.leadId ?? '')).toMatchObject({ status: 'closed', why: 'useless' });
    });

    test('does not give back a lead that has an attempt open', async () => {
      const { world, node } = campaign;
      await world.addLeads('list', [{ phones: ['+13035550101'] }]);
      const [lead] = await campaign.claim(1);
      if (!lead) throw new Error('no lead');
      await campaign.open('spring-1-1', lead);
      node.leads.release({ campaignId: CAMPAIGN, leadIds: [lead.leadId], at: world.now(), why: 'mistake' });
      await node.settle();
      expect(await campaign.claim(1)).toEqual([]);
    });

    test('claims one certain lead for a manual call, due or not', async () => {
      const { world } = campaign;
      const ids = await world.addLeads('list', [{ phones: ['+13035550101'] }, { phones: ['+13035550102'] }]);
      expect(await campaign.claim(1, { leadId: ids[1] ?? '' })).toMatchObject([{ leadId: ids[1] }]);
      expect(await campaign.claim(1, { leadId: ids[1] ?? '' })).toEqual([]);
    });

    test('hands out callbacks first, and those of one agent only while that agent is here', async () => {
      const { world, node } = campaign;
      await world.addLeads('list', [
        { phones: ['+13035550101'], priority: 9 },
        { phones: ['+13035550102'] },
        { phones: ['+13035550103'] },
      ]);
      const [, forAda, forAnyone] = await campaign.claim(3);
      for (const [lead, agentId] of [
        [forAda, 'ada'],
        [forAnyone, undefined],
      ] as const) {
        if (!lead) throw new Error('no lead');
        const attemptId = `spring-1-${lead.leadId}`;
        await campaign.open(attemptId, lead);
        const callback = { at: world.now() + HOUR, ...(agentId === undefined ? {} : { agentId }) };
        await campaign.close(attemptId, lead, {
          outcome: 'conversation',
          liveAnswer: true,
          lead: {
            status: 'open',
            nextDialableAt: callback.at,
            phoneIndex: 0,
            reason: 'callback',
            callback,
            why: 'callback',
          },
        });
      }
      await world.addLeads('list', [{ phones: ['+13035550109'], priority: 9 }]);
      world.advance(HOUR);
      expect(await campaign.claim(1, { agentIds: ['bob'] })).toMatchObject([
        { leadId: forAnyone?.leadId, reason: 'callback' },
      ]);
      expect(await campaign.claim(2, { agentIds: ['bob'] })).toMatchObject([{ reason: 'fresh' }]);

      const survey = async (agentIds: readonly string[]): Promise<unknown> => {
        node.leads.survey({ campaignId: CAMPAIGN, at: world.now(), agentIds });
        await node.settle();
        return campaign.facts('leads.surveyed').at(-1)?.supply;
      };
      expect(await survey(['bob'])).toMatchObject({
        dialableNow: 0,
        waiting: expect.arrayContaining([{ reason: 'callback for ada', count: 1, nextAt: null }]),
      });
      expect(await survey(['ada', 'bob'])).toMatchObject({ dialableNow: 1 });
      expect(await campaign.claim(1, { agentIds: ['ada', 'bob'] })).toMatchObject([
        { leadId: forAda?.leadId, callback: { agentId: 'ada' } },
      ]);
    });

    test('surveys what is dialable and why the rest is not', async () => {
      const { world, node } = campaign;
      await world.addLeads('list', [
        { phones: ['+13035550101'] },
        { phones: ['+13035550102'] },
        { phones: ['+13035550103'] },
        { phones: ['+13035550104'] },
      ]);
      const [tried, , held] = await campaign.claim(3);
      if (!tried || !held) throw new Error('no leads');
      await campaign.open('spring-1-1', tried);
      await campaign.close('spring-1-1', tried);
      node.leads.release({
        campaignId: CAMPAIGN,
        leadIds: [held.leadId],
        at: world.now(),
        notBefore: null,
        why: 'useless',
      });
      await node.settle();
      node.leads.survey({ campaignId: CAMPAIGN, at: world.now() });
      await node.settle();
      const supply = campaign.facts('leads.surveyed').at(-1)?.supply;
      expect(supply).toMatchObject({ dialableNow: 1, total: 4, attempted: 1 });
      expect(supply?.waiting.reduce((sum, entry) => sum + entry.count, 0)).toBe(3);
      expect(supply?.waiting).toContainEqual({
        reason: 'retry-no-answer',
        count: 1,
        nextAt: world.now() + HOUR,
      });
    });

    test('tells the campaign of leads withdrawn while it holds them, and never hands them out again', async () => {
      const { world, node } = campaign;
      await world.addLeads('list', [{ phones: ['+13035550101'] }, { phones: ['+13035550102'] }]);
      const [lead] = await campaign.claim(1);
      await node.settle();
      await world.withdraw([lead?.leadId ?? ''], 'paid');
      await node.settle();
      expect(campaign.facts('leads.withdrawn')).toMatchObject([
        { campaignId: CAMPAIGN, leadIds: [lead?.leadId], reason: 'paid' },
      ]);
      node.leads.release({
        campaignId: CAMPAIGN,
        leadIds: [lead?.leadId ?? ''],
        at: world.now(),
        why: 'withdrawn',
      });
      await node.settle();
      expect((await campaign.claim(5)).map((other) => other.leadId)).not.toContain(lead?.leadId);
      expect(await world.lead(lead?.leadId ?? '')).toMatchObject({ status: 'closed', why: 'paid' });
    });

    test('leaves the leads of other lists alone', async () => {
      const { world } = campaign;
      await world.addLeads('elsewhere', [{ phones: ['+13035550101'] }]);
      expect(await campaign.claim(5)).toEqual([]);
    });
  });
}
