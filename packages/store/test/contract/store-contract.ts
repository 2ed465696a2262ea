import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { GateRequest, Lead } from '@outdial/core';
import {
  addDoNotCall,
  addLeads,
  closeLeads,
  registerCampaign,
  exportLeads,
  listLeads,
  readDecisionRecords,
  readKillSwitch,
  readNumberTrail,
  recordConsents,
  recordContact,
  recordLearned,
  removeDoNotCall,
  reportCampaign,
  reportRefusals,
  setKillSwitch,
  verifyAuditChain,
} from '../../src/index.js';
import { canonicalJson } from '@outdial/core';
import { asJson } from '../../src/database/json-text.js';
import { allowing, claim, close, factsOf, open, opening, recover, refusing, result } from './port-world.js';
import { START } from './store-world.js';
import type { StoreNode, StoreWorld } from './store-world.js';

const CAMPAIGN = 'spring';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the store does beyond core's ports, on whichever database. */
export function storeContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`store: ${name}`, () => {
    let world: StoreWorld;
    let node: StoreNode;

    beforeEach(async () => {
      world = await create();
      await world.defineCampaign(CAMPAIGN, ['list']);
      node = await world.node('n1');
      await recover(world, node, CAMPAIGN);
    });
    afterEach(() => world.close());

    const leadOf = async (phones: readonly string[], person?: string): Promise<Lead> => {
      const [leadId] = await world.addLeads('list', [
        { phones, ...(person === undefined ? {} : { person }) },
      ]);
      const [lead] = await claim(world, node, CAMPAIGN, 1, { leadId: leadId ?? '' });
      if (!lead) throw new Error('no lead');
      return lead;
    };
    const askedFor = async (lead: Lead, attemptId: string): Promise<GateRequest> => {
      let asked: GateRequest | undefined;
      world.gate = (request) => allowing((asked = request));
      await open(world, node, CAMPAIGN, attemptId, lead);
      if (!asked) throw new Error('the gate was not asked');
      return asked;
    };

    describe('the order of claims', () => {
      const place = (
        timeZone: string,
        phone: string,
        priority = 0,
      ): Parameters<typeof addLeads>[1][number] => ({
        phones: [{ phone }],
        priority,
        facts: { country: 'US', timeZone },
      });

      test('dials places about to close first, skips closed ones, and says when they open', async () => {
        const eastern = 'America/New_York';
        const added = await addLeads(
          world.store,
          [
            place('America/Denver', '+13035550101', 9),
            place(eastern, '+12125550102'),
            place('Pacific/Honolulu', '+18085550103', 9),
            place(eastern, '+12125550104', 1),
          ],
          { listId: 'list' },
        );
        const closesAt = START + HOUR;
        const opensAt = START + 5 * HOUR;
        const other = await world.node('n2', {
          windowOf: ({ timeZone }) =>
            timeZone === eastern
              ? { open: true, changesAt: closesAt }
              : timeZone === 'Pacific/Honolulu'
                ? { open: false, changesAt: opensAt }
                : { open: true, changesAt: closesAt + HOUR },
        });
        await world.defineCampaign('windows', ['list']);
        await recover(world, other, 'windows');
        const leads = await claim(world, other, 'windows', 9);
        expect(leads.map((lead) => lead.leadId)).toEqual([
          added[3]?.leadId,
          added[1]?.leadId,
          added[0]?.leadId,
        ]);
        expect(leads.map((lead) => lead.windowClosesAt)).toEqual([closesAt, closesAt, closesAt + HOUR]);
        other.leads.survey({ campaignId: 'windows', at: world.now() });
        await other.settle();
        expect(factsOf(other, 'leads.surveyed').at(-1)?.supply).toMatchObject({
          dialableNow: 0,
          total: 4,
          waiting: expect.arrayContaining([
            { reason: 'outside-calling-window', count: 1, nextAt: opensAt },
          ]) as unknown,
        });
      });

      test('keeps priority across many places of one closing time', async () => {
        const leads = Array.from({ length: 240 }, (_, index) => ({
          phones: [{ phone: `+1${200 + index}5550101` }],
          priority: (index * 7) % 240,
          facts: { country: 'US' },
        }));
        await addLeads(world.store, leads, { listId: 'list' });
        const claimed = [
          ...(await claim(world, node, CAMPAIGN, 100)),
          ...(await claim(world, node, CAMPAIGN, 100)),
        ];
        expect(claimed.map((lead) => lead.priority)).toEqual(
          Array.from({ length: 200 }, (_, index) => 239 - index),
        );
      });

      test('a lead with an instant in the future waits for it', async () => {
        await addLeads(world.store, [{ phones: [{ phone: '+13035550101' }], notBefore: START + DAY }], {
          listId: 'list',
        });
        expect(await claim(world, node, CAMPAIGN, 1)).toEqual([]);
        world.advance(DAY);
        expect(await claim(world, node, CAMPAIGN, 1)).toHaveLength(1);
      });
    });

    describe('who runs a campaign', () => {
      test('a second node waits for the lease, and the first is fenced off once it is taken', async () => {
        const lead = await leadOf(['+13035550101']);
        const held = await leadOf(['+13035550102']);
        await open(world, node, CAMPAIGN, 'spring-1-1', lead);
        const rival = await world.node('n2', { leaseLife: 20_000 });
        rival.journal.recover({ campaignId: CAMPAIGN, since: [], at: world.now() });
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect(factsOf(rival, 'campaign.recovered')).toEqual([]);
        world.advance(31_000);
        await rival.settle();
        expect(factsOf(rival, 'campaign.recovered')).toMatchObject([
          { epoch: 2, open: [{ attemptId: 'spring-1-1' }] },
        ]);
        expect(await open(world, node, CAMPAIGN, 'spring-1-2', held)).toBe('attempt.open-failed');
        expect(await close(world, node, CAMPAIGN, 'spring-1-1', result(world, lead))).toBe(
          'attempt.close-failed',
        );
        expect(await claim(world, node, CAMPAIGN, 1)).toEqual([]);
        expect(factsOf(node, 'leads.claim-failed').at(-1)?.error).toMatch(/newer epoch/);
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
        expect(await close(world, node, CAMPAIGN, 'spring-1-1', result(world, lead))).toBe('attempt.closed');
      });

      test('a node that loses its lease is told to halt; one that ends in good order gives it up', async () => {
        await node.stop();
        const hasty = await world.node('n2', { leaseLife: 60 });
        expect((await recover(world, hasty, CAMPAIGN)).epoch).toBe(2);
        await world.store.engine.db
          .updateTable('leases')
          .set({ epoch: 3, node: 'n9', expires_at: world.now() + DAY })
          .where('campaign_id', '=', CAMPAIGN)
          .execute();
        await until(() => factsOf(hasty, 'campaign.halt').length > 0);
        expect(factsOf(hasty, 'campaign.halt')).toMatchObject([
          { campaignId: CAMPAIGN, reason: 'lease-lost' },
        ]);
      });
    });

    describe('the kill switch', () => {
      test('is durable and journaled, told to every node, and no attempt opens while it is on', async () => {
        const lead = await leadOf(['+13035550101']);
        await setKillSwitch(world.store, { on: true, reason: 'drill' });
        await node.settle();
        expect(factsOf(node, 'kill-switch')).toMatchObject([{ on: true, reason: 'drill' }]);
        expect(await open(world, node, CAMPAIGN, 'spring-1-1', lead)).toBe('attempt.refused');
        expect(factsOf(node, 'attempt.refused')).toMatchObject([
          { refusals: [{ rule: 'store.kill-switch', scope: 'campaign' }] },
        ]);
        expect(await claim(world, node, CAMPAIGN, 1)).toEqual([]);
        const late = await world.node('n3');
        expect(factsOf(late, 'kill-switch')).toMatchObject([{ on: true }]);
        await setKillSwitch(world.store, { on: false, reason: 'drill over' });
        await node.settle();
        expect(factsOf(node, 'kill-switch').at(-1)).toMatchObject({ on: false });
        expect(await readKillSwitch(world.store)).toMatchObject({ on: false, version: 2 });
        expect(await open(world, node, CAMPAIGN, 'spring-1-2', lead)).toBe('attempt.opened');
        const journaled = await world.store.engine.db
          .selectFrom('audit')
          .select('kind')
          .where('kind', 'like', 'kill-switch%')
          .orderBy('n')
          .execute();
        expect(journaled.map((row) => row.kind)).toEqual(['kill-switch.on', 'kill-switch.off']);
      });

      test('and withdrawals reach a running campaign within a second, without being asked', async () => {
        const lead = await leadOf(['+13035550101']);
        const other = await world.node('n4', { pollEvery: 100 });
        await world.defineCampaign('watched', ['watched']);
        await recover(world, other, 'watched');
        await world.addLeads('watched', [{ phones: ['+13035550199'] }]);
        const [watched] = await claim(world, other, 'watched', 1);
        const from = performance.now();
        await closeLeads(world.store, [{ leadId: watched?.leadId ?? '' }, { leadId: lead.leadId }], {
          reason: 'paid',
        });
        await setKillSwitch(world.store, { on: true, reason: 'drill' });
        await until(
          () => factsOf(other, 'leads.withdrawn').length > 0 && factsOf(other, 'kill-switch').length > 0,
        );
        expect(performance.now() - from).toBeLessThan(1_000);
        expect(factsOf(other, 'leads.withdrawn')).toMatchObject([
          { leadIds: [watched?.leadId], reason: 'paid' },
        ]);
      });
    });

    describe('do-not-call', () => {
      test('a request from elsewhere closes numbers and leads in every list and reaches campaigns that hold one', async () => {
        const only = await leadOf(['+13035550101']);
        const two = await leadOf(['+13035550102', '+13035550103']);
        await node.settle();
        expect(
          await addDoNotCall(world.store, [
            { phone: '+13035550101', at: START, source: 'web form' },
            { phone: '+13035550102', at: START, source: 'web form' },
          ]),
        ).toBe(2);
        await node.settle();
        expect(
          factsOf(node, 'leads.withdrawn')
            .flatMap((fact) => fact.leadIds)
            .sort(),
        ).toEqual([only.leadId, two.leadId].sort());
        expect(await world.lead(only.leadId)).toMatchObject({ status: 'closed', openPhones: [] });
        expect(await world.lead(two.leadId)).toMatchObject({ status: 'open', openPhones: ['+13035550103'] });
        expect(await claim(world, node, CAMPAIGN, 5)).toMatchObject([{ leadId: two.leadId, phoneIndex: 1 }]);
        expect(
          await addDoNotCall(world.store, [{ phone: '+13035550101', at: START + DAY, source: 'letter' }]),
        ).toBe(0);
      });

      test('a person is never dialed on a number that comes later', async () => {
        await addDoNotCall(world.store, [{ personKey: 'ada', at: START, source: 'letter' }]);
        const verdicts = await addLeads(
          world.store,
          [{ personKey: 'Ada ', phones: [{ phone: '+13035550107' }] }],
          { listId: 'list' },
        );
        expect(verdicts).toMatchObject([{ verdict: 'do-not-call' }]);
        expect(await claim(world, node, CAMPAIGN, 5)).toEqual([]);
      });

      test('reaches the gate as a fact, and refuses even where the gate allows', async () => {
        const lead = await leadOf(['+13035550101']);
        await addDoNotCall(world.store, [{ phone: '+13035550101', at: START - DAY, source: 'form' }], {
          campaignId: CAMPAIGN,
        });
        const asked = await askedFor(lead, 'spring-1-1');
        expect(asked.lead).toMatchObject({ doNotCall: { internal: { requestedAt: START - DAY } } });
        expect(factsOf(node, 'attempt.refused')).toMatchObject([
          { refusals: [{ rule: 'store.do-not-call', scope: 'lead' }], nextAllowedAt: null },
        ]);
        expect(await world.lead(lead.leadId)).toMatchObject({
          status: 'closed',
          why: 'refused: store.do-not-call',
        });
      });

      test('a request of one campaign does not bind another', async () => {
        const lead = await leadOf(['+13035550101']);
        await addDoNotCall(world.store, [{ phone: '+13035550101', at: START, source: 'form' }], {
          campaignId: 'autumn',
        });
        expect(await open(world, node, CAMPAIGN, 'spring-1-1', lead)).toBe('attempt.opened');
      });

      test('a mistaken entry can be taken back, journaled', async () => {
        await addDoNotCall(world.store, [{ phone: '+13035550101', at: START, source: 'form' }]);
        expect(await removeDoNotCall(world.store, { phone: '+13035550101' }, 'typing error')).toBe(true);
        expect(await removeDoNotCall(world.store, { phone: '+13035550101' }, 'typing error')).toBe(false);
        const lead = await leadOf(['+13035550101']);
        expect(await open(world, node, CAMPAIGN, 'spring-1-1', lead)).toBe('attempt.opened');
      });
    });

    describe('what the gate is told', () => {
      test("the lead, its numbers, its consent and relationship, in the compliance module's words", async () => {
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
        const [lead] = await claim(world, node, CAMPAIGN, 1, { leadId: added?.leadId ?? '' });
        if (!lead) throw new Error('no lead');
        const asked = await askedFor(lead, 'spring-1-1');
        expect(asked.lead).toEqual({
          phone: '+13035550101',
          lineType: 'wireless',
          otherPhones: [{ phone: '+13035550102', lineType: 'landline' }],
          country: 'US',
          region: 'CO',
          timeZone: 'America/Denver',
          debtId: 'A-1',
          subject: 'roofs',
          consent: { type: 'written', at: START - DAY, sellers: ['Acme'] },
          relationship: { lastTransactionAt: START - 9 * DAY },
        });
      });

      test('every attempt to the person and to the number, from any campaign, and other contacts', async () => {
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
        const lead = await leadOf(['+13035550101'], 'ada');
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
          const [own] = index === 0 ? [lead] : await claim(world, node, CAMPAIGN, 1, { leadId: lead.leadId });
          if (!own) throw new Error('no lead');
          await open(world, node, CAMPAIGN, `spring-1-${index}`, own);
          await close(
            world,
            node,
            CAMPAIGN,
            `spring-1-${index}`,
            result(world, own, { ...ending, lead: next }),
          );
        }
        await recordContact(world.store, {
          personKey: 'ada',
          at: START + 5,
          direction: 'inbound',
          outcome: 'conversation',
          entry: { purpose: 'debt-collection' },
        });
        const [again] = await claim(world, node, CAMPAIGN, 1, { leadId: lead.leadId });
        if (!again) throw new Error('no lead');
        const asked = await askedFor(again, 'spring-1-9');
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
        const lead = await leadOf(['+13035550101'], 'ada');
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
        expect((await askedFor(lead, 'spring-1-1')).lead['consent']).toEqual({
          type: 'written',
          at: START - 5 * DAY,
          revokedAt: START - DAY,
        });
      });

      test('what was learned: inconvenient hours, employer, attorney; the dead and strangers are not called at all', async () => {
        const lead = await leadOf(['+13035550101', '+13035550102'], 'ada');
        const about = { personId: lead.personId, phone: '+13035550101', timeZone: 'America/Denver' };
        await recordLearned(world.store, about, { kind: 'inconvenient-time', at: START, source: 'agent' });
        await recordLearned(world.store, about, { kind: 'employer-prohibits', at: START, source: 'agent' });
        expect((await askedFor(lead, 'spring-1-1')).lead).toMatchObject({
          inconvenient: [{ days: [0, 1, 2, 3, 4, 5, 6], from: '08:00', to: '09:00' }],
          employerProhibits: true,
        });
        await close(world, node, CAMPAIGN, 'spring-1-1', result(world, lead));
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
        expect(factsOf(node, 'attempt.refused').at(-1)).toMatchObject({
          refusals: [{ rule: 'store.deceased' }],
        });
      });
    });

    test('a number refused for ever gives way to the next; the last closes the lead', async () => {
      const lead = await leadOf(['+13035550101', '+13035550102']);
      world.gate = refusing('lead', null);
      await open(world, node, CAMPAIGN, 'spring-1-1', lead);
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'open' });
      const [again] = await claim(world, node, CAMPAIGN, 1);
      if (!again) throw new Error('no lead');
      expect(again.phoneIndex).toBe(1);
      await open(world, node, CAMPAIGN, 'spring-1-2', again);
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'closed', why: 'refused: test.rule' });
      expect(await reportRefusals(world.store, CAMPAIGN)).toMatchObject([
        { rule: 'test.rule', scope: 'lead', refusals: 2, leads: 1 },
      ]);
    });

    test('uploading a lead again never resets attempts, dispositions or opt-outs; new facts let the gate be asked again', async () => {
      const [added] = await addLeads(
        world.store,
        [{ personKey: 'ada', phones: [{ phone: '+13035550101' }], fields: { name: 'Ada' } }],
        { listId: 'list' },
      );
      const [lead] = await claim(world, node, CAMPAIGN, 1);
      if (!lead || !added) throw new Error('no lead');
      await open(world, node, CAMPAIGN, 'spring-1-1', lead);
      await close(
        world,
        node,
        CAMPAIGN,
        'spring-1-1',
        result(world, lead, {
          outcome: 'conversation',
          liveAnswer: true,
          disposition: 'sale',
          lead: { status: 'closed', nextDialableAt: null, phoneIndex: 0, reason: 'fresh', why: 'sale' },
        }),
      );
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

      const tried = await leadOf(['+13035550105'], 'bob');
      await open(world, node, CAMPAIGN, 'spring-1-2', tried);
      await close(world, node, CAMPAIGN, 'spring-1-2', result(world, tried));
      const [refused] = await claim(world, node, CAMPAIGN, 1, { leadId: tried.leadId });
      if (!refused) throw new Error('no lead');
      world.gate = refusing('lead', null);
      await open(world, node, CAMPAIGN, 'spring-1-3', refused);
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
      expect(await claim(world, node, CAMPAIGN, 9)).toHaveLength(1);
    });

    test('reports a campaign from its rows', async () => {
      await world.addLeads(
        'list',
        ['+13035550101', '+13035550102', '+13035550103', '+13035550104'].map((phone) => ({
          phones: [phone],
        })),
      );
      const [sold, lost, missed, running] = await claim(world, node, CAMPAIGN, 4);
      if (!sold || !lost || !missed || !running) throw new Error('no leads');
      for (const [index, lead] of [sold, lost, missed, running].entries())
        await open(world, node, CAMPAIGN, `spring-1-${index}`, lead);
      const at = world.now();
      await close(
        world,
        node,
        CAMPAIGN,
        'spring-1-0',
        result(world, sold, {
          outcome: 'conversation',
          disposition: 'sale',
          agentId: 'eve',
          liveAnswer: true,
          answeredAt: at,
          connectedAt: at,
          talkMs: 60_000,
          wrapUpMs: 5_000,
          variables: { choice: '1' },
        }),
      );
      await close(
        world,
        node,
        CAMPAIGN,
        'spring-1-1',
        result(world, lost, { outcome: 'abandoned', liveAnswer: true, abandoned: true, answeredAt: at }),
      );
      await close(world, node, CAMPAIGN, 'spring-1-2', result(world, missed));
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
      let csv = '';
      for await (const text of exportLeads(world.store, 'list')) csv += text;
      expect(csv.split('\r\n')).toHaveLength(6);
      expect(csv).toContain('conversation,sale');
    });

    test('the audit trail holds, and shows entries and decisions that were changed, removed or inserted', async () => {
      const lead = await leadOf(['+13035550101']);
      await open(world, node, CAMPAIGN, 'spring-1-1', lead);
      await close(world, node, CAMPAIGN, 'spring-1-1', result(world, lead));
      node.journal.audit({
        campaignId: CAMPAIGN,
        kind: 'mode.changed',
        detail: { to: 'power', nested: { b: 1, a: [true, null] } },
        at: world.now(),
      });
      await node.settle();
      const { db } = world.store.engine;
      const sound = await verifyAuditChain(world.store);
      expect(sound).toMatchObject({ ok: true, decisions: 1, breaks: [] });
      expect(sound.entries).toBeGreaterThanOrEqual(4);
      const damages = [
        [
          db
            .updateTable('audit')
            .set({ detail: asJson('{}') })
            .where('kind', '=', 'mode.changed'),
          'content was changed',
        ],
        [db.updateTable('decisions').set({ record: asJson('{}') }), 'decision it names was changed'],
        [db.deleteFrom('audit').where('kind', '=', 'campaign.recovered'), 'missing'],
      ] as const;
      for (const [damage, found] of damages) {
        await damage.execute();
        expect((await verifyAuditChain(world.store)).breaks.map((one) => one.problem)).toContainEqual(
          expect.stringContaining(found),
        );
      }
    });

    test('each question put to the law is a record, chained in the order of opening, found by its number', async () => {
      const evaluation = (voice: string, allowed: boolean): Readonly<Record<string, unknown>> => ({
        ruleSetVersion: '1',
        request: { campaign: { voice } },
        verdict: { allowed },
        trace: [],
      });
      world.gate = ({ at }) => ({
        allowed: true,
        refusals: [],
        nextAllowedAt: at,
        record: {},
        evaluations: [evaluation('live', true), evaluation('prerecorded', true)],
      });
      const [first, second] = [await leadOf(['+13035550101']), await leadOf(['+13035550102'])];
      await open(world, node, CAMPAIGN, 'spring-1-1', first);
      const refusal = {
        rule: 'law.hours',
        citation: '',
        message: '',
        scope: 'call' as const,
        nextAllowedAt: null,
      };
      world.gate = () => ({
        allowed: false,
        refusals: [refusal],
        nextAllowedAt: null,
        record: {},
        evaluations: [evaluation('live', false)],
      });
      await open(world, node, CAMPAIGN, 'spring-1-2', second);
      const all = [];
      for await (const record of readDecisionRecords(world.store)) all.push(record);
      expect(all.map(({ n, record, allowed, phone }) => [n, record['id'], allowed, phone])).toEqual([
        [1, 'spring-1-1/1', true, '+13035550101'],
        [2, 'spring-1-1/2', true, '+13035550101'],
        [3, 'spring-1-2/1', false, '+13035550102'],
      ]);
      let previousHash = '';
      for (const { record } of all) {
        const { hash, ...body } = record;
        expect(body['previousHash']).toBe(previousHash);
        expect(hash).toBe(createHash('sha256').update(canonicalJson(body)).digest('hex'));
        previousHash = String(hash);
      }
      expect(all[2]?.record['call']).toEqual({
        attemptId: 'spring-1-2',
        campaignId: CAMPAIGN,
        leadId: second.leadId,
        allowed: false,
        rules: ['law.hours'],
      });
      const found = [];
      for await (const { n } of readDecisionRecords(world.store, {
        phone: '+13035550101',
        from: 0,
        to: world.now() + 1,
        campaignId: CAMPAIGN,
        attemptId: 'spring-1-1',
      }))
        found.push(n);
      expect(found).toEqual([1, 2]);
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true, decisions: 2 });
      await world.store.engine.db.deleteFrom('decision_records').where('n', '=', 2).execute();
      expect((await verifyAuditChain(world.store)).breaks.map((one) => one.problem)).toEqual([
        expect.stringMatching(/^record .* 2 of its decision was changed or removed \(attempt spring-1-1\)$/),
      ]);
    });

    test('the trail of a number holds its attempts, consents, requests and what was learned', async () => {
      const lead = await leadOf(['+13035550101']);
      await open(world, node, CAMPAIGN, 'spring-1-1', lead);
      await close(world, node, CAMPAIGN, 'spring-1-1', result(world, lead));
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

    test('a fault names no telephone number', async () => {
      const lead = await leadOf(['+13035550101']);
      world.gate = () => {
        throw new Error('no zone for +13035550101');
      };
      await open(world, node, CAMPAIGN, 'spring-1-1', lead);
      expect(factsOf(node, 'attempt.open-failed')).toMatchObject([{ error: 'no zone for #' }]);
    });

    test('a store opened twice migrates once, and opens of many leads run side by side', async () => {
      await world.addLeads(
        'list',
        Array.from({ length: 60 }, (_, index) => ({ phones: [`+1303555${2_000 + index}`] })),
      );
      const leads = await claim(world, node, CAMPAIGN, 60);
      for (const [index, lead] of leads.entries())
        node.journal.open(opening(world, CAMPAIGN, `spring-1-${index}`, lead));
      await node.settle();
      expect(factsOf(node, 'attempt.opened')).toHaveLength(60);
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true, decisions: 60 });
      expect(world.faults).toEqual([]);
    });
  });
}

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 5_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error('it did not come to pass within 5 s');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
