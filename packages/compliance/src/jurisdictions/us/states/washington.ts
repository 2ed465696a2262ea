/** Washington: calling hours of sales calls, and the caps and hours of collection calls. */
import type { Context } from '../../../engine/context.js';
import { later, rule, type Refused } from '../../../engine/rule.js';
import { everyDay } from '../../../engine/schedule.js';
import { capRefusal } from '../../../rules/frequency-cap.js';
import {
  COLLECTION,
  collectionHoursRefusal,
  isAnyCollectionCall,
  isDebtCallToThisPhone,
  isWork,
  type CollectionLimits,
} from '../state-rules/collection-cap.js';
import { stateHours } from '../state-rules/state-hours.js';
import { hasConsent, hasRelationship } from '../../../engine/consent.js';
import { isBusiness } from '../terms.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** Refuses above the cap of the week, above the cap at work, or outside the hours at home. */
function collectionRefusal(context: Context, at: number, limits: CollectionLimits): Refused | undefined {
  if (context.campaign.firstParty === true) return undefined;
  const atWork =
    isWork(context) && limits.workCap
      ? capRefusal(context, at, limits.workCap, isDebtCallToThisPhone, 'communications at work')
      : undefined;
  const inTheWeek = capRefusal(
    context,
    at,
    limits.cap,
    isAnyCollectionCall,
    'communications with the debtor',
  );
  const atHome = isWork(context) ? undefined : collectionHoursRefusal(context, at, limits);
  return later(later(atWork, inTheWeek), atHome);
}

/** Refuses a registered number that no request and no purchase of the last 12 months excuses. */
function registeredRefusal(context: Context, at: number): Refused | undefined {
  if (context.lead.doNotCall?.national !== true || isBusiness(context)) return undefined;
  const asked =
    hasConsent(context, at, 'express') ||
    hasRelationship(context, at, { transactionMonths: 12, inquiryMonths: 3 });
  return asked
    ? undefined
    : {
        until: null,
        because: 'The number is registered: Washington forbids sales and donation calls to it.',
      };
}

/** The calling law of Washington. */
export const washington: StateLaw = {
  code: 'WA',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.wa.hours',
      jurisdiction: 'US-WA',
      title: 'Washington calling hours',
      citation: 'RCW 19.158.040; 80.36.390',
      purposes: ['telemarketing', 'charity'],
      business: 'inside',
      values: [
        {
          from: '1989-01-01',
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Revised Code of Washington',
            href: 'https://app.leg.wa.gov/RCW/default.aspx?cite=19.158.110',
            pinpoint: '19.158.110(4), as it was; chapter of 1989 c 20',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
        {
          from: '2022-06-09',
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Revised Code of Washington',
            href: 'https://app.leg.wa.gov/RCW/default.aspx?cite=19.158.040',
            pinpoint: '19.158.040; 80.36.390 for donations',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
      remarks:
        'The chapter is of 1989; its day is not established: its first is used. ' +
        'Requests for donations are inside (80.36.390(1)). Callers identify themselves within 30 seconds, ' +
        'end a call within 10 seconds of a request, ' +
        'and keep the number on their list for a year.',
    }),
    rule<CollectionLimits>({
      id: 'us.wa.debt_3week',
      jurisdiction: 'US-WA',
      title: 'Washington: three communications a week with the debtor',
      citation: 'RCW 19.16.250',
      purposes: COLLECTION,
      parameter: {
        unit: 'communications',
        values: [
          {
            from: '1971-01-01',
            value: {
              cap: { max: 3, period: { days: 7 } },
              workCap: { max: 1, period: { days: 7 } },
              hours: everyDay('07:30-21:00'),
            },
            source: {
              title: 'Revised Code of Washington',
              href: 'https://app.leg.wa.gov/RCW/default.aspx?cite=19.16.250',
              pinpoint: '19.16.250',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-22',
          },
        ],
      },
      check: collectionRefusal,
      remarks:
        'Collection agencies. With debtor or spouse, whatever the debt; one a week at work; ' +
        'at home from 7:30 to 21:00. The chapter is of 1971, the numbers perhaps younger. The ' +
        'year is from memory; its first day is used.',
    }),
    rule<string>({
      id: 'us.wa.dnc',
      jurisdiction: 'US-WA',
      title: 'Washington: no sales or donation calls to registered numbers',
      citation: 'RCW 80.36.390',
      purposes: ['telemarketing', 'charity'],
      parameter: {
        unit: 'text',
        values: [
          {
            from: '2023-07-23',
            value: 'numbers on the national registry are not called',
            source: {
              title: 'Revised Code of Washington',
              href: 'https://app.leg.wa.gov/RCW/default.aspx?cite=80.36.390',
              pinpoint: '80.36.390(1), (8), as amended by HB 1051 of 2023',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-27',
          },
        ],
      },
      needs: ['lead.doNotCall'],
      check: registeredRefusal,
      remarks:
        'Donations are inside. Outside: calls the person asked for (consent, an inquiry of three months), ' +
        'purchases of the last 12 months, calls between businesses. HB 1051 brought it; the act of 2022 ' +
        '(HB 1497) did not.',
    }),
    rule<string>({
      id: 'us.wa.adad_sales',
      jurisdiction: 'US-WA',
      title: 'Washington: no recorded sales calls',
      citation: 'RCW 80.36.400',
      voices: 'recorded',
      scope: 'call',
      parameter: {
        unit: 'text',
        values: [
          {
            from: '1986-06-11',
            value: 'no commercial solicitation by an announcing device, businesses included',
            source: {
              title: 'Revised Code of Washington',
              href: 'https://app.leg.wa.gov/RCW/default.aspx?cite=80.36.400',
              pinpoint: '80.36.400(1)-(2)',
            },
            verification: 'primary',
            verifiedOn: '2026-11-25',
          },
          {
            from: '2023-07-23',
            value: 'no commercial solicitation by a recorded or artificial voice, businesses included',
            source: {
              title: 'Revised Code of Washington',
              href: 'https://app.leg.wa.gov/RCW/default.aspx?cite=80.36.400',
              pinpoint: '80.36.400, as amended by HB 1051 of 2023, effective 2023-07-23',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-27',
          },
        ],
      },
      needs: ['lead.consent'],
      check: (context, at) =>
        hasConsent(context, at, 'written')
          ? undefined
          : {
              until: null,
              because:
                'Unsolicited sales by an announcing device are forbidden in Washington, to businesses, ' +
                'too; no signed request is on file.',
            },
      remarks:
        'Commercial solicitation is the unsolicited begin of a conversation that sells: a signed request ' +
        'takes a call out of the term. The day in 1986 is from memory.',
    }),
  ],
};
