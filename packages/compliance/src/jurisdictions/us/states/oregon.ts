/** Oregon: calling hours and a cap on sales calls, changed on 2026-01-01 by HB 3865 of 2025. */
import { hasRelationship } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import { everyDay } from '../../../engine/schedule.js';
import { salesCallCap } from '../state-rules/sales-call-cap.js';
import { stateHours } from '../state-rules/state-hours.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import { EVER_MONTHS } from '../terms.js';
import { dayNumber } from '../../../time/civil-date.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { reviewNote } from '../state-rules/review-note.js';
import { ALL_PURPOSES } from '../../../engine/rule.js';
import { UNDATED } from '../state-rules/undated.js';

/** The first day of HB 3865, which brought the exception for a relationship. */
const MODERNIZED = dayNumber(2026, 1, 1);

/** Since HB 3865: a transaction of the last 18 months. */
function hasRecentTransaction(context: Context, at: number): boolean {
  if (!context.zones.every((zone) => zone.localDay(at) >= MODERNIZED)) return false;
  return hasRelationship(context, at, { transactionMonths: 18, inquiryMonths: null });
}

/** An earlier donor, or one who asked about donating: ORS 646.561(3)(a). */
function isKnownDonor(context: Context, at: number): boolean {
  return (
    context.campaign.purpose === 'charity' &&
    hasRelationship(context, at, { transactionMonths: EVER_MONTHS, inquiryMonths: EVER_MONTHS })
  );
}

function isOutside(context: Context, at: number): boolean {
  return hasRecentTransaction(context, at) || isKnownDonor(context, at);
}

/** The calling law of Oregon. */
export const oregon: StateLaw = {
  code: 'OR',
  creditors: 'bound',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.or.hours',
      jurisdiction: 'US-OR',
      title: 'Oregon calling hours',
      citation: 'ORS 646.561, 646.563 (HB 3865, 2025)',
      purposes: ['telemarketing', 'charity'],
      lifted: isOutside,
      values: [
        {
          from: null,
          undated: UNDATED.amended,
          value: everyDay('09:00-21:00'),
          source: {
            title: 'Oregon Revised Statutes',
            href: 'https://oregon.public.law/statutes/ors_646.563',
            pinpoint: '646.561, 646.563',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
        {
          from: '2026-01-01',
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Oregon Revised Statutes',
            href: 'https://oregon.public.law/statutes/ors_646.563',
            pinpoint: '646.561, 646.563, as amended by HB 3865 (2025)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Requests for donations are inside, but for earlier donors and those who asked. 8 to 20 since ' +
        '2026-01-01; before, 9 to 21. Businesses and collectors are outside, and since 2026-01-01 a ' +
        'relationship of 18 months: the text of 2007 (646.561(3), read) has no such exception. Callers ' +
        'may rely on the area code of mobiles.',
    }),
    salesCallCap({
      id: 'us.or.freq',
      jurisdiction: 'US-OR',
      title: 'Oregon: three sales calls in 24 hours',
      citation: 'ORS 646.561, 646.563 (HB 3865, 2025)',
      business: 'outside',
      subject: 'any',
      purposes: ['telemarketing', 'charity'],
      lifted: isOutside,
      values: [
        {
          from: '2026-01-01',
          value: { max: 3, period: { hours: 24 } },
          source: {
            title: 'Oregon Revised Statutes',
            href: 'https://oregon.public.law/statutes/ors_646.563',
            pinpoint: '646.561, 646.563, as amended by HB 3865 (2025)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    creditorHours({
      id: 'us.or.debt_hours',
      jurisdiction: 'US-OR',
      title: 'Oregon: collection calls from 8 to 21, by creditors, too',
      citation: 'ORS 646.639(2)',
      values: [
        {
          from: '1977-01-01',
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'Oregon Revised Statutes',
            href: 'https://oregon.public.law/statutes/ors_646.639',
            pinpoint: '646.639(2)',
          },
          verification: 'memory',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Binds every person who collects a debt owed to a creditor (646.639(1)(h), read); the words on ' +
        'inconvenient times are from memory, and 8 to 21 is the strict reading of them. 1977 c. ' +
        '184. The year is from memory; its first day is used.',
    }),
    reviewNote({
      id: 'us.or.recorded_optout',
      jurisdiction: 'US-OR',
      title: 'Oregon: recorded calls offer one key against further calls within ten seconds',
      citation: 'ORS 646A.372(1)',
      purposes: ALL_PURPOSES,
      voices: 'recorded',
      values: [
        {
          from: '2007-01-01',
          value: 'the message describes one key or word within the first ten seconds',
          source: {
            title: 'Oregon Revised Statutes',
            href: 'https://lawserver.com/law/state/oregon/or-statutes/oregon_statutes_646a-372',
            pinpoint: '646A.370, 646A.372(1); 2007 c. 823, 2015 c. 561',
          },
          verification: 'primary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'A duty of the message, whatever it is about: no consent is asked for, so no call is refused. ' +
        'Collectors and callers with a transaction of 18 months need no key. Telephones of residences and ' +
        'mobiles. The days in 2007 and 2015 are not established: the first of 2007 is used.',
      review: ({ campaign }) =>
        campaign.voice === 'live' || campaign.purpose === 'debt-collection'
          ? []
          : [
              {
                topic: 'recorded-message',
                severity: 'notice',
                message: 'In Oregon a recording describes one key against further calls within ten seconds.',
                remedy: 'Say it at the start of the message, or leave out people without a transaction.',
              },
            ],
    }),
  ],
};
