import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AttemptResult, Lead } from '@outdial/core';
import type { NewLead } from '@outdial/lists';
import {
  addDoNotCall,
  addLeads,
  cancelCallback,
  closeLeads,
  registerCampaign,
  FIRST_PRIORITY,
  findLeads,
  getLead,
  listCallbacks,
  listLeads,
  moveCallback,
  openStore,
  readAnswers,
  readEvents,
  readAttempts,
  reopenLeads,
  reportCampaign,
  verifyAuditChain,
} from '../../src/index.js';
import type {
  AttemptFilter,
  AttemptRecord,
  EventFilter,
  LeadSearch,
  PushedLeads,
  StoredEvent,
} from '../../src/index.js';
import { claim, close, open, recover, result } from './port-world.js';
import { CAMPAIGN, HOUR } from './running-campaign.js';
import type { StoreNode, StoreWorld } from './store-world.js';

/** What programs that embed the store read and order: the same on every database. */
export function embedderContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`the store for embedders: ${name}`, () => {
    let world: StoreWorld;
    let node: StoreNode;
    beforeEach(async () => {
      world = await create();
      node = await world.node('n1');
      await world.defineCampaign(CAMPAIGN, ['list']);
    });
    afterEach(() => world.close());

    /** Adds one lead, claims it, opens and closes an attempt. */
    async function called(phone: string, ending: Partial<AttemptResult>, agentId = 'eve'): Promise<Lead> {
      await addLeads(world.store, [{ phones: [{ phone }], fields: { name: `Ann ${phone.slice(-2)}` } }], {
        listId: 'list',
      });
      await recover(world, node, CAMPAIGN);
      const [lead] = await claim(world, node, CAMPAIGN, 1);
      if (!lead) throw new Error('nothing was claimed');
      const attemptId = `a${phone.slice(-4)}`;
      await open(world, node, CAMPAIGN, attemptId, lead, { agentId });
      await close(world, node, CAMPAIGN, attemptId, result(world, lead, ending));
      return lead;
    }

    async function attempts(filter: AttemptFilter): Promise<AttemptRecord[]> {
      const found: AttemptRecord[] = [];
      for await (const attempt of readAttempts(world.store, filter)) found.push(attempt);
      return found;
    }

    test('attempts are read by campaign, lead, number, agent and time, in pages, with talk and answers', async () => {
      const lead = await called('+13035550101', {
        outcome: 'conversation',
        disposition: 'sale',
        talkMs: 60_000,
        wrapUpMs: 5_000,
        cause: { q850: 16, by: 'far' },
        variables: { score: '7' },
        agentId: 'eve',
      });
      const later = world.now() + 1_000;
      world.advance(2_000);
      await called('+13035550102', {}, 'bob');

      const [first, second] = await attempts({ campaignId: CAMPAIGN });
      expect(first).toMatchObject({
        attemptId: 'a0101',
        talkMs: 60_000,
        wrapUpMs: 5_000,
        cause: { q850: 16, by: 'far' },
        answers: { score: '7' },
        recordings: [],
      });
      expect(second).toMatchObject({ attemptId: 'a0102', talkMs: null, cause: null, answers: {} });
      const ids = async (filter: AttemptFilter): Promise<string[]> =>
        (await attempts(filter)).map((attempt) => attempt.attemptId);
      expect(await ids({ leadId: lead.leadId })).toEqual(['a0101']);
      expect(await ids({ phone: '+13035550102' })).toEqual(['a0102']);
      expect(await ids({ agentId: 'eve' })).toEqual(['a0101']);
      expect(await ids({ from: later })).toEqual(['a0102']);
      expect(await ids({ to: later })).toEqual(['a0101']);
      expect(await ids({ limit: 1 })).toEqual(['a0101']);
      expect(await ids({ after: 'a0101' })).toEqual(['a0102']);
      expect(await readAnswers(world.store, { campaignId: CAMPAIGN })).toMatchObject([
        { attemptId: 'a0101', leadId: lead.leadId, answers: { score: '7' } },
      ]);
      expect(await readAnswers(world.store, { from: later })).toEqual([]);
    });

    test('a reader of events that was gone reads on where it was, and misses and repeats nothing', async () => {
      const { store } = world;
      const read = async (filter: EventFilter = {}): Promise<StoredEvent[]> => {
        const events: StoredEvent[] = [];
        for await (const event of readEvents(store, filter)) events.push(event);
        return events;
      };
      const lead = await called('+13035550101', {});
      const before = await read();
      const closed = before.find(({ kind }) => kind === 'attempt.closed');
      expect(closed).toMatchObject({
        campaignId: CAMPAIGN,
        at: world.now(),
        detail: { leadId: lead.leadId, outcome: expect.any(String) },
      });
      expect(JSON.stringify(before)).not.toContain('3035550101');
      // What the entry states of rows is for the audit's check alone.
      for (const { detail } of before)
        expect([detail['rows'], detail['gone']]).toEqual([undefined, undefined]);
      expect(await read({ after: before.at(-1)?.cursor ?? '' })).toEqual([]);

      const middle = Math.floor(before.length / 2);
      expect(await read({ after: before[middle]?.cursor ?? '' })).toEqual(before.slice(middle + 1));
      world.advance(1_000);
      await called('+13035550102', {});
      const all = await read();
      expect(await read({ after: before.at(-1)?.cursor ?? '' })).toEqual(all.slice(before.length));
      expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => a - b));
      for (const after of ['', 'x', '[]', '{"a":"b"}'])
        await expect(read({ after })).rejects.toMatchObject({ code: 'cursor-unreadable' });
    });

    test('leads are found by what the agent sees, by account and by number', async () => {
      const [added] = await addLeads(
        world.store,
        [
          { phones: [{ phone: '+13035550101' }], account: 'A-1', fields: { name: 'Zoë Smith' } },
          { phones: [{ phone: '+13035550102' }], account: 'A-2', fields: { name: '100%_sure' } },
        ],
        { listId: 'list' },
      );
      const names = async (search: LeadSearch): Promise<string[]> =>
        (await findLeads(world.store, search)).map((lead) => lead.fields['name'] ?? '');
      expect(await names({ text: 'SMITH' })).toEqual(['Zoë Smith']);
      expect(await names({ text: '%_s' })).toEqual(['100%_sure']);
      expect(await names({ account: 'A-2' })).toEqual(['100%_sure']);
      expect(await names({ phone: '+13035550101' })).toEqual(['Zoë Smith']);
      expect(await names({ text: 'smith', account: 'A-2' })).toEqual([]);
      expect(await getLead(world.store, added?.leadId ?? '')).toMatchObject({ account: 'A-1' });
      expect(await getLead(world.store, 'none')).toBeNull();
    });

    test('callbacks are listed, moved and cancelled, but not while a campaign has the lead', async () => {
      const at = world.now() + HOUR;
      const lead = await called('+13035550101', {
        outcome: 'conversation',
        lead: {
          status: 'open',
          nextDialableAt: at,
          phoneIndex: 0,
          reason: 'callback',
          callback: { at, agentId: 'eve', note: 'after lunch' },
          why: 'callback',
        },
      });
      const { leadId } = lead;
      expect(await listCallbacks(world.store, { agentId: 'eve' })).toMatchObject([
        { leadId, at, agentId: 'eve', note: 'after lunch', phone: '+13035550101', claimed: false },
      ]);
      expect(await listCallbacks(world.store, { agentId: 'bob' })).toEqual([]);
      expect(await listCallbacks(world.store, { to: at })).toEqual([]);

      const moved = at + HOUR;
      expect(await moveCallback(world.store, leadId, { at: moved, agentId: null })).toEqual({ done: true });
      expect(await listCallbacks(world.store, { from: moved, listId: 'list' })).toMatchObject([
        { at: moved, agentId: null, note: 'after lunch' },
      ]);
      world.advance(HOUR + 1_000);
      expect(await claim(world, node, CAMPAIGN, 1)).toEqual([]);
      world.advance(HOUR);
      expect(await claim(world, node, CAMPAIGN, 1)).toHaveLength(1);
      const claimed = { done: false, reason: 'claimed' };
      expect(await moveCallback(world.store, leadId, { at })).toEqual(claimed);
      expect(await cancelCallback(world.store, leadId, 'changed their mind')).toEqual(claimed);

      node.leads.release({ campaignId: CAMPAIGN, leadIds: [leadId], at: world.now(), why: 'stop' });
      await node.settle();
      expect(await cancelCallback(world.store, leadId, 'changed their mind')).toEqual({ done: true });
      expect(await listCallbacks(world.store)).toEqual([]);
      expect(await cancelCallback(world.store, leadId, 'again')).toMatchObject({ reason: 'no-callback' });
      expect(await claim(world, node, CAMPAIGN, 1)).toMatchObject([{ leadId, reason: 'retry' }]);
      expect((await verifyAuditChain(world.store)).ok).toBe(true);
    });

    test('closed leads are reopened, except those of people who asked not to be called', async () => {
      const leadIds = await world.addLeads('list', [
        { phones: ['+13035550101'] },
        { phones: ['+13035550102'] },
        { phones: ['+13035550103'] },
      ]);
      const references = [...leadIds, 'none'].map((leadId) => ({ leadId }));
      await closeLeads(world.store, references.slice(0, 1), { reason: 'paid' });
      await addDoNotCall(world.store, [{ phone: '+13035550102', at: 1, source: 'form' }]);
      expect(await reopenLeads(world.store, references, { reason: 'recycled' })).toEqual({
        references: 4,
        unknown: 1,
        reopened: 1,
        open: 1,
        barred: 1,
        barredBy: { 'do-not-call': 1 },
      });
      expect(await world.lead(leadIds[0] ?? '')).toMatchObject({ status: 'open', why: 'recycled' });
      expect(await world.lead(leadIds[1] ?? '')).toMatchObject({ status: 'closed' });
      await recover(world, node, CAMPAIGN);
      expect(await claim(world, node, CAMPAIGN, 5)).toHaveLength(2);
    });

    test('a lead added first is claimed before all priorities, callbacks and places, until its attempt', async () => {
      const pushed: PushedLeads[] = [];
      const windowOf = (
        place: { readonly region?: string },
        at: number,
      ): { open: boolean; changesAt: number } => ({
        open: place.region !== 'NY',
        changesAt: at + (place.region === 'CO' ? HOUR : 2 * HOUR),
      });
      const own = await world.node('n2', { windowOf, onPushed: (leads) => void pushed.push(leads) });
      await recover(world, own, CAMPAIGN);
      const lead = (phone: string, region: string): NewLead => ({
        phones: [{ phone }],
        priority: 9,
        facts: { country: 'US', region },
      });
      await addLeads(world.store, [lead('+13035550101', 'CO')], { listId: 'list' });
      const verdicts = await addLeads(
        world.store,
        [lead('+13035550102', 'CA'), lead('+13035550103', 'NY'), lead('+13035550101', 'CO')],
        { listId: 'list', first: true },
      );
      expect(verdicts.map(({ verdict }) => verdict)).toEqual(['added', 'added', 'duplicate-in-list']);
      await own.settle();
      expect(pushed).toEqual([
        { campaignId: CAMPAIGN, leadIds: verdicts.slice(0, 2).map(({ leadId }) => leadId) },
      ]);

      const [first, second, ...rest] = await claim(world, own, CAMPAIGN, 5);
      expect(rest).toEqual([]);
      expect(first?.phones[0]?.phone).toBe('+13035550102');
      expect(first?.priority).toBeGreaterThanOrEqual(FIRST_PRIORITY);
      expect(second).toMatchObject({ priority: 9 });
      if (!first) throw new Error('nothing was claimed');
      await open(world, own, CAMPAIGN, 'a-1', first);
      await close(world, own, CAMPAIGN, 'a-1', result(world, first));
      expect(await getLead(world.store, first.leadId)).toMatchObject({ priority: 9 });
    });

    test('stores with different table prefixes share a database and nothing else', async () => {
      const stores = [];
      for (const tablePrefix of ['a_', 'b_']) {
        const store = await openStore({ url: world.url, clock: () => world.now(), tablePrefix });
        stores.push(store);
        await addLeads(store, [{ phones: [{ phone: '+13035550101' }], fields: { of: tablePrefix } }], {
          listId: 'list',
        });
        await registerCampaign(store, { campaignId: CAMPAIGN, lists: ['list'] });
      }
      const [a, b] = stores;
      if (!a || !b) throw new Error('no stores');
      await closeLeads(a, [{ phone: '+13035550101' }], { reason: 'paid' });
      expect(await listLeads(a)).toMatchObject([{ state: 'closed', fields: { of: 'a_' } }]);
      expect(await listLeads(b)).toMatchObject([{ state: 'ready', fields: { of: 'b_' } }]);
      expect(await listLeads(world.store)).toEqual([]);
      expect(await reportCampaign(b, CAMPAIGN)).toMatchObject({ supply: { dialableNow: 1 } });
      expect(await verifyAuditChain(a)).toMatchObject({ ok: true, breaks: [] });
      const own = await world.node('n2', {}, 'b_');
      await recover(world, own, CAMPAIGN);
      const [lead] = await claim(world, own, CAMPAIGN, 1);
      if (!lead) throw new Error('nothing was claimed');
      expect(await open(world, own, CAMPAIGN, 'a-1', lead)).toBe('attempt.opened');
      expect(await close(world, own, CAMPAIGN, 'a-1', result(world, lead))).toBe('attempt.closed');
      await a.close();
      await b.close();
      await expect(openStore({ url: world.url, tablePrefix: 'x-y' })).rejects.toMatchObject({
        code: 'table-prefix-invalid',
      });
    });
  });
}
