/** Nevada: calling hours of sales calls, and those of recorded ones. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { hasCurrentRelationship } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Nevada. */
export const nevada: StateLaw = {
  code: 'NV',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.nv.hours',
      jurisdiction: 'US-NV',
      title: 'Nevada calling hours',
      citation: 'NRS 598.0918(3)',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('09:00-20:00'),
          source: {
            title: 'Nevada Revised Statutes',
            href: 'https://www.leg.state.nv.us/NRS/NRS-598.html#NRS598Sec0918',
            pinpoint: '598.0918(3)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Uncertain: a deceptive-trade rule for consumers.',
    }),
    stateHours({
      id: 'us.nv.adad_hours',
      jurisdiction: 'US-NV',
      title: 'Nevada: recorded sales calls from 9 to 21',
      citation: 'NRS 597.814',
      voices: 'recorded',
      scope: 'call',
      business: 'inside',
      lifted: (context, at) => context.campaign.taxExempt === true || hasCurrentRelationship(context, at),
      values: [
        {
          from: null,
          undated: UNDATED.recodified,
          value: everyDay('09:00-21:00'),
          source: {
            title: 'Nevada Revised Statutes',
            href: 'http://www.contactcentercompliance.com/legal/statutes/NV/NRS/597.814.adpx',
            pinpoint: '597.814(2)(a), (3); AB 193 of 1999 for the device',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'A recorded or live natural voice first says what the call is, that a device plays the message, ' +
        'and who calls: no consent is asked for. Outside: nonprofit organisations and people with a ' +
        'business relationship. Whether the device must generate numbers is disputed: every one is ' +
        'inside, the stricter reading. Section 597.930 said it before.',
    }),
  ],
};
