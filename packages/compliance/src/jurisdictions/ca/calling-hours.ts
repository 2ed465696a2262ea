/** Hours of telemarketing calls. */
import type { Rule } from '../../engine/rule.js';
import { type Schedule, weekly } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { isNoSolicitation } from './solicitation.js';
import { utr } from './sources.js';

export const HOURS: Schedule = weekly({
  weekdays: '09:00-21:30',
  saturday: '10:00-18:00',
  sunday: '10:00-18:00',
});

/** Hours of telemarketing calls. */
export const callingHours: Rule = callingWindow({
  id: 'ca.utr.hours',
  jurisdiction: 'CA',
  title: 'Telemarketing hours in Canada',
  citation: 'CRTC Unsolicited Telecommunications Rules, Part III ss. 23-24',
  purposes: ['telemarketing', 'charity', 'political'],
  parameter: {
    unit: 'local time of the called party',
    values: [
      {
        from: '2008-09-30',
        value: HOURS,
        source: utr('Part III ss. 23-24; with the National Do Not Call List, in force 2008-09-30'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  lifted: isNoSolicitation,
  remarks:
    'Research and other live calls that solicit nothing are outside; political fund-raising is inside. ' +
    'British Columbia adds holidays and a cap of its own.',
  watch: {
    on: '2027-01-01',
    what: 'the CRTC reviews these Rules (Notice 2026-132, replies until 2026-08-11)',
  },
});
