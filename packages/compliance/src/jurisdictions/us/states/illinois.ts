/** Illinois: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Illinois. */
export const illinois: StateLaw = {
  code: 'IL',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.il',
      jurisdiction: 'US-IL',
      title: 'Illinois calling hours',
      citation: '815 ILCS 413/15(a)',
      business: 'inside',
      values: [
        {
          from: null,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Illinois Compiled Statutes',
            href: 'https://www.ilga.gov/legislation/ilcs/documents/081504130K15.htm',
            pinpoint: '815 ILCS 413/15(a)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Covers calls to businesses. Tables that say 9 to 21 mean recorded calls under 815 ILCS 305 ' +
        '(from memory).',
    }),
  ],
};
