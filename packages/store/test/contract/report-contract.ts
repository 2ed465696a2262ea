import { describe, expect, test } from '@jest/globals';
import {
  addDoNotCall,
  exportLeads,
  readAttempts,
  readNumberTrail,
  recordConsents,
  recordLearned,
  reportCampaign,
} from '../../src/index.js';
import { CAMPAIGN, HOUR, runningCampaign } from './running-campaign.js';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

/** What is read from the rows afterwards. */
export function reportContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`reports: ${name}`, () => {
    const campaign = runningCampaign(create);

    test('reports a campaign from its rows', async () => {
      const { world } = campaign;
      await world.addLeads(
        'list',
        ['+13035550101', '+13035550102', '+13035550103', '+13035550104'].map((phone) => ({
          phones: [phone],
        })),
      );
      const [sold, lost, missed, running] = await campaign.claim(4);
      if (!sold || !lost || !missed || !running) throw new Error('no leads');
      for (const [index, lead] of [sold, lost, missed, running].entries())
        await campaign.open(`spring-1-${index}`, lead);
      const at = world.now();
      await campaign.close('spring-1-0', sold, {
        outcome: 'conversation',
        disposition: 'sale',
        agentId: 'eve',
        trunk: 'carrier',
        liveAnswer: true,
        answeredAt: at,
        connectedAt: at,
        talkMs: 60_000,
        wrapUpMs: 5_000,
        variables: { choice: '1' },
      });
      await campaign.close('spring-1-1', lost, {
        outcome: 'abandoned',
        liveAnswer: true,
        abandoned: true,
        answeredAt: at,
      });
      await campaign.close('spring-1-2', missed);
      const report = await reportCampaign(world.store, CAMPAIGN);
      expect(report).toMatchObject({
        attempts: 4,
        open: 1,
        counted: 3,
        liveAnswers: 2,
        connected: 1,
        abandoned: 1,
        abandonmentRate: 0.5,
        answerRate: 2 / 3,
        penetration: 3 / 4,
        agents: [{ agentId: 'eve', calls: 1, talkMs: 60_000, wrapUpMs: 5_000, dispositions: { sale: 1 } }],
        hours: [{ from: START, attempts: 4, liveAnswers: 2, connected: 1, abandoned: 1 }],
      });
      expect(report.outcomes).toHaveLength(3);
      expect(report.outcomes).toContainEqual({ outcome: 'conversation', disposition: 'sale', attempts: 1 });
      expect(await reportCampaign(world.store, CAMPAIGN, { from: START + HOUR })).toMatchObject({
        attempts: 0,
        abandonmentRate: null,
      });
      const trunks: (string | null)[] = [];
      for await (const { trunk } of readAttempts(world.store, CAMPAIGN)) trunks.push(trunk);
      expect(trunks).toEqual(['carrier', null, null, null]);
      let csv = '';
      for await (const text of exportLeads(world.store, 'list')) csv += text;
      expect(csv.split('\r\n')).toHaveLength(6);
      expect(csv).toContain('conversation,sale');
    });

    test('the trail of a number holds its attempts, consents, requests and what was learned', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead(['+13035550101']);
      await campaign.open('spring-1-1', lead);
      await campaign.close('spring-1-1', lead);
      await recordConsents(world.store, [
        {
          personId: lead.personId,
          type: 'written',
          at: START - 1,
          scope: ['telemarketing'],
          evidence: 'form 7',
          source: 'import',
        },
      ]);
      await recordLearned(
        world.store,
        { personId: lead.personId, phone: '+13035550101' },
        { kind: 'do-not-call-person', at: START, source: 'agent' },
      );
      await addDoNotCall(world.store, [{ phone: '+13035550101', at: START + 1, source: 'web form' }]);
      const trail = await readNumberTrail(world.store, '+13035550101');
      expect(trail.attempts).toMatchObject([{ attemptId: 'spring-1-1', outcome: 'no-answer' }]);
      expect(trail.consents).toMatchObject([
        { type: 'written', scope: ['telemarketing'], sellers: null, evidence: 'form 7' },
        { type: 'revocation', source: 'agent' },
      ]);
      expect(trail.doNotCall).toEqual([
        { of: 'person', scope: 'company', at: START, source: 'agent' },
        { of: 'number', scope: 'company', at: START + 1, source: 'web form' },
      ]);
      expect(trail.learned).toEqual([{ kind: 'do-not-call-person', at: START, source: 'agent' }]);
      expect(await readNumberTrail(world.store, '+13035559999')).toEqual({
        attempts: [],
        doNotCall: [],
        consents: [],
        learned: [],
      });
    });
  });
}
