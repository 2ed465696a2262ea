/** Australia. */
import type { Purpose } from '../../contract.js';
import { hasConsent } from '../../engine/consent.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { rule, type Rule } from '../../engine/rule.js';
import { weekly } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { registryAge } from '../../rules/registry-age.js';
import { collectionRules } from './collection.js';
import { australianHolidays } from './holidays.js';
import { objectionRule } from '../objection.js';

const STANDARD = 'Telecommunications (Telemarketing and Research Calls) Industry Standard 2017';
const standard: Source = {
  title: STANDARD,
  href: 'https://www.donotcall.gov.au/industry/industry-standards/',
  pinpoint: 'calling times',
};
const register: Source = {
  title: 'Do Not Call Register Act 2006',
  href: 'http://classic.austlii.edu.au/au/legis/cth/consol_act/dncra2006201/s11.html',
  pinpoint: 's. 11',
};
const SALES: readonly Purpose[] = ['telemarketing', 'charity'];

const rules: readonly Rule[] = [
  callingWindow({
    id: 'au.std.hours',
    jurisdiction: 'AU',
    title: 'Telemarketing hours in Australia',
    citation: STANDARD,
    purposes: SALES,
    parameter: {
      unit: 'local time',
      values: [
        {
          from: '2017-04-01',
          value: weekly({ weekdays: '09:00-20:00', saturday: '09:00-17:00', sunday: '' }),
          source: standard,
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    lifted: (context, at) => hasConsent(context, at, 'express'),
    watch: { on: '2027-04-01', what: 'the Industry Standard of 2017 lapses unless it is made anew' },
    remarks: 'Consent lifts the times. Caller number on; call-back number kept 30 days.',
  }),
  callingWindow({
    id: 'au.std.hours',
    jurisdiction: 'AU',
    title: 'Research hours in Australia',
    citation: STANDARD,
    purposes: ['research'],
    parameter: {
      unit: 'local time',
      values: [
        {
          from: '2017-04-01',
          value: weekly({ weekdays: '09:00-20:30', saturday: '09:00-17:00', sunday: '09:00-17:00' }),
          source: standard,
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    lifted: (context, at) => hasConsent(context, at, 'express'),
  }),
  callingWindow({
    id: 'au.std.holiday',
    jurisdiction: 'AU',
    title: 'No calls on national public holidays',
    citation: STANDARD,
    purposes: [...SALES, 'research'],
    parameter: {
      unit: 'local time',
      values: [
        {
          from: '2017-04-01',
          value: { ...weekly({ weekdays: '*', saturday: '*', sunday: '*' }), holidays: australianHolidays },
          source: standard,
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    lifted: (context, at) => hasConsent(context, at, 'express'),
    remarks:
      'Days that are public holidays in every state; state days are not national. ' +
      'Easter Sunday is kept with them, which Tasmania does not: it closes research only.',
  }),
  rule<string>({
    id: 'au.dncr',
    jurisdiction: 'AU',
    title: 'No telemarketing to numbers on the Do Not Call Register',
    citation: 'Do Not Call Register Act 2006',
    needs: ['lead.doNotCall'],
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2007-05-31',
          value: 'registered numbers are not called',
          source: register,
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at) =>
      context.lead.doNotCall?.national === true &&
      context.lead.isBusiness !== true &&
      !hasConsent(context, at, 'express')
        ? { until: null, because: 'The number is on the Do Not Call Register, and no consent is on file.' }
        : undefined,
    remarks: 'Charities, research and politics are outside the register.',
  }),
  registryAge({
    id: 'au.dncr',
    jurisdiction: 'AU',
    title: 'Lists are washed at most every 30 days',
    citation: 'Do Not Call Register Act 2006',
    parameter: {
      unit: 'days',
      values: [
        {
          from: '2007-05-31',
          value: 30,
          source: register,
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    concerns: (context, at) => context.lead.isBusiness !== true && !hasConsent(context, at, 'express'),
  }),
  ...collectionRules,
  objectionRule('au.internal', 'AU', [...SALES, 'research'], {
    source: { ...standard, pinpoint: 'Industry Standard 2017, termination and complaints' },
    from: '2007-05-31',
  }),
];

/** Rules of Australia. */
export const australia: Pack = {
  country: 'AU',
  name: 'Australia',
  timeZone: 'Australia/Sydney',
  registries: [{ id: 'AU', name: 'Do Not Call Register', of: 'country' }],
  rules,
  unmodelled: covers('AU', {
    telemarketing: 'any',
    charity: 'any',
    research: 'any',
    'debt-collection': 'any',
  }),
};
