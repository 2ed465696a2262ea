import { expect, test } from '@jest/globals';
import { createCompliance, type LeadFacts } from '@outdial/compliance';
import type { LeadFactName, StoredLeadFacts } from '@outdial/store';

// The seam between store and law: what the store writes must be what the law reads. A fact that the law does
// not know, or knows with other values, does not compile here.
type UnknownToLaw = Exclude<LeadFactName, keyof LeadFacts>;
const none: readonly UnknownToLaw[] = [] satisfies readonly never[];
// The purposes of a consent are the words of whoever recorded it: one that the law does not know covers no
// call.
type Known<Facts extends { readonly consent?: unknown }> = Omit<Facts, 'consent'> & {
  readonly consent?: Omit<NonNullable<Facts['consent']>, 'scope' | 'scopeRevoked'> | undefined;
};
const read = (facts: Known<StoredLeadFacts>): Known<LeadFacts> => facts;

test('the facts a store writes are facts the law reads', () => {
  const stored = {
    phone: '+13035550143',
    country: 'US',
    region: 'CO',
    otherPhones: [],
    eventId: 'parcel 7',
  } satisfies StoredLeadFacts;
  const decision = createCompliance().evaluate({
    at: Date.parse('2026-06-10T18:00:00Z'),
    lead: read(stored),
    campaign: { purpose: 'informational', mode: 'manual', voice: 'live' },
    history: [],
  });
  expect(none).toEqual([]);
  expect(decision.jurisdictions).toEqual(['US', 'US-CO']);
});
