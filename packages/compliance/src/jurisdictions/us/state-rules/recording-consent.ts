/** Recording of calls: the duty to have the consent of all parties, in the states whose files say so. */
import type { Duty } from '../../../duties/duty.js';
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

const ANNOUNCEMENT: Duty = {
  kind: 'message',
  when: 'recording',
  content: 'in all-party states: announcement that the call is recorded, journaled, or consent on file',
};

/** The duty, for the rule list and the trace. */
export const recordingConsent: Rule = rule<readonly string[]>({
  id: 'us.recording_consent',
  jurisdiction: 'US',
  title: 'Recording needs the consent of all parties in some states',
  citation: 'state wiretapping laws',
  purposes: [...ALL_PURPOSES, 'emergency'],
  parameter: {
    unit: 'states',
    values: [
      {
        from: null,
        undated: 'A list of states, whose laws began on different days.',
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
  duties: (states, campaign) => [
    { kind: 'all-party-recording', states },
    ...(campaign.purpose === 'emergency' ? [] : [ANNOUNCEMENT]),
  ],
  review: ({ flow }) =>
    flow.recordsCalls === true && flow.recordingAnnounced !== true
      ? [
          {
            topic: 'preparation',
            severity: 'notice',
            message: 'Calls into all-party states are not recorded without an announcement or consent.',
            remedy: 'Announce the recording and journal it.',
          },
        ]
      : [],
});

/** Whether a call may be recorded. */
export interface RecordingDuty {
  readonly allPartyConsent: boolean;
  /** True where the given facts allow a recording. */
  readonly mayRecord: boolean;
  readonly because: string;
}

/**
 * Judges recording: in all-party states a call is recorded only with consent on file or an announcement
 * played and journaled.
 *
 * @param jurisdictions of a decision, such as 'US-CA'
 */
export function recordingDuty(
  jurisdictions: readonly string[],
  facts: { readonly consentOnFile: boolean; readonly announcementJournaled: boolean },
): RecordingDuty {
  const state = jurisdictions.find((name) => name.startsWith('US-') && allParty.has(name.slice(3)));
  if (state === undefined)
    return {
      allPartyConsent: false,
      mayRecord: true,
      because: 'No all-party state is among the jurisdictions.',
    };
  const mayRecord = facts.consentOnFile || facts.announcementJournaled;
  return {
    allPartyConsent: true,
    mayRecord,
    because: mayRecord
      ? `${state}: consent is on file or the announcement was played.`
      : `${state} asks for the consent of all parties: play the announcement first, and journal it.`,
  };
}
