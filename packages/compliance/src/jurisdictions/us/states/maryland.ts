/** Maryland: calling hours, a cap on sales calls, and consent to automated dialing. */
import { everyDay } from '../../../engine/schedule.js';
import { autodialConsent } from '../state-rules/autodial-consent.js';
import { salesCallCap } from '../state-rules/sales-call-cap.js';
import { stateHours } from '../state-rules/state-hours.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import { hasRelationship } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import { isPlacedCall } from '../../../engine/history.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** An inquiry of the last three months, and no call placed to the person since. */
function isSingleAnswer(context: Context, at: number): boolean {
  const askedAt = context.lead.relationship?.lastInquiryAt;
  if (askedAt === undefined) return false;
  return (
    hasRelationship(context, at, { transactionMonths: null, inquiryMonths: 3 }) &&
    !context.history.some((entry) => entry.at >= askedAt && isPlacedCall(entry))
  );
}

/** The calling law of Maryland. */
export const maryland: StateLaw = {
  code: 'MD',
  creditors: 'bound',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.md.hours',
      jurisdiction: 'US-MD',
      title: 'Maryland calling hours',
      citation: 'Md. Code, Com. Law 14-4501 ff. (14-4502(c))',
      business: 'inside',
      purposes: ['telemarketing', 'research'],
      values: [
        {
          from: '2024-01-01',
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Maryland Code, Commercial Law',
            href: 'https://mgaleg.maryland.gov/mgawebsite/Laws/StatuteText?article=gcl&section=14-4502',
            pinpoint: '14-4502(c)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Polls and surveys made for sales are telephone solicitation (Md. Code, Pub. Util. 8-205(a)); ' +
        'that a poll is not made for sales cannot be told here, so every poll is inside.',
    }),
    salesCallCap({
      id: 'us.md.freq',
      jurisdiction: 'US-MD',
      title: 'Maryland: three sales calls on a subject in 24 hours',
      citation: 'Md. Code, Com. Law 14-4501 ff.',
      business: 'inside',
      subject: 'same',
      values: [
        {
          from: '2024-01-01',
          value: { max: 3, period: { hours: 24 } },
          source: {
            title: 'Maryland Code, Commercial Law',
            href: 'https://mgaleg.maryland.gov/mgawebsite/Laws/StatuteText?article=gcl&section=14-4501',
            pinpoint: '14-4501 ff.',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    autodialConsent({
      id: 'us.md.autodial_consent',
      jurisdiction: 'US-MD',
      title: 'Maryland: written consent for automated selection or dialing',
      citation: 'Md. Code, Com. Law 14-4501 ff.',
      exempt: isSingleAnswer,
      values: [
        {
          from: '2024-01-01',
          value: 'written',
          source: {
            title: 'Maryland Code, Commercial Law',
            href: 'https://mgaleg.maryland.gov/mgawebsite/Laws/StatuteText?article=gcl&section=14-4502',
            pinpoint: '14-4502(a)(1), (3); 14-4501(d)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'Exempt is a single call in answer to an inquiry (14-4502(a)(1)(v)): an inquiry of three months ' +
        'and no call since. Calls about maintenance of goods bought, between businesses by sellers of ' +
        'three years, and noncommercial calls are exempt as well, by facts that a request does not hold.',
    }),
    creditorHours({
      id: 'us.md.debt_hours',
      jurisdiction: 'US-MD',
      title: 'Maryland: collection calls from 8 to 21, by creditors, too',
      citation: 'Md. Code, Com. Law 14-202(6)',
      values: [
        {
          from: '1975-07-01',
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'Maryland Code, Commercial Law',
            href: 'https://mgaleg.maryland.gov/mgawebsite/Laws/StatuteText?article=gcl&section=14-202',
            pinpoint: '14-202(6)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Binds every collector of a consumer debt. Section 14-202(6) bars unusual hours that can be ' +
        'expected to abuse or harass. The text names no hours of the clock: 8 to 21 is the strict reading ' +
        'of it.',
    }),
  ],
};
