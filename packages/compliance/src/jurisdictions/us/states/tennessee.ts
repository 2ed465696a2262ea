/** Tennessee: hours of sales calls, and of recorded sales calls and polls with the consent they need. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { Context } from '../../../engine/context.js';
import { isBusiness } from '../terms.js';
import type { Source } from '../../../engine/parameter.js';
import type { StateLaw } from '../state-rules/state-law.js';

const deviceLaw = (part: string): Source => ({
  title: 'Tennessee Code',
  href:
    'https://casetext.com/statute/tennessee-code' +
    '/title-47-commercial-instruments-and-transactions/chapter-18-consumer-protection' +
    '/part-15-consumer-telemarketing-protection' +
    '/section-47-18-1502-unlawful-use-of-adad-equipment-consent-to-calls',
  pinpoint: `47-18-1502${part}; Consumer Telemarketing Protection Act of 1990`,
});

/** Goods for a business are outside; polls are inside, businesses that are asked, too. */
function isOutsideDeviceLaw(context: Context): boolean {
  return context.campaign.purpose === 'telemarketing' && isBusiness(context);
}

/** The calling law of Tennessee. */
export const tennessee: StateLaw = {
  code: 'TN',
  registry: 'Tennessee Do Not Call Program',
  rules: [
    stateHours({
      id: 'us.tn.hours',
      jurisdiction: 'US-TN',
      title: 'Tennessee calling hours',
      citation: 'T.C.A. 65-4-402',
      values: [
        {
          from: '1999-01-01',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Tennessee Code',
            href: 'https://law.justia.com/codes/tennessee/title-65/chapter-4/part-4/section-65-4-402/',
            pinpoint: '65-4-402',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Acts 1999, ch. 478. The day in the year is not established: its first is used.',
    }),
    recordedConsent({
      id: 'us.tn.recorded_consent',
      jurisdiction: 'US-TN',
      title: 'Tennessee: recorded sales calls and polls need consent',
      citation: 'T.C.A. 47-18-1502(a)(1)',
      purposes: ['telemarketing', 'research'],
      outside: isOutsideDeviceLaw,
      values: [
        {
          from: '1990-01-01',
          value: [],
          source: deviceLaw('(a)(1)'),
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Sales of consumer goods, polls, and calls that solicit information. The permissible uses of ' +
        '47-18-1507 were not read: the stricter reading knows none. The day in 1990 is not ' +
        'established: its first is used.',
    }),
    stateHours({
      id: 'us.tn.adad_hours',
      jurisdiction: 'US-TN',
      title: 'Tennessee: recorded sales calls and polls from 8 to 21',
      citation: 'T.C.A. 47-18-1502(a)(2)',
      voices: 'recorded',
      purposes: ['telemarketing', 'research'],
      scope: 'call',
      business: 'inside',
      lifted: isOutsideDeviceLaw,
      values: [
        {
          from: '1990-01-01',
          value: everyDay('08:00-21:00'),
          source: deviceLaw('(a)(2)'),
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'A permit for the device, random dialing and unlisted numbers are no facts of a request. The day ' +
        'in 1990 is not established: its first is used.',
    }),
  ],
};
