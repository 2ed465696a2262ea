/** Kentucky: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Kentucky. */
export const kentucky: StateLaw = {
  code: 'KY',
  rules: [
    stateHours({
      id: 'us.ky.hours',
      jurisdiction: 'US-KY',
      title: 'Kentucky calling hours',
      citation: 'KRS 367.46955(16), 367.46951(2)',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('10:00-21:00'),
          source: {
            title: 'Kentucky Revised Statutes',
            href: 'https://law.justia.com/codes/kentucky/chapter-367/section-367-46955/',
            pinpoint: '367.46955(16), 367.46951(2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Merchant-to-merchant calls are outside. The list of the state is part of the national ' +
        'registry since 2007 (KRS 367.46994, read), and excepts more than federal law does.',
    }),
    recordedConsent({
      id: 'us.ky.recorded_consent',
      jurisdiction: 'US-KY',
      title: 'Kentucky: recorded sales calls and polls need written consent or a live introduction',
      citation: 'KRS 367.461(2)(a), 367.463',
      purposes: ['telemarketing', 'research'],
      level: 'written',
      values: [
        {
          from: '1992-07-14',
          value: [],
          source: {
            title: 'Kentucky Revised Statutes',
            href: 'https://www.legalfix.com/statutes/state-codes/kentucky/chapter-367/section-367-463',
            pinpoint: '367.463; 1992 Ky. Acts ch. 32',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Businesses are inside. What paragraph (3) of 367.461 excepts was not ' +
        'read. The consent ' +
        'holds two years: give its expiry with the consent.',
    }),
    stateHours({
      id: 'us.ky.adad_hours',
      jurisdiction: 'US-KY',
      title: 'Kentucky: recorded sales calls and polls from 8 to 21',
      citation: 'KRS 367.461(2)(e)',
      purposes: ['telemarketing', 'research'],
      voices: 'recorded',
      scope: 'call',
      business: 'inside',
      values: [
        {
          from: '1992-07-14',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Kentucky Revised Statutes',
            href: 'https://self-law.org/code/ky/chapter-367/367-461',
            pinpoint: '367.461(2)(e)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks: 'The date is that of 367.463, which the same act created.',
    }),
  ],
};
