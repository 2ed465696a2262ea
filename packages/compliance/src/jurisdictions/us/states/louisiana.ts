/**
 * Louisiana: calling hours, Sundays, legal holidays, declared emergencies, consent for calls to mobiles
 * and for recorded calls, and hours of polls.
 */
import { hasConsent } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import type { Source } from '../../../engine/parameter.js';
import { rule, type Refused } from '../../../engine/rule.js';
import { weekly } from '../../../engine/schedule.js';
import {
  calendar,
  fixed,
  fromEaster,
  type HolidayCalendar,
  type Observance,
} from '../../../time/holidays.js';
import { closedOn, closedOnSundays } from '../state-rules/closed-days.js';
import { creditorBars } from '../state-rules/creditor-bars.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import { emergencyBan } from '../state-rules/emergency-ban.js';
import {
  christmasDay,
  commonHolidays,
  independenceDay,
  juneteenth,
  newYearsDay,
} from '../state-rules/federal-holidays.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { isBusiness } from '../terms.js';
import { UNDATED } from '../state-rules/undated.js';

/** La. R.S. 1:55(B)(1)(b): New Year's Day, 4 July and Christmas give the weekday before or after. */
const OBSERVED: Observance = { saturday: 'friday-adds', sunday: 'monday-adds' };
/** Every other holiday is kept on its own day alone. */
const ON_THE_DAY: Observance = {};

/**
 * Legal holidays of Louisiana, La. R.S. 1:55(A)(1). The Public Service Commission's order names no list of
 * its own.
 */
export const louisianaHolidays: HolidayCalendar = calendar('legal holidays of Louisiana', [
  ...commonHolidays(ON_THE_DAY),
  newYearsDay(OBSERVED),
  independenceDay(OBSERVED),
  christmasDay(OBSERVED),
  fixed('Battle of New Orleans', 1, 8),
  fromEaster('Mardi Gras', -47),
  fromEaster('Good Friday', -2),
  juneteenth(ON_THE_DAY, 2022),
  fixed('Huey P. Long Day', 8, 30),
  fixed("All Saints' Day", 11, 1),
]);

/** Refuses a sales call to a mobile, or to a line of unknown type, without express consent. */
function mobileConsentRefusal(context: Context, at: number): Refused | undefined {
  if (!context.countsAsWireless || isBusiness(context) || hasConsent(context, at, 'express'))
    return undefined;
  const calls =
    context.lineType === 'wireless' ? 'Sales calls' : 'The line type is unknown (lead.lineType): sales calls';
  return { until: null, because: `${calls} to a mobile in Louisiana need prior express consent.` };
}

/** Goods for a business are outside; polls are inside, businesses that are asked, too. */
function isOutsideDeviceLaw(context: Context): boolean {
  return context.campaign.purpose === 'telemarketing' && isBusiness(context);
}

const DEVICE_LAW: Source = {
  title: 'Louisiana Revised Statutes, Consumer Telemarketing Protection Act of 1991',
  href: 'https://legis.la.gov/legis/Law.aspx?d=100116',
  pinpoint: '45:811, 45:812; Acts 1991, No. 917',
};

const COLLECTION_PRACTICES: Source = {
  title: 'Louisiana Revised Statutes, Louisiana Consumer Credit Law',
  href: 'https://www.legis.la.gov/Legis/LawPrint.aspx?d=107679',
  pinpoint: '9:3562(1)-(3)',
};

