import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { importLeads, readPartyOfNumber, recordConsents, verifyAuditChain } from '../../src/index.js';
import { exportFacts, findFactSubject, readFacts, setFact, withdrawFact } from '../../src/index.js';
import type { FactSubject, FactSubjectName, NewFact } from '../../src/index.js';
import { CAMPAIGN, DAY, runningCampaign } from './running-campaign.js';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

const PHONE = '+13035550101';
const LETTER = { at: START - DAY, source: 'letter' } as const;

/** Facts set and withdrawn by an operator. */
export function factsContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`facts: ${name}`, () => {
    const campaign = runningCampaign(create);
    const subjectOf = (named: FactSubjectName): Promise<FactSubject> =>
      findFactSubject(campaign.world.store, named);
    const set = async (named: FactSubjectName, fact: NewFact): Promise<number> =>
      setFact(campaign.world.store, await subjectOf(named), fact);

    test('each kind reaches the gate under its name in the law', async () => {
      const lead = await campaign.newLead([PHONE]);
      const facts: readonly NewFact[] = [
        { kind: 'attorney', ...LETTER },
        { kind: 'cease-mailed', ...LETTER },
        { kind: 'cease', at: START, source: 'letter' },
        { kind: 'employer-prohibits', ...LETTER },
        { kind: 'channel-opt-out', ...LETTER, detail: { media: ['phone'] } },
        { kind: 'reassigned', ...LETTER, detail: { answer: 'no' } },
        { kind: 'time-zone', ...LETTER, detail: { timeZone: 'America/Phoenix' } },
        { kind: 'inconvenient-time', ...LETTER, detail: { days: [5], from: '09:00', to: '12:00' } },
        { kind: 'conversation', ...LETTER },
      ];
      // An attorney bars the person: the facts are asked of the number, as an explanation does.
      for (const fact of facts) expect(await set({ phone: PHONE }, fact)).toBe(1);
      const party = await readPartyOfNumber(campaign.world.store, {
        phone: PHONE,
        campaignId: CAMPAIGN,
        at: START,
      });
      expect(party?.leadId).toBe(lead.leadId);
      expect(party?.facts).toMatchObject({
        attorney: { known: true },
        ceaseMailedAt: START - DAY,
        ceaseReceivedAt: START,
        employerProhibits: true,
        mediumOptOut: ['phone'],
        reassigned: { queriedAt: START - DAY, answer: 'no' },
        timeZone: 'America/Phoenix',
        timeZoneSource: 'confirmed',
        inconvenient: [{ days: [5], from: '09:00', to: '12:00' }],
      });
      expect(party?.history).toEqual([{ at: START - DAY, direction: 'outbound', outcome: 'conversation' }]);
    });

    test('a fact that bars closes leads at once; withdrawn, it opens them, and both stay on record', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead([PHONE]);
      await set({ leadId: lead.leadId }, { kind: 'attorney', ...LETTER });
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'closed', why: 'attorney' });

      world.advance(DAY);
      const subject = await subjectOf({ phone: PHONE });
      const order = { kind: 'attorney', why: 'another person of that name' } as const;
      expect(await withdrawFact(world.store, subject, order)).toEqual({ withdrawn: 1, reopened: 1 });
      expect(await withdrawFact(world.store, subject, order)).toEqual({ withdrawn: 0, reopened: 0 });
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'open', openPhones: [PHONE] });
      const asked = await campaign.openAsking('spring-1-1', await campaign.claimOne(lead.leadId));
      expect(asked.lead).not.toHaveProperty('attorney');
      expect(await readFacts(world.store, subject)).toMatchObject([
        {
          kind: 'attorney',
          at: START - DAY,
          source: 'letter',
          withdrawnAt: expect.any(Number),
          withdrawnWhy: 'another person of that name',
        },
      ]);
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true });
      const kinds = await world.store.engine.db.selectFrom('audit').select(['kind', 'detail']).execute();
      const journaled = kinds.filter(({ kind }) => kind.startsWith('fact.'));
      expect(journaled.map(({ kind }) => kind)).toEqual(['fact.set', 'fact.withdrawn']);
      expect(journaled[1]?.detail).toContain('"by":"store"');
    });

    test('the same fact twice is one; withdrawn and set again it binds again', async () => {
      await campaign.newLead([PHONE]);
      const fact: NewFact = { kind: 'bankrupt', ...LETTER };
      expect([await set({ phone: PHONE }, fact), await set({ phone: PHONE }, fact)]).toEqual([1, 0]);
      const subject = await subjectOf({ phone: PHONE });
      await withdrawFact(campaign.world.store, subject, { kind: 'bankrupt', why: 'dismissed' });
      expect(await set({ phone: PHONE }, fact)).toBe(1);
    });

    test('a revocation may reach one purpose, and can be withdrawn', async () => {
      const { world } = campaign;
      await campaign.newLead([PHONE]);
      const subject = await subjectOf({ phone: PHONE });
      const [person] = subject.persons;
      await recordConsents(world.store, [
        { personId: person?.personId ?? '', type: 'written', at: START - 9 * DAY, source: 'form' },
      ]);
      await setFact(world.store, subject, {
        kind: 'consent-revoked',
        ...LETTER,
        detail: { purposes: ['charity'] },
      });
      const consentNow = async (): Promise<unknown> => {
        const call = { phone: PHONE, campaignId: CAMPAIGN, at: START };
        return (await readPartyOfNumber(world.store, call))?.facts.consent;
      };
      expect(await consentNow()).toMatchObject({ revokedAt: START - DAY, scopeRevoked: ['charity'] });
      await withdrawFact(world.store, subject, { kind: 'consent-revoked', why: 'typing error' });
      expect(await consentNow()).toEqual({ type: 'written', at: START - 9 * DAY });
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true });
    });

    test('a request not to be called goes with its revocation and its entry of the list', async () => {
      const { world } = campaign;
      const lead = await campaign.newLead([PHONE]);
      await set({ leadId: lead.leadId }, { kind: 'do-not-call-person', ...LETTER });
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'closed' });
      const subject = await subjectOf({ leadId: lead.leadId });
      expect(
        await withdrawFact(world.store, subject, { kind: 'do-not-call-person', why: 'wrong file' }),
      ).toMatchObject({ reopened: 1 });
      expect(await world.store.engine.db.selectFrom('do_not_call').selectAll().execute()).toEqual([]);
      expect(await world.lead(lead.leadId)).toMatchObject({ status: 'open' });
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true });
    });

    test('a fact of a number that no list knows binds the person whom a later list names', async () => {
      const { world } = campaign;
      await set({ phone: PHONE }, { kind: 'cease', ...LETTER });
      const lead = await campaign.newLead([PHONE], 'ada');
      const asked = await campaign.openAsking('spring-1-1', lead);
      expect(asked.lead).toMatchObject({ ceaseReceivedAt: START - DAY });
      expect(await readFacts(world.store, await subjectOf({ phone: PHONE }))).toMatchObject([
        { kind: 'cease' },
      ]);
    });

    test('a fact about a number needs the number', async () => {
      const lead = await campaign.newLead([PHONE]);
      await expect(set({ leadId: lead.leadId }, { kind: 'reassigned', ...LETTER })).rejects.toMatchObject({
        code: 'subject-missing',
      });
    });

    test('what a list says is listed with it, withdrawn from the lead, and exported', async () => {
      const { world } = campaign;
      const text =
        'phone,attorney,cease mailed,confirmed time zone\n303-555-0101,yes,2026-05-01,America/Phoenix\n';
      await importLeads(world.store, Readable.from([text]), { listId: 'list', defaultCountry: 'US' });
      const subject = await subjectOf({ phone: PHONE });
      expect(await readFacts(world.store, subject)).toMatchObject([
        { kind: 'attorney', source: 'list list', at: null },
        { kind: 'time-zone', value: 'America/Phoenix' },
        { kind: 'cease-mailed', at: Date.UTC(2026, 4, 1) },
      ]);
      await withdrawFact(world.store, subject, { kind: 'attorney', why: 'no attorney any more' });
      await withdrawFact(world.store, subject, { kind: 'time-zone', why: 'moved' });
      expect(
        (await readFacts(world.store, subject)).map(({ kind, withdrawnWhy: why }) => [kind, why]),
      ).toEqual([
        ['cease-mailed', null],
        ['attorney', 'no attorney any more'],
      ]);
      const [lead] = subject.persons[0]?.leads ?? [];
      let csv = '';
      for await (const part of exportFacts(world.store, 'list')) csv += part;
      expect(csv).toBe(
        'number,lead,fact,value,date,source,withdrawn,withdrawn why\r\n' +
          `'${PHONE},${lead?.leadId ?? ''},cease-mailed,,2026-05-01T00:00:00.000Z,list list,,\r\n` +
          `'${PHONE},${lead?.leadId ?? ''},attorney,,2026-11-30T15:00:00.000Z,import,2026-11-30T15:00:00.000Z,` +
          'no attorney any more\r\n',
      );
    });
  });
}
