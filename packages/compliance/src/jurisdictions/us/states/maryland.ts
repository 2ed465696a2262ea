/** Maryland: calling hours, a cap on sales calls, and consent to automated dialing. */
import { everyDay } from '../../../engine/schedule.js';
import { autodialConsent } from '../state-rules/autodial-consent.js';
import { salesCallCap } from '../state-rules/sales-call-cap.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Maryland. */
export const maryland: StateLaw = {
  code: 'MD',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.md.hours',
      jurisdiction: 'US-MD',
      title: 'Maryland calling hours',
      citation: 'Md. Code, Com. Law 14-4501 ff. (14-4502(c))',
      business: 'inside',
      values: [
        {
          from: '2024-01-01',
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Maryland Code, Commercial Law',
            href: 'https://mgaleg.maryland.gov/mgawebsite/Laws/StatuteText?article=gcl&section=14-4502',
            pinpoint: '14-4502(c)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    salesCallCap({
      id: 'us.md.freq',
      jurisdiction: 'US-MD',
      title: 'Maryland: three sales calls on a subject in 24 hours',
      citation: 'Md. Code, Com. Law 14-4501 ff.',
      business: 'inside',
      subject: 'same',
      values: [
        {
          from: '2024-01-01',
          value: { max: 3, period: { hours: 24 } },
          source: {
            title: 'Maryland Code, Commercial Law',
            href: 'https://mgaleg.maryland.gov/mgawebsite/Laws/StatuteText?article=gcl&section=14-4501',
            pinpoint: '14-4501 ff.',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    autodialConsent({
      id: 'us.md.autodial_consent',
      jurisdiction: 'US-MD',
      title: 'Maryland: written consent for automated selection or dialing',
      citation: 'Md. Code, Com. Law 14-4501 ff.',
      values: [
        {
          from: '2024-01-01',
          value: 'written',
          source: {
            title: 'Maryland Code, Commercial Law',
            href: 'https://mgaleg.maryland.gov/mgawebsite/Laws/StatuteText?article=gcl&section=14-4501',
            pinpoint: '14-4501 ff.',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
  ],
};
