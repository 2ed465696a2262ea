import { describe, expect, test } from '@jest/globals';
import { allowing, claim, close, open, recover, refusing, result } from './port-world.js';
import type { WorldFactory } from './port-world.js';
import { CAMPAIGN, HOUR, runningCampaign } from './running-campaign.js';

/** The contract of core's `Journal`: what every implementation must do. */
export function journalContract(name: string, create: WorldFactory): void {
  describe(`Journal contract: ${name}`, () => {
    const campaign = runningCampaign(create);

    test('opens an attempt with the decision that allowed it', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead();
      expect(await campaign.open('spring-1-1', lead)).toBe('attempt.opened');
      expect(await world.attempts()).toMatchObject([
        {
          attemptId: 'spring-1-1',
          leadId: lead.leadId,
          phone: '+13035550101',
          ended: false,
          decisionAllowed: true,
        },
      ]);
    });

    test('asks the gate about the number, in the mode in force, at the instant of opening', async () => {
      const { world } = campaign;
      const asked: unknown[] = [];
      const { gate } = world;
      world.gate = (request) => {
        asked.push(request);
        return gate(request);
      };
      await campaign.open('spring-1-1', await campaign.newLead(), {
        mode: 'progressive',
        voices: ['live'],
      });
      expect(asked).toMatchObject([
        {
          at: world.now(),
          campaignId: CAMPAIGN,
          mode: 'progressive',
          humanInitiated: false,
          voices: ['live'],
          lead: { phone: '+13035550101' },
          history: [],
        },
      ]);
    });

    test('asks apart about voices of flows that agents may give the person to, and refuses no call by them', async () => {
      const { world } = campaign;
      const asked: (readonly string[])[] = [];
      world.gate = (request) => {
        asked.push(request.voices);
        return request.voices.includes('artificial') ? refusing('call', null)(request) : allowing(request);
      };
      const voices = { voices: ['live'], givenVoices: ['prerecorded', 'artificial'] } as const;
      expect(await campaign.open('spring-1-1', await campaign.newLead(), voices)).toBe('attempt.opened');
      expect(asked).toEqual([['live'], ['prerecorded'], ['artificial']]);
      expect(campaign.facts('attempt.opened')).toMatchObject([{ givenVoices: ['prerecorded'] }]);
      expect(await world.attempts()).toMatchObject([{ decisionAllowed: true }]);
    });

    test('finds after a crash which of these voices the law allows', async () => {
      const { world, node } = campaign;
      world.gate = (request) =>
        request.voices.includes('artificial') ? refusing('call', null)(request) : allowing(request);
      const voices = { voices: ['live'], givenVoices: ['prerecorded', 'artificial'] } as const;
      await campaign.open('spring-1-1', await campaign.newLead(), voices);
      await campaign.open('spring-1-2', await campaign.newLead(['+13035550102'], 'bob'));
      await recover(world, node, CAMPAIGN);
      const { open = [] } = campaign.facts('campaign.recovered').at(-1) ?? {};
      expect(open.map(({ attemptId, givenVoices }) => ({ attemptId, givenVoices }))).toEqual([
        { attemptId: 'spring-1-1', givenVoices: ['prerecorded'] },
        { attemptId: 'spring-1-2', givenVoices: undefined },
      ]);
    });

    test('finds after a crash the flow that has the person, until an agent has them again', async () => {
      const { world, node } = campaign;
      await campaign.open('spring-1-1', await campaign.newLead());
      const at = world.now();
      const of = { campaignId: CAMPAIGN, attemptId: 'spring-1-1', at };
      node.journal.mark({ ...of, mark: 'connected', agentId: 'ann' });
      node.journal.mark({ ...of, mark: 'flow', flow: 'survey' });
      await node.settle();
      const found = async (): Promise<unknown> => {
        await recover(world, node, CAMPAIGN);
        return campaign.facts('campaign.recovered').at(-1)?.open[0];
      };
      expect(await found()).toMatchObject({ agentId: 'ann', flow: 'survey' });
      node.journal.mark({ ...of, mark: 'connected', agentId: 'bob' });
      await node.settle();
      expect(await found()).not.toHaveProperty('flow');
    });

    test('opens once however often it is told', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead();
      node.journal.open(campaign.opening('spring-1-1', lead));
      node.journal.open(campaign.opening('spring-1-1', lead));
      await node.settle();
      expect(campaign.facts('attempt.opened').length).toBeGreaterThanOrEqual(1);
      expect(await world.attempts()).toHaveLength(1);
    });

    test('refuses a second attempt to the same person or number while one is in progress', async () => {
      const { world, node } = campaign;
      await world.addLeads('list', [
        { phones: ['+13035550101'], person: 'ada' },
        { phones: ['+13035550101'], person: 'bob' },
      ]);
      await world.addLeads('other', [{ phones: ['+13035550102'], person: 'ada' }]);
      await world.defineCampaign('autumn', ['other']);
      await recover(world, node, 'autumn');
      const [ada, bob] = await campaign.claim(2);
      const [again] = await claim(world, node, 'autumn', 1);
      if (!ada || !bob || !again) throw new Error('no leads');
      expect(again.personId).toBe(ada.personId);
      expect(await campaign.open('spring-1-1', ada)).toBe('attempt.opened');
      expect(await campaign.open('spring-1-2', bob)).toBe('attempt.in-progress');
      expect(await open(world, node, 'autumn', 'autumn-1-1', again)).toBe('attempt.in-progress');
      await campaign.close('spring-1-1', ada);
      expect(await open(world, node, 'autumn', 'autumn-1-2', again)).toBe('attempt.opened');
    });

    test('a refusal leaves no attempt, and says by whom and until when', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead();
      world.gate = refusing('lead', world.now() + HOUR);
      expect(await campaign.open('spring-1-1', lead)).toBe('attempt.refused');
      expect(campaign.facts('attempt.refused')).toMatchObject([
        { refusals: [{ rule: 'test.rule', scope: 'lead' }], nextAllowedAt: world.now() + HOUR },
      ]);
      expect(
        (await world.attempts()).filter((attempt) => attempt.outcome !== null || !attempt.ended),
      ).toEqual([]);
    });

    test('a lead refused until an instant is dialable again from then on', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead();
      world.gate = refusing('lead', world.now() + HOUR);
      await campaign.open('spring-1-1', lead);
      node.leads.release({
        campaignId: CAMPAIGN,
        leadIds: [lead.leadId],
        at: world.now(),
        notBefore: world.now() + HOUR,
        why: 'refused',
      });
      await node.settle();
      expect(await campaign.claim(1)).toEqual([]);
      world.advance(HOUR);
      expect(await campaign.claim(1)).toMatchObject([{ leadId: lead.leadId, attempts: 0 }]);
    });

    test('a refusal of the call or of the campaign leaves the lead untouched', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead();
      for (const [index, scope] of (['call', 'campaign'] as const).entries()) {
        world.gate = refusing(scope, null);
        expect(await campaign.open(`spring-1-${index}`, lead)).toBe('attempt.refused');
        expect(await world.lead(lead.leadId)).toMatchObject({ status: 'claimed', attempts: 0 });
      }
      node.leads.release({ campaignId: CAMPAIGN, leadIds: [lead.leadId], at: world.now(), why: 'refused' });
      await node.settle();
      expect(await campaign.claim(1)).toMatchObject([{ leadId: lead.leadId, reason: 'fresh' }]);
    });

    test('a gate that fails opens nothing and throws nothing', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead();
      world.gate = () => {
        throw new Error('no zone data');
      };
      expect(await campaign.open('spring-1-1', lead)).toBe('attempt.open-failed');
      expect((await world.attempts()).filter((attempt) => !attempt.ended)).toEqual([]);
    });

    test('never opens for a lead that was withdrawn', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead();
      await world.withdraw([lead.leadId], 'paid');
      expect(await campaign.open('spring-1-1', lead)).not.toBe('attempt.opened');
      expect(await world.attempts()).toEqual([]);
    });

    test('closes with the lead in one step: counters, next instant, keys', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead();
      await campaign.open('spring-1-1', lead);
      expect(await campaign.close('spring-1-1', lead)).toBe('attempt.closed');
      expect(await world.lead(lead.leadId)).toMatchObject({
        status: 'open',
        attempts: 1,
        nextDialableAt: world.now() + HOUR,
        why: 'retry-no-answer',
      });
      world.advance(HOUR);
      const [again] = await campaign.claim(1);
      expect(again).toMatchObject({
        leadId: lead.leadId,
        reason: 'retry',
        attempts: 1,
        attemptsByOutcome: { 'no-answer': 1 },
        recentAttempts: [world.now() - HOUR],
      });
      expect(again && (await campaign.open('spring-1-2', again))).toBe('attempt.opened');
    });

    test('closing twice changes nothing and is answered', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead();
      await campaign.open('spring-1-1', lead);
      await campaign.close('spring-1-1', lead);
      expect(await campaign.close('spring-1-1', lead, { outcome: 'busy' })).toBe('attempt.closed');
      expect(await world.lead(lead.leadId)).toMatchObject({ attempts: 1 });
      expect(await world.attempts()).toMatchObject([{ outcome: 'no-answer' }]);
    });

    test('what was said in a second end is in force, and the answer names the first', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead();
      await campaign.open('spring-1-1', lead);
      await campaign.close('spring-1-1', lead, { outcome: 'unknown' });
      const fact = { kind: 'do-not-call', at: world.now(), source: 'agent' } as const;
      await campaign.close('spring-1-1', lead, {
        outcome: 'conversation',
        closes: 'number',
        learned: [fact],
        lead: { status: 'closed', nextDialableAt: null, phoneIndex: 0, reason: 'fresh', why: 'opted-out' },
      });
      expect(campaign.facts('attempt.closed').at(-1)).toMatchObject({
        earlier: { outcome: 'unknown', disposition: null },
      });
      expect(await world.lead(lead.leadId)).toMatchObject({ openPhones: [], attempts: 1 });
      expect(await world.attempts()).toMatchObject([{ outcome: 'unknown' }]);
    });

    test('answers the end of an attempt that never came into being', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead();
      expect(await campaign.close('spring-1-9', lead, { outcome: 'cancelled', countsAsAttempt: false })).toBe(
        'attempt.closed',
      );
      expect(await world.lead(lead.leadId)).toMatchObject({ attempts: 0 });
    });

    test('an end that follows its opening at once finds it', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead();
      node.journal.open(campaign.opening('spring-1-1', lead));
      node.journal.close({
        campaignId: CAMPAIGN,
        attemptId: 'spring-1-1',
        result: result(world, lead),
        at: world.now(),
      });
      await node.settle();
      expect((await world.attempts()).filter((attempt) => !attempt.ended)).toEqual([]);
      expect(campaign.facts('attempt.closed')).toHaveLength(1);
    });

    test('a trunk fault uses up no attempt', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead();
      await campaign.open('spring-1-1', lead);
      await campaign.close('spring-1-1', lead, {
        outcome: 'congestion',
        countsAsAttempt: false,
        lead: {
          status: 'open',
          nextDialableAt: world.now(),
          phoneIndex: 0,
          reason: 'fresh',
          why: 'retry-congestion',
        },
      });
      expect(await campaign.claim(1)).toMatchObject([
        { reason: 'fresh', attempts: 0, recentAttempts: [], attemptsByOutcome: { congestion: 1 } },
      ]);
    });

    test('the end of an attempt does not reopen a lead withdrawn meanwhile', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead();
      await campaign.open('spring-1-1', lead);
      await world.withdraw([lead.leadId], 'recalled');
      expect(await campaign.close('spring-1-1', lead)).toBe('attempt.closed');
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'closed', why: 'recalled', attempts: 1 });
    });

    test('closes a number: the next one is due; without one the lead is done', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead(['+13035550101', '+13035550102']);
      await campaign.open('spring-1-1', lead);
      await campaign.close('spring-1-1', lead, {
        outcome: 'invalid-number',
        closes: 'number',
        lead: {
          status: 'open',
          nextDialableAt: world.now(),
          phoneIndex: 1,
          reason: 'retry',
          why: 'retry-invalid-number',
        },
      });
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'open', openPhones: ['+13035550102'] });
      const [again] = await campaign.claim(1);
      if (!again) throw new Error('no lead');
      expect(again.phoneIndex).toBe(1);
      await campaign.open('spring-1-2', again);
      await campaign.close('spring-1-2', again, {
        outcome: 'invalid-number',
        closes: 'number',
        lead: {
          status: 'closed',
          nextDialableAt: null,
          phoneIndex: 1,
          reason: 'retry',
          why: 'no-number-left',
        },
      });
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'closed', openPhones: [] });
    });

    test('after a crash the campaign gets its open attempts and its counters, and the rest goes back', async () => {
      const { world, node } = campaign;
      const since = world.now();
      await world.addLeads(
        'list',
        ['+13035550101', '+13035550102', '+13035550103', '+13035550104'].map((phone) => ({
          phones: [phone],
        })),
      );
      const [connected, abandoned, ringing, untouched] = await campaign.claim(4);
      if (!connected || !abandoned || !ringing || !untouched) throw new Error('no leads');
      for (const [index, lead] of [connected, abandoned, ringing].entries())
        await campaign.open(`spring-1-${index + 1}`, lead);
      world.advance(1_000);
      const at = world.now();
      for (const [attemptId, mark] of [
        ['spring-1-1', 'live-answer'],
        ['spring-1-1', 'connected'],
        ['spring-1-2', 'live-answer'],
        ['spring-1-2', 'abandoned'],
        ['spring-1-3', 'machine'],
      ] as const)
        node.journal.mark({ campaignId: CAMPAIGN, attemptId, mark, at });
      for (const agentId of ['ana', 'ben'])
        node.journal.mark({ campaignId: CAMPAIGN, attemptId: 'spring-1-1', mark: 'connected', agentId, at });
      await node.settle();
      await campaign.close('spring-1-2', abandoned, {
        outcome: 'abandoned',
        liveAnswer: true,
        abandoned: true,
        answeredAt: at,
      });
      await node.crash();

      const next = await world.node('n1');
      const recovered = await recover(world, next, CAMPAIGN, [since, world.now() + 1]);
      expect(recovered.epoch).toBe(2);
      expect(recovered.open.map((attempt) => attempt.attemptId).sort()).toEqual(['spring-1-1', 'spring-1-3']);
      const adopted = recovered.open.find((attempt) => attempt.attemptId === 'spring-1-1');
      expect(adopted).toMatchObject({
        phone: '+13035550101',
        mode: 'predictive',
        lead: { leadId: connected.leadId },
        agentId: 'ben',
        marks: { liveAnswerAt: at, connectedAt: at },
      });
      const machine = recovered.open.find((attempt) => attempt.attemptId === 'spring-1-3');
      expect(machine).toMatchObject({ machineVerdict: 'machine', marks: {} });
      expect(recovered.counters).toEqual([
        { since, liveAnswers: 2, abandoned: 1 },
        { since: world.now() + 1, liveAnswers: 0, abandoned: 0 },
      ]);
      expect((await claim(world, next, CAMPAIGN, 9)).map((lead) => lead.leadId)).toEqual([untouched.leadId]);
      expect(
        await close(world, next, CAMPAIGN, 'spring-1-3', result(world, ringing, { outcome: 'unknown' })),
      ).toBe('attempt.closed');
      expect(await world.lead(ringing.leadId)).toMatchObject({ status: 'open', attempts: 1 });
    });

    test('a lead is handed out again after a crash with nothing lost', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead();
      await node.crash();
      const next = await world.node('n1');
      expect((await recover(world, next, CAMPAIGN)).open).toEqual([]);
      expect(await claim(world, next, CAMPAIGN, 1)).toMatchObject([
        { leadId: lead.leadId, reason: 'fresh', attempts: 0 },
      ]);
    });

    test('checks a callback with the gate at the time it is promised for', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead();
      await campaign.open('spring-1-1', lead);
      const at = world.now() + HOUR;
      world.gate = (request) =>
        request.at === at
          ? refusing('lead', at + HOUR)(request)
          : { allowed: true, refusals: [], nextAllowedAt: request.at, record: {} };
      node.journal.checkCallback({
        campaignId: CAMPAIGN,
        requestId: 'r1',
        attemptId: 'spring-1-1',
        callback: { at },
        at: world.now(),
      });
      node.journal.checkCallback({
        campaignId: CAMPAIGN,
        requestId: 'r2',
        attemptId: 'spring-1-1',
        callback: { at: at + HOUR },
        at: world.now(),
      });
      await node.settle();
      expect(campaign.facts('callback.checked').find((fact) => fact.requestId === 'r1')).toMatchObject({
        allowed: false,
        nextAllowedAt: at + HOUR,
        refusals: [{ rule: 'test.rule' }],
      });
      expect(campaign.facts('callback.checked').find((fact) => fact.requestId === 'r2')).toMatchObject({
        allowed: true,
        refusals: [],
      });
    });

    test('a do-not-call request heard on a call is in force at once, in every list', async () => {
      const { world, node } = campaign;
      await world.addLeads('list', [{ phones: ['+13035550101'], person: 'ada' }]);
      await world.addLeads('other', [{ phones: ['+13035550101'], person: 'ada' }]);
      await world.defineCampaign('autumn', ['other']);
      await recover(world, node, 'autumn');
      const [lead] = await campaign.claim(1);
      if (!lead) throw new Error('no lead');
      await campaign.open('spring-1-1', lead);
      const fact = { kind: 'do-not-call-person', at: world.now(), source: 'key-press' } as const;
      node.journal.learn({ campaignId: CAMPAIGN, attemptId: 'spring-1-1', fact, at: world.now() });
      await node.settle();
      const [other] = await claim(world, node, 'autumn', 1);
      if (other) expect(await open(world, node, 'autumn', 'autumn-1-1', other)).not.toBe('attempt.opened');
      const ending = {
        outcome: 'conversation',
        liveAnswer: true,
        closes: 'person',
        learned: [fact],
        lead: { status: 'closed', nextDialableAt: null, phoneIndex: 0, reason: 'fresh', why: 'opted-out' },
      } as const;
      expect(await campaign.close('spring-1-1', lead, ending)).toBe('attempt.closed');
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'closed' });
      const [late] = await claim(world, node, 'autumn', 1);
      if (late) expect(await open(world, node, 'autumn', 'autumn-1-2', late)).not.toBe('attempt.opened');
    });
  });
}
