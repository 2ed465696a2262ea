/** South Dakota: calling hours, Sundays, and a note on automatic dialers. */
import { weekly } from '../../../engine/schedule.js';
import { closedOnSundays } from '../state-rules/closed-days.js';
import { reviewNote } from '../state-rules/review-note.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of South Dakota. */
export const southDakota: StateLaw = {
  code: 'SD',
  rules: [
    stateHours({
      id: 'us.sd.hours',
      jurisdiction: 'US-SD',
      title: 'South Dakota calling hours',
      citation: 'SDCL 37-30A-3(2)',
      values: [
        {
          from: null,
          value: weekly({ weekdays: '09:00-21:00', saturday: '09:00-21:00', sunday: '*' }),
          source: {
            title: 'South Dakota Codified Laws',
            href: 'https://sdlegislature.gov/Statutes/37-30A-3',
            pinpoint: '37-30A-3(2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    stateHours({
      id: 'us.sd.sunday',
      jurisdiction: 'US-SD',
      title: 'South Dakota: no calls on Sunday',
      citation: 'SDCL 37-30A-3(2)',
      values: [
        {
          from: null,
          value: closedOnSundays,
          source: {
            title: 'South Dakota Codified Laws',
            href: 'https://sdlegislature.gov/Statutes/37-30A-3',
            pinpoint: '37-30A-3(2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    reviewNote({
      id: 'us.sd.adad',
      jurisdiction: 'US-SD',
      title: 'South Dakota: automatic dialers on weekdays',
      citation: 'SDCL 37-30-28',
      voices: 'recorded',
      values: [
        {
          from: null,
          value: 'weekday rule for automatic dialers',
          source: {
            title: 'South Dakota Codified Laws',
            href: 'https://sdlegislature.gov/Statutes/37-30-28',
            pinpoint: '37-30-28',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'The hours of this rule are not known here: no call is decided by it until the text is read.',
    }),
  ],
};
