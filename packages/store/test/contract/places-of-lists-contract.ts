/** Where the people of a list are: states, postal codes and addresses in many spellings. */
import { describe, expect, test } from '@jest/globals';
import { fileOf, text, listsUnderTest } from './lists-under-test.js';
import type { StoreWorld } from './store-world.js';

/** What an import does with places and addresses, on whichever database. */
export function placesOfListsContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`places of lists: ${name}`, () => {
    const { rejects, run, facts, dropped } = listsUnderTest(create);

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
      expect(rejects()).toEqual([]);
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
      expect(rejects()).toEqual([]);
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
  });
}
