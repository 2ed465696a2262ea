/**
 * Illinois, Indiana, Iowa, Kansas, Michigan, Minnesota, Missouri, Nebraska, North and South Dakota, Ohio,
 * Wisconsin.
 */
import type { Rule } from '../../../engine/rule.js';
import { everyDay, span, weekly } from '../../../engine/schedule.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { isResidentialLine } from '../terms.js';
import { nebraskaHolidays } from './holidays.js';
import { stateHours, stateNote } from './state-rules.js';

const FED = everyDay('08:00-21:00');
const SD = { state: 'SD', citation: 'SDCL 37-30A-3(2)' } as const;

/** Rules of the midwestern states. */
export const midwest: readonly Rule[] = [
  stateHours({
    state: 'IL',
    id: 'us.il',
    title: 'Illinois calling hours',
    citation: '815 ILCS 413/15(a)',
    hours: FED,
    business: 'inside',
    remarks:
      'Covers calls to businesses. Tables that say 9 to 21 mean recorded calls under 815 ILCS 305 (from memory).',
  }),
  stateHours({
    state: 'IN',
    id: 'us.in.adad_hours',
    title: 'Indiana: automated calls from 9 to 20',
    citation: 'Ind. Code 24-4.7; 24-5-14-8',
    voices: 'recorded',
    purposes: DEVICE_PURPOSES,
    scope: 'call',
    hours: everyDay('09:00-20:00'),
    remarks: 'Binds the device. Indiana keeps a quarterly list of its own.',
  }),
  stateHours({
    state: 'MI',
    id: 'us.mi.hours',
    title: 'Michigan calling hours',
    citation: 'MCL 750.540e(1)(f)',
    hours: everyDay('09:00-21:00'),
    business: 'inside',
    remarks: 'The element of malice is contestable.',
  }),
  stateHours({
    state: 'MN',
    id: 'us.mn.hours',
    title: 'Minnesota calling hours',
    citation: 'Minn. Stat. 325E.30',
    hours: everyDay('09:00-21:00'),
  }),
  stateHours({
    state: 'MO',
    id: 'us.mo',
    title: 'Missouri calling hours',
    citation: 'RSMo 407.1076(5)',
    hours: FED,
  }),
  stateHours({
    state: 'NE',
    id: 'us.ne.adad_hours',
    title: 'Nebraska: announcing devices from 8 to 21, Sundays and holidays from 13',
    citation: 'Neb. Rev. Stat. 86-248; 291 NAC 11-003',
    voices: 'recorded',
    purposes: DEVICE_PURPOSES,
    scope: 'call',
    hours: {
      ...weekly('08:00-21:00', '08:00-21:00', '13:00-21:00'),
      holidays: nebraskaHolidays,
      onHolidays: span('13:00-21:00'),
    },
    lifted: (context) => !isResidentialLine(context) && context.lineType !== 'unknown',
    remarks:
      'Residential lines; a line of unknown type counts as one. The Sunday part is from a vendor page.',
  }),
  stateHours({
    state: 'ND',
    id: 'us.nd.hours',
    title: 'North Dakota calling hours',
    citation: 'N.D.C.C. 51-28-05',
    hours: FED,
  }),
  stateHours({
    ...SD,
    id: 'us.sd.hours',
    title: 'South Dakota calling hours',
    hours: weekly('09:00-21:00', '09:00-21:00', '*'),
  }),
  stateHours({
    ...SD,
    id: 'us.sd.sunday',
    title: 'South Dakota: no calls on Sunday',
    hours: weekly('*', '*', ''),
  }),
  stateNote({
    state: 'SD',
    id: 'us.sd.adad',
    title: 'South Dakota: automatic dialers on weekdays',
    citation: 'SDCL 37-30-28',
    voices: 'recorded',
    note: 'weekday rule for automatic dialers',
    remarks: 'The table names the rule without its hours; a review item until the text is read.',
  }),
  stateHours({
    state: 'WI',
    id: 'us.wi',
    title: 'Wisconsin calling hours',
    citation: 'Wis. Admin. Code ATCP 127.16(3)',
    hours: FED,
  }),
  ...['IA', 'KS', 'OH'].map((state) =>
    stateNote({
      state,
      id: `us.${state.toLowerCase()}`,
      title: 'No state calling hours found; federal hours apply',
      citation: 'various',
      note: 'federal hours',
      remarks:
        state === 'IA'
          ? 'No hours found; unproven.'
          : state === 'OH'
            ? 'Registration duty; no hours to decide.'
            : 'No further finding.',
    }),
  ),
];
