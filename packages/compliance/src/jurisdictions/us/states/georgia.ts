/** Georgia: hours of recorded calls, the consent and the permit for them. */
import { everyDay } from '../../../engine/schedule.js';
import { askRegistration } from '../../../review/registrations.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { reviewNote } from '../state-rules/review-note.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import { isBusiness } from '../terms.js';
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
      purposes: ['telemarketing', 'charity', 'research'],
      business: 'inside',
      values: [
        {
          from: '1987-01-01',
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
        'Sales calls and polls. Recorded calls also need a permit; identification at the start; no ' +
        'caller-ID blocking. No state hours for live calls. Since 2024-07-01 (SB 73) those for whom a ' +
        'sales call is made answer for it, knowing or not. Ga. L. 1987, p. 1159. The day in the year is ' +
        'not established: its first is used.',
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
          from: '1987-01-01',
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
      remarks:
        'A registration, not a matter of one call: a review item. Ga. L. 1987, p. 1159. The day ' +
        'in the year is not established: its first is used.',
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
    recordedConsent({
      id: 'us.ga.recorded_consent',
      jurisdiction: 'US-GA',
      title: 'Georgia: recorded sales calls and polls need written consent or a live introduction',
      citation: 'O.C.G.A. 46-5-23(a)(2)(A), (3)-(4)',
      purposes: ['telemarketing', 'research'],
      level: 'written',
      outside: (context) => context.campaign.purpose === 'telemarketing' && isBusiness(context),
      values: [
        {
          from: '1987-01-01',
          value: [],
          source: {
            title: 'Official Code of Georgia',
            href:
              'https://codes.findlaw.com/ga' +
              '/title-46-public-utilities-and-public-transportation/ga-code-sect-46-5-23/',
            pinpoint: '46-5-23(a)(2)(A), (3)-(4); Ga. L. 1987, p. 1159',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'What nonprofits and collectors are spared are other conditions, not the consent. It ' +
        'holds two years: ' +
        'give its expiry with the consent. The day in 1987 is not established: its first is used.',
    }),
  ],
};
