/** Mississippi: calling hours, which the statute states in Central time, and Sundays. */
import { weekly } from '../../../engine/schedule.js';
import { callingWindow } from '../../../rules/calling-window.js';
import { Zone } from '../../../time/zone.js';
import { closedOnSundays } from '../state-rules/closed-days.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** Central time as observed: the statute names it for every call. */
const centralTime = new Zone('America/Chicago', []);

/** The calling law of Mississippi. */
export const mississippi: StateLaw = {
  code: 'MS',
  rules: [
    callingWindow({
      id: 'us.ms.hours',
      jurisdiction: 'US-MS',
      title: 'Mississippi calling hours',
      citation: 'Miss. Code 77-3-723(1)',
      parameter: {
        unit: 'local time, and Central time',
        values: [
          {
            from: null,
            value: weekly({ weekdays: '08:00-20:00', saturday: '08:00-20:00', sunday: '*' }),
            source: {
              title: 'Mississippi Code',
              href:
                'https://law.justia.com/codes/mississippi/title-77/chapter-3/article-15' +
                '/section-77-3-723/',
              pinpoint: '77-3-723(1)',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-22',
          },
        ],
      },
      furtherZones: () => [centralTime],
      remarks:
        'The statute says Central Standard Time: the window must be open in Central time as observed ' +
        'and where the person is. Covers businesses.',
    }),
    stateHours({
      id: 'us.ms.sunday',
      jurisdiction: 'US-MS',
      title: 'Mississippi: no calls on Sunday',
      citation: 'Miss. Code 77-3-723(1)',
      business: 'inside',
      values: [
        {
          from: null,
          value: closedOnSundays,
          source: {
            title: 'Mississippi Code',
            href: 'https://law.justia.com/codes/mississippi/title-77/chapter-3/article-15/section-77-3-723/',
            pinpoint: '77-3-723(1)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'The ban on legal holidays was repealed in 2024.',
    }),
    recordedConsent({
      id: 'us.ms.recorded_consent',
      jurisdiction: 'US-MS',
      title: 'Mississippi: recorded calls need consent or a live introduction',
      citation: 'Miss. Code 77-3-451 ff.',
      values: [
        {
          from: null,
          value: ['relationship', 'school', 'work-schedule'],
          source: {
            title: 'Mississippi Code',
            href: 'https://law.justia.com/codes/mississippi/title-77/chapter-3/article-9/section-77-3-451/',
            pinpoint: '77-3-451',
          },
          verification: 'memory',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks: 'From memory and read strictly: whatever the message is about. Switchable by name',
    }),
  ],
};
