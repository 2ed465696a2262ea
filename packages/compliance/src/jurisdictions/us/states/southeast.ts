/**
 * Alabama, Florida, Georgia, Louisiana, Mississippi, North and South Carolina, Tennessee, Virginia, West
 * Virginia, Kentucky, Arkansas.
 */
import { hasConsent } from '../../../engine/consent.js';
import { rule, type Rule } from '../../../engine/rule.js';
import { everyDay, weekly, type Schedule } from '../../../engine/schedule.js';
import { Zone } from '../../../time/zone.js';
import { callingWindow, DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { isBusiness } from '../terms.js';
import { alabamaGulfHolidays, alabamaHolidays, louisianaHolidays } from './holidays.js';
import { autodialConsent, stateHours, stateNote, stateParameter, subjectCap } from './state-rules.js';
import { emergencyBan } from './declared-emergency.js';

/** Open at all hours except Sunday: the day's own rule names the refusal. */
const NO_SUNDAY: Schedule = weekly('*', '*', '');
const allDayBut = (holidays: Schedule['holidays']): Schedule => ({
  ...weekly('*', '*', '*'),
  ...(holidays ? { holidays } : {}),
});
const FED = everyDay('08:00-21:00');
const AL = 'Ala. Admin. Code 770-X-5-.17(2); Ala. Code 1-3-8';
const LA = 'LPSC General Order R-29617 V(A); La. R.S. 45:844.31';
const MS = { state: 'MS', citation: 'Miss. Code 77-3-723(1)' } as const;

/** Central time as observed: Mississippi's statute names it for every call. */
const centralTime = new Zone('America/Chicago', []);

const alabama: readonly Rule[] = [
  stateHours({
    state: 'AL',
    id: 'us.al.hours',
    title: 'Alabama calling hours',
    citation: AL,
    hours: weekly('08:00-20:00', '08:00-20:00', '*'),
    business: 'inside',
    remarks:
      'Calls to "consumers", a word the rule leaves undefined and does not limit to residences: businesses are inside, the stricter reading.',
  }),
  stateHours({
    state: 'AL',
    id: 'us.al.sunday',
    title: 'Alabama: no calls on Sunday',
    citation: AL,
    hours: NO_SUNDAY,
    business: 'inside',
  }),
  stateHours({
    state: 'AL',
    id: 'us.al.holiday',
    title: 'Alabama: no calls on legal holidays',
    citation: AL,
    hours: allDayBut(alabamaHolidays),
    business: 'inside',
    vary: (schedule, context) =>
      context.place.mardiGrasCounty ? { ...schedule, holidays: alabamaGulfHolidays } : schedule,
    remarks:
      'A Sunday holiday moves to Monday, a Saturday holiday to Friday. Mardi Gras in Mobile and Baldwin counties (ZIP 365, 366, or area code 251 without a ZIP).',
  }),
];

const florida: readonly Rule[] = [
  stateHours({
    state: 'FL',
    id: 'us.fl.hours',
    title: 'Florida calling hours',
    citation: 'Fla. Stat. 501.616(6)(a)',
    from: '2021-07-01',
    hours: everyDay('08:00-20:00'),
    business: 'inside',
    remarks: 'A Florida area code is presumed to reach a Floridian.',
  }),
  subjectCap({
    state: 'FL',
    id: 'us.fl.freq',
    title: 'Florida: three sales calls on a subject in 24 hours',
    citation: 'Fla. Stat. 501.616(6)(b)',
    from: '2021-07-01',
    max: 3,
    business: 'inside',
  }),
  autodialConsent({
    state: 'FL',
    id: 'us.fl.autodial_consent',
    title: 'Florida: written consent for automated selection and dialing',
    citation: 'Fla. Stat. 501.059(8)',
    from: '2021-07-01',
    remarks: 'Covers recorded messages. Only a call a person starts by a click is outside.',
  }),
];

const louisiana: readonly Rule[] = [
  stateHours({
    state: 'LA',
    id: 'us.la.hours',
    title: 'Louisiana calling hours',
    citation: LA,
    hours: weekly('08:00-20:00', '08:00-20:00', '*'),
  }),
  stateHours({
    state: 'LA',
    id: 'us.la.sunday',
    title: 'Louisiana: no calls on Sunday',
    citation: LA,
    hours: NO_SUNDAY,
  }),
  stateHours({
    state: 'LA',
    id: 'us.la.holiday',
    title: 'Louisiana: no calls on legal holidays',
    citation: LA,
    hours: allDayBut(louisianaHolidays),
    remarks:
      'The order names legal holidays without a list; the list is that of La. R.S. 1:55(A)(1), with Juneteenth, and with the weekdays on which weekend holidays are observed. The general order says that neither consent nor a relationship lifts it. Days the governor proclaims are a client policy (closed dates).',
  }),
  emergencyBan({
    state: 'LA',
    id: 'us.la.emergency',
    title: 'Louisiana: no solicitation during a declared emergency',
    citation: LA,
    remarks: 'Even with consent or a relationship. Emergencies are given to createCompliance().',
  }),
  rule<string>({
    id: 'us.la.cell_consent',
    jurisdiction: 'US-LA',
    title: 'Louisiana: sales calls to mobiles only with consent',
    citation: LA,
    parameter: stateParameter(
      { state: 'LA', id: 'us.la.cell_consent', title: '', citation: LA },
      'consent',
      'express',
    ),
    needs: ['lead.lineType'],
    check: (context, at) =>
      context.countsAsWireless && !isBusiness(context) && !hasConsent(context, at, 'express')
        ? {
            until: null,
            because: `${context.lineType === 'wireless' ? 'Sales' : 'The line type is unknown (lead.lineType): sales'} calls to a mobile in Louisiana need prior express consent.`,
          }
        : undefined,
    remarks:
      'A line of unknown type counts as mobile, as in Arizona and New Jersey: the stricter reading. Part of the row us.la.hours (scope column); named apart because waiting does not cure it.',
  }),
];

const mississippi: readonly Rule[] = [
  callingWindow({
    id: 'us.ms.hours',
    jurisdiction: 'US-MS',
    title: 'Mississippi calling hours',
    citation: MS.citation,
    parameter: stateParameter(
      { ...MS, id: 'us.ms.hours', title: '' },
      'local time, and Central time',
      weekly('08:00-20:00', '08:00-20:00', '*'),
    ),
    furtherZones: () => [centralTime],
    remarks:
      'The statute says Central Standard Time: the window must be open in Central time as observed and where the person is. Covers businesses.',
  }),
  stateHours({
    ...MS,
    id: 'us.ms.sunday',
    title: 'Mississippi: no calls on Sunday',
    hours: NO_SUNDAY,
    business: 'inside',
    remarks: 'The ban on legal holidays was repealed in 2024.',
  }),
];

/** Rules of the southeastern states. */
export const southeast: readonly Rule[] = [
  ...alabama,
  ...florida,
  ...louisiana,
  ...mississippi,
  stateHours({
    state: 'AR',
    id: 'us.ar',
    title: 'Arkansas calling hours',
    citation: 'Ark. Code 4-99-405',
    hours: FED,
    remarks: 'Federal hours by reference to 16 CFR 310.4.',
  }),
  stateHours({
    state: 'GA',
    id: 'us.ga',
    title: 'Georgia: recorded calls from 8 to 21',
    citation: 'O.C.G.A. 46-5-23, 46-5-27',
    verification: 'primary',
    voices: 'recorded',
    purposes: ['telemarketing', 'charity'],
    hours: FED,
    business: 'inside',
    remarks:
      'Recorded calls also need a permit; identification at the start; no caller-ID blocking. No state hours for live calls.',
  }),
  stateHours({
    state: 'KY',
    id: 'us.ky.hours',
    title: 'Kentucky calling hours',
    citation: 'KRS 367.46955(16), 367.46951(2)',
    hours: everyDay('10:00-21:00'),
    remarks: 'Merchant-to-merchant calls are outside.',
  }),
  stateHours({
    state: 'NC',
    id: 'us.nc',
    title: 'North Carolina calling hours',
    citation: 'N.C.G.S. 75-102(f)',
    hours: FED,
    business: 'inside',
    remarks:
      'The subsection names neither residences nor a zone: businesses are inside, and the clock is that of the called person.',
  }),
  stateHours({
    state: 'SC',
    id: 'us.sc',
    title: 'South Carolina calling hours',
    citation: 'S.C. Code 37-21-30',
    hours: FED,
    business: 'inside',
    lifted: (context) => isBusiness(context) && !context.countsAsWireless,
    remarks: 'Residences of natural persons, and any wireless number with a South Carolina area code.',
  }),
  stateHours({
    state: 'TN',
    id: 'us.tn.hours',
    title: 'Tennessee calling hours',
    citation: 'T.C.A. 65-4-402',
    hours: FED,
  }),
  stateHours({
    state: 'VA',
    id: 'us.va',
    title: 'Virginia calling hours',
    citation: 'Va. Code 59.1-511',
    hours: FED,
    business: 'inside',
    remarks:
      'Reaches any landline or wireless number with a Virginia area code, businesses included. Opt-outs are kept 10 years since 2026-01-01; abandoned calls hear a message.',
  }),
  stateHours({
    state: 'WV',
    id: 'us.wv',
    title: 'West Virginia calling hours',
    citation: 'W. Va. Code 46A-6F-601',
    hours: FED,
  }),
  stateNote({
    state: 'GA',
    id: 'us.ga.permit',
    title: 'Georgia: permit for recorded calls',
    citation: 'O.C.G.A. 46-5-23',
    purposes: DEVICE_PURPOSES,
    voices: 'recorded',
    note: 'obtain the permit before recorded calls',
    remarks: 'A registration, not a matter of one call: a review item.',
  }),
];
