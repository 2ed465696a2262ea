/** Federal rules that are not decided call by call: review items, duties and notes, each with its reason. */
import type { Purpose } from '../../../contract.js';
import { ALL_PURPOSES, rule, type Rule } from '../../../engine/rule.js';
import { isSalesCampaign, type ReviewItem, type ReviewQuestion } from '../../../review/review-item.js';
import { reviewCallerNumber } from '../../../rules/caller-number.js';
import { reviewIdentification } from '../../../rules/recorded-message.js';
import { callerId, tcpa, tsr } from '../sources.js';

const SOLD: readonly Purpose[] = ['telemarketing', 'charity'];

/** Rules that shape a campaign rather than one call. */
export const federalCampaignRules: readonly Rule[] = [
  rule<string>({
    id: 'us.tcpa.port15',
    jurisdiction: 'US',
    title: 'Fifteen days after a port from landline to wireless',
    citation: '47 CFR 64.1200(a)(1)(iv)',
    purposes: ALL_PURPOSES,
    parameter: {
      unit: 'text',
      values: [
        {
          from: null,
          value: 'no liability within 15 days of the port unless known',
          source: tcpa('(a)(1)(iv)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks:
      'A shield from liability, not a permission: once the line is known to be wireless it is ' +
      'gone, so no call is allowed because of it.',
  }),
  rule<string>({
    id: 'us.tcpa.multi_line',
    jurisdiction: 'US',
    title: 'An autodialer does not tie up two lines of a business at once',
    citation: '47 CFR 64.1200(a)(5)',
    purposes: ALL_PURPOSES,
    parameter: {
      unit: 'text',
      values: [
        {
          from: null,
          value: 'not two or more lines at once',
          source: tcpa('(a)(5)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks:
      'Which numbers are lines of one business is not among the facts of a call; ' +
      'the review asks campaigns that use an autodialer.',
    review: ({ campaign, flow }) =>
      campaign.autodialer === true && flow.seizesSeveralLines !== false
        ? [
            {
              topic: 'preparation',
              severity: 'notice',
              message: 'An autodialer must not tie up several lines of one business.',
              remedy: 'Dial one line of a business at a time.',
            },
          ]
        : [],
  }),
  rule<string>({
    id: 'us.tcpa.line_probe',
    jurisdiction: 'US',
    title: 'No dialing to find out whether a line is fax or voice',
    citation: '47 CFR 64.1200(a)(8)',
    purposes: ALL_PURPOSES,
    parameter: {
      unit: 'text',
      values: [
        {
          from: null,
          value: 'forbidden',
          source: tcpa('(a)(8)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Concerns why calls are made; nothing here can check it.',
  }),
  rule<string>({
    id: 'us.tcpa.prerec_id',
    jurisdiction: 'US',
    title: 'Recorded messages say who is responsible, and a number',
    citation: '47 CFR 64.1200(b)(1)-(2)',
    purposes: ALL_PURPOSES,
    parameter: {
      unit: 'text',
      values: [
        {
          from: null,
          value: 'name at the start; number during or after',
          source: tcpa('(b)(1)-(2)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Concerns what is played; checked in the campaign review.',
    duties: () => [
      {
        kind: 'message',
        when: 'recorded-message',
        content: 'registered name at the start; telephone number during or after',
      },
    ],
    review: reviewIdentification,
  }),
  rule<string>({
    id: 'us.tcpa.prerec_optout',
    jurisdiction: 'US',
    title: 'Recorded messages offer a key-press or voice opt-out within 2 s',
    citation: '47 CFR 64.1200(b)(3)',
    purposes: ALL_PURPOSES,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2013-01-14',
          value: 'within 2 s after the identification; toll-free number on voicemail',
          source: tcpa('(b)(3)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Concerns what is played; checked in the campaign review.',
    duties: () => [
      {
        kind: 'message',
        when: 'recorded-message',
        content:
          'automated opt-out within 2 s after the identification; ' +
          'on voicemail a toll-free number reaching the same',
      },
    ],
    review: reviewOptOut,
  }),
  rule<string>({
    id: 'us.tcpa.caller_names',
    jurisdiction: 'US',
    title: 'Calls give the caller, the principal and a number or address',
    citation: '47 CFR 64.1200(d)(4)',
    purposes: SOLD,
    parameter: {
      unit: 'text',
      values: [
        {
          from: null,
          value: "caller's name, principal's name, phone or address",
          source: tcpa('(d)(4)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Concerns what is said; checked in the campaign review.',
    duties: () => [
      {
        kind: 'message',
        when: 'every-call',
        content: "caller's name, principal's name, telephone number or address",
      },
    ],
    review: ({ campaign, flow }) =>
      campaign.voice === 'live' && flow.identifies !== true
        ? [
            {
              topic: 'preparation',
              severity: 'notice',
              message: 'The script is not known to name caller, principal and a number or address.',
              remedy: 'Put them at the start of the script.',
            },
          ]
        : [],
  }),
  rule<string>({
    id: 'us.fcc.one_to_one',
    jurisdiction: 'US',
    title: 'One seller per consent: vacated before it took effect',
    citation: '47 CFR 64.1200(f)(9)',
    purposes: ['telemarketing'],
    parameter: {
      unit: 'text',
      values: [
        {
          from: null,
          value: 'not enforced',
          source: tcpa('(f)(9)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks:
      'Vacated by IMC v. FCC (11th Cir. 2025-01-24). A consent that names sellers is still limited to them.',
  }),
  rule<string>({
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
  }),
  rule<string>({
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
  }),
  rule<string>({
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
    remarks: "The carrier's duty; the review advises. Blocked calls return SIP 603+ or ISUP 21.",
    review: () => [
      {
        topic: 'caller-number',
        severity: 'notice',
        message: 'Calls are signed by the originating carrier.',
        remedy: 'Use numbers assigned on that carrier for full attestation.',
      },
    ],
  }),
  rule<string>({
    id: 'us.pol.federal',
    jurisdiction: 'US',
    title: 'Political calls',
    citation: '47 CFR 64.1200(a)(1)(iii), (a)(3)(ii)',
    purposes: ['political'],
    parameter: {
      unit: 'text',
      values: [
        {
          from: null,
          value:
            'live list-dialed calls are free; recorded ones need consent (wireless) or are capped ' +
            '(residential)',
          source: tcpa('(a)(1)(iii), (a)(3)(ii)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks:
      'Applied by us.tcpa.wireless_auto and us.tcpa.res_exempt_3in30. ' +
      'Some states restrict recorded political calls; they are not modelled and refuse.',
  }),
  rule<string>({
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
  }),
  rule<string>({
    id: 'us.tsr.disclosure',
    jurisdiction: 'US',
    title: 'Prompt disclosures',
    citation: '16 CFR 310.4(d), (e)',
    purposes: SOLD,
    parameter: {
      unit: 'text',
      values: [
        {
          from: null,
          value: 'seller, purpose to sell, nature of goods, no-purchase term for prizes',
          source: tsr('310.4(d), (e)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Concerns what is said; checked in the campaign review.',
    duties: () => [
      {
        kind: 'message',
        when: 'every-call',
        content: 'seller, purpose to sell, nature of the goods, no purchase needed for prizes',
      },
    ],
    review: ({ campaign }) =>
      campaign.purpose === 'telemarketing'
        ? [
            {
              topic: 'preparation',
              severity: 'notice',
              message: 'Sales calls disclose promptly: seller, purpose, goods, prize terms.',
              remedy: 'Put it into the script.',
            },
          ]
        : [],
  }),
  rule<string>({
    id: 'us.tsr.records',
    jurisdiction: 'US',
    title: 'Records kept five years',
    citation: '16 CFR 310.5',
    purposes: SOLD,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2024-05-16',
          value: 'scripts, recordings, call detail, consent, relationship, do-not-call',
          source: tsr('310.5'),
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'A duty. Call detail since 2024-10-15; single numbers dialed by a person are exempt from it.',
    duties: () => [
      {
        kind: 'records',
        years: 5,
        what:
          'scripts, recorded messages, call detail, consent, relationship, do-not-call requests, ' +
          'registry versions',
      },
    ],
  }),
  rule<string>({
    id: 'us.tsr.b2b',
    jurisdiction: 'US',
    title: 'Calls to businesses are outside, but for office and cleaning supplies',
    citation: '16 CFR 310.6(b)(7)',
    purposes: ['telemarketing'],
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2024-05-16',
          value: 'misrepresentation to businesses is covered',
          source: tsr('310.6(b)(7)'),
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Applied inside the rules of the Telemarketing Sales Rule through campaign.content or subject.',
  }),
];

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

/** ms after the identification by which a recorded message offers the opt-out. */
const OPT_OUT_WITHIN_MS = 2000;

/** A recorded message must offer an opt-out that works by itself. */
function reviewOptOut({ campaign, flow }: ReviewQuestion): readonly ReviewItem[] {
  if (campaign.voice === 'live' || campaign.purpose === 'emergency') return [];
  const found = (severity: ReviewItem['severity'], message: string, remedy: string): ReviewItem => ({
    topic: 'recorded-message',
    severity,
    message,
    remedy,
  });
  const items: ReviewItem[] = [];
  const after = flow.optOutOfferedAfter;
  if (after === undefined || after === null)
    items.push(
      found(
        'refuses',
        'The message offers no automated opt-out.',
        'Offer a key press or voice opt-out within 2 s after the identification.',
      ),
    );
  else if (after > OPT_OUT_WITHIN_MS)
    items.push(
      found(
        'refuses',
        `The opt-out is offered ${after} ms after the identification.`,
        `Offer it within ${OPT_OUT_WITHIN_MS} ms.`,
      ),
    );
  if (flow.optOutDisconnects !== true)
    items.push(
      found(
        'refuses',
        'The opt-out is not known to record the number and end the call.',
        'Let it do both, and set flow.optOutDisconnects.',
      ),
    );
  if (flow.voicemailTollFree !== true)
    items.push(
      found(
        'notice',
        'No toll-free number is left on voicemail.',
        'Leave one that reaches the same opt-out, or leave no message.',
      ),
    );
  return items;
}
