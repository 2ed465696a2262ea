/** Tennessee: hours of sales calls, and of recorded sales calls and polls with the consent they need. */
import { hasConsent, hasRelationship } from '../../../engine/consent.js';
import { rule } from '../../../engine/rule.js';
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { Context } from '../../../engine/context.js';
import { isBusiness, isCampaignOutsideTsr } from '../terms.js';
import { UNDATED } from '../state-rules/undated.js';
import type { Source } from '../../../engine/parameter.js';
import type { StateLaw } from '../state-rules/state-law.js';

const deviceLaw = (part: string): Source => ({
  title: 'Tennessee Code',
  href:
    'https://casetext.com/statute/tennessee-code' +
    '/title-47-commercial-instruments-and-transactions/chapter-18-consumer-protection' +
    '/part-15-consumer-telemarketing-protection' +
    '/section-47-18-1502-unlawful-use-of-adad-equipment-consent-to-calls',
  pinpoint: `47-18-1502${part}; Consumer Telemarketing Protection Act of 1990`,
});

/** Goods for a business are outside; polls are inside, businesses that are asked, too. */
function isOutsideDeviceLaw(context: Context): boolean {
  return context.campaign.purpose === 'telemarketing' && isBusiness(context);
}

/** An invitation, a contract, dealings of the last twelve months, a nonprofit itself, or a business. */
function isOutsideRegister(context: Context, at: number): boolean {
  return (
    isBusiness(context) ||
    isCampaignOutsideTsr(context.campaign) ||
    context.lead.existingContract === true ||
    hasConsent(context, at, 'express') ||
    hasRelationship(context, at, { transactionMonths: 12, inquiryMonths: 12 })
  );
}

/** The calling law of Tennessee. */
export const tennessee: StateLaw = {
  code: 'TN',
  registry: 'Tennessee Do Not Call Program',
  rules: [
    stateHours({
      id: 'us.tn.hours',
      jurisdiction: 'US-TN',
      title: 'Tennessee calling hours',
      citation: 'Tenn. Comp. R. & Regs. 1220-04-11-.02(1); T.C.A. 65-4-401 ff.',
      values: [
        {
          from: '1999-01-01',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Rules of the Tennessee Public Utility Commission',
            href: 'https://www.law.cornell.edu/regulations/tennessee/Tenn-Comp-R-Regs-1220-04-11-.02',
            pinpoint: '1220-04-11-.02(1)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'Acts 1999, ch. 478. The day in the year is not established: its first is used. An express ' +
        'invitation lifts the hours: consent on file to calls is not read as that. A recording names the ' +
        'caller and a number within 25 seconds and at the end (paragraph (3)(a)).',
    }),
    rule<string>({
      id: 'us.tn.dnc',
      jurisdiction: 'US-TN',
      title: 'Tennessee: no sales calls to registered numbers, but to customers of twelve months',
      citation: 'T.C.A. 65-4-401, 65-4-405(c)',
      parameter: {
        unit: 'text',
        values: [
          {
            from: null,
            undated: UNDATED.amended,
            value: 'numbers in the register are not called',
            source: {
              title: 'Tennessee Public Utility Commission, Do Not Call Program',
              href: 'https://homebuilding.tn.gov/tpuc/tennessee-do-not-call-program.html',
              pinpoint: 'the exemptions; T.C.A. 65-4-401 and 65-4-405 for terms and the national list',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-27',
          },
        ],
      },
      needs: ['lead.doNotCall'],
      check: (context, at) =>
        context.lead.doNotCall?.national === true && !isOutsideRegister(context, at)
          ? {
              until: null,
              because:
                'The number is registered: Tennessee forbids sales calls to it without an invitation, a ' +
                'contract, or dealings of the last twelve months.',
            }
          : undefined,
      remarks:
        "The state's register takes in the national one. A relationship counts for twelve months " +
        '(federal law: 18). Outside: invitations, nonprofits that call themselves, businesses, which ' +
        'cannot register.',
    }),
    recordedConsent({
      id: 'us.tn.recorded_consent',
      jurisdiction: 'US-TN',
      title: 'Tennessee: recorded sales calls and polls need consent',
      citation: 'T.C.A. 47-18-1502(a)(1)',
      purposes: ['telemarketing', 'research'],
      outside: isOutsideDeviceLaw,
      values: [
        {
          from: '1990-01-01',
          value: [],
          source: deviceLaw('(a)(1)'),
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Sales of consumer goods, polls, and calls that solicit information. The permissible uses of ' +
        '47-18-1507 were not read: the stricter reading knows none. The day in 1990 is not ' +
        'established: its first is used.',
    }),
    stateHours({
      id: 'us.tn.adad_hours',
      jurisdiction: 'US-TN',
      title: 'Tennessee: recorded sales calls and polls from 8 to 21',
      citation: 'T.C.A. 47-18-1502(a)(2)',
      voices: 'recorded',
      purposes: ['telemarketing', 'research'],
      scope: 'call',
      business: 'inside',
      lifted: isOutsideDeviceLaw,
      values: [
        {
          from: '1990-01-01',
          value: everyDay('08:00-21:00'),
          source: deviceLaw('(a)(2)'),
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'A permit for the device, random dialing and unlisted numbers are no facts of a request. The day ' +
        'in 1990 is not established: its first is used.',
    }),
  ],
};
