/** South Africa. */
import type { Purpose } from '../../contract.js';
import { askRegistration } from '../../review/registrations.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { weekly } from '../../engine/schedule.js';
import { isSalesCampaign } from '../../review/campaign-kind.js';
import { callingWindow } from '../../rules/calling-window.js';
import { consentNeeded, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { registryAge } from '../../rules/registry-age.js';
import { southAfricanHolidays } from './holidays.js';
import { objectionRule } from '../objection.js';
import { registerRule } from '../register.js';

const CPA: Source = {
  title: 'Consumer Protection Act 68 of 2008, regulation R293',
  href: 'https://www.gov.za/documents/consumer-protection-act',
  pinpoint: 's. 12; GN R293',
};

const REGISTRY: Source = {
  title: 'Consumer Protection Act Amendment Regulations, 2026 (read about)',
  href: 'https://www.ebnet.co.za/new-national-consumer-commission-opt-out-to-direct-marketing-registry/',
  pinpoint: 'published and in force on 2026-04-15',
};
/** The Act counts requests for donations as direct marketing. */
const MARKETING: readonly Purpose[] = ['telemarketing', 'charity'];

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
      purposes: MARKETING,
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
    registerRule({
      id: 'za.registry',
      jurisdiction: 'ZA',
      title: 'No direct marketing to people in the opt-out registry',
      citation: 'CPA s. 11, regulation 4 as amended in 2026',
      purposes: MARKETING,
      values: [
        {
          from: '2026-04-15',
          value: 'people with a pre-emptive block are not called',
          source: REGISTRY,
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
      because: 'The person is in the opt-out registry of the National Consumer Commission.',
      remarks:
        'Donations count as direct marketing. The pages read name no exception for consent or customers, ' +
        'so ' +
        'neither lifts it. Marketers register with the Commission and renew each year: review. By pages of ' +
        'April 2026 registration began in July 2026; the ban is in force since the regulations.',
      review: (question) =>
        isSalesCampaign(question.campaign)
          ? askRegistration(question, {
              place: 'ZA',
              kinds: ['registration'],
              message:
                'Direct marketers in South Africa register with the opt-out registry and renew each year.',
              remedy: 'Register with the National Consumer Commission first.',
            })
          : [],
    }),
    registryAge({
      id: 'za.registry_age',
      jurisdiction: 'ZA',
      title: 'Lists are cleansed against the registry each month',
      citation: 'CPA s. 11, regulation 4 as amended in 2026',
      purposes: MARKETING,
      parameter: {
        unit: 'days',
        values: [
          {
            from: '2026-04-15',
            value: 31,
            source: REGISTRY,
            verification: 'secondary',
            verifiedOn: '2026-11-25',
          },
        ],
      },
      concerns: () => true,
      remarks: '"Monthly" in the pages read; counted as 31 days.',
    }),
    consentNeeded({
      id: 'za.popia69',
      jurisdiction: 'ZA',
      title: 'Recorded direct marketing needs consent',
      citation: 'POPIA s. 69',
      purposes: MARKETING,
      voices: 'recorded',
      parameter: {
        unit: 'consent',
        values: [
          {
            from: '2021-07-01',
            value: 'express' as const,
            source: {
              title: 'Protection of Personal Information Act 4 of 2013',
              href: 'https://www.gov.za/documents/protection-personal-information-act',
              pinpoint: 's. 69(1)-(3)',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-25',
          },
        ],
      },
      what: 'Recorded direct marketing in South Africa',
      remarks:
        "An automatic calling machine is electronic communication. The Act's exception for customers " +
        'asks for ' +
        'similar products and a chance to object at each contact, which the request does not tell: not ' +
        'applied.',
      review: (question) => reviewRecordedMarketing(question, 'South Africa'),
    }),
    objectionRule('za.internal', 'ZA', MARKETING, {
      source: { ...CPA, pinpoint: 'CPA s. 11' },
      from: '2011-04-01',
    }),
  ],
  registries: [{ id: 'ZA', name: 'opt-out registry of the National Consumer Commission', of: 'country' }],
  unmodelled: covers('ZA', { telemarketing: 'any', charity: 'any' }),
};
