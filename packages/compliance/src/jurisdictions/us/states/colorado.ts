/** Colorado: the federal hours apply; recorded sales calls need consent or a relationship. */
import { recordedConsent } from '../state-rules/recorded-consent.js';
import { reviewNote } from '../state-rules/review-note.js';
import { isCampaignOutsideTsr } from '../terms.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Colorado. */
export const colorado: StateLaw = {
  code: 'CO',
  registry: 'Colorado No-Call List',
  registration: 'asked',
  rules: [
    reviewNote({
      id: 'us.co',
      jurisdiction: 'US-CO',
      title: 'No state calling hours found; federal hours apply',
      citation: 'various',
      values: [
        {
          from: null,
          undated: UNDATED.noRule,
          value: 'federal hours',
          source: {
            title: 'State law',
            href: 'https://www.law.cornell.edu/states/colorado',
            pinpoint: 'various',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'No hours to decide. C.R.S. 6-1-904, read: registered numbers are not called, callers register ' +
        '(6-1-905(3)(b)(II)), do not block their number, and take a new copy of the list within 30 days ' +
        'after each quarter begins.',
    }),
    recordedConsent({
      id: 'us.co.recorded_consent',
      jurisdiction: 'US-CO',
      title: 'Colorado: recorded sales calls need consent or a relationship',
      citation: 'C.R.S. 18-9-311(1)',
      purposes: ['telemarketing'],
      outside: ({ campaign }) => isCampaignOutsideTsr(campaign),
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: ['relationship'],
          source: {
            title: 'Colorado Revised Statutes, title 18',
            href: 'https://colorado.public.law/statutes/crs_18-9-311',
            pinpoint: '18-9-311(1); a bill of 2008 (SB 08-146) read about the section',
          },
          verification: 'memory',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'Businesses are inside. From memory: an automated dialing system with a recorded message may ' +
        'solicit a purchase only within a relationship or with consent. Sales of a tax-exempt ' +
        'organisation itself are left to federal law, which is not confirmed. Switchable by name.',
    }),
  ],
};
