/** Canada: the CRTC's Unsolicited Telecommunications Rules, and provincial law. */
import { covers, type Pack } from '../../engine/pack.js';
import type { Rule } from '../../engine/rule.js';
import { abandonedCalls, connectGrace } from './abandonment.js';
import { britishColumbia } from './british-columbia.js';
import { callerNumber } from './caller-number.js';
import { callingHours } from './calling-hours.js';
import { COLLECTION_PROVINCES, collectionRules } from './collection.js';
import { internalList, nationalList, nationalListAge } from './do-not-call.js';
import { recordedConsent, recordedHours } from './recorded-calls.js';
import { voterContacts } from './voter-contacts.js';

const rules: readonly Rule[] = [
  callingHours,
  recordedConsent,
  recordedHours,
  nationalList,
  nationalListAge,
  internalList,
  abandonedCalls,
  connectGrace,
  callerNumber,
  voterContacts,
  ...britishColumbia,
  ...collectionRules,
];

const federal = covers('CA', {
  telemarketing: 'any',
  charity: 'any',
  political: 'any',
  informational: 'any',
  research: 'any',
  healthcare: 'any',
  'financial-alert': 'any',
});

/**
 * Collection calls are provincial law: it is modelled for some provinces, and a debtor whose province is not
 * known has none.
 */
const coverage: Pack['unmodelled'] = (purpose, voice, regions) => {
  if (purpose !== 'debt-collection' || regions.length === 0) return federal(purpose, voice, regions);
  return regions
    .filter((region) => !COLLECTION_PROVINCES.has(region))
    .map((region) => ({ name: `CA-${region}:debt-collection:${voice === 'live' ? 'live' : 'recorded'}` }));
};

/** Rules of Canada, with those of provinces on sales and collection calls. */
export const canada: Pack = {
  country: 'CA',
  name: 'Canada',
  // Six zones, and the rules name none: the regulator's seat (Gatineau) keeps Toronto time, an assumption.
  timeZone: 'America/Toronto',
  registries: [{ id: 'CA', name: 'National Do Not Call List', of: 'country' }],
  rules,
  unmodelled: coverage,
};
