/** The caller number: transmitted, not misleading, and signed. */
import { ALL_PURPOSES, rule, type Rule } from '../../../../engine/rule.js';
import { isSalesCampaign } from '../../../../review/campaign-kind.js';
import type { ReviewItem, ReviewQuestion } from '../../../../review/review-item.js';
import { reviewCallerNumber } from '../../../../rules/caller-number.js';
import { callerId, tsr } from '../../sources.js';
import { SOLD } from './terms.js';

/** Telemarketers transmit a caller number. */
export const callerNumber: Rule = rule<string>({
  id: 'us.fcc.callerid',
  jurisdiction: 'US',
  title: 'Telemarketers transmit a caller number',
  citation: '47 CFR 64.1601(e)',
  purposes: ['telemarketing'],
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2004-01-29',
        value: 'a number that takes do-not-call requests in business hours; no blocking',
        source: callerId('64.1601(e)'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Tax-exempt nonprofits are outside. Checked in the campaign review.',
  review: (question) => [...reviewCallerNumber(question), ...reviewRequestsNumber(question)],
});

/** No misleading caller number. */
export const spoofing: Rule = rule<string>({
  id: 'us.fcc.spoof',
  jurisdiction: 'US',
  title: 'No misleading caller number',
  citation: '47 USC 227(e); 47 CFR 64.1604',
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2009-01-01',
        value: 'no intent to defraud, harm or wrongly obtain value',
        source: callerId('64.1604'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'A matter of intent; the review asks that the number belongs to the caller.',
  review: reviewCallerNumber,
});

/** Calls are signed with the right attestation. */
export const attestation: Rule = rule<string>({
  id: 'us.fcc.stirshaken',
  jurisdiction: 'US',
  title: 'Calls are signed with the right attestation',
  citation: '47 CFR 64.6300 ff.; 64.1200(k), (o)',
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-06-30',
        value: 'use numbers assigned on the originating carrier for attestation A',
        source: callerId('64.6300 ff.'),
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  watch: {
    on: '2027-01-31',
    what:
      'the FCC proposed in October 2025 verified caller names, and to drop its rules on abandonment and ' +
      'ringing; no order was found',
  },
  remarks: "The carrier's duty; the review advises. Blocked calls return SIP 603+ or ISUP 21.",
  review: () => [
    {
      topic: 'caller-number',
      severity: 'notice',
      message: 'The originating carrier adds the signature (STIR/SHAKEN).',
      remedy: 'Use numbers assigned on that carrier for full attestation.',
    },
  ],
});

/** Telemarketers transmit number and name. */
export const callerNumberAndName: Rule = rule<string>({
  id: 'us.tsr.callerid',
  jurisdiction: 'US',
  title: 'Telemarketers transmit number and name',
  citation: '16 CFR 310.4(a)(8)',
  purposes: SOLD,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2004-01-29',
        value: "the seller's service number may be substituted",
        source: tsr('310.4(a)(8)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Checked in the campaign review.',
  review: reviewCallerNumber,
});

/** The caller number must take do-not-call requests. */
function reviewRequestsNumber(question: ReviewQuestion): readonly ReviewItem[] {
  const { campaign, flow } = question;
  if (reviewCallerNumber(question).length > 0) return [];
  if (flow.callerNumberTakesRequests === true || !isSalesCampaign(campaign)) return [];
  return [
    {
      topic: 'caller-number',
      severity: 'refuses',
      message: 'The caller number is not known to take do-not-call requests in business hours.',
      remedy: 'Route the number to staff or an automated opt-out, and set callerNumberTakesRequests to true.',
    },
  ];
}
