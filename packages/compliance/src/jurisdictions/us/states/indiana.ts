/** Indiana: hours of automated calls. */
import { everyDay } from '../../../engine/schedule.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Indiana. */
export const indiana: StateLaw = {
  code: 'IN',
  registry: 'Indiana Do Not Call List',
  rules: [
    stateHours({
      id: 'us.in.adad_hours',
      jurisdiction: 'US-IN',
      title: 'Indiana: automated calls from 9 to 20',
      citation: 'Ind. Code 24-4.7; 24-5-14-8',
      voices: 'recorded',
      purposes: DEVICE_PURPOSES,
      scope: 'call',
      values: [
        {
          from: '1988-01-01',
          value: everyDay('09:00-20:00'),
          source: {
            title: 'Indiana Code',
            href: 'https://law.justia.com/codes/indiana/title-24/article-5/chapter-14/section-24-5-14-8/',
            pinpoint: '24-4.7; 24-5-14-8',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Binds the device. Indiana keeps a quarterly list of its own. P.L. 151-1988. The year ' +
        'is from memory; its first day is used.',
    }),
    recordedConsent({
      id: 'us.in.recorded_consent',
      jurisdiction: 'US-IN',
      title: 'Indiana: recorded calls need consent or a live introduction',
      citation: 'Ind. Code 24-5-14-5',
      values: [
        {
          from: '1988-07-01',
          value: ['relationship', 'school', 'work-schedule'],
          source: {
            title: 'Indiana Code',
            href: 'https://law.justia.com/codes/indiana/title-24/article-5/chapter-14/section-24-5-14-5/',
            pinpoint: '24-5-14-5',
          },
          verification: 'primary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks:
        'Whatever the message is about, political ones included (State v. American Family Voices, ' +
        'Ind. 2008). Outside: schools; subscribers with a current business or personal relationship; ' +
        'work schedules.',
    }),
  ],
};
