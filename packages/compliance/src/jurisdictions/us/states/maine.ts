/** Maine: hours and a cap for automated calls, and the reassigned-numbers database for live ones. */
import type { Purpose } from '../../../contract.js';
import { isPlacedCall, isToThisPhone, wasRecorded } from '../../../engine/history.js';
import { weekly } from '../../../engine/schedule.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { frequencyCap } from '../../../rules/frequency-cap.js';
import { reviewNote } from '../state-rules/review-note.js';
import { stateHours } from '../state-rules/state-hours.js';
import { rule } from '../../../engine/rule.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** 10 M.R.S. 1498(1)(B): offers, donations, and calls that gather data or solicit information. */
const SOLICITATION: readonly Purpose[] = ['telemarketing', 'charity', 'research'];

/** The calling law of Maine. */
export const maine: StateLaw = {
  code: 'ME',
  rules: [
    stateHours({
      id: 'us.me.adad_hours',
      jurisdiction: 'US-ME',
      title: 'Maine: automated calls on weekdays 9 to 17',
      citation: '10 M.R.S. 1498(3)',
      voices: 'recorded',
      purposes: SOLICITATION,
      scope: 'call',
      business: 'inside',
      values: [
        {
          from: '1990-07-14',
          value: weekly({ weekdays: '09:00-17:00', saturday: '', sunday: '' }),
          source: {
            title: 'Maine Revised Statutes, Title 10',
            href: 'https://legislature.maine.gov/statutes/10/title10sec1498.html',
            pinpoint: '1498(3)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Solicitation alone: sales, donations, and gathering of data. Reminders and other information are ' +
        'outside. Live calls follow federal hours.',
    }),
    frequencyCap({
      id: 'us.me.adad_freq',
      jurisdiction: 'US-ME',
      title: 'Maine: one automated call in 8 hours to a number',
      citation: '10 M.R.S. 1498(3)',
      voices: 'recorded',
      purposes: SOLICITATION,
      scope: 'call',
      parameter: {
        unit: 'automated calls to the number',
        values: [
          {
            from: '1990-07-14',
            value: { max: 1, period: { hours: 8 } },
            source: {
              title: 'Maine Revised Statutes, Title 10',
              href: 'https://legislature.maine.gov/statutes/10/title10sec1498.html',
              pinpoint: '1498(3)',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-22',
          },
        ],
      },
      counts: (entry, context) => isPlacedCall(entry) && wasRecorded(entry) && isToThisPhone(entry, context),
      counted: 'automated calls to this number',
    }),
    reviewNote({
      id: 'us.me.rnd',
      jurisdiction: 'US-ME',
      title: 'Maine: reassigned-numbers database before live sales calls',
      citation: '10 M.R.S. 1499-B',
      values: [
        {
          from: '2024-08-09',
          value: 'scrub against the reassigned-numbers database',
          source: {
            title: 'Maine Revised Statutes, Title 10',
            href: 'https://legislature.maine.gov/statutes/10/title10sec1499-B.html',
            pinpoint: '1499-B',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'A duty to query; whether a given answer is fresh enough is not stated, so it is a review item. ' +
        'Outside are calls the person asked for and relationships (18 months from a purchase, 3 from an ' +
        'inquiry), by a secondary page.',
      review: ({ campaign }) =>
        campaign.purpose === 'telemarketing'
          ? [
              {
                topic: 'preparation',
                severity: 'notice',
                message:
                  'Maine asks sellers to look numbers up in the reassigned-numbers database before sales ' +
                  'calls to people who are no customers.',
                remedy: 'Query it and load its answers, or leave Maine out.',
              },
            ]
          : [],
    }),
    rule<string>({
      id: 'us.me.adad_lines',
      jurisdiction: 'US-ME',
      title: 'Maine: no recorded solicitation to mobiles and unlisted numbers',
      citation: '10 M.R.S. 1498(2)',
      voices: 'recorded',
      purposes: SOLICITATION,
      scope: 'call',
      parameter: {
        unit: 'text',
        values: [
          {
            from: '1990-07-14',
            value: 'no mobile, paging, emergency, unlisted or toll-free numbers',
            source: {
              title: 'Maine Revised Statutes, Title 10',
              href: 'https://legislature.maine.gov/statutes/10/title10sec1498.html',
              pinpoint: '1498(2)(A)-(C)',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-25',
          },
        ],
      },
      needs: ['lead.lineType'],
      check: (context) =>
        context.countsAsWireless || /unlisted|unpublished/i.test(context.lead.lineClass ?? '')
          ? {
              until: null,
              because:
                'Maine forbids recorded solicitation to mobiles and unlisted numbers ' +
                '(lead.lineType, lead.lineClass).',
            }
          : undefined,
      remarks:
        'A line of unknown type counts as mobile. That a number is unlisted is a fact the lead must bring ' +
        '(lead.lineClass: unlisted). Consent does not lift it in the text.',
    }),
    reviewNote({
      id: 'us.me.artificial_voice',
      jurisdiction: 'US-ME',
      title: 'Maine: people are told that no human is speaking',
      citation: '10 M.R.S. 1500-DD',
      voices: 'recorded',
      purposes: DEVICE_PURPOSES,
      values: [
        {
          from: '2025-09-23',
          value: 'say clearly that no human is speaking, where the person could think so',
          source: {
            title: 'Maine Revised Statutes, Title 10 (read about)',
            href: 'https://legislature.maine.gov/statutes/10/title10sec1500-DD.html',
            pinpoint: '1500-DD; P.L. 2025, c. 294',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'Trade by programs that simulate conversation, by voice, too. Concerns what is said in the call, ' +
        'so no single call is decided by it. Pages say 2025-09-23 and 2025-09-24: the earlier is used.',
      review: ({ campaign }) =>
        campaign.voice === 'artificial'
          ? [
              {
                topic: 'recorded-message',
                severity: 'notice',
                message: 'Maine asks an artificial voice to say clearly that no human is speaking.',
                remedy: 'Say it at the start of the call.',
              },
            ]
          : [],
    }),
  ],
};
