/** South Africa. */
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { weekly } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { southAfricanHolidays } from './holidays.js';
import { objectionRule } from '../objection.js';

const CPA: Source = {
  title: 'Consumer Protection Act 68 of 2008, regulation R293',
  href: 'https://www.gov.za/documents/consumer-protection-act',
  pinpoint: 's. 12; GN R293',
};

/** Rules of South Africa. */
export const southAfrica: Pack = {
  country: 'ZA',
  name: 'South Africa',
  timeZone: 'Africa/Johannesburg',
  rules: [
    callingWindow({
      id: 'za.hours',
      jurisdiction: 'ZA',
      title: 'Direct marketing to a home: 8 to 20, Saturday 9 to 13, never on Sunday or holidays',
      citation: 'CPA s. 12, GN R293',
      purposes: ['telemarketing', 'charity'],
      parameter: {
        unit: 'local time',
        values: [
          {
            from: '2011-04-01',
            value: {
              ...weekly({ weekdays: '08:00-20:00', saturday: '09:00-13:00', sunday: '' }),
              holidays: southAfricanHolidays,
            },
            source: CPA,
            verification: 'primary',
            verifiedOn: '2026-11-22',
          },
        ],
      },
      lifted: (context) => context.lead.isBusiness === true || context.lead.phoneUse === 'work',
      remarks: 'Calls to businesses and to numbers at work are outside: the rule protects homes.',
    }),
    objectionRule('za.internal', 'ZA', ['telemarketing', 'charity'], { ...CPA, pinpoint: 'CPA s. 11' }),
  ],
  unmodelled: covers('ZA', { telemarketing: 'any', charity: 'any' }),
};
