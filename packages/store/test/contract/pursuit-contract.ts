import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AttemptResult, Lead } from '@outdial/core';
import { addLeads, closeLeads, reopenLeads, verifyAuditChain } from '../../src/index.js';
import { CAMPAIGN, DAY, HOUR, runningCampaign } from './running-campaign.js';
import type { LeadStanding } from './port-world.js';
import type { StoreWorld } from './store-world.js';

const NUMBER = '+12025550100';
const MINUTE = 60_000;

/** Leads of a campaign's lists that share a number or a person: one pursuit. */
export function pursuitContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`one pursuit a campaign: ${name}`, () => {
    const campaign = runningCampaign(create);
    let calls = 0;

    beforeEach(async () => {
      calls = 0;
      await campaign.world.defineCampaign(CAMPAIGN, ['la', 'lb']);
    });

    const sold = (): Partial<AttemptResult> => ({
      outcome: 'conversation',
      liveAnswer: true,
      disposition: 'sale',
      lead: { status: 'closed', nextDialableAt: null, phoneIndex: 0, reason: 'fresh', why: 'sale' },
    });

    /** A lead in each list. */
    async function twins(
      first = [NUMBER],
      second = [NUMBER],
      persons: readonly string[] = [],
    ): Promise<Lead[]> {
      const { world } = campaign;
      const [a = ''] = await world.addLeads('la', [{ phones: first, ...personOf(persons[0]) }]);
      const [b = ''] = await world.addLeads('lb', [{ phones: second, ...personOf(persons[1]) }]);
      return [await campaign.claimOne(a), await campaign.claimOne(b)];
    }

    function personOf(person: string | undefined): { person?: string } {
      return person === undefined ? {} : { person };
    }

    /** The type of the journal's answer. */
    async function open(
      lead: Lead | undefined,
      mode: 'predictive' | 'manual' = 'predictive',
    ): Promise<string | undefined> {
      if (!lead) throw new Error('no lead');
      return campaign.open(`spring-1-${(calls += 1)}`, lead, { mode });
    }

    async function call(lead: Lead | undefined, end: Partial<AttemptResult> = {}): Promise<void> {
      expect(await open(lead)).toBe('attempt.opened');
      if (lead) await campaign.close(`spring-1-${calls}`, lead, end);
    }

    async function standing(lead: Lead | undefined): Promise<LeadStanding> {
      return campaign.world.lead(lead?.leadId ?? '');
    }

    test('a sale ends the twin in the other list', async () => {
      const [a, b] = await twins();
      await call(a, sold());
      campaign.world.advance(81_000);
      expect(await open(b)).toBe('attempt.refused');
      expect(campaign.facts('attempt.refused').at(-1)).toMatchObject({
        refusals: [{ rule: 'store.pursuit-ended', scope: 'lead' }],
        nextAllowedAt: null,
      });
      expect(await standing(b)).toMatchObject({ status: 'closed', why: 'pursuit-ended', attempts: 0 });
      expect(await verifyAuditChain(campaign.world.store)).toMatchObject({ ok: true });
    });

    test('the twin waits for as long as the lead that was called is open, and nobody else is asked', async () => {
      const { world } = campaign;
      const [a, b] = await twins();
      const began = world.now();
      await call(a);
      expect(await open(b)).toBe('attempt.refused');
      expect(await standing(b)).toMatchObject({ status: 'open', why: 'pursued-by-another-lead' });
      expect((await standing(b)).nextDialableAt).toBeGreaterThan(began + HOUR);
      expect(await campaign.claim(2)).toEqual([]);

      world.advance(HOUR);
      const again = await campaign.claim(2);
      expect(again).toMatchObject([{ leadId: a?.leadId, attempts: 1 }]);
      await call(again[0]);
      world.advance(20 * MINUTE);
      const [late] = await campaign.claim(2);
      expect(late?.leadId).toBe(b?.leadId);
      expect(await open(late)).toBe('attempt.refused');
      expect((await standing(b)).attempts).toBe(0);
    });

    test('a promised callback keeps the twin waiting, also when it is overdue', async () => {
      const { world } = campaign;
      const [a, b] = await twins();
      const at = world.now() + HOUR;
      await call(a, {
        outcome: 'conversation',
        disposition: 'callback',
        lead: {
          status: 'open',
          nextDialableAt: at,
          phoneIndex: 0,
          reason: 'callback',
          callback: { at, agentId: 'ann' },
          why: 'callback',
        },
      });
      expect(await open(b)).toBe('attempt.refused');
      world.advance(9 * DAY);
      expect(await open(await campaign.claimOne(b?.leadId ?? ''))).toBe('attempt.refused');
    });

    test('where the list withdraws the lead, the twin takes over, and not before the retry', async () => {
      const { world } = campaign;
      const [a, b] = await twins();
      const retryAt = world.now() + HOUR;
      await call(a);
      await closeLeads(world.store, [{ leadId: a?.leadId ?? '' }], { reason: 'recalled' });
      expect(await open(b)).toBe('attempt.refused');
      expect((await standing(b)).nextDialableAt).toBe(retryAt);
      world.advance(HOUR);
      const [over] = await campaign.claim(1);
      expect(over?.leadId).toBe(b?.leadId);
      await call(over);
    });

    test('a lead that has been overdue for days leads no more', async () => {
      const { world } = campaign;
      const [a, b] = await twins();
      await call(a);
      expect(await open(b)).toBe('attempt.refused');
      world.advance(4 * DAY);
      await call(await campaign.claimOne(b?.leadId ?? ''));
      expect(await open(await campaign.claimOne(a?.leadId ?? ''))).toBe('attempt.refused');
    });

    test('a lead that was reopened is called; its twin stays closed', async () => {
      const { world } = campaign;
      const [a, b] = await twins();
      await call(a, sold());
      expect(await open(b)).toBe('attempt.refused');
      await reopenLeads(world.store, [{ leadId: a?.leadId ?? '' }], { reason: 'by mistake' });
      await call(await campaign.claimOne(a?.leadId ?? ''));
    });

    test('a number of two persons: the other goes on with the number of their own', async () => {
      const { world } = campaign;
      const own = '+13125550100';
      const [a, b] = await twins([NUMBER], [own, NUMBER], ['p', 'q']);
      await call(a);
      await call(b, {
        lead: {
          status: 'open',
          nextDialableAt: world.now() + 2 * MINUTE,
          numberNotBefore: world.now() + 3 * HOUR,
          phoneIndex: 1,
          reason: 'retry',
          why: 'retry-no-answer',
        },
      });
      world.advance(2 * MINUTE);
      const dueAt = world.now() - 2 * MINUTE + HOUR + 15 * MINUTE;
      const [alternate] = await campaign.claim(2);
      expect(alternate).toMatchObject({ leadId: b?.leadId, phoneIndex: 1 });
      expect(await open(alternate)).toBe('attempt.refused');
      expect(await standing(b)).toMatchObject({ status: 'open', nextDialableAt: dueAt });

      const first = await campaign.claimOne(a?.leadId ?? '');
      await call(first, sold());
      const again = await campaign.claimOne(b?.leadId ?? '');
      expect(again.phoneIndex).toBe(1);
      expect(await open(again)).toBe('attempt.refused');
      const last = await campaign.claimOne(b?.leadId ?? '');
      expect(last.phoneIndex).toBe(0);
      expect((await standing(b)).status).toBe('claimed');
    });

    test('a person with a number more: it is called where the other lead had no number left', async () => {
      const [a, b] = await twins([NUMBER], ['+13125550100'], ['p', 'p']);
      await call(a, {
        outcome: 'invalid-number',
        closes: 'number',
        lead: {
          status: 'closed',
          nextDialableAt: null,
          phoneIndex: 0,
          reason: 'fresh',
          why: 'no-number-left',
        },
      });
      await call(b);
    });

    test('the person is pursued once although the lists have other numbers of them', async () => {
      const [a, b] = await twins([NUMBER], ['+13125550100'], ['p', 'p']);
      await call(a, sold());
      expect(await open(b)).toBe('attempt.refused');
      expect((await standing(b)).status).toBe('closed');
    });

    test('one account each: every debt of a person is a pursuit of its own, also in two lists', async () => {
      const { world } = campaign;
      const debts: (Lead | undefined)[] = [];
      for (const [listId, account] of [
        ['la', 'A-1'],
        ['la', 'A-2'],
        ['lb', 'A-3'],
        ['lb', 'A-1'],
      ] as const) {
        const [added] = await addLeads(world.store, [{ phones: [{ phone: NUMBER }], account }], {
          listId,
          onePer: 'account',
        });
        debts.push(await campaign.claimOne(added?.leadId ?? ''));
      }
      const [first, second, third, sameAsFirst] = debts;
      await call(first, sold());
      await call(second);
      await call(third);
      expect(await open(sameAsFirst)).toBe('attempt.refused');
    });

    test('accounts of lists with a lead a person do not make two pursuits', async () => {
      const { world } = campaign;
      const leads: Lead[] = [];
      for (const listId of ['la', 'lb']) {
        const [added] = await addLeads(world.store, [{ phones: [{ phone: NUMBER }], account: listId }], {
          listId,
        });
        leads.push(await campaign.claimOne(added?.leadId ?? ''));
      }
      await call(leads[0], sold());
      expect(await open(leads[1])).toBe('attempt.refused');
    });

    test('a list that the campaign dials no more is no part of it', async () => {
      const { world } = campaign;
      const [a, b] = await twins();
      await call(a, sold());
      await world.defineCampaign(CAMPAIGN, ['lb']);
      await call(b);
    });

    test('a call by hand does not wait, and is not placed when the pursuit has ended', async () => {
      const [a, b] = await twins();
      await call(a);
      expect(await open(b, 'manual')).toBe('attempt.opened');
      if (b) await campaign.close(`spring-1-${calls}`, b, sold());
      expect(await open(await campaign.claimOne(a?.leadId ?? ''), 'manual')).toBe('attempt.refused');
    });
  });
}
