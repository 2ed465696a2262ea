/**
 * Alaska, Arizona, California, Colorado, Hawaii, Idaho, Montana, Nevada, New Mexico, Oklahoma, Oregon, Texas,
 * Utah, Washington, Wyoming, territories.
 */
import { hasConsent, hasRelationship } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import type { Rule } from '../../../engine/rule.js';
import { everyDay, weekly, type Schedule } from '../../../engine/schedule.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { isBusiness } from '../terms.js';
import { utahHolidays } from './holidays.js';
import { autodialConsent, mobileBan, stateHours, stateNote, stateValue, subjectCap } from './state-rules.js';

const FED = everyDay('08:00-21:00');
const OK = '15 O.S. 775C.4';
const OR = { state: 'OR', citation: 'ORS 646.561, 646.563 (HB 3865, 2025)' } as const;
const TX = { state: 'TX', citation: 'Tex. Bus. & Com. Code 301.051(b)(2)' } as const;
const UT = { state: 'UT', citation: 'Utah Code 13-25a-103(3)' } as const;

const hasOregonRelationship = (context: Context, at: number): boolean =>
  hasRelationship(context, at, { transactionMonths: 18, inquiryMonths: null });

const oregon: readonly Rule[] = [
  stateHours({
    ...OR,
    id: 'us.or.hours',
    title: 'Oregon calling hours',
    hours: everyDay('09:00-21:00'),
    lifted: hasOregonRelationship,
    later: [
      stateValue<Schedule>(
        { ...OR, id: 'us.or.hours', title: '', from: '2026-01-01' },
        everyDay('08:00-20:00'),
      ),
    ],
    remarks:
      '8 to 20 since 2026-01-01; before, 9 to 21. Relationship (18 months), businesses and collectors are outside. Callers may rely on the area code of mobiles.',
  }),
  subjectCap({
    ...OR,
    id: 'us.or.freq',
    title: 'Oregon: three sales calls in 24 hours',
    from: '2026-01-01',
    max: 3,
    business: 'outside',
    subject: 'any',
    lifted: hasOregonRelationship,
  }),
];

const utahLifted = (context: Context, at: number): boolean =>
  (isBusiness(context) && !context.countsAsWireless) || hasConsent(context, at, 'express');
const utah: readonly Rule[] = [
  stateHours({
    ...UT,
    id: 'us.ut.hours',
    title: 'Utah calling hours',
    hours: weekly('08:00-21:00', '08:00-21:00', '*'),
    business: 'inside',
    lifted: utahLifted,
    remarks: 'Residences and any mobile. Prior express consent lifts hours, Sunday and holidays.',
  }),
  stateHours({
    ...UT,
    id: 'us.ut.sunday',
    title: 'Utah: no calls on Sunday',
    hours: weekly('*', '*', ''),
    business: 'inside',
    lifted: utahLifted,
  }),
  stateHours({
    ...UT,
    id: 'us.ut.holiday',
    title: 'Utah: no calls on legal holidays',
    hours: { ...weekly('*', '*', '*'), holidays: utahHolidays },
    business: 'inside',
    lifted: utahLifted,
    remarks:
      'Pioneer Day is 24 July. Code 63G-1-301 as of 2026-05-06, read in a research copy: a holiday of fixed date moves from Saturday to Friday and from Sunday to Monday, Juneteenth to the Monday before or after, and Good Friday is one from 2027 on. The days left by a move are kept closed as well: federal law and published lists of restricted dates keep them.',
  }),
];

