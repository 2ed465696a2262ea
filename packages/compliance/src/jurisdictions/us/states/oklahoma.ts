/** Oklahoma: calling hours, a cap on sales calls, and consent to automated dialing. */
import { everyDay } from '../../../engine/schedule.js';
import { autodialConsent } from '../state-rules/autodial-consent.js';
import { salesCallCap } from '../state-rules/sales-call-cap.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Oklahoma. */
export const oklahoma: StateLaw = {
  code: 'OK',
  registry: 'Oklahoma Do Not Call Registry',
  rules: [
    stateHours({
      id: 'us.ok.hours',
      jurisdiction: 'US-OK',
      title: 'Oklahoma calling hours',
      citation: '15 O.S. 775C.4(A)',
      business: 'inside',
      values: [
        {
          from: '2022-11-01',
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Oklahoma Statutes, title 15',
            href: 'https://law.justia.com/codes/oklahoma/title-15/section-15-775c-4/',
            pinpoint: '775C.4(A)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    salesCallCap({
      id: 'us.ok.freq',
      jurisdiction: 'US-OK',
      title: 'Oklahoma: three sales calls on a subject in 24 hours',
      citation: '15 O.S. 775C.4',
      business: 'inside',
      subject: 'same',
      values: [
        {
          from: '2022-11-01',
          value: { max: 3, period: { hours: 24 } },
          source: {
            title: 'Oklahoma Statutes, title 15',
            href: 'https://law.justia.com/codes/oklahoma/title-15/section-15-775c-4/',
            pinpoint: '775C.4',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    autodialConsent({
      id: 'us.ok.autodial_consent',
      jurisdiction: 'US-OK',
      title: 'Oklahoma: written consent for automated selection or dialing',
      citation: '15 O.S. 775C.3',
      values: [
        {
          from: '2022-11-01',
          value: 'written',
          source: {
            title: 'Oklahoma Statutes, title 15',
            href: 'https://law.justia.com/codes/oklahoma/title-15/section-15-775c-3/',
            pinpoint: '775C.3',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
  ],
};
