/** Georgia: hours of recorded calls, and the permit for them. */
import { everyDay } from '../../../engine/schedule.js';
import { askRegistration } from '../../../review/registrations.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { reviewNote } from '../state-rules/review-note.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Georgia. */
export const georgia: StateLaw = {
  code: 'GA',
  rules: [
    stateHours({
      id: 'us.ga',
      jurisdiction: 'US-GA',
      title: 'Georgia: recorded calls from 8 to 21',
      citation: 'O.C.G.A. 46-5-23, 46-5-27',
      voices: 'recorded',
      purposes: ['telemarketing', 'charity'],
      business: 'inside',
      values: [
        {
          from: null,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Official Code of Georgia',
            href:
              'https://codes.findlaw.com/ga' +
              '/title-46-public-utilities-and-public-transportation/ga-code-sect-46-5-23/',
            pinpoint: '46-5-23, 46-5-27',
          },
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Recorded calls also need a permit; identification at the start; no caller-ID blocking. ' +
        'No state hours for live calls.',
    }),
    reviewNote({
      id: 'us.ga.permit',
      jurisdiction: 'US-GA',
      title: 'Georgia: permit for recorded calls',
      citation: 'O.C.G.A. 46-5-23',
      purposes: DEVICE_PURPOSES,
      voices: 'recorded',
      values: [
        {
          from: null,
          value: 'obtain the permit before recorded calls',
          source: {
            title: 'Official Code of Georgia',
            href:
              'https://codes.findlaw.com/ga' +
              '/title-46-public-utilities-and-public-transportation/ga-code-sect-46-5-23/',
            pinpoint: '46-5-23',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'A registration, not a matter of one call: a review item.',
      review: (question) =>
        question.campaign.voice === 'live'
          ? []
          : askRegistration(question, {
              place: 'US-GA',
              kinds: ['permit'],
              message: 'Georgia asks for a permit for recorded calls.',
              remedy: 'Obtain it, or leave Georgia out.',
            }),
    }),
  ],
};
