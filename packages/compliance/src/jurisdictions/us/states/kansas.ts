/** Kansas: no calling hours of its own were found; the federal hours apply. */
import { reviewNote } from '../state-rules/review-note.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Kansas. */
export const kansas: StateLaw = {
  code: 'KS',
  rules: [
    reviewNote({
      id: 'us.ks',
      jurisdiction: 'US-KS',
      title: 'No state calling hours found; federal hours apply',
      citation: 'various',
      values: [
        {
          from: null,
          undated: UNDATED.noRule,
          value: 'federal hours',
          source: {
            title: 'State law',
            href: 'https://www.law.cornell.edu/states/kansas',
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
