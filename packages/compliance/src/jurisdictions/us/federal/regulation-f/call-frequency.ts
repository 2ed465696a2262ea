/** How often a collector calls about a debt: seven calls in seven days, and a pause after a conversation. */
import type { HistoryEntry } from '../../../../contract.js';
import type { Context } from '../../../../engine/context.js';
import { calendarCap, isConnectedCall, isConversation, isSameDebt } from '../../../../engine/history.js';
import { rule, type Refused, type Rule } from '../../../../engine/rule.js';
import { regulationF } from '../../sources.js';
import { consentCovers, isWithConsent, untilConsent } from './direct-consent.js';
import { DEBT, isOutside } from './terms.js';

function countsTowardSeven(entry: HistoryEntry, context: Context): boolean {
  if (!isConnectedCall(entry) || !isSameDebt(entry, context)) return false;
  return !context.zones.every((zone) => isWithConsent(entry.at, entry, context, zone));
}

function sevenInSeven(context: Context, at: number, max: number): Refused | undefined {
  if (isOutside(context) || consentCovers(context, at)) return undefined;
  const cap = calendarCap(context, at, max, 7, countsTowardSeven);
  return cap
    ? {
        until: untilConsent(context, at, cap.until),
        because:
          `${cap.count} calls about this debt within 7 consecutive days; ` +
          `at most ${max} are presumed lawful.`,
      }
    : undefined;
}

function afterConversation(context: Context, at: number, days: number): Refused | undefined {
  if (isOutside(context) || consentCovers(context, at)) return undefined;
  const cap = calendarCap(
    context,
    at,
    1,
    days,
    (entry) => entry.outcome !== 'email' && isConversation(entry) && isSameDebt(entry, context),
  );
  return cap
    ? {
        until: untilConsent(context, at, cap.until),
        because:
          `A telephone conversation about this debt took place within ${days} consecutive days ` +
          '(its day counts as day 1).',
      }
    : undefined;
}

/** At most seven calls about a debt in seven days. */
export const sevenCallsInSevenDays: Rule = rule<number>({
  id: 'us.regf.7in7',
  jurisdiction: 'US',
  title: 'At most seven calls about a debt in seven days',
  citation: '12 CFR 1006.14(b)(2)(i)(A)',
  purposes: DEBT,
  parameter: {
    unit: 'calls in 7 consecutive calendar days',
    values: [
      {
        from: '2021-11-30',
        value: 7,
        source: regulationF('1006.14(b)(2)(i)(A), (ii)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: sevenInSeven,
  needs: ['campaign.debtId'],
  remarks:
    'Busy and out-of-service attempts do not count; calls made with direct prior consent do not ' +
    'count. A presumption, rebuttable both ways.',
});

/** No call within seven days after a conversation about the debt. */
export const pauseAfterConversation: Rule = rule<number>({
  id: 'us.regf.conversation7',
  jurisdiction: 'US',
  title: 'No call within seven days after a conversation about the debt',
  citation: '12 CFR 1006.14(b)(2)(i)(B)',
  purposes: DEBT,
  parameter: {
    unit: "consecutive calendar days, the conversation's day is day 1",
    values: [
      {
        from: '2021-11-30',
        value: 7,
        source: regulationF('1006.14(b)(2)(i)(B)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: afterConversation,
  needs: ['campaign.debtId'],
  remarks: 'Conversations the consumer began count.',
});

/** Busy and out-of-service attempts do not count. */
export const unconnectedAttempts: Rule = rule({
  id: 'us.regf.unconnected',
  jurisdiction: 'US',
  title: 'Busy and out-of-service attempts do not count',
  citation: '12 CFR 1006.14(b)(3)(ii)',
  purposes: DEBT,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-11-30',
        value: 'ringing, dropped after answer and voicemail do count',
        source: regulationF('1006.14(b)(3)(ii), comment 14(b)-1'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Applied inside us.regf.7in7.',
});

/** Each debt counts apart. */
export const particularDebt: Rule = rule({
  id: 'us.regf.particular_debt',
  jurisdiction: 'US',
  title: 'Each debt counts apart',
  citation: '12 CFR 1006.14(b)(4)',
  purposes: DEBT,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-11-30',
        value: 'student loans under one account number are one debt',
        source: regulationF('1006.14(b)(4)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'An attempt that names no debt counts toward every debt.',
});
