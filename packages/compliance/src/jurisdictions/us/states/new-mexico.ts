/** New Mexico: calling hours of sales calls, and the relationship that recorded ones need. */
import { hasConsent } from '../../../engine/consent.js';
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedSalesBan } from '../state-rules/recorded-sales-ban.js';
import { hasCurrentRelationship } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of New Mexico. */
export const newMexico: StateLaw = {
  code: 'NM',
  rules: [
    stateHours({
      id: 'us.nm.hours',
      jurisdiction: 'US-NM',
      title: 'New Mexico calling hours',
      citation: 'NMSA 57-12-22(B)(5)',
      business: 'inside',
      values: [
        {
          from: '1989-01-01',
          value: everyDay('09:00-21:00'),
          source: {
            title: 'New Mexico Statutes',
            href: 'https://law.justia.com/codes/new-mexico/chapter-57/article-12/section-57-12-22/',
            pinpoint: '57-12-22(B)(5)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Laws 1989, ch. 309, amended later. The year is from memory; its first day is used.',
    }),
    recordedSalesBan({
      id: 'us.nm.adad_sales',
      jurisdiction: 'US-NM',
      title: 'New Mexico: recorded sales calls to customers who consent alone',
      citation: 'NMSA 57-12-22(A)',
      lifted: (context, at) => hasCurrentRelationship(context, at) && hasConsent(context, at, 'express'),
      needs: ['lead.consent'],
      because: 'Recorded sales calls need an established relationship and consent here.',
      values: [
        {
          from: '1989-01-01',
          value: 'no recorded sales without a relationship and consent',
          source: {
            title: 'New Mexico Statutes',
            href: 'https://law.justia.com/codes/new-mexico/2006/nmrc/jd_57-12-22-13117.html',
            pinpoint: '57-12-22(A)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Both together: consent alone does not lift it. Businesses are inside. Laws 1989, ch. 309; the ' +
        'year is from memory, its first day is used.',
    }),
  ],
};
