/** Michigan: calling hours of sales calls, and consent to recorded ones. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import { isBusiness } from '../terms.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Michigan. */
export const michigan: StateLaw = {
  code: 'MI',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.mi.hours',
      jurisdiction: 'US-MI',
      title: 'Michigan calling hours',
      citation: 'MCL 750.540e(1)(f)',
      business: 'inside',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('09:00-21:00'),
          source: {
            title: 'Michigan Compiled Laws',
            href: 'https://www.legislature.mi.gov/Laws/MCL?objectName=mcl-750-540e',
            pinpoint: '750.540e(1)(f)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Whether the section needs malice is contested.',
    }),
    recordedConsent({
      id: 'us.mi.recorded_consent',
      jurisdiction: 'US-MI',
      title: 'Michigan: recorded sales calls need consent or a customer',
      citation: 'MCL 445.111, 445.111a',
      purposes: ['telemarketing'],
      outside: isBusiness,
      values: [
        {
          from: '2003-03-31',
          value: ['contract', 'relationship'],
          source: {
            title: 'Michigan Compiled Laws, Act 227 of 1971',
            href: 'http://www.legislature.mi.gov/mileg.aspx?page=GetObject&objectname=mcl-Act-227-of-1971',
            pinpoint: '445.111, 445.111a; 2002 Act 612, effective 2003-03-31',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'The heading of the section and a page on its terms were read: calls with the express ' +
        'invitation of a residential subscriber, and to existing customers, are no telephone solicitation.',
    }),
  ],
};
