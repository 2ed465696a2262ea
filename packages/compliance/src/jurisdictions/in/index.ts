/** India. */
import { hasConsent } from '../../engine/consent.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import type { Rule } from '../../engine/rule.js';
import { everyDay } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { objectionRule } from '../objection.js';
import { registerRule } from '../register.js';

const TRAI: Source = {
  title: 'TRAI TCCCPR 2018 (amended 2025-02)',
  href: 'https://www.trai.gov.in/',
  pinpoint: 'preference bands',
};
const RBI: Source = {
  title: 'RBI, outsourcing and recovery agents, 2022-08-12',
  href: 'https://www.rbi.org.in/',
  pinpoint: '2022-08-12',
};

const rules: readonly Rule[] = [
  callingWindow({
    id: 'in.trai.hours',
    jurisdiction: 'IN',
    title: 'Promotional calls 10 to 21',
    citation: 'TRAI TCCCPR 2018',
    parameter: {
      unit: 'local time',
      values: [
        {
          from: '2018-07-19',
          value: everyDay('10:00-21:00'),
          source: TRAI,
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks:
      "The default band; the subscriber's own preferences, " +
      'the 140 and 1600 series and DLT registration are reviewed.',
    review: () => [
      {
        topic: 'preparation',
        severity: 'notice',
        message:
          'Promotional calls use the 140 series, service calls of banks and insurers the 1600 series ' +
          '(dates by kind of firm in 2026, from memory), and DLT registration.',
        remedy: 'Register headers and consent.',
      },
    ],
  }),
  registerRule({
    id: 'in.trai.preference',
    jurisdiction: 'IN',
    title: 'Registered preferences (DND)',
    citation: 'TRAI TCCCPR 2018',
    values: [
      {
        from: '2018-07-19',
        value: 'registered numbers are not called without consent',
        source: TRAI,
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
    because: 'The subscriber registered a preference against promotional calls.',
    lifted: (context, at) => hasConsent(context, at, 'express'),
    remarks: 'Belongs to the provision of in.trai.hours.',
  }),
  callingWindow({
    id: 'in.rbi.recovery_hours',
    jurisdiction: 'IN',
    title: 'Recovery calls 8 to 19',
    citation: 'RBI circular of 2022-08-12',
    purposes: ['debt-collection'],
    parameter: {
      unit: 'local time',
      values: [
        {
          from: '2022-08-12',
          value: everyDay('08:00-19:00'),
          source: RBI,
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    watch: {
      on: '2026-07-01',
      what:
        "RBI's draft directions of 2026-02-12 (8 to 19, no calls at bereavement, weddings and festivals) " +
        'were to ' +
        'begin; the final text was not found',
    },
    remarks:
      'The circular addresses regulated lenders; applied to all collectors. A draft of 2026-02-12 keeps ' +
      'the ' +
      'hours and adds occasions without calls, which no fact of the request tells: give them as closedDates.',
  }),
  objectionRule('in.internal', 'IN', ['telemarketing'], {
    source: { ...TRAI, pinpoint: 'TRAI TCCCPR 2018' },
    from: '2018-07-19',
  }),
];

/** Rules of India. */
export const india: Pack = {
  country: 'IN',
  name: 'India',
  timeZone: 'Asia/Kolkata',
  rules,
  // No text on recorded sales calls was read: they do not read as allowed.
  unmodelled: covers('IN', { telemarketing: 'live', 'debt-collection': 'any' }),
};
