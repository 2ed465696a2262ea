/** What lists say with legal weight, from the file to what the store keeps and the law is told. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RejectedRow } from '@outdial/lists';
import { addDoNotCall, importLeads, listLeads, readPartyOfNumber } from '../../src/index.js';
import type { ImportOptions, ImportReport, ListedLead } from '../../src/index.js';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

const day = (year: number, month: number, of: number): number => Date.UTC(year, month - 1, of);
/** 22:59 in New York in winter, which is still that day in every zone of the United States. */
const lateOn = (year: number, month: number, of: number): number =>
  day(year, month, of) + 28 * 3_600_000 - 60_000;

/** What an import does with values that have legal weight, on whichever database. */
export function lawOfListsContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`law of lists: ${name}`, () => {
    let world: StoreWorld;
    let rejects: RejectedRow[];

    beforeEach(async () => {
      world = await create();
      rejects = [];
    });
    afterEach(() => world.close());

    const run = (source: Readable, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
      importLeads(world.store, source, {
        listId: 'list',
        defaultCountry: 'US',
        rejects: (row) => rejects.push(row),
        ...options,
      });
    /** A file of the folder beside this one. */
    const fileOf = (path: string): Readable => createReadStream(join(import.meta.dirname, 'lists', path));
    const text = (...lines: readonly string[]): Readable => Readable.from([lines.join('\n')]);
    const leads = (listId = 'list'): Promise<ListedLead[]> => listLeads(world.store, { listId });
    const facts = async (): Promise<unknown[]> =>
      (await leads())
        .sort((a, b) => (a.phones[0]?.phone ?? '').localeCompare(b.phones[0]?.phone ?? ''))
        .map((lead) => lead.facts);
    const requests = async (): Promise<{ subject: string; at: number }[]> =>
      world.store.engine.db.selectFrom('do_not_call').select(['subject', 'at']).orderBy('subject').execute();
    const listedNumbers = async (): Promise<string[]> =>
      (await requests()).flatMap(({ subject }) => (subject.startsWith('n:') ? [subject.slice(2)] : []));
    const consents = async (): Promise<{ type: string; at: number; evidence: string | null }[]> =>
      world.store.engine.db
        .selectFrom('consents')
        .select(['type', 'at', 'evidence'])
        .orderBy('type')
        .execute();
    const dropped = (): string[] => rejects.map(({ line, field, status }) => `${line} ${field} ${status}`);

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

    test("the Do Not Call box of a CRM is the person's own request", async () => {
      const report = await run(fileOf('crm-do-not-call-flag/salesforce.csv'));
      expect(report).toMatchObject({ doNotCall: 2, added: 0 });
      expect(await listedNumbers()).toEqual(['+12025550143', '+12025550144']);
      expect(await requests()).toMatchObject(Array.from({ length: 4 }, () => ({ at: START })));
    });

    test('a limit stands when its row is a duplicate that is skipped', async () => {
      await run(text('phone,name', '202-555-0143,Ana', '202-555-0144,Ben'));
      const report = await run(
        text(
          'phone,name,attorney,employer prohibits,cease received,tps,channel opt-out,inconvenient times,' +
            'reassigned,reassigned at',
          '202-555-0143,Anna,yes,yes,2026-03-04,yes,phone,Sat,yes,2026-03-05',
          '202-555-0144,Ben,,,,,text,,no,2026-03-05',
          '202-555-0144,Ben,,,,,phone,,,',
          '202-555-0145,Cy,,,,,,,,',
          '202-555-0145,Cy,yes,,,,,,,',
        ),
      );
      expect(report).toMatchObject({ added: 1, duplicatesInList: 3, duplicatesInFile: 1 });
      const [ana, ben, cy] = await facts();
      expect(ana).toMatchObject({
        attorney: { known: true },
        employerProhibits: true,
        ceaseReceivedAt: day(2026, 3, 4),
        doNotCall: { national: true },
        mediumOptOut: ['phone'],
        inconvenient: [{ days: [5] }],
        reassigned: { answer: 'yes' },
      });
      expect(ben).toMatchObject({ mediumOptOut: ['text', 'phone'] });
      expect(ben).not.toHaveProperty('reassigned');
      expect(cy).toMatchObject({ attorney: { known: true } });
      expect((await leads()).map(({ fields }) => fields['name']).sort()).toEqual(['Ana', 'Ben', 'Cy']);
      expect(rejects[0]).toMatchObject({
        status: 'duplicate',
        remedy: expect.stringMatching(/its requests and limits are taken; .*a number that only it has/),
      });
    });

    test('a request closes the person in every list, and stands when its row is a duplicate', async () => {
      await run(text('phone,name', '202-555-0143,Ana', '202-555-0144,Ben'), { listId: 'before' });
      await run(text('phone,name', '202-555-0144,Ben'));
      await run(text('phone,HasOptedOutOfCall', '202-555-0143,2026-03-04', '202-555-0144,true'));
      const states = [...(await leads('before')), ...(await leads())].map(
        ({ state, why }) => `${state} ${why}`,
      );
      expect(states).toEqual(Array.from({ length: 3 }, () => 'closed do-not-call'));
      expect((await requests()).map(({ at }) => at).sort()).toEqual([
        day(2026, 3, 4),
        day(2026, 3, 4),
        START,
        START,
      ]);
    });

    test('any of several do-not-call columns lists', async () => {
      await run(fileOf('two-do-not-call-columns/gb.csv'), { defaultCountry: 'GB' });
      expect(await facts()).toMatchObject([
        { doNotCall: { national: true } },
        { doNotCall: { national: true } },
      ]);
    });

    test('national registers and requests in one file', async () => {
      const report = await run(fileOf('two-do-not-call-columns/us.csv'));
      expect(report).toMatchObject({ added: 1, doNotCall: 2 });
      expect(await facts()).toMatchObject([{ doNotCall: { national: true } }]);
      expect((await listedNumbers()).sort()).toEqual(['+12025550143', '+13125550121']);
    });

    test('a flag of one number closes that number', async () => {
      await run(fileOf('two-do-not-call-columns/skiptrace.csv'));
      const phones = (await leads())
        .flatMap((lead) => lead.phones)
        .map(({ phone, open }) => `${phone} ${String(open)}`);
      expect(phones.sort()).toEqual([
        '+12025550143 false',
        '+12025550144 true',
        '+13125550121 true',
        '+13125550122 true',
      ]);
      await run(text('Phone 1,Phone 1 DNC,Phone 2,Phone 2 DNC', '3125550121,N,3125550122,2026-01-01'));
      const closed = (await listLeads(world.store, { phone: '+13125550122' })).flatMap((lead) => lead.phones);
      expect(closed.map(({ open }) => open)).toEqual([true, false]);
      expect(await listedNumbers()).toEqual([]);
    });

    test('dates are read as lists write them', async () => {
      await run(fileOf('dates-not-read/leads.csv'));
      expect((await consents()).map(({ at }) => new Date(at).toISOString().slice(0, 10))).toEqual(
        Array.from({ length: 5 }, () => '2026-01-05'),
      );
      expect(rejects).toEqual([]);
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

    test.each([
      [
        'us.csv',
        'US',
        [
          { region: 'FL' },
          { region: 'DC' },
          { region: 'NY' },
          { postalCode: '33101' },
          { postalCode: '33101' },
        ],
      ],
      ['au.csv', 'AU', [{ region: 'QLD' }]],
      ['br.csv', 'BR', [{ region: 'AM' }]],
      ['fr.csv', 'FR', [{ region: '974' }]],
      ['mx.csv', 'MX', [{ region: 'BCN' }]],
    ])('states and postal codes: %s', async (file, country, places) => {
      const columns = file === 'fr.csv' ? ({ region: 'region' } as const) : {};
      await run(fileOf(`region-not-known/${file}`), { defaultCountry: country, columns });
      expect(rejects).toEqual([]);
      expect(await facts()).toMatchObject(places.map((place) => ({ country, ...place })));
    });

    test('a state or postal code that the country does not have is reported', async () => {
      await run(text('phone,state,zip,country', '7025550143,Middle Earth,12,US', '7025550144,N/A,,'));
      expect(dropped()).toEqual(['2 state value-dropped', '2 zip value-dropped']);
    });

    test('the address of a row stands beside its number', async () => {
      await run(fileOf('country-column-overruled/leads.csv'));
      expect(await facts()).toMatchObject([
        { country: 'CA', region: 'ON', postalCode: 'M5V 2T6' },
        { country: 'US', region: 'FL', postalCode: '33101' },
        { country: 'US', region: 'FL', postalCode: '33101' },
        { country: 'US', region: 'TX', postalCode: '78501' },
      ]);
      expect(rejects).toEqual([]);
    });

    test.each(['hubspot.csv', 'report.csv', 'salesforce.csv', 'voter.csv'])(
      'address columns of systems are read: %s',
      async (file) => {
        await run(fileOf(`address-columns-not-read/${file}`));
        expect(await facts()).toMatchObject([
          { country: 'US', region: 'FL', ...(file === 'hubspot.csv' ? {} : { postalCode: '33101' }) },
        ]);
      },
    );

    test('where the row names no country, its address says which of two it is', async () => {
      await run(text('phone,state,zip', '416-555-0143,FL,33101', '702-555-0143,Ontario,', '416-555-0144,,'));
      expect(await facts()).toMatchObject([
        { country: 'US', region: 'FL', postalCode: '33101' },
        { country: 'CA' },
        { country: 'CA', region: 'ON' },
      ]);
    });

    test('the dead and the bankrupt are closed in every list, and stay closed', async () => {
      await run(text('phone,customer id', '202-555-0143,K1', '202-555-0144,K2'), { listId: 'before' });
      const list = [
        'phone,customer id,Deceased,Bankruptcy',
        '202-555-0143,K1,2025-06-01,',
        '202-555-0144,K2,N,Chapter 7',
      ];
      expect(await run(text(...list))).toMatchObject({ added: 2 });
      await run(text(...list));
      const states = [...(await leads('before')), ...(await leads())].map(
        ({ state, why }) => `${state} ${why}`,
      );
      expect(states.sort()).toEqual([
        'closed bankrupt',
        'closed bankrupt',
        'closed deceased',
        'closed deceased',
      ]);
      const learned = await world.store.engine.db
        .selectFrom('learned')
        .select(['kind', 'at'])
        .orderBy('kind')
        .execute();
      expect(learned).toEqual([
        { kind: 'bankrupt', at: START },
        { kind: 'deceased', at: day(2025, 6, 1) },
      ]);
    });

    test('facts that limit calls reach the law', async () => {
      const report = await run(
        text(
          'phone,attorney,cease date,employer prohibits,inconvenient times,reassigned,rnd date',
          '202-555-0143,Jo Doe LLP,2026-02-03,Y,Mon-Fri 09:00-17:00,no,2026-11-01',
          '202-555-0144,N,,no,,no data,',
          '202-555-0145,none,yes,,,no,',
        ),
      );
      expect(report).toMatchObject({ added: 3, rejected: 0 });
      const [first, second, third] = await facts();
      expect(first).toMatchObject({
        attorney: { known: true },
        ceaseReceivedAt: day(2026, 2, 3),
        employerProhibits: true,
        inconvenient: [{ days: [0, 1, 2, 3, 4], from: '09:00', to: '17:00' }],
        reassigned: { answer: 'no', queriedAt: day(2026, 11, 1) },
      });
      expect(second).toEqual({ country: 'US', reassigned: { answer: 'no-data', queriedAt: START } });
      expect(third).toEqual({ country: 'US', ceaseReceivedAt: START });
      expect(dropped()).toEqual(['4 reassigned value-dropped']);
    });

    test('a limit that cannot be read rejects its row', async () => {
      const report = await run(
        text(
          'phone,deceased,bankrupt,inconvenient times,reassigned,last conversation,past calls',
          '202-555-0143,see notes,,,,,',
          '202-555-0144,,ask legal,,,,',
          '202-555-0145,,,mornings,,,',
          '202-555-0146,,,,error,,',
          '202-555-0147,,,,,last week,',
          '202-555-0148,,,,,,2026-11-01; soon',
        ),
      );
      expect(report).toMatchObject({ added: 0, rejected: 6 });
      expect(dropped()).toEqual([
        '2 deceased rejected',
        '3 bankrupt rejected',
        '4 inconvenient times rejected',
        '5 reassigned rejected',
        '6 last conversation rejected',
        '7 past calls rejected',
      ]);
    });

    test('a limit stands when its row has no number that may be called', async () => {
      await run(text('phone,customer id,mobile', '202-555-0143,K1,202-555-0144'));
      const report = await run(
        text('phone,mobile,customer id,mobile dnc,attorney', ',202-555-0144,K1,yes,yes'),
      );
      expect(report).toMatchObject({ doNotCall: 1 });
      expect(await facts()).toMatchObject([{ attorney: { known: true } }]);
    });

    test('what a rejected row says against calls counts for people who are known', async () => {
      await run(
        text(
          'phone,customer id,mobile',
          ...['43', '44', '45', '46', '47', '48'].map((end) => `202-555-01${end},K${end},202-555-02${end}`),
        ),
        { listId: 'before' },
      );
      const report = await run(
        text(
          'phone,customer id,mobile,mobile dnc,attorney,cease date,consent revoked at,reassigned,tps,deceased,country,??',
          // The last column is in words that nobody knows.
          '202-555-0143,K43,,,yes,,,,,,,do not call',
          '202-555-0144,,,,,2026-02-03,2026-02-04,,,,Absurdia,',
          '202-555-0145,K45,202-555-0245,yes,,,,yes,yes,,,do not call',
          ',K46,,,yes,,,,,,,',
          '202-555-0147,X1,,,yes,,,no,,see notes,,',
          '202-555-0199,,,,,,,,,2026-01-01,Absurdia,',
          '202-555-0148,K48,,,,,,no,,,Absurdia,',
        ),
      );
      expect(report).toMatchObject({ added: 0, rejected: 7, doNotCall: 0 });
      expect(report.warnings.at(-1)).toMatch(/^6 rejected rows speak against calls/);
      const after = (await leads('before')).sort((a, b) =>
        (a.phones[0]?.phone ?? '').localeCompare(b.phones[0]?.phone ?? ''),
      );
      const attorney = { country: 'US', attorney: { known: true } };
      expect(after.map((lead) => lead.facts)).toEqual([
        attorney,
        { country: 'US', ceaseReceivedAt: day(2026, 2, 3) },
        {
          country: 'US',
          doNotCall: { national: true },
          reassigned: { answer: 'yes', queriedAt: START },
        },
        attorney,
        attorney,
        { country: 'US' },
      ]);
      expect(after.map(({ phones }) => phones.map(({ open }) => open))[2]).toEqual([true, false]);
      expect((await consents()).map(({ type, at }) => [type, at])).toContainEqual([
        'revocation',
        day(2026, 2, 4),
      ]);
      // Nobody has the number yet: the death counts once somebody has.
      const learned = await world.store.engine.db.selectFrom('learned').select('kind').execute();
      expect(learned.filter(({ kind }) => kind === 'deceased')).toHaveLength(1);
    });

    test.each(['accepted', 'rejected'])(
      'what a row says against calls is known in every list, before and after it: %s',
      async (row) => {
        const unread = row === 'rejected' ? 'do not call' : '';
        await run(text('phone,customer id', '202-555-0143,B1'), { listId: 'before' });
        await run(
          text(
            'phone 1,phone 2,phone 3,phone 3 dnc,customer id,attorney,employer prohibits,cease date,cease mailed,' +
              'channel opt-out,inconvenient times,reassigned,reassigned at,consent revoked at,bankrupt,??',
            `202-555-0143,202-555-0144,202-555-0145,yes,A1,yes,yes,2026-03-04,2026-03-01,text,Sat,yes,` +
              `2026-03-05,2026-03-06,,${unread}`,
            `202-555-0146,202-555-0147,,,,,,,,,,,,,yes,${unread}`,
          ),
        );
        world.advance(1_000);
        await run(
          text(
            'phone,customer id,consent,consent date',
            '202-555-0144,B2,written,2026-01-05',
            '202-555-0145,B3,,',
            '202-555-0147,B4,,',
          ),
          { listId: 'after' },
        );
        const party = (end: string): ReturnType<typeof readPartyOfNumber> =>
          readPartyOfNumber(world.store, { phone: `+120255501${end}`, campaignId: 'none', at: START });
        const said = {
          attorney: { known: true },
          employerProhibits: true,
          ceaseReceivedAt: day(2026, 3, 4),
          ceaseMailedAt: day(2026, 3, 1),
          mediumOptOut: ['text'],
          inconvenient: [{ days: [5], from: '00:00', to: '24:00' }],
          reassigned: { answer: 'yes', queriedAt: day(2026, 3, 5) },
        };
        expect(await party('43')).toMatchObject({ facts: said, barredBy: null });
        expect(await party('44')).toMatchObject({
          listId: row === 'rejected' ? 'after' : 'list',
          facts: { ...said, ...(row === 'rejected' && { consent: { revokedAt: day(2026, 3, 6) } }) },
        });
        expect(await party('45')).toMatchObject({ facts: said, barredBy: 'store.do-not-call' });
        expect(await party('47')).toMatchObject({ facts: { bankrupt: true }, barredBy: 'store.bankrupt' });
      },
    );

    test('uploading again what lists say against calls adds nothing', async () => {
      const list = [
        'phone 1,attorney,cease date,inconvenient times,reassigned,phone 1 dnc',
        '202-555-0143,yes,yes,Sat; Sun,yes,',
        '202-555-0144,,,,,yes',
      ];
      const learned = (): Promise<unknown> =>
        world.store.engine.db.selectFrom('learned').select(['kind', 'at', 'detail']).execute();
      await run(text(...list));
      const first = await learned();
      expect(first).toHaveLength(6);
      world.advance(86_400_000);
      await run(text(...list), { listId: 'again' });
      // The newest answer of the database for reassigned numbers counts.
      expect(await learned()).toHaveLength(7);
    });

    test('earlier calls and conversations are part of the history, once', async () => {
      const list = ['phone,last conversation,past calls', '202-555-0143,2026-11-28,2026-11-01; 2026-11-02'];
      await run(text(...list));
      await run(text(...list));
      const contacts = await world.store.engine.db
        .selectFrom('contacts')
        .select(['at', 'entry'])
        .orderBy('at')
        .execute();
      expect(
        contacts.map(({ at, entry }) => [at, (JSON.parse(entry) as { outcome: string }).outcome]),
      ).toEqual([
        // A day without a time stands for its last minute in the country: an earlier one would end a pause
        // too soon.
        [lateOn(2026, 11, 1), 'unknown'],
        [lateOn(2026, 11, 2), 'unknown'],
        [lateOn(2026, 11, 28), 'conversation'],
      ]);
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

    test('a request of the store stays when the list says nothing', async () => {
      await addDoNotCall(world.store, [{ phone: '+12025550143', at: START, source: 'form' }]);
      expect(await run(text('phone,Do Not Call', '202-555-0143,N'))).toMatchObject({
        doNotCall: 1,
        added: 0,
      });
    });
  });
}
