/** Arkansas: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Arkansas. */
export const arkansas: StateLaw = {
  code: 'AR',
  rules: [
    stateHours({
      id: 'us.ar',
      jurisdiction: 'US-AR',
      title: 'Arkansas calling hours',
      citation: 'Ark. Code 4-99-405',
      values: [
        {
          from: null,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Arkansas Code',
            href:
              'https://law.justia.com/codes/arkansas/title-4/subtitle-7/chapter-99' +
              '/subchapter-4/section-4-99-405/',
            pinpoint: '4-99-405',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Federal hours by reference to 16 CFR 310.4.',
    }),
  ],
};
