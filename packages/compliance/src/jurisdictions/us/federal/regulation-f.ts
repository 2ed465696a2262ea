/**
 * Third-party debt collection: Regulation F of the CFPB. Applies to `purpose: 'debt-collection'` unless
 * `firstParty`.
 */
import type { HistoryEntry } from '../../../contract.js';
import type { Context } from '../../../engine/context.js';
import { calendarCap, isConnectedCall, isConversation, isSameDebt } from '../../../engine/history.js';
import { rule, type Refused, type Rule } from '../../../engine/rule.js';
import { everyDay, isOpen, spansOn, type Span, type Schedule } from '../../../engine/schedule.js';
import { callingWindow } from '../../../rules/calling-window.js';
import { parseCivilDate } from '../../../time/civil-date.js';
import { firstInstantOnOrAfterDay, type Zone } from '../../../time/zone.js';
import { regulationF } from '../sources.js';
import { inconvenientRefusal } from './inconvenient-times.js';

const DEBT = ['debt-collection'] as const;
const isFirstParty = (context: Context): boolean => context.campaign.firstParty === true;
const HOURS: Schedule = everyDay('08:00-21:00');

/**
 * True where the attempt was made with direct prior consent: consent of an earlier exchange covers seven
 * local days with its own day as day 1, from the stated date on, and ends with a conversation or, for a
 * single call, with that call.
 */
export function isWithConsent(
  at: number,
  self: HistoryEntry | undefined,
  context: Context,
  zone: Zone,
): boolean {
  return context.history.some((grant) => {
    if (!grant.callbackConsent || grant === self || grant.at > at || !isSameDebt(grant, context))
      return false;
    const given = zone.localDay(grant.at);
    const from = Math.max(given, parseCivilDate(grant.callbackConsent.from) ?? given);
    const day = zone.localDay(at);
    if (day < from || day >= given + 7) return false;
    return !context.history.some((entry) => {
      if (entry.at <= grant.at || entry.at >= at || !isSameDebt(entry, context)) return false;
      if (isConversation(entry)) return true;
      return (
        grant.callbackConsent?.single === true && entry.direction === 'outbound' && isConnectedCall(entry)
      );
    });
  });
}

/** In every candidate zone the call would be made with consent. */
function consentCovers(context: Context, at: number): boolean {
  return context.zones.every((zone) => isWithConsent(at, undefined, context, zone));
}

/** First later instant at which a consent on record begins to cover calls; infinite where none does. */
function nextConsentStart(context: Context, at: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const zone of context.zones) {
    for (const grant of context.history) {
      const from = grant.callbackConsent ? parseCivilDate(grant.callbackConsent.from) : undefined;
      if (from === undefined || from <= zone.localDay(at)) continue;
      next = Math.min(next, firstInstantOnOrAfterDay(zone, from, at));
    }
  }
  return next;
}

/** A cap's refusal ends no later than the next consent may begin. */
function untilConsent(context: Context, at: number, until: number): number {
  return Math.min(until, nextConsentStart(context, at));
}

function countsTowardSeven(entry: HistoryEntry, context: Context): boolean {
  if (!isConnectedCall(entry) || !isSameDebt(entry, context)) return false;
  return !context.zones.every((zone) => isWithConsent(entry.at, entry, context, zone));
}

