import { describe, expect, test } from '@jest/globals';
import { strangerLead } from '@outdial/core';
import type { AttemptResult, Lead } from '@outdial/core';
import { readStanding, reportCampaign, verifyAuditChain } from '../../src/index.js';
import { CAMPAIGN, runningCampaign } from './running-campaign.js';
import { claim, recover } from './port-world.js';
import type { FactOfType } from './port-world.js';
import type { StoreWorld } from './store-world.js';

const NUMBER = '+12025550100';
const OURS = '+13035550000';
const CALL = 'spring-1-900';

/** Calls that come in: matched to a lead, in progress, and in no figure of dialed calls. */
export function inboundContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`calls that come in: ${name}`, () => {
    const campaign = runningCampaign(create);

    /** A call comes in and is written down. */
    async function callIn(
      callerNumber: string | null = NUMBER,
      attemptId: string = CALL,
    ): Promise<FactOfType<'inbound.opened'> | undefined> {
      const { node, world } = campaign;
      const at = world.now();
      node.journal.openInbound({ campaignId: CAMPAIGN, attemptId, callerNumber, calledNumber: OURS, at });
      await node.settle();
      return campaign.facts('inbound.opened').at(-1);
    }

    async function addLead(): Promise<string> {
      const [leadId = ''] = await campaign.world.addLeads('list', [{ phones: [NUMBER] }]);
      return leadId;
    }

    /** The call ends as an agent or the campaign says. */
    async function end(lead: Lead, more: Partial<AttemptResult>): Promise<void> {
      const { world } = campaign;
      const at = world.now();
      world.advance(60_000);
      expect(
        await campaign.close(CALL, lead, { countsAsAttempt: false, callerEnding: 'served', ...more }),
      ).toBe('attempt.closed');
      expect(world.now()).toBeGreaterThan(at);
    }

    test('the caller is the person whose lead has the number, and is not dialed meanwhile', async () => {
      const leadId = await addLead();
      const opened = await callIn();
      expect(opened?.lead).toMatchObject({ leadId, phones: [{ phone: NUMBER }] });
      expect(opened?.personId).toBe(opened?.lead?.personId);

      const claimed = await campaign.claimOne(leadId);
      expect(await campaign.open('spring-1-1', claimed)).toBe('attempt.in-progress');
      await end(claimed, { keepsLead: true, outcome: 'reneged', callerEnding: 'left' });
      expect(await campaign.open('spring-1-2', claimed)).toBe('attempt.opened');
      expect(await verifyAuditChain(campaign.world.store)).toMatchObject({ ok: true });
    });

    test('a lead that was claimed goes back to its list while its person calls', async () => {
      const leadId = await addLead();
      const claimed = await campaign.claimOne(leadId);
      await callIn();
      expect(await campaign.open('spring-1-1', claimed)).toBe('attempt.in-progress');
      const { node, world } = campaign;
      const at = world.now();
      node.leads.release({ campaignId: CAMPAIGN, leadIds: [leadId], at, notBefore: at, why: 'in-progress' });
      await node.settle();
      await end(claimed, { keepsLead: true, outcome: 'reneged', callerEnding: 'left' });
      expect(await campaign.claim(1)).toMatchObject([{ leadId }]);
    });

    test('a restart gives a lead back whose person has called meanwhile', async () => {
      const leadId = await addLead();
      const claimed = await campaign.claimOne(leadId);
      await callIn();
      await recover(campaign.world, campaign.node, CAMPAIGN);
      await end(claimed, { keepsLead: true, outcome: 'reneged', callerEnding: 'left' });
      expect(await campaign.claim(1)).toMatchObject([{ leadId }]);
    });

    test('opening it again is the same call; a closed one is not opened', async () => {
      await addLead();
      const first = await callIn();
      expect(await callIn()).toMatchObject({ personId: first?.personId, lead: first?.lead });
      if (first?.lead) await end(first.lead, { keepsLead: true });
      const before = campaign.facts('attempt.open-failed').length;
      await callIn();
      expect(campaign.facts('attempt.open-failed')).toHaveLength(before + 1);
    });

    test('a caller who hangs up changes nothing of their lead', async () => {
      const leadId = await addLead();
      const opened = await callIn();
      const before = await campaign.world.lead(leadId);
      if (opened?.lead) await end(opened.lead, { keepsLead: true, outcome: 'reneged', callerEnding: 'left' });
      expect(await campaign.world.lead(leadId)).toEqual(before);
    });

    test('a sale to a caller closes their lead, and a callback is dialable at once', async () => {
      const leadId = await addLead();
      const opened = await callIn();
      const at = campaign.world.now();
      if (opened?.lead)
        await end(opened.lead, {
          callerEnding: 'callback',
          outcome: 'message-delivered',
          lead: {
            status: 'open',
            nextDialableAt: at,
            phoneIndex: 0,
            reason: 'callback',
            callback: { at },
            why: 'callback-from-queue',
          },
        });
      const [claimed] = await campaign.claim(1, { leadId });
      expect(claimed).toMatchObject({ leadId, reason: 'callback', attempts: 0 });
    });

    test('who asks not to be called is not called: known and unknown, in every campaign', async () => {
      const unknown = await callIn();
      expect(unknown?.lead).toBeNull();
      const stranger = strangerLead({ phone: NUMBER, personId: unknown?.personId ?? '' });
      const fact = { kind: 'do-not-call-person', at: campaign.world.now(), source: 'agent' } as const;
      await end(stranger, { outcome: 'conversation', closes: 'person', learned: [fact] });

      const leadId = await addLead();
      const [claimed] = await campaign.claim(1, { leadId });
      expect(
        claimed === undefined || (await campaign.open('spring-1-1', claimed)) === 'attempt.refused',
      ).toBe(true);
      expect(await verifyAuditChain(campaign.world.store)).toMatchObject({ ok: true });
    });

    test('a withheld number is nobody, and two of them are two', async () => {
      const first = await callIn(null);
      const second = await callIn(null, 'spring-1-901');
      expect(first?.lead).toBeNull();
      expect(second?.personId).not.toBe(first?.personId);
    });

    test('a call that was open at a crash is found again, with or without a lead', async () => {
      const { world } = campaign;
      const leadId = await addLead();
      await callIn();
      await callIn(null, 'spring-1-901');
      await campaign.node.crash();
      const next = await world.node('n1');
      const recovered = await recover(world, next, CAMPAIGN);
      expect(recovered.open.map(({ attemptId, mode, lead }) => [attemptId, mode, lead.leadId])).toEqual([
        [CALL, 'inbound', leadId],
        ['spring-1-901', 'inbound', ''],
      ]);
      expect(await claim(world, next, CAMPAIGN, 1, { leadId })).toHaveLength(1);
    });

    test('is in no figure of dialed calls, and has its own', async () => {
      const { node, world } = campaign;
      await addLead();
      const opened = await callIn();
      const connectedAt = world.now() + 5_000;
      node.journal.mark({ campaignId: CAMPAIGN, attemptId: CALL, mark: 'connected', at: connectedAt });
      await node.settle();
      if (opened?.lead)
        await end(opened.lead, { outcome: 'conversation', connectedAt, agentId: 'ann', talkMs: 1_000 });

      const report = await reportCampaign(world.store, CAMPAIGN);
      expect(report).toMatchObject({ attempts: 0, liveAnswers: 0, connected: 0, outcomes: [], hours: [] });
      expect(report).toMatchObject(await readStanding(world.store, CAMPAIGN));
      expect(report.inbound).toEqual({
        calls: 1,
        served: 1,
        servedInTime: 1,
        endings: { served: 1 },
        meanWaitMs: 5_000,
        serviceLevel: 1,
        lost: 0,
        lostInQueue: 0,
      });
      expect(report.agents).toMatchObject([{ agentId: 'ann', calls: 1, talkMs: 1_000 }]);
    });
  });
}
