/** Facts in lists that limit calls, in rows that are taken, skipped or rejected, and what the law is told. */
import { describe, expect, test } from '@jest/globals';
import { readPartyOfNumber } from '../../src/index.js';
import { day, lateOn, text, listsUnderTest } from './lists-under-test.js';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

/** What an import does with facts that limit calls, on whichever database. */
export function limitsOfListsContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`limits of lists: ${name}`, () => {
    const { world, rejects, run, leads, facts, consents, dropped } = listsUnderTest(create);

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
      expect(rejects()[0]).toMatchObject({
        status: 'duplicate',
        remedy: expect.stringMatching(/its requests and limits are taken; .*a number that only it has/),
      });
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
      const learned = await world()
        .store.engine.db.selectFrom('learned')
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
          'phone,customer id,mobile,mobile dnc,attorney,cease date,consent revoked at,reassigned,tps,deceased,' +
            'country,dispute',
          // What the last column says of calls nobody knows.
          '202-555-0143,K43,,,yes,,,,,,,open',
          '202-555-0144,,,,,2026-02-03,2026-02-04,,,,Absurdia,',
          '202-555-0145,K45,202-555-0245,yes,,,,yes,yes,,,open',
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
      const learned = await world().store.engine.db.selectFrom('learned').select('kind').execute();
      expect(learned.filter(({ kind }) => kind === 'deceased')).toHaveLength(1);
    });

    test.each(['accepted', 'rejected'])(
      'what a row says against calls is known in every list, before and after it: %s',
      async (row) => {
        const unread = row === 'rejected' ? 'open' : '';
        await run(text('phone,customer id', '202-555-0143,B1'), { listId: 'before' });
        await run(
          text(
            'phone 1,phone 2,phone 3,phone 3 dnc,customer id,attorney,employer prohibits,cease date,cease mailed,' +
              'channel opt-out,inconvenient times,reassigned,reassigned at,consent revoked at,' +
              'bankrupt,dispute',
            `202-555-0143,202-555-0144,202-555-0145,yes,A1,yes,yes,2026-03-04,2026-03-01,text,Sat,yes,` +
              `2026-03-05,2026-03-06,,${unread}`,
            `202-555-0146,202-555-0147,,,,,,,,,,,,,yes,${unread}`,
          ),
        );
        world().advance(1_000);
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
          readPartyOfNumber(world().store, { phone: `+120255501${end}`, campaignId: 'none', at: START });
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
        world().store.engine.db.selectFrom('learned').select(['kind', 'at', 'detail']).execute();
      await run(text(...list));
      const first = await learned();
      expect(first).toHaveLength(6);
      world().advance(86_400_000);
      await run(text(...list), { listId: 'again' });
      // The newest answer of the database for reassigned numbers counts.
      expect(await learned()).toHaveLength(7);
    });

    test('earlier calls and conversations are part of the history, once', async () => {
      const list = ['phone,last conversation,past calls', '202-555-0143,2026-11-28,2026-11-01; 2026-11-02'];
      await run(text(...list));
      await run(text(...list));
      const contacts = await world()
        .store.engine.db.selectFrom('contacts')
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
  });
}
