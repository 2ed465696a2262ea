/** South Dakota: calling hours, Sundays, and recorded calls on weekdays alone. */
import { weekly } from '../../../engine/schedule.js';
import { closedOnSundays } from '../state-rules/closed-days.js';
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
          from: '1997-01-01',
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
      remarks: 'The chapter is of 1997 (SL 1997, ch. 222). The day is not established: its first is used.',
    }),
    stateHours({
      id: 'us.sd.sunday',
      jurisdiction: 'US-SD',
      title: 'South Dakota: no calls on Sunday',
      citation: 'SDCL 37-30A-3(2)',
      values: [
        {
          from: '1997-01-01',
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
    stateHours({
      id: 'us.sd.adad',
      jurisdiction: 'US-SD',
      title: 'South Dakota: recorded sales calls on weekdays from 9 to 21',
      citation: 'SDCL 37-30-28',
      voices: 'recorded',
      scope: 'call',
      business: 'inside',
      values: [
        {
          from: '1991-01-01',
          value: weekly({ weekdays: '09:00-21:00', saturday: '', sunday: '' }),
          source: {
            title: 'South Dakota Codified Laws',
            href: 'https://sdlegislature.gov/Statutes/37-30-28',
            pinpoint: '37-30-28; SL 1991, ch. 322',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Any number in the state, businesses included. The day in 1991 is not established: its ' +
        'first is used.',
    }),
  ],
};
