/** Florida: calling hours, a cap on sales calls, and consent to automated dialing. */
import { isStartedByMachine } from '../../../engine/context.js';
import { everyDay } from '../../../engine/schedule.js';
import { autodialConsent } from '../state-rules/autodial-consent.js';
import { salesCallCap } from '../state-rules/sales-call-cap.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Florida. */
export const florida: StateLaw = {
  code: 'FL',
  registry: 'Florida Do Not Call List',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.fl.hours',
      jurisdiction: 'US-FL',
      title: 'Florida calling hours',
      citation: 'Fla. Stat. 501.616(6)(a)',
      business: 'inside',
      values: [
        {
          from: '2021-07-01',
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Florida Statutes',
            href:
              'http://www.leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute' +
              '&URL=0500-0599/0501/Sections/0501.616.html',
            pinpoint: '501.616(6)(a)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'A Florida area code is presumed to reach a Floridian.',
    }),
    salesCallCap({
      id: 'us.fl.freq',
      jurisdiction: 'US-FL',
      title: 'Florida: three sales calls on a subject in 24 hours',
      citation: 'Fla. Stat. 501.616(6)(b)',
      business: 'inside',
      subject: 'same',
      values: [
        {
          from: '2021-07-01',
          value: { max: 3, period: { hours: 24 } },
          source: {
            title: 'Florida Statutes',
            href:
              'http://www.leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute' +
              '&URL=0500-0599/0501/Sections/0501.616.html',
            pinpoint: '501.616(6)(b)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    autodialConsent({
      id: 'us.fl.autodial_consent',
      jurisdiction: 'US-FL',
      title: 'Florida: written consent for automated selection and dialing',
      citation: 'Fla. Stat. 501.059(8)',
      values: [
        {
          from: '2021-07-01',
          value: 'written',
          source: {
            title: 'Florida Statutes',
            href:
              'http://www.leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute' +
              '&URL=0500-0599/0501/Sections/0501.059.html',
            pinpoint: '501.059(8)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Covers recorded messages. Only a call a person starts by a click is outside.',
      review: ({ campaign }) =>
        campaign.purpose === 'telemarketing' && isStartedByMachine(campaign)
          ? [
              {
                topic: 'consent',
                severity: 'notice',
                message:
                  'In Florida, Oklahoma and Maryland this mode needs written consent of each lead, ' +
                  'live agent or not.',
                remedy: 'Call those without consent by preview started by a click, or manually.',
              },
            ]
          : [],
    }),
  ],
};
