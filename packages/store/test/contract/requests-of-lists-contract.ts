/** Requests not to be called in lists, flags of single numbers, and the registers of a nation. */
import { describe, expect, test } from '@jest/globals';
import { addDoNotCall, listLeads } from '../../src/index.js';
import { day, fileOf, text, listsUnderTest } from './lists-under-test.js';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

/** What an import does with requests not to be called, on whichever database. */
export function requestsOfListsContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`requests of lists: ${name}`, () => {
    const { world, run, leads, facts, requests, listedNumbers } = listsUnderTest(create);

    test("the Do Not Call box of a CRM is the person's own request", async () => {
      const report = await run(fileOf('crm-do-not-call-flag/salesforce.csv'));
      expect(report).toMatchObject({ doNotCall: 2, added: 0 });
      expect(await listedNumbers()).toEqual(['+12025550143', '+12025550144']);
      expect(await requests()).toMatchObject(Array.from({ length: 4 }, () => ({ at: START })));
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
      const closed = (await listLeads(world().store, { phone: '+13125550122' })).flatMap(
        (lead) => lead.phones,
      );
      expect(closed.map(({ open }) => open)).toEqual([true, false]);
      expect(await listedNumbers()).toEqual([]);
    });

    test('a request of the store stays when the list says nothing', async () => {
      await addDoNotCall(world().store, [{ phone: '+12025550143', at: START, source: 'form' }]);
      expect(await run(text('phone,Do Not Call', '202-555-0143,N'))).toMatchObject({
        doNotCall: 1,
        added: 0,
      });
    });
  });
}
