/** Arizona: the ban on unsolicited sales calls to mobiles, and consent to recorded ones. */
import { mobileBan } from '../state-rules/mobile-ban.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Arizona. */
export const arizona: StateLaw = {
  code: 'AZ',
  rules: [
    mobileBan({
      id: 'us.az.cell_ban',
      jurisdiction: 'US-AZ',
      title: 'Arizona: no unsolicited sales calls to mobiles',
      citation: 'A.R.S. 44-1278(B)(3), (6)',
      business: 'inside',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: 'no unsolicited sales calls to mobiles',
          source: {
            title: 'Arizona Revised Statutes',
            href: 'https://www.azleg.gov/ars/44/01278.htm',
            pinpoint: '44-1278(B)(3), (6)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'At any hour, also to businesses; a relationship is not a request. A line of unknown type ' +
        'counts as mobile, the stricter reading.',
    }),
    recordedConsent({
      id: 'us.az.recorded_consent',
      jurisdiction: 'US-AZ',
      title: 'Arizona: recorded sales calls need consent or a customer',
      citation: 'A.R.S. 13-2919',
      purposes: ['telemarketing'],
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: ['contract', 'relationship'],
          source: {
            title: 'Arizona Revised Statutes',
            href: 'https://www.azleg.gov/ars/13/02919.htm',
            pinpoint: '13-2919(A)-(B), read in a copy of the section',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Calls to businesses are inside. Surveys whose answers are used to sell are inside: give such a ' +
        'campaign the purpose telemarketing.',
    }),
  ],
};
