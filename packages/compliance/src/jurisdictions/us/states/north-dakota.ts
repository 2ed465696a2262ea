/** North Dakota: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of North Dakota. */
export const northDakota: StateLaw = {
  code: 'ND',
  rules: [
    stateHours({
      id: 'us.nd.hours',
      jurisdiction: 'US-ND',
      title: 'North Dakota calling hours',
      citation: 'N.D.C.C. 51-28-05',
      purposes: ['telemarketing', 'charity'],
      values: [
        {
          from: '2003-08-01',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'North Dakota Century Code',
            href: 'https://ndlegis.gov/cencode/t51c28.pdf#nameddest=51-28-05',
            pinpoint: '51-28-05',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Telephone solicitation includes requests for donations (51-28-01(8)); that charities are outside ' +
        'the hours was not confirmed. The date is from memory.',
    }),
    recordedConsent({
      id: 'us.nd.recorded_consent',
      jurisdiction: 'US-ND',
      title: 'North Dakota: recorded calls need consent or a live introduction',
      citation: 'N.D.C.C. 51-28-02',
      values: [
        {
          from: '2003-08-01',
          value: ['relationship', 'school', 'work-schedule'],
          source: {
            title: 'North Dakota Century Code',
            href: 'https://ndlegis.gov/cencode/t51c28.pdf#nameddest=51-28-02',
            pinpoint: '51-28-02',
          },
          verification: 'primary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks:
        'Whatever the message is about. Outside: public safety agencies; school districts; subscribers ' +
        'with a current business relationship; work schedules. The date is from memory.',
    }),
  ],
};
