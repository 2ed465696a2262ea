/** What lists say of consent: grants, refusals, revocations, their dates and evidence; and values too long to keep. */
import { describe, expect, test } from '@jest/globals';
import { day, fileOf, text, listsUnderTest } from './lists-under-test.js';
import type { StoreWorld } from './store-world.js';

/** What an import does with words of consent, on whichever database. */
export function consentOfListsContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`consent of lists: ${name}`, () => {
    const { rejects, run, facts, listedNumbers, consents, dropped } = listsUnderTest(create);

    test('no refusal, doubt or negation becomes consent; a refusal is a request not to be called', async () => {
      const report = await run(fileOf('consent-negations/leads.csv'));
      // l 'Yes' and p 'double opt-in'.
      expect((await consents()).filter(({ type }) => type !== 'revocation')).toEqual([
        { type: 'express', at: day(2026, 1, 5), evidence: null },
        { type: 'written', at: day(2026, 1, 5), evidence: null },
      ]);
      // a, b, j, o, g 'Revoked (was written)', h 'Express consent withdrawn', r 'denied'.
      const refused = ['01', '02', '07', '08', '10', '15', '18'].map((end) => `+120255501${end}`);
      expect(await listedNumbers()).toEqual(refused);
      expect(report).toMatchObject({ doNotCall: 7, added: 11, rejected: 0 });
      // c, d, e, f, g, i, k, m, n; q 'No.' is understood.
      const reported = [4, 5, 6, 7, 8, 10, 12, 14, 15].map((line) => `${line} opt in value-dropped`);
      expect(dropped()).toEqual(reported);
    });

    test('dates are read as lists write them', async () => {
      await run(fileOf('dates-not-read/leads.csv'));
      expect((await consents()).map(({ at }) => new Date(at).toISOString().slice(0, 10))).toEqual(
        Array.from({ length: 5 }, () => '2026-01-05'),
      );
      expect(rejects()).toEqual([]);
    });

    test('a date with its time as digits is a date, and a date of the future is reported', async () => {
      await run(fileOf('date-with-time-digits/leads.csv'));
      expect(await facts()).toMatchObject([
        { relationship: { lastTransactionAt: Date.UTC(2023, 0, 5, 14, 15) } },
      ]);
      await run(
        text('phone,consent,consent date', '2025550144,written,2027-01-01', '2025550145,written,1e20'),
      );
      expect((await consents()).length).toBe(0);
      expect(dropped()).toEqual([2, 2, 3, 3].map((line) => `${line} consent date value-dropped`));
    });

    test('a revocation ends consent; one that cannot be read leaves none', async () => {
      await run(
        text(
          'phone,consent,consent date,consent revoked at',
          '202-555-0143,written,2026-01-05,2026-03-01',
          '202-555-0144,written,2026-01-05,maybe',
          '202-555-0145,written,2026-01-05,no',
        ),
      );
      expect((await consents()).map(({ type, at }) => [type, at])).toEqual([
        ['revocation', day(2026, 3, 1)],
        ['written', day(2026, 1, 5)],
        ['written', day(2026, 1, 5)],
      ]);
      expect(dropped()).toEqual(['3 consent revoked at value-dropped']);
    });

    test('a no with its day ends consent given until then; a no without a day, or of writing, does not', async () => {
      const given = ['43', '44', '45'].map((end) => `202-555-01${end},express,2026-01-05`);
      await run(text('phone,consent,consent date', ...given));
      const later = { listId: 'later' };
      await run(text('phone,consent,consent date', '202-555-0143,no,2026-03-01', '202-555-0144,no,'), later);
      await run(text('phone,written consent,consent date', '202-555-0145,no,2026-03-01'), later);
      expect((await consents()).filter(({ type }) => type === 'revocation')).toEqual([
        { type: 'revocation', at: day(2026, 3, 1), evidence: null },
      ]);
    });

    test('evidence is kept whole, and what is too long for its column is reported', async () => {
      await run(fileOf('evidence-cut/leads.csv'));
      const [consent] = await consents();
      expect(consent?.evidence).toMatch(/^https:\/\/cert\.trustedform\.com\/a+\?x=b+$/);
      expect(consent?.evidence?.length).toBeGreaterThan(128);
      expect(dropped()).toEqual(['2 customer id value-dropped']);
    });

    test('an owner that is too long is left out of its row, and the import goes on', async () => {
      const report = await run(fileOf('owner-too-long/leads.csv'));
      expect(report).toMatchObject({ added: 3, valuesDropped: 1 });
      expect(dropped()).toEqual(['3 owner value-dropped']);
    });
  });
}