/** The calling law of Louisiana. */
export const louisiana: StateLaw = {
  code: 'LA',
  creditors: 'bound',
  registry: 'Louisiana Do Not Call Program',
  rules: [
    stateHours({
      id: 'us.la.hours',
      jurisdiction: 'US-LA',
      title: 'Louisiana calling hours',
      citation: 'LPSC General Order R-29617 V(A); La. R.S. 45:844.31',
      values: [
        {
          from: '2001-01-01',
          value: weekly({ weekdays: '08:00-20:00', saturday: '08:00-20:00', sunday: '*' }),
          source: {
            title: 'Louisiana Public Service Commission, General Order R-29617',
            href: 'https://www.lpsc.louisiana.gov/',
            pinpoint: 'V(A); La. R.S. 45:844.31',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    stateHours({
      id: 'us.la.sunday',
      jurisdiction: 'US-LA',
      title: 'Louisiana: no calls on Sunday',
      citation: 'LPSC General Order R-29617 V(A); La. R.S. 45:844.31',
      values: [
        {
          from: '2001-01-01',
          value: closedOnSundays,
          source: {
            title: 'Louisiana Public Service Commission, General Order R-29617',
            href: 'https://www.lpsc.louisiana.gov/',
            pinpoint: 'V(A); La. R.S. 45:844.31',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    stateHours({
      id: 'us.la.holiday',
      jurisdiction: 'US-LA',
      title: 'Louisiana: no calls on legal holidays',
      citation: 'LPSC General Order R-29617 V(A); La. R.S. 45:844.31',
      values: [
        {
          from: '2001-01-01',
          value: closedOn(louisianaHolidays),
          source: {
            title: 'Louisiana Public Service Commission, General Order R-29617',
            href: 'https://www.lpsc.louisiana.gov/',
            pinpoint: 'V(A); La. R.S. 45:844.31; La. R.S. 1:55(A)(1) for the days',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'The power of the Commission is of the Telephone Solicitation Relief Act of 2001, so no order is ' +
        'older: the first day of that year is used, for hours, Sundays and mobiles, too. ' +
        'The order names legal holidays without a list; ' +
        'the list is that of La. R.S. 1:55(A)(1), with Juneteenth; ' +
        'New Year, 4 July and Christmas alone give a weekday where they fall on a weekend. ' +
        'The general order says that neither consent nor a relationship lifts it. Days the governor ' +
        'proclaims are a client policy (closed dates).',
    }),
    emergencyBan({
      id: 'us.la.emergency',
      jurisdiction: 'US-LA',
      title: 'Louisiana: no solicitation during a declared emergency',
      citation: 'LPSC General Order R-29617 V(A); La. R.S. 45:844.31',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: 'no solicitation while it lasts',
          source: {
            title: 'Louisiana Public Service Commission, General Order R-29617',
            href: 'https://www.lpsc.louisiana.gov/',
            pinpoint: 'V(A); La. R.S. 45:844.31',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Even with consent or a relationship. Emergencies are given to createCompliance().',
    }),
    rule<string>({
      id: 'us.la.cell_consent',
      jurisdiction: 'US-LA',
      title: 'Louisiana: sales calls to mobiles only with consent',
      citation: 'LPSC General Order R-29617 V(A); La. R.S. 45:844.31',
      parameter: {
        unit: 'consent',
        values: [
          {
            from: '2001-01-01',
            value: 'express',
            source: {
              title: 'Louisiana Public Service Commission, General Order R-29617',
              href: 'https://www.lpsc.louisiana.gov/',
              pinpoint: 'V(A); La. R.S. 45:844.31',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-22',
          },
        ],
      },
      needs: ['lead.lineType'],
      check: mobileConsentRefusal,
      remarks:
        'A line of unknown type counts as mobile, the stricter reading. It is a rule apart from ' +
        'us.la.hours because waiting does not cure it.',
    }),
    recordedConsent({
      id: 'us.la.recorded_consent',
      jurisdiction: 'US-LA',
      title: 'Louisiana: recorded sales calls and polls need consent',
      citation: 'La. R.S. 45:811(1), 45:812',
      purposes: ['telemarketing', 'research'],
      outside: isOutsideDeviceLaw,
      values: [
        {
          from: '1991-01-01',
          value: [],
          source: DEVICE_LAW,
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Sales of consumer goods, polls, and calls that solicit information. Consent that a live ' +
        'introduction or the device obtains holds for its call alone; consent on file stands for it ' +
        'here. The day in 1991 is not established: its first is used.',
    }),
    stateHours({
      id: 'us.la.poll_hours',
      jurisdiction: 'US-LA',
      title: 'Louisiana: polls on weekdays and Saturdays from 8 to 20, not on holidays',
      citation: 'La. R.S. 45:811(2)-(3)',
      purposes: ['research'],
      business: 'inside',
      values: [
        {
          from: '1991-01-01',
          value: {
            ...weekly({ weekdays: '08:00-20:00', saturday: '08:00-20:00', sunday: '' }),
            holidays: louisianaHolidays,
          },
          source: DEVICE_LAW,
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'The section names polls and calls that solicit information, by a device or by a live operator; ' +
        'the words on live operators are perhaps younger than 1991, and exceptions were not read: the ' +
        'stricter reading, switchable by name. The day in 1991 is not established: its first is used.',
    }),
    creditorHours({
      id: 'us.la.debt_hours',
      jurisdiction: 'US-LA',
      title: 'Louisiana: collection calls from 8 to 21, by creditors, too',
      citation: 'La. R.S. 9:3562',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: EIGHT_TO_TWENTY_ONE,
          source: COLLECTION_PRACTICES,
          verification: 'memory',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'Binds creditors. Paragraphs (1) to (3) were read and name no hours: 8 to 21 is the strict ' +
        'reading, and switchable by name.',
    }),
    creditorBars({
      id: 'us.la.debt_contacts',
      jurisdiction: 'US-LA',
      title: 'Louisiana: creditors do not call after a notice to cease',
      citation: 'La. R.S. 9:3562(3)',
      bars: ['cease'],
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: 'no contacts after a notice by registered or certified mail',
          source: COLLECTION_PRACTICES,
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'After default and a notice by registered or certified mail the creditor may write once a month ' +
        'and make four personal contacts to settle. Which of them a call would be is no fact of a ' +
        'request: none is made, the stricter reading. Consent given after the debt arose waives the ' +
        'section: take the fact off then.',
    }),
  ],
};
