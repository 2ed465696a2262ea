/** Alaska: no calling hours of its own were found; the federal hours apply. */
import { reviewNote } from '../state-rules/review-note.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Alaska. */
export const alaska: StateLaw = {
  code: 'AK',
  registration: 'asked',
  rules: [
    reviewNote({
      id: 'us.ak',
      jurisdiction: 'US-AK',
      title: 'No state calling hours found; federal hours apply',
      citation: 'AS 45.63',
      values: [
        {
          from: null,
          undated: UNDATED.noRule,
          value: 'federal hours',
          source: {
            title: 'Alaska Statutes',
            href: 'https://www.akleg.gov/basis/statutes.asp#45.63.010',
            pinpoint: '45.63',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Registration 30 days before.',
    }),
  ],
};
