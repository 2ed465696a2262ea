/**
 * Connecticut, Delaware, DC, Maine, Maryland, Massachusetts, New Hampshire, New Jersey, New York,
 * Pennsylvania, Rhode Island, Vermont.
 */
import { hasConsent, hasRelationship } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import { isPlacedCall, isToThisPhone, wasRecorded } from '../../../engine/history.js';
import type { Rule } from '../../../engine/rule.js';
import { everyDay, weekly, type Schedule } from '../../../engine/schedule.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { consentNeeded } from '../../../rules/consent-needed.js';
import { frequencyCap, type Cap } from '../../../rules/frequency-cap.js';
import { isBusiness } from '../terms.js';
import { emergencyBan } from './declared-emergency.js';
import { pennsylvaniaHolidays, rhodeIslandHolidays } from './holidays.js';
import {
  autodialConsent,
  mobileBan,
  stateHours,
  stateNote,
  stateParameter,
  stateValue,
  subjectCap,
} from './state-rules.js';

const FED = everyDay('08:00-21:00');
const CT = 'Conn. Gen. Stat. 42-288a';
const MD = 'Md. Code, Com. Law 14-4501 ff.';
const PA = { state: 'PA', citation: '73 P.S. 2245(a)(1), (10); Act 47 of 2026' } as const;
const PA_HREF = 'https://www.legis.state.pa.us/';

/** An inquiry of the last three months, or a contract or debt in force. */
function isConnecticutException(context: Context, at: number): boolean {
  return (
    isBusiness(context) ||
    context.lead.existingContract === true ||
    hasRelationship(context, at, { transactionMonths: null, inquiryMonths: 3 })
  );
}

const pennsylvania: readonly Rule[] = [
  stateHours({
    ...PA,
    id: 'us.pa.hours',
    title: 'Pennsylvania calling hours',
    href: PA_HREF,
    hours: FED,
    business: 'inside',
    later: [
      stateValue<Schedule>(
        { ...PA, id: 'us.pa.hours', title: '', href: PA_HREF, from: '2026-10-18' },
        weekly('09:00-19:00', '09:00-19:00', '*'),
      ),
    ],
    remarks: '9 to 19 and no Sunday since 2026-10-18 (Act 47 of 2026).',
  }),
  stateHours({
    ...PA,
    id: 'us.pa.sunday',
    title: 'Pennsylvania: no calls on Sunday',
    href: PA_HREF,
    from: '2026-10-18',
    hours: weekly('*', '*', ''),
    business: 'inside',
  }),
  stateHours({
    ...PA,
    id: 'us.pa.holiday',
    title: 'Pennsylvania: no calls on legal holidays',
    href: PA_HREF,
    from: '2019-12-03',
    hours: { ...weekly('*', '*', '*'), holidays: pennsylvaniaHolidays },
    business: 'inside',
    remarks:
      'The list is that of 44 P.S. 11 (thirteen days, as trade pages print them; Lincoln’s Birthday is an optional day for banks alone) with Juneteenth; the half holiday of Saturday afternoons is not counted. The term "telephone solicitation call" leaves out customers of the last 12 months (73 P.S. 2242), "telemarketing" in the rule on hours does not: here no relationship lifts either, the stricter reading.',
  }),
];

const maine: readonly Rule[] = [
  stateHours({
    state: 'ME',
    id: 'us.me.adad_hours',
    title: 'Maine: automated calls on weekdays 9 to 17',
    citation: '10 M.R.S. 1498(3)',
    voices: 'recorded',
    purposes: DEVICE_PURPOSES,
    scope: 'call',
    hours: weekly('09:00-17:00', '', ''),
    business: 'inside',
    remarks: 'Binds the device, whatever the call is about. Live calls follow federal hours.',
  }),
  frequencyCap({
    id: 'us.me.adad_freq',
    jurisdiction: 'US-ME',
    title: 'Maine: one automated call in 8 hours to a number',
    citation: '10 M.R.S. 1498(3)',
    voices: 'recorded',
    purposes: DEVICE_PURPOSES,
    scope: 'call',
    parameter: stateParameter<Cap>(
      { state: 'ME', id: 'us.me.adad_freq', title: '', citation: '10 M.R.S. 1498(3)' },
      'automated calls to the number',
      { max: 1, period: { hours: 8 } },
    ),
    counts: (entry, context) => isPlacedCall(entry) && wasRecorded(entry) && isToThisPhone(entry, context),
    counted: 'automated calls to this number',
  }),
  stateNote({
    state: 'ME',
    id: 'us.me.rnd',
    title: 'Maine: reassigned-numbers database before live sales calls',
    citation: '10 M.R.S. 1499-B',
    from: '2024-08-09',
    note: 'scrub against the reassigned-numbers database',
    remarks: 'A duty to query; whether a given answer is fresh enough is not stated, so it is a review item.',
  }),
];

