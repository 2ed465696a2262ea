import { describe, expect, test } from '@jest/globals';
import {
  endStandingOrder,
  erasePersons,
  findFactSubject,
  giveStandingOrder,
  addDoNotCall,
  forgetRecordings,
  readAttempts,
  readLastCallAt,
  readPersonsBefore,
  readRecordingsBefore,
  recordConsents,
  setFact,
  verifyAuditChain,
} from '../../src/index.js';
import { CAMPAIGN, DAY, runningCampaign } from './running-campaign.js';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

const PHONE = '+13035550101';
const WHOLE = { reason: 'older than 5 years', isWhole: true, dryRun: false } as const;

/** Persons erased by age and on request, and legal holds. */
export function erasureContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`erasure: ${name}`, () => {
    const campaign = runningCampaign(create);

    /** A person who was called once, with consent and a fact on file. */
    async function calledPerson(): Promise<string> {
      const { world } = campaign;
      const lead = await campaign.newLead([PHONE], 'ada');
      const subject = await findFactSubject(world.store, { phone: PHONE });
      const personId = subject.persons[0]?.personId ?? '';
      await recordConsents(world.store, [{ personId, type: 'written', at: START - DAY, source: 'form' }]);
      await setFact(world.store, subject, { kind: 'cease-mailed', at: START - DAY, source: 'letter' });
      await addDoNotCall(world.store, [{ phone: '+13035550199', at: START, source: 'letter' }]);
      world.gate = (request) => ({
        allowed: true,
        refusals: [],
        nextAllowedAt: request.at,
        record: {},
        evaluations: [
          { ruleSetVersion: '1', request: { lead: request.lead }, verdict: { allowed: true }, trace: [] },
        ],
      });
      await campaign.open('spring-1-1', lead);
      await campaign.close('spring-1-1', lead, {
        lead: { status: 'closed', nextDialableAt: null, phoneIndex: 0, reason: lead.reason, why: 'done' },
      });
      return personId;
    }

    test('erases what names a person; figures stay, and every chain still holds', async () => {
      const { world } = campaign;
      const personId = await calledPerson();
      const { db } = world.store.engine;
      expect(await erasePersons(world.store, [personId], { ...WHOLE, dryRun: true })).toMatchObject({
        persons: 1,
        leads: 1,
        calls: 1,
        consents: 1,
        facts: 1,
      });
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true });
      expect(await erasePersons(world.store, [personId], WHOLE)).toMatchObject({
        persons: 1,
        leads: 1,
        calls: 1,
        records: 1,
        consents: 1,
        facts: 1,
        held: 0,
      });
      const dump = async (): Promise<string> => {
        const tables = ['attempts', 'leads', 'phones', 'learned', 'consents', 'decision_records'] as const;
        const rows = [];
        for (const table of tables) rows.push(await db.selectFrom(table).selectAll().execute());
        return JSON.stringify(rows);
      };
      expect(await dump()).not.toContain('3035550101');
      expect(await dump()).not.toContain(personId);
      const left = [];
      for await (const attempt of readAttempts(world.store, CAMPAIGN)) left.push(attempt);
      expect(left).toMatchObject([{ attemptId: 'spring-1-1', phone: '', personId: 'erased' }]);
      expect(await db.selectFrom('do_not_call').select('subject').execute()).toEqual([
        { subject: 'n:+13035550199' },
      ]);
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true, breaks: [] });
      for (const table of ['attempts', 'decision_records'] as const)
        await db
          .updateTable(table)
          .set({ erased_at: START - 1 })
          .execute();
      const { breaks } = await verifyAuditChain(world.store);
      expect(breaks.map(({ place }) => place)).toEqual(['attempt spring-1-1', 'rows decision_records']);
    });

    test('an erased call that is changed, or a call that is erased without an entry, is found', async () => {
      const { world } = campaign;
      const personId = await calledPerson();
      const { db } = world.store.engine;
      const forged = { phone: '', account: null, person_id: 'erased', result: null, erased_at: START };
      await db.updateTable('attempts').set(forged).execute();
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: false });
      await db.updateTable('attempts').set({ person_id: personId }).execute();
      await db.updateTable('decision_records').set({ erased_at: START, phone: '' }).execute();
      expect((await verifyAuditChain(world.store)).breaks.map(({ problem }) => problem)).toContainEqual(
        expect.stringContaining('erased records of decisions'),
      );
    });

    test('a legal hold on a number, campaign or everything keeps persons', async () => {
      const { world } = campaign;
      const personId = await calledPerson();
      for (const subject of [`n:${PHONE}`, `c:${CAMPAIGN}`, `p:${personId}`, 'all']) {
        const order = { kind: 'legal-hold', subject, at: START, reason: 'case 7' } as const;
        const id = await giveStandingOrder(world.store, order);
        expect([subject, await erasePersons(world.store, [personId], WHOLE)]).toMatchObject([
          subject,
          { persons: 0, held: 1 },
        ]);
        expect(await endStandingOrder(world.store, id, 'settled')).toBe(true);
      }
      expect(await erasePersons(world.store, [personId], WHOLE)).toMatchObject({ persons: 1, held: 0 });
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true });
    });

    test('old recordings of a campaign go when no hold keeps them; each file gone is on record', async () => {
      const { world, node } = campaign;
      const personId = await calledPerson();
      const completed = (n: number, at: number): void =>
        node.journal.audit({
          campaignId: CAMPAIGN,
          kind: 'recording.completed',
          detail: {
            attemptId: 'spring-1-1',
            recordingId: `r${n}`,
            file: `spring/${n}.wav`,
            durationMs: 1_500,
          },
          at,
        });
      completed(1, START);
      completed(1, START);
      completed(2, START + DAY);
      await node.settle();
      const named = async (): Promise<unknown> => {
        let recordings: unknown = null;
        for await (const attempt of readAttempts(world.store, CAMPAIGN)) ({ recordings } = attempt);
        return recordings;
      };
      expect(await named()).toEqual([
        { recordingId: 'r1', at: START, durationMs: 1_500, location: 'spring/1.wav' },
        { recordingId: 'r2', at: START + DAY, durationMs: 1_500, location: 'spring/2.wav' },
      ]);

      const old = async (campaignId: string = CAMPAIGN): Promise<unknown> => {
        const found = [];
        const asked = { campaignId, before: START + 1 };
        for await (const batch of readRecordingsBefore(world.store, asked)) found.push(batch);
        return found;
      };
      const free = [{ recordingId: 'r1', location: 'spring/1.wav' }];
      expect(await old()).toEqual([{ free, held: 0 }]);
      expect(await old('autumn')).toEqual([]);
      const order = { kind: 'legal-hold', subject: `p:${personId}`, at: START, reason: 'case 7' } as const;
      const id = await giveStandingOrder(world.store, order);
      expect(await old()).toEqual([{ free: [], held: 1 }]);
      await endStandingOrder(world.store, id, 'settled');

      await forgetRecordings(world.store, ['r1'], { campaignId: CAMPAIGN, reason: 'older than 30 days' });
      expect(await named()).toMatchObject([{ recordingId: 'r2' }]);
      const entry = await world.store.engine.db
        .selectFrom('audit')
        .select('detail')
        .where('kind', '=', 'recordings.removed')
        .executeTakeFirstOrThrow();
      expect(JSON.stringify(entry.detail)).toContain('older than 30 days');
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true });
    });

    test('only persons without an open lead and without anything younger are old', async () => {
      const { world } = campaign;
      const personId = await calledPerson();
      await world.addLeads('list', [{ phones: ['+13035550102'] }]);
      const old = async (before: number): Promise<readonly string[]> => {
        const found: string[] = [];
        for await (const page of readPersonsBefore(world.store, before)) found.push(...page);
        return found;
      };
      expect(await old(START)).toEqual([]);
      expect(await old(world.now() + DAY)).toEqual([personId]);
    });

    test('a person whose leads are gone was called all the same', async () => {
      const { world } = campaign;
      const personId = await calledPerson();
      const lastCallAt = await readLastCallAt(world.store, [personId, 'nobody']);
      expect(lastCallAt).not.toBeNull();
      await erasePersons(world.store, [personId], { ...WHOLE, isWhole: false });
      expect(await readLastCallAt(world.store, [personId])).toBe(lastCallAt);
      expect(await readLastCallAt(world.store, ['nobody'])).toBeNull();
    });

    test('erased on request, with calls and consent kept where the law asks for them', async () => {
      const { world } = campaign;
      const personId = await calledPerson();
      const request = { reason: 'request', isWhole: false, dryRun: false };
      expect(await erasePersons(world.store, [personId], request)).toMatchObject({
        leads: 1,
        facts: 1,
        calls: 0,
        consents: 0,
      });
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true });
    });
  });
}
