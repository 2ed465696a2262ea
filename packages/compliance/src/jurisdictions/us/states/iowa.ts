/** Iowa: no calling hours of its own were found; the federal hours apply. */
import { reviewNote } from '../state-rules/review-note.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Iowa. */
export const iowa: StateLaw = {
  code: 'IA',
  creditors: 'bound',
  rules: [
    reviewNote({
      id: 'us.ia',
      jurisdiction: 'US-IA',
      title: 'No state calling hours found; federal hours apply',
      citation: 'various',
      values: [
        {
          from: null,
          value: 'federal hours',
          source: {
            title: 'State law',
            href: 'https://www.law.cornell.edu/states/iowa',
            pinpoint: 'various',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'No hours found; unproven.',
    }),
    creditorHours({
      id: 'us.ia.debt_hours',
      jurisdiction: 'US-IA',
      title: 'Iowa: collection calls from 8 to 21, by creditors, too',
      citation: 'Iowa Code 537.7103(2)',
      values: [
        {
          from: null,
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'Iowa Code',
            href: 'https://www.legis.iowa.gov/docs/code/537.7103.pdf',
            pinpoint: '537.7103(2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Binds everyone who collects, for an employer as well (537.7102(5), read); that unusual hours are ' +
        'barred is from a page of a law firm, and 8 to 21 is the strict reading of it.',
    }),
  ],
};
