/** States in which all parties must consent to recording a call: a duty, not a refusal. */
import { ALL_PURPOSES, rule, type Rule } from '../../../engine/rule.js';
import { always } from '../../../engine/parameter.js';

/**
 * US states whose law asks for the consent of all parties to a recording. Verify each before relying on it.
 */
export const ALL_PARTY_RECORDING_STATES: readonly string[] = [
  'CA',
  'CT',
  'DE',
  'FL',
  'IL',
  'MD',
  'MA',
  'MI',
  'MT',
  'NV',
  'NH',
  'OR',
  'PA',
  'WA',
];

/** The duty, for the rule list and the trace. */
export const recordingConsent: readonly Rule[] = [
  rule<readonly string[]>({
    id: 'us.recording_consent',
    jurisdiction: 'US',
    title: 'Recording needs the consent of all parties in some states',
    citation: 'state wiretapping laws',
    purposes: ALL_PURPOSES,
    effects: ['duty'],
    parameter: {
      unit: 'states',
      values: always(
        ALL_PARTY_RECORDING_STATES,
        {
          title: 'State wiretapping laws',
          href: 'https://www.law.cornell.edu/wex/recording_telephone_calls',
          pinpoint: 'by state',
        },
        'memory',
      ),
    },
    inputs: (context) => ({
      allParty: context.place.regions.some((region) => ALL_PARTY_RECORDING_STATES.includes(region)),
    }),
    remarks:
      'Without consent on file, or an announcement played and journaled, the call is not recorded. Ask `recordingDuty`.',
  }),
];
