/** Minnesota: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Minnesota. */
export const minnesota: StateLaw = {
  code: 'MN',
  rules: [
    stateHours({
      id: 'us.mn.hours',
      jurisdiction: 'US-MN',
      title: 'Minnesota calling hours',
      citation: 'Minn. Stat. 325E.30',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('09:00-21:00'),
          source: {
            title: 'Minnesota Statutes',
            href: 'https://www.revisor.mn.gov/statutes/cite/325E.30',
            pinpoint: '325E.30',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    recordedConsent({
      id: 'us.mn.recorded_consent',
      jurisdiction: 'US-MN',
      title: 'Minnesota: recorded calls need consent or a live introduction',
      citation: 'Minn. Stat. 325E.26-325E.27',
      values: [
        {
          from: '1987-08-01',
          value: ['relationship', 'school', 'work-schedule'],
          source: {
            title: 'Minnesota Statutes',
            href: 'https://www.revisor.mn.gov/statutes/cite/325E.27',
            pinpoint: '325E.27',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks:
        'Whatever the message is about, political ones included, to any line. Outside: schools to pupils, ' +
        'parents and employees; subscribers with a current business or personal relationship ' +
        '(existing contract, a purchase of 18 months, the own debtor); work schedules.',
    }),
  ],
};