function sevenInSeven(context: Context, at: number, max: number): Refused | undefined {
  if (isFirstParty(context) || consentCovers(context, at)) return undefined;
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
  if (isFirstParty(context) || consentCovers(context, at)) return undefined;
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

/**
 * Refuses where the hours are open in one indicated place and not in another; where the hours do not apply (a
 * creditor) nothing conflicts.
 */
function locationConflict(context: Context, at: number): Refused | undefined {
  const spans = (day: number): readonly Span[] => spansOn(HOURS, day);
  const open = context.zones.filter((zone) => isOpen(spans, zone, at)).length;
  if (open === 0 || open === context.zones.length) return undefined;
  const hours = federalDebtHours.check?.(context, at);
  return hours
    ? {
        until: hours.until,
        because:
          `The location is ambiguous (${context.zones.map((zone) => zone.id).join(', ')}): ` +
          'the time must be convenient in every indicated place.',
      }
    : undefined;
}

const federalDebtHours: Rule = callingWindow({
  id: 'us.regf.hours',
  jurisdiction: 'US',
  title: 'Collection calls only from 8 a.m. to 9 p.m. local time',
  citation: '12 CFR 1006.6(b)(1)(i)',
  purposes: DEBT,
  parameter: {
    unit: "local time at the consumer's location",
    values: [
      {
        from: '2021-11-30',
        value: HOURS,
        source: regulationF('1006.6(b)(1)(i), (b)(4)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  lifted: isFirstParty,
});

const refuse =
  (when: (context: Context, at: number) => boolean, because: string) =>
  (context: Context, at: number): Refused | undefined =>
    !isFirstParty(context) && when(context, at) ? { until: null, because } : undefined;

/** Rules of Regulation F. */
export const regulationFRules: readonly Rule[] = [
  federalDebtHours,
  rule({
    id: 'us.regf.location_conflict',
    jurisdiction: 'US',
    title: 'With conflicting locations, only times convenient in all',
    citation: '12 CFR 1006.6, comment 6(b)(1)(i)-2',
    purposes: DEBT,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2021-11-30',
          value: 'all indicated places',
          source: regulationF('comment 6(b)(1)(i)-2'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: locationConflict,
    remarks:
      'The address, the number called and every other number of the person (lead.otherPhones) ' +
      'indicate a place; a confirmed zone settles it.',
  }),
  rule({
    id: 'us.regf.inconvenient',
    jurisdiction: 'US',
    title: 'Times the consumer called inconvenient',
    citation: '12 CFR 1006.6(b)(1)',
    purposes: DEBT,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2021-11-30',
          value: 'binding until lifted',
          source: regulationF('1006.6(b)(1), comments 6(b)(1)-1, -2'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at) => (isFirstParty(context) ? undefined : inconvenientRefusal(context, at)),
    remarks: 'One answer is allowed to a call the consumer made during the same period.',
  }),
  rule({
    id: 'us.regf.attorney',
    jurisdiction: 'US',
    title: 'A represented consumer is not called',
    citation: '12 CFR 1006.6(b)(2)',
    purposes: DEBT,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2021-11-30',
          value: 'the attorney only',
          source: regulationF('1006.6(b)(2)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: refuse(
      (context) => context.lead.attorney?.known === true,
      'The consumer is represented by an attorney: contact the attorney.',
    ),
  }),
  rule({
    id: 'us.regf.workplace',
    jurisdiction: 'US',
    title: 'Not at work where the employer prohibits it',
    citation: '12 CFR 1006.6(b)(3)',
    purposes: DEBT,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2021-11-30',
          value: 'no calls to the place of work',
          source: regulationF('1006.6(b)(3)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: refuse(
      (context) => context.lead.employerProhibits === true && context.lead.phoneUse === 'work',
      'The employer is known to prohibit such calls at work.',
    ),
  }),
  rule({
    id: 'us.regf.cease',
    jurisdiction: 'US',
    title: 'Stop after a written cease notice is received',
    citation: '12 CFR 1006.6(c)',
    purposes: DEBT,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2021-11-30',
          value: 'from receipt',
          source: regulationF('1006.6(c)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: refuse(
      (context, at) => context.lead.ceaseReceivedAt !== undefined && context.lead.ceaseReceivedAt <= at,
      'A written cease notice was received.',
    ),
    remarks: 'Counts from receipt, not from mailing. Three narrow exceptions are not ordinary calls.',
  }),
  rule({
    id: 'us.regf.medium',
    jurisdiction: 'US',
    title: 'Stop using a medium on request',
    citation: '12 CFR 1006.14(h)',
    purposes: DEBT,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2021-11-30',
          value: 'telephone, or the single number',
          source: regulationF('1006.14(h)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: refuse(
      (context) =>
        context.lead.mediumOptOut?.some((medium) => medium === 'phone' || medium === context.lead.phone) ===
        true,
      'The person asked not to be contacted by telephone.',
    ),
  }),
  rule<number>({
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
  }),
  rule<number>({
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
  }),
  rule<number>({
    id: 'us.regf.consent_excl',
    jurisdiction: 'US',
    title: 'Calls with direct prior consent do not count',
    citation: '12 CFR 1006.14(b)(3)(i)',
    purposes: DEBT,
    parameter: {
      unit: 'calendar days, the day of consent is day 1',
      values: [
        {
          from: '2021-11-30',
          value: 7,
          source: regulationF('1006.14(b)(3)(i)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    inputs: (context, at) => ({ covered: consentCovers(context, at) }),
    remarks:
      'Ends earlier on expiry of the stated period, revocation or a conversation (comment ' +
      '14(b)(3)(i)-2: a call two days after the conversation counts again, ' +
      'though the seven days still run). A consent for one call is used up by the first call that ' +
      'rings. Applied inside us.regf.7in7 and us.regf.conversation7.',
  }),
  rule({
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
  }),
  rule({
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
  }),
  rule({
    id: 'us.regf.third_party',
    jurisdiction: 'US',
    title: 'Location calls to third parties once, without disclosing the debt',
    citation: '12 CFR 1006.10(c), 1006.6(d)',
    purposes: DEBT,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2021-11-30',
          value: 'once unless asked',
          source: regulationF('1006.10(c), 1006.6(d)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'The request is about the consumer; calls to third parties are judged in the campaign review.',
    review: ({ campaign }) =>
      campaign.purpose === 'debt-collection'
        ? [
            {
              topic: 'preparation',
              severity: 'notice',
              message: 'Third parties are called once, without disclosing the debt.',
              remedy: 'Keep them out of the list.',
            },
          ]
        : [],
  }),
  rule({
    id: 'us.regf.identity',
    jurisdiction: 'US',
    title: 'Meaningful identity; limited-content voicemail',
    citation: '12 CFR 1006.14(g), 1006.2(j)',
    purposes: DEBT,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2021-11-30',
          value: 'identity on every call',
          source: regulationF('1006.14(g), 1006.2(j)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Concerns what is said; judged in the campaign review.',
    duties: () => [
      {
        kind: 'message',
        when: 'every-call',
        content: 'meaningful identity; on voicemail only the limited content',
      },
    ],
    review: ({ campaign }) =>
      campaign.purpose === 'debt-collection'
        ? [
            {
              topic: 'preparation',
              severity: 'notice',
              message: 'Collectors state their identity; voicemail carries only the limited content.',
              remedy: 'Check script and voicemail.',
            },
          ]
        : [],
  }),
  rule<number>({
    id: 'us.regf.records',
    jurisdiction: 'US',
    title: 'Records kept three years',
    citation: '12 CFR 1006.100',
    purposes: DEBT,
    parameter: {
      unit: 'years after the last activity',
      values: [
        {
          from: '2021-11-30',
          value: 3,
          source: regulationF('1006.100'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'A duty, not a matter of one call.',
    duties: (years) => [
      {
        kind: 'records',
        years,
        what: 'collection activity after the last activity; recordings after the call',
      },
    ],
  }),
  rule({
    id: 'us.regf.state',
    jurisdiction: 'US',
    title: 'Stricter state law survives',
    citation: '12 CFR 1006.104',
    purposes: DEBT,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2021-11-30',
          value: 'state rules run beside these',
          source: regulationF('1006.104'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Every applicable rule runs and the strictest wins.',
  }),
];
