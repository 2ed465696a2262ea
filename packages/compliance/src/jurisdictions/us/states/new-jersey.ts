/** New Jersey: calling hours, the ban on unsolicited sales calls to mobiles. */
import { hasRelationship } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import { everyDay } from '../../../engine/schedule.js';
import { mobileBan } from '../state-rules/mobile-ban.js';
import { reviewNote } from '../state-rules/review-note.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** A contract in force, or a purchase of the last 18 months. */
function isCustomer(context: Context, at: number): boolean {
  return (
    context.lead.existingContract === true ||
    hasRelationship(context, at, { transactionMonths: 18, inquiryMonths: null })
  );
}

/** The calling law of New Jersey. */
export const newJersey: StateLaw = {
  code: 'NJ',
  registration: 'asked',
  rules: [
    stateHours({
      id: 'us.nj.hours',
      jurisdiction: 'US-NJ',
      title: 'New Jersey calling hours',
      citation: 'N.J.S.A. 56:8-128(d)',
      values: [
        {
          from: '2003-01-01',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'New Jersey Statutes',
            href: 'https://law.justia.com/codes/new-jersey/title-56/section-56-8-128/',
            pinpoint: '56:8-128(d), as of L. 2024, c. 62',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'Unsolicited sales calls to individuals. Federal law has the same hours without the exception ' +
        'for customers, so none is made here. P.L. 2003, c. 76: the first day of the year is used.',
    }),
    mobileBan({
      id: 'us.nj.cell_ban',
      jurisdiction: 'US-NJ',
      title: 'New Jersey: no unsolicited sales calls to mobiles',
      citation: 'N.J.S.A. 56:8-128, -130',
      business: 'outside',
      lifted: isCustomer,
      values: [
        {
          from: '2003-01-01',
          value: 'no unsolicited sales calls to mobiles',
          source: {
            title: 'New Jersey Statutes',
            href: 'https://law.justia.com/codes/new-jersey/title-56/section-56-8-130/',
            pinpoint: '56:8-128, 56:8-130',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Existing customers are outside: a contract, or a purchase of the last 18 months. A line of ' +
        'unknown type counts as mobile, the stricter reading. Sellers register. P.L. 2003, c. ' +
        '76, amended later. The year is from memory; its first day is used.',
    }),
    recordedConsent({
      id: 'us.nj.recorded_consent',
      jurisdiction: 'US-NJ',
      title: 'New Jersey: recorded calls need consent or a live introduction',
      citation: 'N.J.S.A. 48:17-28',
      values: [
        {
          from: '1998-01-12',
          value: ['relationship', 'purchase', 'school', 'work-schedule'],
          source: {
            title: 'New Jersey Statutes',
            href: 'https://law.justia.com/codes/new-jersey/title-48/section-48-17-28/',
            pinpoint: '48:17-28; L. 1997, c. 345, approved and effective 1998-01-12',
          },
          verification: 'primary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Whatever the message is about; a prior relationship lifts it as a current one does, and schools ' +
        'and employers are read as such. The section speaks of callers within the state: callers from ' +
        'outside are kept inside, the stricter reading. Before 1998 it was about advertisements and ' +
        'enjoined.',
    }),
    reviewNote({
      id: 'us.nj.identification',
      jurisdiction: 'US-NJ',
      title: 'New Jersey: who calls, for whom and why within 30 seconds; the address on the website',
      citation: 'N.J.S.A. 56:8-128(b)-(c)',
      values: [
        {
          from: '2023-12-01',
          value: 'name of the caller, name and number of the seller, purpose; mailing addresses in writing',
          source: {
            title: 'New Jersey Statutes',
            href: 'https://law.justia.com/codes/new-jersey/title-56/section-56-8-128/',
            pinpoint: '56:8-128(b)-(c), as amended by S921 of 2023',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'About what is said and printed, so no single call is decided by it; a call without it is a ' +
        'disorderly persons offense. That the amendment began on 2023-12-01 is from secondary pages; what ' +
        'was asked before it (no number, no addresses) is not modelled.',
      review: ({ campaign }) =>
        campaign.purpose === 'telemarketing'
          ? [
              {
                topic: 'preparation',
                severity: 'notice',
                message:
                  'New Jersey asks sales calls to say within 30 seconds who calls, the name and number of ' +
                  'the seller, and why; the mailing addresses of both stand on their websites.',
                remedy: 'Put all of it at the start of the script and the addresses on the websites.',
              },
            ]
          : [],
    }),
  ],
};
