/** Mississippi: calling hours, which the statute states in Central time, and Sundays. */
import { everyDay, weekly } from '../../../engine/schedule.js';
import { DEVICE_PURPOSES, callingWindow } from '../../../rules/calling-window.js';
import { Zone } from '../../../time/zone.js';
import { closedOnSundays } from '../state-rules/closed-days.js';
import { stateHours } from '../state-rules/state-hours.js';
import { hasCurrentRelationship, recordedConsent } from '../state-rules/recorded-consent.js';
import { recordedSalesBan } from '../state-rules/recorded-sales-ban.js';
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
            from: '2003-01-01',
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
        'and where the person is. Covers businesses. Laws 2003, ch. 478. The day in the year is ' +
        'not established: its first is used.',
    }),
    stateHours({
      id: 'us.ms.sunday',
      jurisdiction: 'US-MS',
      title: 'Mississippi: no calls on Sunday',
      citation: 'Miss. Code 77-3-723(1)',
      business: 'inside',
      values: [
        {
          from: '2003-01-01',
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
      remarks:
        'A ban on legal holidays (39 Miss. Admin. Code Pt. 1, R. 1:28) was repealed by 2024-06: ' +
        'calls before ' +
        'it are judged without it, too. Laws 2003, ch. 478. The day in the year is not ' +
        'established: its first is used.',
    }),
    recordedConsent({
      id: 'us.ms.recorded_consent',
      jurisdiction: 'US-MS',
      title: 'Mississippi: recorded calls need consent or a live introduction',
      citation: 'Miss. Code 77-3-455',
      values: [
        {
          from: '1989-07-01',
          value: ['relationship', 'school', 'work-schedule'],
          source: {
            title: 'Mississippi Code',
            href: 'https://law.justia.com/codes/mississippi/title-77/chapter-3/article-9/section-77-3-455/',
            pinpoint: '77-3-453(5), 77-3-455; Laws 1989, ch. 436',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Whatever the message is about. Messages to customers and others with an established relationship ' +
        'are outside: schools and employers are read as such.',
    }),
    callingWindow({
      id: 'us.ms.adad_hours',
      jurisdiction: 'US-MS',
      title: 'Mississippi: announcing devices from 9 to 21',
      citation: 'Miss. Code 77-3-453(3)',
      purposes: DEVICE_PURPOSES,
      voices: 'recorded',
      scope: 'call',
      parameter: {
        unit: 'local time, and Central time',
        values: [
          {
            from: '1989-07-01',
            value: everyDay('09:00-21:00'),
            source: {
              title: 'Mississippi Code',
              href: 'https://law.justia.com/codes/mississippi/title-77/chapter-3/article-9/section-77-3-453/',
              pinpoint: '77-3-453(3), (5); Laws 1989, ch. 436',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-26',
          },
        ],
      },
      furtherZones: () => [centralTime],
      lifted: hasCurrentRelationship,
      remarks: 'Whatever the message is about; people with an established relationship are outside.',
    }),
    recordedSalesBan({
      id: 'us.ms.adad_sales',
      jurisdiction: 'US-MS',
      title: 'Mississippi: recorded sales calls to customers alone',
      citation: 'Miss. Code 77-3-453(4), 77-3-723(2)',
      lifted: hasCurrentRelationship,
      values: [
        {
          from: '1989-07-01',
          value: 'no sales by an announcing device without an established relationship',
          source: {
            title: 'Mississippi Code',
            href: 'https://law.justia.com/codes/mississippi/title-77/chapter-3/article-9/section-77-3-453/',
            pinpoint: '77-3-453(4)-(5); 77-3-723(2) since 2003',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Consent alone does not lift it: the texts name customers, and calls that the person ' +
        'requested, which ' +
        'no fact of the request tells.',
    }),
  ],
};
