/** West Virginia: calling hours of sales calls, and caps on collection calls. */
import { later } from '../../../engine/rule.js';
import { everyDay } from '../../../engine/schedule.js';
import { capRefusal } from '../../../rules/frequency-cap.js';
import {
  collectionHoursRefusal,
  isAnyCollectionCall,
  isAnyCollectionConversation,
} from '../state-rules/collection-cap.js';
import { consumerDebtRule } from '../state-rules/consumer-debt-rule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of West Virginia. */
export const westVirginia: StateLaw = {
  code: 'WV',
  creditors: 'bound',
  rules: [
    stateHours({
      id: 'us.wv',
      jurisdiction: 'US-WV',
      title: 'West Virginia calling hours',
      citation: 'W. Va. Code 46A-6F-601',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'West Virginia Code',
            href: 'https://code.wvlegislature.gov/46A-6F-601/',
            pinpoint: '46A-6F-601',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    consumerDebtRule({
      id: 'us.wv.debt_30',
      jurisdiction: 'US-WV',
      title: 'West Virginia: 30 calls or 10 conversations a week',
      citation: 'W. Va. Code 46A-2-125(d)',
      parameter: {
        unit: 'calls',
        values: [
          {
            from: '1974-01-01',
            value: {
              cap: { max: 30, period: { hours: 7 * 24 } },
              conversations: { max: 10, period: { hours: 7 * 24 } },
              hours: everyDay('08:00-21:00'),
            },
            source: {
              title: 'West Virginia Code',
              href: 'https://code.wvlegislature.gov/46A-2-125/',
              pinpoint: '46A-2-125(d)',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-22',
          },
        ],
      },
      check: (context, at, value) =>
        later(
          later(
            capRefusal(context, at, value.cap, isAnyCollectionCall, 'calls to the debtor'),
            value.conversations &&
              capRefusal(
                context,
                at,
                value.conversations,
                isAnyCollectionConversation,
                'conversations with the debtor',
              ),
          ),
          collectionHoursRefusal(context, at, value),
        ),
      remarks:
        'The law asks for intent to annoy; the number is applied without it. A week is counted as ' +
        'seven times 24 hours: the text does not say, ' +
        'and of the clocks in use this one is never shorter than calendar days. The section is ' +
        'of 1974 (c. 12), the numbers younger. The year is from memory; its first day is used.',
    }),
  ],
};
