/** The Netherlands: Telecommunicatiewet and the advertising code on telemarketing. */
import type { Purpose } from '../../contract.js';
import { consentFault, consentFaultText, hasConsent, hasRelationship } from '../../engine/consent.js';
import type { Context } from '../../engine/context.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { rule, type Refused, type Rule } from '../../engine/rule.js';
import { weekly } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { reviewCallerNumber } from '../../rules/caller-number.js';
import { reviewLiveSales, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { about } from '../about.js';
import { objectionRule } from '../objection.js';
import { dutchEvenings, dutchHolidays } from './holidays.js';

/** Commercial, idealistic and charitable calls. */
const UNSOLICITED: readonly Purpose[] = ['telemarketing', 'charity', 'political'];
const ADVERTISING: readonly Purpose[] = ['telemarketing', 'charity'];

const act = (pinpoint: string, href: string): Source => ({
  title: 'Telecommunicatiewet art. 11.7 (read about)',
  href,
  pinpoint,
});
const CODE: Source = {
  title: 'Nederlandse Reclame Code, Code Telemarketing',
  href: 'https://www.checksrc.nl/check/telemarketing/checklist/',
  pinpoint: 'art. 9 (text of 2012)',
};

/** Lotteries for good causes, and publishers of newspapers, weeklies and magazines. */
const STILL_EXEMPT = /lotter|loterij|newspaper|krant|dagblad|weekblad|tijdschrift|magazine/i;
const CUSTOMER_MONTHS = 36;

/** What the exception for customers covers: all callers, or some since 2026-07-01. */
type CustomerException = 'every caller' | 'charities, parties, lotteries for good causes and publishers';

function isCustomer(context: Context, at: number): boolean {
  return (
    context.lead.existingContract === true ||
    hasRelationship(context, at, { transactionMonths: CUSTOMER_MONTHS, inquiryMonths: null })
  );
}

function mayCallCustomers(context: Context, exception: CustomerException): boolean {
  return (
    exception === 'every caller' ||
    context.campaign.purpose !== 'telemarketing' ||
    STILL_EXEMPT.test(about(context))
  );
}

function consentRefusal(context: Context, at: number, exception: CustomerException): Refused | undefined {
  if (hasConsent(context, at, 'express')) return undefined;
  const needs = `needs prior consent; ${consentFaultText(consentFault(context, at, 'express'))}.`;
  if (context.recorded)
    return {
      until: null,
      scope: context.lead.isBusiness === true ? 'call' : 'lead',
      because: `An automated call ${needs}`,
    };
  if (context.lead.isBusiness === true) return undefined;
  return isCustomer(context, at) && mayCallCustomers(context, exception)
    ? undefined
    : { until: null, because: `An unsolicited call to a natural person ${needs}` };
}

const rules: readonly Rule[] = [
  rule<CustomerException>({
    id: 'nl.consent',
    jurisdiction: 'NL',
    title:
      'Unsolicited calls to natural persons only with consent; customers are excepted less since ' +
      '2026-07-01',
    citation: 'Telecommunicatiewet art. 11.7',
    purposes: UNSOLICITED,
    needs: ['lead.consent'],
    parameter: {
      unit: 'customers may be called by',
      values: [
        {
          from: '2021-07-01',
          value: 'every caller',
          source: act(
            'opt-in since 2021-07-01; customers up to three years',
            'https://www.consuwijzer.nl/telemarketing-wanneer-mag-een-bedrijf-u-bellen',
          ),
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
        {
          from: '2026-07-01',
          value: 'charities, parties, lotteries for good causes and publishers',
          source: act(
            'exception for customers limited from 2026-07-01',
            '' +
              'https://www.security.nl/posting/887912/' +
              'Regels+voor+telemarketing+vanaf+1+juli+2026+verder+aangescherpt',
          ),
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    check: consentRefusal,
    remarks:
      'Recorded calls need consent of everyone. Sole traders and partnerships are natural persons: set ' +
      'isBusiness for legal persons alone. A customer is one with a contract (existingContract) or a ' +
      'purchase or ' +
      'gift in the last three years. Lotteries and publishers are read from campaign.content or subject.',
    review: (question) => [
      ...reviewLiveSales(question, 'the Netherlands', 'natural persons, sole traders included,'),
      ...reviewRecordedMarketing(question, 'the Netherlands'),
    ],
  }),
  callingWindow({
    id: 'nl.hours',
    jurisdiction: 'NL',
    title: 'Advertising calls on working days 9 to 21, Saturday 10 to 16',
    citation: 'Nederlandse Reclame Code, Code Telemarketing art. 9',
    purposes: ADVERTISING,
    parameter: {
      unit: 'local time',
      values: [
        {
          from: '2012-07-01',
          value: {
            ...weekly({ weekdays: '09:00-21:00', saturday: '10:00-16:00', sunday: '' }),
            holidays: dutchHolidays,
          },
          source: CODE,
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    lifted: (context) => context.lead.isBusiness === true,
    remarks:
      'Self-regulation that binds all advertisers. The text read (2012) closes at 22:00; the current one ' +
      'was not ' +
      'read, and 21:00 is the stricter assumption. Sundays and holidays are not among its times. An ' +
      'agreed call ' +
      'back at another time is not modelled.',
  }),
  callingWindow({
    id: 'nl.evenings',
    jurisdiction: 'NL',
    title: 'Advertising calls until 18:30 on 4 May, 5 December and 24 December',
    citation: 'Nederlandse Reclame Code, Code Telemarketing art. 9',
    purposes: ADVERTISING,
    parameter: {
      unit: 'local time',
      values: [
        {
          from: '2012-07-01',
          value: {
            ...weekly({ weekdays: '*', saturday: '*', sunday: '*' }),
            holidays: dutchEvenings,
            onHolidays: [[0, 1110]],
          },
          source: CODE,
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    lifted: (context) => context.lead.isBusiness === true,
  }),
  rule<string>({
    id: 'nl.caller_number',
    jurisdiction: 'NL',
    title: 'The caller number is shown and can be called',
    citation: 'Telecommunicatiewet art. 11.7',
    purposes: UNSOLICITED,
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2021-07-01',
          value: 'no anonymous calls',
          source: act(
            'no private number',
            'https://www.consuwijzer.nl/telemarketing-wanneer-mag-een-bedrijf-u-bellen',
          ),
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    remarks: 'Checked in the campaign review. The right to object is offered on each call.',
    review: reviewCallerNumber,
  }),
  objectionRule('nl.internal', 'NL', UNSOLICITED),
];

/** Rules of the Netherlands. No limit on abandoned calls was found. */
export const netherlands: Pack = {
  country: 'NL',
  name: 'Netherlands',
  timeZone: 'Europe/Amsterdam',
  rules,
  unmodelled: covers('NL', { telemarketing: 'any', charity: 'any', political: 'any' }),
};
