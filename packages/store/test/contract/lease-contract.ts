import { describe, expect, test } from '@jest/globals';
import type { AttemptResult, Fact, Lead } from '@outdial/core';
import { parseJson } from '../../src/database/json-text.js';
import { createJournal } from '../../src/index.js';
import type { LeaseNotice } from '../../src/index.js';
import { allowing, close, factsOf, recover, result } from './port-world.js';
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
      const rival = await world.node('n2', { leaseLifeMs: 20_000 });
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
      const hasty = await world.node('n2', { leaseLifeMs: 60 });
      expect((await recover(world, hasty, CAMPAIGN)).epoch).toBe(2);
      await world.store.engine.db
        .updateTable('leases')
        .set({ epoch: 3, node: 'n9', expires_at: world.now() + DAY })
        .where('campaign_id', '=', CAMPAIGN)
        .execute();
      await until(() => factsOf(hasty, 'campaign.halt').length > 0);
      expect(factsOf(hasty, 'campaign.halt')).toMatchObject([
        { campaignId: CAMPAIGN, reason: expect.stringMatching(/^lease-lost: .*taken over by node 'n9'/) },
      ]);
    });

    test('a database in which no lease can be renewed for ten lives of one halts the campaign', async () => {
      const { world, node } = campaign;
      await node.stop();
      const hasty = await world.node('n2', { leaseLifeMs: 60 });
      await recover(world, hasty, CAMPAIGN);
      const { schema } = world.store.engine.db;
      await schema.alterTable('leases').renameTo('leases_away').execute();
      const awayAt = performance.now();
      try {
        await until(() => factsOf(hasty, 'campaign.halt').length > 0);
      } finally {
        await schema.alterTable('leases_away').renameTo('leases').execute();
      }
      expect(performance.now() - awayAt).toBeGreaterThan(600 - 60);
      expect(factsOf(hasty, 'campaign.halt')[0]).toMatchObject({
        campaignId: CAMPAIGN,
        reason: expect.stringMatching(/^database-silent: no lease could be renewed/),
      });
    });

    test('a second start is refused with who, where, since and until; the same node name is no pass', async () => {
      const { world } = campaign;
      const second = await world.node('n1');
      const refused = second.journal.reserve(CAMPAIGN);
      await expect(refused).rejects.toMatchObject({ code: 'campaign-held' });
      const text = await refused.catch((error: unknown) => String(error));
      expect(text).toContain("node 'n1' (host testing, process 1) since 2026-11-30T15:00:00.000Z");
      expect(text).toContain('2026-11-30T15:00:30.000Z');
      expect(text).toContain('--take-over');
      expect(factsOf(second, 'campaign.recovered')).toEqual([]);
    });

    test('of two that start at once one is refused', async () => {
      const { world } = campaign;
      await world.defineCampaign('autumn', ['list']);
      const [one, other] = [await world.node('n2'), await world.node('n3')];
      const starts = await Promise.allSettled([
        one.journal.reserve('autumn'),
        other.journal.reserve('autumn'),
      ]);
      expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const winner = starts[0]?.status === 'fulfilled' ? one : other;
      expect((await recover(world, winner, 'autumn')).epoch).toBe(1);
    });

    test('the lease of a process that is gone from this machine is taken at once, and that is said', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead(['+13035550101']);
      await campaign.open('spring-1-1', lead);
      await node.crash();
      const notices: LeaseNotice[] = [];
      const next = await world.node('n1', { onLease: (notice) => void notices.push(notice) });
      await next.journal.reserve(CAMPAIGN);
      const recovered = await recover(world, next, CAMPAIGN);
      expect(recovered).toMatchObject({ epoch: 2, open: [{ attemptId: 'spring-1-1' }] });
      expect(notices).toMatchObject([{ kind: 'holder-gone', holder: { node: 'n1', pid: 1 } }]);
      expect(await entriesOf(world, 'campaign.taken-over')).toMatchObject([
        { because: 'gone', from: { node: 'n1', host: 'testing', pid: 1 } },
      ]);
    });

    test('a holder on another machine is waited for: refused when it renews, taken when its lease ends', async () => {
      const { world, node } = campaign;
      await node.crash();
      const elsewhere = { machine: 'elsewhere', host: 'elsewhere' };
      const { db } = world.store.engine;
      await db.updateTable('leases').set(elsewhere).where('campaign_id', '=', CAMPAIGN).execute();
      const notices: LeaseNotice[] = [];
      const waiting = await world.node('n2', { onLease: (notice) => void notices.push(notice) });
      const refused = waiting.journal.reserve(CAMPAIGN);
      refused.catch(() => undefined);
      await until(() => notices.length > 0);
      expect(notices).toMatchObject([{ kind: 'waiting', holder: { host: 'elsewhere' } }]);
      const renewed = world.now() + 40_000;
      await db
        .updateTable('leases')
        .set({ expires_at: renewed })
        .where('campaign_id', '=', CAMPAIGN)
        .execute();
      await expect(refused).rejects.toMatchObject({ code: 'campaign-held' });

      const patient = waiting.journal.reserve(CAMPAIGN);
      world.advance(41_000);
      await patient;
      // Of the same holder it is told once, however often it is asked for.
      expect(notices).toHaveLength(1);
      expect((await recover(world, waiting, CAMPAIGN)).epoch).toBe(2);
    });

    test('a take-over by order is said on both sides and in the audit trail', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead(['+13035550101']);
      const notices: LeaseNotice[] = [];
      const taker = await world.node('n1', {
        takeOver: true,
        onLease: (notice) => void notices.push(notice),
      });
      await taker.journal.reserve(CAMPAIGN);
      expect((await recover(world, taker, CAMPAIGN)).epoch).toBe(2);
      expect(notices).toMatchObject([{ kind: 'taken-over', holder: { node: 'n1', pid: 1 } }]);

      // The next thing the overtaken one asks tells it.
      expect(await campaign.open('spring-1-1', lead)).toBe('attempt.open-failed');
      await until(() => campaign.facts('campaign.halt').length > 0);
      expect(campaign.facts('campaign.halt')).toMatchObject([
        { reason: expect.stringMatching(/^lease-lost: .*node 'n1' \(host testing, process 2\)/) },
      ]);
      await campaign.node.settle();
      expect(await entriesOf(world, 'campaign.taken-over')).toMatchObject([
        { because: 'forced', epoch: 2, from: { pid: 1 } },
      ]);
      expect(await entriesOf(world, 'lease.lost')).toMatchObject([{ epoch: 1, to: { pid: 2 } }]);
    });

    test('an overtaken dialer that lost its calls ends those of which somebody said something', async () => {
      const { world, node } = campaign;
      const said = await campaign.newLead(['+13035550101']);
      const unsaid = await campaign.newLead(['+13035550102']);
      await campaign.open('spring-1-1', said);
      await campaign.open('spring-1-2', unsaid);
      const taker = await world.node('n1', { takeOver: true });
      await recover(world, taker, CAMPAIGN);

      const lost = { connectedAt: world.now(), cause: { q850: 0, by: 'lost' } } as const;
      const ended = (lead: Lead, more: Partial<AttemptResult>): AttemptResult => ({
        ...result(world, lead, { outcome: 'conversation' }),
        ...lost,
        ...more,
      });
      const saidEnd = ended(said, { disposition: 'not-interested' });
      expect(await close(world, node, CAMPAIGN, 'spring-1-1', saidEnd)).toBe('attempt.closed');
      // The conversation goes on at the other: a wrap-up that ran out here says nothing about it.
      const unsaidEnd = ended(unsaid, { disposition: 'unspecified', unsaid: true });
      expect(await close(world, node, CAMPAIGN, 'spring-1-2', unsaidEnd)).toBe('attempt.close-failed');
      const told = ended(unsaid, { disposition: 'sale' });
      expect(await close(world, taker, CAMPAIGN, 'spring-1-2', told)).toBe('attempt.closed');
      expect(await entriesOf(world, 'attempt.closed')).toMatchObject([
        { attemptId: 'spring-1-1', disposition: 'not-interested', afterLeaseLost: { epoch: 1 } },
        { attemptId: 'spring-1-2', disposition: 'sale' },
      ]);
    });

    test('a dialer that ends before it has heard of its take-over states it at its end', async () => {
      const { world, node } = campaign;
      const taker = await world.node('n1', { takeOver: true });
      await recover(world, taker, CAMPAIGN);
      await node.stop();
      expect(await entriesOf(world, 'lease.lost')).toMatchObject([{ epoch: 1, to: { pid: 2 } }]);
    });

    test('dialers on one store handle have leases of their own; ending one touches no other', async () => {
      const { world } = campaign;
      const { store } = campaign.node;
      await world.defineCampaign('autumn', ['list']);
      const facts: Fact[] = [];
      const options = { node: 'n1', instance: 'second', sink: (fact: Fact) => void facts.push(fact) };
      const journal = createJournal(store, { ...options, gate: { decide: allowing } });
      await expect(journal.reserve(CAMPAIGN)).rejects.toMatchObject({ code: 'campaign-held' });
      await journal.reserve('autumn');
      journal.recover({ campaignId: 'autumn', since: [], at: world.now() });
      await journal.idle();
      expect(facts).toMatchObject([{ type: 'campaign.recovered', campaignId: 'autumn' }]);
      await journal.stop();

      const lead = await campaign.newLead(['+13035550101']);
      expect(await campaign.open('spring-1-1', lead)).toBe('attempt.opened');
      const leases = await world.store.engine.db
        .selectFrom('leases')
        .select(['campaign_id', 'expires_at'])
        .orderBy('campaign_id')
        .execute();
      expect(leases).toMatchObject([
        { campaign_id: 'autumn', expires_at: 0 },
        { campaign_id: CAMPAIGN, expires_at: world.now() + 29_000 },
      ]);
    });
  });
}

async function entriesOf(world: StoreWorld, kind: string): Promise<readonly unknown[]> {
  const rows = await world.store.engine.db
    .selectFrom('audit')
    .select('detail')
    .where('kind', '=', kind)
    .execute();
  return rows.map((row) => parseJson(row.detail, {}));
}
