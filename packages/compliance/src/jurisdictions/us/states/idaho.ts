/** Idaho: no calling hours of its own were found; the federal hours apply. */
import { reviewNote } from '../state-rules/review-note.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Idaho. */
export const idaho: StateLaw = {
  code: 'ID',
  registration: 'asked',
  rules: [
    reviewNote({
      id: 'us.id',
      jurisdiction: 'US-ID',
      title: 'No state calling hours found; federal hours apply',
      citation: 'various',
      values: [
        {
          from: null,
          undated: UNDATED.noRule,
          value: 'federal hours',
          source: {
            title: 'State law',
            href: 'https://www.law.cornell.edu/states/idaho',
            pinpoint: 'various',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Registration duty; no hours to decide.',
    }),
  ],
};
