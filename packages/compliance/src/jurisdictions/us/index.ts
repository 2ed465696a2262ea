/** The United States: federal law, states, New York City, territories. */
import type { Pack } from '../../engine/pack.js';
import { federalAbandonment } from './federal/abandonment.js';
import { federalCampaignRules } from './federal/campaign-duties.js';
import { federalDoNotCall } from './federal/do-not-call.js';
import { regulationFRules } from './federal/regulation-f.js';
import { robocallConsent } from './federal/robocall-consent.js';
import { federalHours } from './federal/tcpa-calling-hours.js';
import { wirelessExemptions } from './federal/wireless-exemptions.js';
import { stateDebtCaps } from './debt/state-debt-caps.js';
import { recordingConsent } from './states/recording-consent.js';
import { midwest } from './states/midwest.js';
import { northeast } from './states/northeast.js';
import { southeast } from './states/southeast.js';
import { west } from './states/west.js';

/** States that ban or restrict recorded political calls in ways not modelled here. */
const POLITICAL_RECORDINGS: ReadonlySet<string> = new Set(['AR', 'IN', 'MN', 'MT', 'NC', 'ND', 'NH', 'WY']);

/** Rules of the United States. */
export const unitedStates: Pack = {
  country: 'US',
  name: 'United States',
  rules: [
    ...federalHours,
    ...robocallConsent,
    ...wirelessExemptions,
    ...federalDoNotCall,
    ...federalAbandonment,
    ...regulationFRules,
    ...stateDebtCaps,
    ...northeast,
    ...southeast,
    ...midwest,
    ...west,
    ...federalCampaignRules,
    ...recordingConsent,
  ],
  unmodelled: (purpose, voice, regions) => {
    if (purpose !== 'political' || voice === 'live') return undefined;
    const state = regions.find((region) => POLITICAL_RECORDINGS.has(region));
    return state === undefined ? undefined : `US-${state}:political:recorded`;
  },
};
