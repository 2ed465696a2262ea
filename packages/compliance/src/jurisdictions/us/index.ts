/** The United States: federal law, states, New York City, territories. */
import type { GapFacts, Pack, Registry } from '../../engine/pack.js';
import { federalAbandonment } from './federal/abandonment.js';
import { bankruptcyStay } from './federal/bankruptcy.js';
import { federalCampaignRules } from './federal/campaign/index.js';
import { federalDoNotCall } from './federal/do-not-call.js';
import { exemptRobocalls } from './federal/exempt-robocalls/index.js';
import { regulationFRules } from './federal/regulation-f/index.js';
import { robocallConsent } from './federal/robocall-consent/index.js';
import { federalHours } from './federal/tcpa-calling-hours.js';
import { furtherCollectionLaws } from './state-rules/further-collection-laws.js';
import { recordingConsent } from './state-rules/recording-consent.js';
import { registration } from './state-rules/registration.js';
import { stateLaws } from './states/index.js';

/** States whose rules bind creditors that collect their own debts. */
const creditorStates = new Set(stateLaws.filter((law) => law.creditors === 'bound').map((law) => law.code));

/** A creditor about the debt of a consumer: Regulation F is about collectors, so the state's law decides. */
const isCreditorCall = ({ campaign, lead }: GapFacts): boolean =>
  campaign.firstParty === true && lead?.isBusiness !== true;

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
    ...exemptRobocalls,
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
  unmodelled: (purpose, _voice, regions) => {
    if (purpose !== 'debt-collection') return [];
    // The state of the address stands first; the area code's counts where there is no address.
    const [state] = regions;
    if (state !== undefined && creditorStates.has(state)) return [];
    const place = state === undefined ? 'US' : `US-${state}`;
    return [{ name: `${place}:debt-collection:first-party`, concerns: isCreditorCall }];
  },
};
