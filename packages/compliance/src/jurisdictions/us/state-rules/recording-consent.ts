/** Recording of calls: the duty to have the consent of all parties, in the states whose files say so. */
import { ALL_PURPOSES, rule, type Rule } from '../../../engine/rule.js';
import { US_STATES } from '../../../place/data/us-states.js';
import { stateLaws } from '../states/index.js';

const allParty = new Set(
  stateLaws.filter((law) => law.recordingConsent === 'all-party').map((law) => law.code),
);

/** Codes of the states in which all parties must consent to a recording, in order of their names. */
export const ALL_PARTY_RECORDING_STATES: readonly string[] = Object.keys(US_STATES).filter((code) =>
  allParty.has(code),
);

/** The duty, for the rule list and the trace. */
export const recordingConsent: Rule = rule<readonly string[]>({
  id: 'us.recording_consent',
  jurisdiction: 'US',
  title: 'Recording needs the consent of all parties in some states',
  citation: 'state wiretapping laws',
  purposes: ALL_PURPOSES,
  effects: ['duty'],
  parameter: {
    unit: 'states',
    values: [
      {
        from: null,
        value: ALL_PARTY_RECORDING_STATES,
        source: {
          title: 'State wiretapping laws',
          href: 'https://www.law.cornell.edu/wex/recording_telephone_calls',
          pinpoint: 'by state',
        },
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  inputs: (context) => ({
    allParty: context.place.regions.some((region) => ALL_PARTY_RECORDING_STATES.includes(region)),
  }),
  remarks:
    'Without consent on file, or an announcement played and journaled, the call is not recorded. ' +
    'Ask `recordingDuty`.',
});
