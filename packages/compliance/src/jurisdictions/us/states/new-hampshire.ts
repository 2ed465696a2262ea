/** New Hampshire: no calling hours of its own were found; the federal hours apply. */
import { reviewNote } from '../state-rules/review-note.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of New Hampshire. */
export const newHampshire: StateLaw = {
  code: 'NH',
  recordingConsent: 'all-party',
  recordedPoliticalCalls: 'not-modelled',
  rules: [
    reviewNote({
      id: 'us.nh',
      jurisdiction: 'US-NH',
      title: 'No state calling hours found; federal hours apply',
      citation: 'various',
      values: [
        {
          from: null,
          value: 'federal hours',
          source: {
            title: 'State law',
            href: 'https://www.law.cornell.edu/states/new_hampshire',
            pinpoint: 'various',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'No further finding.',
    }),
  ],
};
