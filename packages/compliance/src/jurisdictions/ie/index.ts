/** Ireland: ePrivacy regulations and the Consumer Protection Code. */
import { hasConsent } from '../../engine/consent.js';
import { internalRequestAt } from '../../engine/internal-request.js';
import { covers, type Pack } from '../../engine/pack.js';
import { rule, type Rule } from '../../engine/rule.js';
import { weekly, type Schedule } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { reviewLiveSales, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { irishHolidays } from './holidays.js';

const SI = {
  title: 'S.I. 336/2011',
  href: 'https://www.irishstatutebook.ie/eli/2011/si/336',
  pinpoint: 'reg. 13',
} as const;
const CPC = {
  title: 'Central Bank Consumer Protection Code',
  href: 'https://www.centralbank.ie/regulation/consumer-protection',
  pinpoint: 'unsolicited contact',
} as const;

const CPC_2025 = {
  title:
    'Central Bank (Supervision and Enforcement) Act 2013 (Section 48) (Consumer Protection) Regulations 2025',
  href: 'https://www.centralbank.ie/regulation/consumer-protection/consumer-protection-code',
  pinpoint: 'in force 2026-03-24; hours not confirmed',
} as const;
const HOURS: Schedule = {
  ...weekly({ weekdays: '09:00-21:00', saturday: '09:00-21:00', sunday: '' }),
  holidays: irishHolidays,
};

const rules: readonly Rule[] = [
  rule<string>({
    id: 'ie.si336',
    jurisdiction: 'IE',
    title: 'Marketing calls: consent for mobiles and recordings, directory opt-out for landlines',
    citation: 'S.I. 336/2011 reg. 13',
    purposes: ['telemarketing', 'charity', 'political'],
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2011-07-01',
          value: 'mobiles and automated calls by consent; landlines unless opted out',
          source: SI,
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    needs: ['lead.lineType', 'lead.doNotCall'],
    check: (context, at) => {
      if (internalRequestAt(context, at) !== undefined)
        return { until: null, because: 'The person asked this caller to stop.' };
      if (hasConsent(context, at, 'express')) return undefined;
      // A person may still call a landline that has not opted out.
      if (context.recorded)
        return {
          until: null,
          because: 'Automated marketing calls need prior consent.',
          scope: context.countsAsWireless || context.lead.doNotCall?.national === true ? 'lead' : 'call',
        };
      if (context.countsAsWireless)
        return {
          until: null,
          because: 'Marketing calls to mobiles need prior consent (a line of unknown type counts as one).',
        };
      return context.lead.doNotCall?.national === true
        ? {
            until: null,
            because: 'The number is on the opt-out register of the National Directory Database.',
          }
        : undefined;
    },
    review: (question) => [
      ...reviewLiveSales(question, 'Ireland', 'mobiles'),
      ...reviewRecordedMarketing(question, 'Ireland'),
    ],
  }),
  callingWindow({
    id: 'ie.cpc_hours',
    jurisdiction: 'IE',
    title: 'Unsolicited calls of regulated firms: Monday to Saturday 9 to 21',
    citation: 'Central Bank Consumer Protection Code',
    parameter: {
      unit: 'local time',
      values: [
        {
          from: null,
          undated: 'The Code of 2012 was replaced in 2026; what earlier codes said was not read.',
          value: HOURS,
          source: CPC,
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
        {
          from: '2026-03-24',
          value: HOURS,
          source: CPC_2025,
          verification: 'memory',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    remarks:
      'The Code of 2012 was replaced on 2026-03-24; that its hours stand in the new text is not confirmed, ' +
      'so they are kept. Written for regulated financial firms; applied to all sales calls, ' +
      'since the request does not say who is regulated. ' +
      'The Code asks for permission and keeps the hours all the same, ' +
      'unless the consumer asked for another time: consent on file names none, so it lifts nothing. ' +
      'Small firms are consumers of the Code.',
  }),
];

/** Rules of Ireland. */
export const ireland: Pack = {
  country: 'IE',
  name: 'Ireland',
  timeZone: 'Europe/Dublin',
  registries: [{ id: 'IE', name: 'opt-out register of the National Directory Database', of: 'country' }],
  rules,
  unmodelled: covers('IE', { telemarketing: 'any', charity: 'any', political: 'any' }),
};
