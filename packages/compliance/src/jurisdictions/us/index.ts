/** The United States: federal law, states, New York City, territories. */
import type { Pack, Registry } from '../../engine/pack.js';
import { federalAbandonment } from './federal/abandonment.js';
import { bankruptcyStay } from './federal/bankruptcy.js';
import { federalCampaignRules } from './federal/campaign/index.js';
import { federalDoNotCall } from './federal/do-not-call.js';
import { regulationFRules } from './federal/regulation-f/index.js';
import { robocallConsent } from './federal/robocall-consent/index.js';
import { federalHours } from './federal/tcpa-calling-hours.js';
import { wirelessExemptions } from './federal/wireless-exemptions.js';
import { furtherCollectionLaws } from './state-rules/further-collection-laws.js';
import { recordingConsent } from './state-rules/recording-consent.js';
import { registration } from './state-rules/registration.js';
import { stateLaws } from './states/index.js';

/** States whose law on recorded political calls is not modelled. */
const politicalRecordings = new Set(
  stateLaws.filter((law) => law.recordedPoliticalCalls === 'not-modelled').map((law) => law.code),
);

/** The national registry, and those that states keep beside it. */
const registries: readonly Registry[] = [
  { id: 'US', name: 'National Do Not Call Registry', of: 'country' },
  ...stateLaws
    .flatMap(({ code, registry }): readonly Registry[] =>
      registry === undefined ? [] : [{ id: `US-${code}`, name: registry, of: 'state' }],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
];

/** Rules of the United States. */
export const unitedStates: Pack = {
  country: 'US',
  name: 'United States',
  // Federal limits run 30 times 24 hours from the first call; their dates are written in UTC.
  timeZone: 'UTC',
  registries,
  rules: [
    ...federalHours,
    ...robocallConsent,
    ...wirelessExemptions,
    ...federalDoNotCall,
    ...federalAbandonment,
    ...regulationFRules,
    bankruptcyStay,
    furtherCollectionLaws,
    ...stateLaws.flatMap((law) => law.rules),
    ...federalCampaignRules,
    recordingConsent,
    registration,
  ],
  unmodelled: (purpose, voice, regions) => {
    if (purpose !== 'political' || voice === 'live') return [];
    return regions
      .filter((region) => politicalRecordings.has(region))
      .map((state) => `US-${state}:political:recorded`);
  },
};
