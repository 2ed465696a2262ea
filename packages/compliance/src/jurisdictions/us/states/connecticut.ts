/** Connecticut: calling hours, and written consent for sales calls and requests for donations. */
import type { Purpose } from '../../../contract.js';
import { hasRelationship } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import { everyDay } from '../../../engine/schedule.js';
import { consentNeeded } from '../../../rules/consent-needed.js';
import { reviewNote } from '../state-rules/review-note.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { isBusiness, isCampaignOutsideTsr } from '../terms.js';

/** A business, a contract or debt in force, or an inquiry of the last three months. */
function isException(context: Context, at: number): boolean {
  return (
    isBusiness(context) ||
    context.lead.existingContract === true ||
    hasRelationship(context, at, { transactionMonths: null, inquiryMonths: 3 })
  );
}

const SALES_AND_DONATIONS: readonly Purpose[] = ['telemarketing', 'charity'];

/** A tax-exempt organisation that asks for donations itself is outside. */
function isOwnCharity({ campaign }: Context): boolean {
  return campaign.purpose === 'charity' && isCampaignOutsideTsr(campaign);
}

/** The calling law of Connecticut. */
export const connecticut: StateLaw = {
  code: 'CT',
  recordingConsent: 'all-party',
  rules: [
    reviewNote({
      id: 'us.ct.adad_release',
      jurisdiction: 'US-CT',
      title: 'Connecticut: a recording ends when the person hangs up',
      citation: 'Conn. Gen. Stat. 16-256e(a)',
      voices: 'recorded',
      values: [
        {
          from: '1983-01-01',
          value: 'no unsolicited recorded message that goes on after the person hung up',
          source: {
            title: 'General Statutes of Connecticut, chapter 283',
            href: 'https://www.cga.ct.gov/current/pub/chap_283.htm#sec_16-256e',
            pinpoint: '16-256e(a); P.A. 83-419',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'About the device, not about whom to call: no consent is asked for, so no call is refused. Written ' +
        'consent to sales calls is us.ct.consent. The day in 1983 is not established: its first is used.',
      review: ({ campaign }) =>
        campaign.voice === 'live' || campaign.purpose !== 'telemarketing'
          ? []
          : [
              {
                topic: 'recorded-message',
                severity: 'notice',
                message: 'Connecticut forbids recordings that go on after the person hung up.',
                remedy: 'Hang up with them.',
              },
            ],
    }),
    stateHours({
      id: 'us.ct.hours',
      jurisdiction: 'US-CT',
      title: 'Connecticut calling hours',
      citation: 'Conn. Gen. Stat. 42-288a(c), 42-284(18)',
      purposes: SALES_AND_DONATIONS,
      lifted: isOwnCharity,
      values: [
        {
          from: '2023-10-01',
          value: everyDay('09:00-20:00'),
          source: {
            title: 'General Statutes of Connecticut',
            href: 'https://www.cga.ct.gov/current/pub/chap_743m.htm#sec_42-288a',
            pinpoint: '42-288a(c), 42-284(18)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Callers identify themselves within 10 seconds. One vendor table still says 9 to 21. Requests ' +
        'for donations are inside, as pages on the act of 2023 say; those of a tax-exempt organisation ' +
        'itself were outside before and are kept so.',
    }),
    consentNeeded({
      id: 'us.ct.consent',
      jurisdiction: 'US-CT',
      title: 'Connecticut: written consent for telephonic sales calls',
      citation: 'Conn. Gen. Stat. 42-288a; PA 23-98',
      purposes: SALES_AND_DONATIONS,
      scope: 'lead',
      parameter: {
        unit: 'consent',
        values: [
          {
            from: '2023-10-01',
            value: 'written',
            source: {
              title: 'General Statutes of Connecticut',
              href: 'https://www.cga.ct.gov/current/pub/chap_743m.htm#sec_42-288a',
              pinpoint: '42-288a; Public Act 23-98',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-22',
          },
        ],
      },
      what: 'A telephonic sales call or request for donations in Connecticut',
      exempt: (context, at) => isException(context, at) || isOwnCharity(context),
      needs: ['lead.consent'],
      remarks:
        "Exceptions: existing debt or contract (lead.existingContract), the consumer's inquiry (within 3 " +
        'months), business contacts, donations to a tax-exempt organisation that calls itself.',
    }),
  ],
};