/** Rules of the western states and the territories. */
export const west: readonly Rule[] = [
  mobileBan({
    state: 'AZ',
    id: 'us.az.cell_ban',
    title: 'Arizona: no unsolicited sales calls to mobiles',
    citation: 'A.R.S. 44-1278(B)(3), (6)',
    business: 'inside',
    remarks:
      'At any hour, also to businesses; a relationship is no request. A line of unknown type counts as mobile: the table says so for recorded calls alone, here the stricter reading.',
  }),
  stateHours({
    state: 'CA',
    id: 'us.ca.adad_hours',
    title: 'California: announcing devices from 9 to 21',
    citation: 'Cal. PUC 2872',
    voices: 'recorded',
    purposes: DEVICE_PURPOSES,
    scope: 'call',
    hours: everyDay('09:00-21:00'),
    business: 'inside',
    remarks: 'Binds the device. It also needs a live introduction or consent (PUC 2874): a review item.',
  }),
  stateHours({
    state: 'HI',
    id: 'us.hi',
    title: 'Hawaii calling hours',
    citation: 'HRS 481P-3(8)',
    hours: FED,
  }),
  stateHours({
    state: 'MT',
    id: 'us.mt',
    title: 'Montana calling hours',
    citation: 'MCA 30-14-1412',
    hours: FED,
  }),
  stateHours({
    state: 'NV',
    id: 'us.nv.hours',
    title: 'Nevada calling hours',
    citation: 'NRS 598.0918(3)',
    hours: everyDay('09:00-20:00'),
    remarks: 'Uncertain: a deceptive-trade rule for consumers.',
  }),
  stateHours({
    state: 'NM',
    id: 'us.nm.hours',
    title: 'New Mexico calling hours',
    citation: 'NMSA 57-12-22(B)(5)',
    hours: everyDay('09:00-21:00'),
    business: 'inside',
  }),
  stateHours({
    state: 'OK',
    id: 'us.ok.hours',
    title: 'Oklahoma calling hours',
    citation: `${OK}(A)`,
    from: '2022-11-01',
    hours: everyDay('08:00-20:00'),
    business: 'inside',
  }),
  subjectCap({
    state: 'OK',
    id: 'us.ok.freq',
    title: 'Oklahoma: three sales calls on a subject in 24 hours',
    citation: OK,
    from: '2022-11-01',
    max: 3,
    business: 'inside',
  }),
  autodialConsent({
    state: 'OK',
    id: 'us.ok.autodial_consent',
    title: 'Oklahoma: written consent for automated selection or dialing',
    citation: '15 O.S. 775C.3',
    from: '2022-11-01',
  }),
  ...oregon,
  stateHours({
    ...TX,
    id: 'us.tx.hours',
    title: 'Texas calling hours',
    hours: weekly('09:00-21:00', '09:00-21:00', '*'),
    remarks: 'Residential numbers. SB 140 (2025-09-01) extends to texts.',
  }),
  stateHours({
    ...TX,
    id: 'us.tx.sunday',
    title: 'Texas: Sundays from noon to 21',
    hours: weekly('*', '*', '12:00-21:00'),
  }),
  ...utah,
  stateHours({
    state: 'WA',
    id: 'us.wa.hours',
    title: 'Washington calling hours',
    citation: 'RCW 80.36.390; 19.158.110(4)',
    hours: everyDay('08:00-20:00'),
    business: 'inside',
    remarks: 'Identify within 30 seconds; end within 10 seconds of a request; one-year list.',
  }),
  stateHours({
    state: 'WY',
    id: 'us.wy.hours',
    title: 'Wyoming calling hours',
    citation: 'Wyo. Stat. 40-12-302(d)',
    hours: everyDay('08:00-20:00'),
  }),
  ...['PR', 'VI', 'GU', 'MP', 'AS'].map((state) =>
    stateHours({
      state,
      id: 'us.terr',
      title: 'Territories: federal calling hours',
      citation: '47 CFR 64.1200',
      verification: 'memory' as const,
      hours: FED,
      remarks: 'No clock changes in the territories.',
    }),
  ),
  ...['AK', 'CO', 'ID'].map((state) =>
    stateNote({
      state,
      id: `us.${state.toLowerCase()}`,
      title: 'No state calling hours found; federal hours apply',
      citation: state === 'AK' ? 'AS 45.63' : 'various',
      note: 'federal hours',
      remarks: state === 'AK' ? 'Registration 30 days before.' : 'Registration duty; no hours to decide.',
    }),
  ),
];
