/** Facts that a program gives with a lead are facts of the law, or the lead is refused. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addLeads, listLeads, openStore, type Store } from '../../src/index.js';
import type { NewLead } from '@outdial/lists';

let store: Store;
beforeEach(async () => void (store = await openStore({ url: 'sqlite::memory:' })));
afterEach(() => store.close());

const lead = (facts: Readonly<Record<string, unknown>>): NewLead => ({
  phones: [{ phone: '+12025550143' }],
  facts,
});

test.each([
  [{ Region: 'FL' }, "it has no fact 'Region': the fact is 'region'"],
  [{ state: 'FL' }, "it has no fact 'state': the fact is 'region'"],
  [{ zip: '33101' }, "it has no fact 'zip': the fact is 'postalCode'"],
  [{ DoNotCall: { national: true } }, "it has no fact 'DoNotCall': the fact is 'doNotCall'"],
  [{ doNotCall: true }, "its fact 'doNotCall' is yes or no, not object"],
  [{ postalCode: 33_101 }, "its fact 'postalCode' is instant, not text"],
  [{ ceaseReceivedAt: '2026-01-05' }, "its fact 'ceaseReceivedAt' is text, not instant"],
  [{ ceaseReceivedAt: NaN }, "its fact 'ceaseReceivedAt' is no number, not instant"],
  [{ attorney: null }, "its fact 'attorney' is nothing, not object"],
  [{ consent: { type: 'written', at: 1 } }, "its fact 'consent' belongs into 'consents'"],
])('%j: %s; none of the leads is added', async (facts, reason) => {
  const leads = [lead({ region: 'FL' }), lead(facts)];
  await expect(addLeads(store, leads, { listId: 'list' })).rejects.toMatchObject({
    code: 'lead-invalid',
    message: expect.stringContaining(`Lead 2 cannot be added: ${reason}.`),
  });
  expect(await listLeads(store, {})).toEqual([]);
});

test.each([
  { country: 'US', region: 'FL', postalCode: '33101', city: 'Miami', timeZone: 'America/New_York' },
  { lineClass: 'prepaid', phoneUse: 'work', isBusiness: false, existingContract: true, region: undefined },
  { doNotCall: { national: true }, relationship: { lastTransactionAt: 1 }, attorney: { known: true } },
  { mediumOptOut: ['phone'], inconvenient: [{ days: [0], from: '08:00', to: '09:00' }] },
  { reassigned: { queriedAt: 1, answer: 'no' }, employerProhibits: true, ceaseMailedAt: 1 },
  { debtId: 'A1', subject: 'energy', eventId: 'parcel 7', bankrupt: true, minor: true },
])('%j is taken as it is', async (facts) => {
  await addLeads(store, [lead(facts)], { listId: 'list' });
  const [found] = await listLeads(store, {});
  expect(found?.facts).toMatchObject(JSON.parse(JSON.stringify(facts)) as object);
});

test('a lead with more numbers than a lead may have is refused, and says how many', async () => {
  const phones = Array.from({ length: 51 }, (_, index) => ({ phone: `+1202555${1000 + index}` }));
  await expect(addLeads(store, [{ phones }], { listId: 'list' })).rejects.toMatchObject({
    code: 'lead-invalid',
    message: expect.stringContaining('it has 51 numbers, more than 50'),
  });
  await addLeads(store, [{ phones: phones.slice(1) }], { listId: 'list' });
  expect((await listLeads(store, {}))[0]?.phones).toHaveLength(50);
});
