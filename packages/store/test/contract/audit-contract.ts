import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '@outdial/core';
import {
  findDecisions,
  readDecision,
  readDecisionRecords,
  setKillSwitch,
  storeBy,
  verifyAuditChain,
} from '../../src/index.js';
import type { Store } from '../../src/index.js';
import { asJson } from '../../src/database/json-text.js';
import { CAMPAIGN, runningCampaign } from './running-campaign.js';
import type { StoreWorld } from './store-world.js';

/** The audit trail and the records of decisions. */
export function auditContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`the audit trail: ${name}`, () => {
    const campaign = runningCampaign(create);

    test('the audit trail holds, and shows entries and decisions that were changed, removed or inserted', async () => {
      const { world, node } = campaign;
      const lead = await campaign.newLead(['+13035550101']);
      await campaign.open('spring-1-1', lead);
      await campaign.close('spring-1-1', lead);
      node.journal.audit({
        campaignId: CAMPAIGN,
        kind: 'campaign.configure',
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
            .where('kind', '=', 'campaign.configure'),
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

    test('what is done through the handle of a person names them, and the chain stays one', async () => {
      const { store } = campaign.world;
      const turn = (by: Store, on: boolean): Promise<void> => setKillSwitch(by, { on, reason: 'drill' });
      await Promise.all([turn(storeBy(store, 'ana'), true), turn(store, true)]);
      await turn(storeBy(store, 'ben'), false);
      const rows = await store.engine.db
        .selectFrom('audit')
        .select('detail')
        .where('kind', 'in', ['kill-switch.on', 'kill-switch.off'])
        .execute();
      const authors = rows.map(({ detail }) => (JSON.parse(detail) as { readonly by: string }).by);
      expect(authors).toEqual(expect.arrayContaining(['ana', 'ben']));
      expect(new Set(authors).size).toBe(3);
      expect(await verifyAuditChain(store)).toMatchObject({ ok: true, breaks: [] });
    });

    test('each question put to the law is a record, chained in the order of opening, found by its number', async () => {
      const { world } = campaign;
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
      const [first, second] = [
        await campaign.newLead(['+13035550101']),
        await campaign.newLead(['+13035550102']),
      ];
      await campaign.open('spring-1-1', first);
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
      await campaign.open('spring-1-2', second);
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
      const refused = await findDecisions(world.store, { campaignId: CAMPAIGN, allowed: false, limit: 9 });
      expect(refused).toMatchObject([{ attemptId: 'spring-1-2', phone: '+13035550102', outcome: null }]);
      expect(refused[0]?.refusals.map(({ rule }) => rule)).toEqual(['law.hours']);
      const of = { phone: '+13035550101', limit: 9 };
      const [decision] = await findDecisions(world.store, of);
      expect(await findDecisions(world.store, { ...of, leadId: second.leadId })).toEqual([]);
      expect(await findDecisions(world.store, { leadId: second.leadId, limit: 9 })).toEqual(refused);
      expect(await readDecision(world.store, decision?.id ?? 0)).toMatchObject({
        decision: { allowed: true, leadId: decision?.leadId },
        records: [{ n: 1 }, { n: 2 }],
      });
      const [latest] = await findDecisions(world.store, { campaignId: CAMPAIGN, limit: 1 });
      const older = { campaignId: CAMPAIGN, limit: 9, ...(latest && { before: latest }) };
      expect(await findDecisions(world.store, older)).toEqual([decision]);
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true, decisions: 2 });
      await world.store.engine.db.deleteFrom('decision_records').where('n', '=', 2).execute();
      expect((await verifyAuditChain(world.store)).breaks.map((one) => one.problem)).toEqual([
        expect.stringMatching(/^record .* 2 of its decision was changed or removed \(attempt spring-1-1\)$/),
      ]);
    });
  });
}
