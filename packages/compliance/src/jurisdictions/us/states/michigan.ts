/** Michigan: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
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
  ],
};
