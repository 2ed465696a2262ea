/** Iowa: no calling hours of its own were found; the federal hours apply. */
import { reviewNote } from '../state-rules/review-note.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

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
          undated: UNDATED.noRule,
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
          from: '1974-01-01',
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
        'barred is from a page of a law firm, and 8 to 21 is the strict reading of it. The ' +
        'Consumer Credit Code is of 1974. The year is from memory; its first day is used.',
    }),
    recordedConsent({
      id: 'us.ia.recorded_consent',
      jurisdiction: 'US-IA',
      title: 'Iowa: announcing devices for nonprofits, customers and debts alone',
      citation: 'Iowa Code 476.57',
      purposes: ['telemarketing', 'charity', 'research', 'informational', 'healthcare', 'financial-alert'],
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: ['relationship', 'nonprofit'],
          source: {
            title: 'Iowa Code of 1999',
            href: 'https://www.legis.iowa.gov/DOCS/IACODE/1999/476/57.html',
            pinpoint: '476.57(2)',
          },
          verification: 'memory',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Read in the Code of 1999; that it still stands is not confirmed, so it is kept and ' +
        'switchable by name. ' +
        'Members and employees are excepted, too. The text names no consent: who gave it is ' +
        'read as having a ' +
        'relationship. Campaigns for office and collection are outside.',
    }),
  ],
};
