/** New York City: caps on collection calls, as they are until the end of 2026 and from 2027 on. */
import type { HistoryEntry } from '../../../contract.js';
import type { Context } from '../../../engine/context.js';
import { isPlacedCall, isSameDebt } from '../../../engine/history.js';
import { later } from '../../../engine/rule.js';
import { capRefusal } from '../../../rules/frequency-cap.js';
import { isDebtConversation } from '../state-rules/collection-cap.js';
import { consumerDebtRule } from '../state-rules/consumer-debt-rule.js';
import { debtCallCap } from '../state-rules/debt-call-cap.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** An attempt by any medium: since 2027 electronic media count, and so do busy lines. */
function isAttempt(entry: HistoryEntry, context: Context): boolean {
  return (
    entry.direction === 'outbound' &&
    (isPlacedCall(entry) || entry.outcome === 'email') &&
    isSameDebt(entry, context)
  );
}

/** The calling law of New York City. */
export const newYorkCity: StateLaw = {
  code: 'NYC',
  rules: [
    consumerDebtRule({
      id: 'us.nyc.debt_3in7',
      jurisdiction: 'US-NYC',
      title: 'New York City: three attempts in seven days per account',
      citation: '6 RCNY 5-77(b), as amended',
      parameter: {
        unit: 'attempts per account',
        values: [
          {
            from: '2027-01-01',
            value: {
              cap: { max: 3, period: { days: 7 } },
              conversations: { max: 1, period: { days: 7 } },
            },
            source: {
              title: 'Rules of the City of New York, title 6',
              href: 'https://rules.cityofnewyork.us/',
              pinpoint: '5-77(b)',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-27',
          },
        ],
      },
      check: (context, at, value) =>
        later(
          capRefusal(context, at, value.cap, isAttempt, 'attempts about this account'),
          value.conversations &&
            capRefusal(context, at, value.conversations, isDebtConversation, 'exchange about this account'),
        ),
      needs: ['campaign.debtId'],
      remarks:
        'From 2027-01-01: pages of February and April 2026 still name 2026-09-01, a notice in the City ' +
        'Record of 2026-07-22 was read about. Per account, as pages on the final rule say; three ' +
        'attempts as pages on the rule of 2024 do. Original creditors are covered once in collection; ' +
        'electronic media count. Also no attempt within seven days after an exchange (from memory).',
    }),
    debtCallCap({
      id: 'us.nyc.debt_2in7_old',
      jurisdiction: 'US-NYC',
      title: 'New York City: two contacts in seven days',
      citation: '6 RCNY 5-77(b)(1)(iv)',
      unit: 'contacts',
      values: [
        {
          from: '2010-01-01',
          until: '2027-01-01',
          value: { cap: { max: 2, period: { days: 7 } } },
          source: {
            title: 'Rules of the City of New York, title 6',
            href: 'https://rules.cityofnewyork.us/',
            pinpoint: '5-77(b)(1)(iv)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      counted: 'contacts about this debt',
      watch: {
        on: '2027-01-01',
        what: 'the amended rule of New York City begins, unless it is postponed again',
      },
      remarks: "Until 2026-12-31; collectors and creditors' collection staff.",
    }),
  ],
};
