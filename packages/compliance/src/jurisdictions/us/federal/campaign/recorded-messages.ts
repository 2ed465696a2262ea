/** What a recorded message says, and the opt-out that it offers. */
import { ALL_PURPOSES, rule, type Rule } from '../../../../engine/rule.js';
import type { ReviewItem, ReviewQuestion } from '../../../../review/review-item.js';
import { reviewIdentification } from '../../../../rules/recorded-message.js';
import { tcpa } from '../../sources.js';

/** Recorded messages say who is responsible, and a number. */
export const recordedIdentification: Rule = rule<string>({
  id: 'us.tcpa.prerec_id',
  jurisdiction: 'US',
  title: 'Recorded messages say who is responsible, and a number',
  citation: '47 CFR 64.1200(b)(1)-(2)',
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '1992-12-20',
        value: 'name at the start; number during or after',
        source: tcpa('(b)(1)-(2); rules of 1992, 57 FR 48335'),
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
});

/** Recorded messages offer an automated opt-out within 2 s. */
export const recordedOptOut: Rule = rule<string>({
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
});

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