/** Rules of the northeastern states. */
export const northeast: readonly Rule[] = [
  stateHours({
    state: 'CT',
    id: 'us.ct.hours',
    title: 'Connecticut calling hours',
    citation: `${CT}(c), 42-284(18)`,
    from: '2023-10-01',
    hours: everyDay('09:00-20:00'),
    remarks: 'Identify within 10 seconds. One vendor table still says 9 to 21.',
  }),
  consentNeeded({
    id: 'us.ct.consent',
    jurisdiction: 'US-CT',
    title: 'Connecticut: written consent for telephonic sales calls',
    citation: `${CT}; PA 23-98`,
    scope: 'lead',
    parameter: stateParameter(
      { state: 'CT', id: 'us.ct.consent', title: '', citation: `${CT}; PA 23-98`, from: '2023-10-01' },
      'consent',
      'written' as const,
    ),
    what: 'A telephonic sales call in Connecticut',
    exempt: isConnecticutException,
    needs: ['lead.consent'],
    remarks:
      "Exceptions: existing debt or contract (lead.existingContract), the consumer's inquiry (within 3 months), business contacts.",
  }),
  stateHours({
    state: 'DC',
    id: 'us.dc',
    title: 'District of Columbia calling hours',
    citation: 'D.C. Code 22-3226.08',
    hours: FED,
    remarks: 'Registration and bond.',
  }),
  ...maine,
  stateHours({
    state: 'MD',
    id: 'us.md.hours',
    title: 'Maryland calling hours',
    citation: `${MD} (14-4502(c))`,
    from: '2024-01-01',
    hours: everyDay('08:00-20:00'),
    business: 'inside',
  }),
  subjectCap({
    state: 'MD',
    id: 'us.md.freq',
    title: 'Maryland: three sales calls on a subject in 24 hours',
    citation: MD,
    from: '2024-01-01',
    max: 3,
    business: 'inside',
  }),
  autodialConsent({
    state: 'MD',
    id: 'us.md.autodial_consent',
    title: 'Maryland: written consent for automated selection or dialing',
    citation: MD,
    from: '2024-01-01',
  }),
  stateHours({
    state: 'MA',
    id: 'us.ma.hours',
    title: 'Massachusetts calling hours',
    citation: 'M.G.L. c.159C s.3; 201 CMR 12.02(2)',
    hours: everyDay('08:00-20:00'),
  }),
  mobileBan({
    state: 'NJ',
    id: 'us.nj.cell_ban',
    title: 'New Jersey: no unsolicited sales calls to mobiles',
    citation: 'N.J.S.A. 56:8-128, -130',
    business: 'outside',
    lifted: (context, at) =>
      context.lead.existingContract === true ||
      hasRelationship(context, at, { transactionMonths: 18, inquiryMonths: null }),
    remarks:
      'Existing customers are outside: a contract, or a purchase of the last 18 months. A line of unknown type counts as mobile, the stricter reading. Registration.',
  }),
  stateHours({
    state: 'NY',
    id: 'us.ny',
    title: 'New York calling hours',
    citation: 'N.Y. GBL 399-z(2), (5-a)',
    hours: FED,
    remarks: 'Identify, and offer the internal do-not-call list, at the start.',
  }),
  emergencyBan({
    state: 'NY',
    id: 'us.ny.emergency',
    title: 'New York: no telemarketing during a declared emergency',
    citation: 'N.Y. GBL 399-z(5-a)',
    verification: 'memory',
    lifted: (context, at) => hasConsent(context, at, 'express'),
    remarks:
      'Part of the row us.ny. Calls the person asked for (prior express consent) are outside. Emergencies are given to createCompliance().',
  }),
  ...pennsylvania,
  stateHours({
    state: 'RI',
    id: 'us.ri.hours',
    title: 'Rhode Island calling hours',
    citation: 'R.I. Gen. Laws 5-61-2(2), 5-61-3.6',
    verification: 'primary',
    href: 'http://webserver.rilin.state.ri.us/Statutes/',
    hours: { ...weekly('09:00-18:00', '10:00-17:00', ''), holidays: rhodeIslandHolidays },
    business: 'inside',
    lifted: (context) => isBusiness(context) && !context.countsAsWireless,
    remarks:
      'Residential numbers and any mobile, also of a business. Closed on state and federal holidays: R.I. Gen. Laws 25-1-1 with 4 May, Victory Day (second Monday of August), the days of general elections, and the Mondays on which the state keeps four holidays that fall on a weekend; beside them the federal days as observed.',
  }),
  ...['DE', 'NH', 'VT'].map((state) =>
    stateNote({
      state,
      id: `us.${state.toLowerCase()}`,
      title: 'No state calling hours found; federal hours apply',
      citation: 'various',
      note: 'federal hours',
      remarks: state === 'NH' ? 'No further finding.' : 'Registration duty; no hours to decide.',
    }),
  ),
];
