/** Italy. */
import { hasConsent } from '../../engine/consent.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { rule, type Rule } from '../../engine/rule.js';
import { span, weekly } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { consentNeeded, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { registryAge } from '../../rules/registry-age.js';
import { about, askSubject } from '../about.js';
import { italianHolidays } from './holidays.js';
import { objectionRule } from '../objection.js';
import { registerRule } from '../register.js';

const CODE: Source = {
  title: 'Garante, code of conduct on telemarketing',
  href: 'https://www.garanteprivacy.it/',
  pinpoint: 'in force 2024-09-28',
};
const RPO: Source = {
  title: 'DPR 26/2022',
  href:
    'https://www.normattiva.it/uri-res/N2Ls' +
    '?urn:nir:stato:decreto.del.presidente.della.repubblica:2022-01-27;26',
  pinpoint: 'Registro Pubblico delle Opposizioni',
};

// Electricity and gas: luce, gas, energia, electricity.
const ENERGY = /energ|elettric|electric|(^|[^a-z])(luce|gas|power)([^a-z]|$)/i;

const rules: readonly Rule[] = [
  callingWindow({
    id: 'it.hours',
    jurisdiction: 'IT',
    title: 'Monday to Friday 9-20, Saturday and eves of holidays 10-19, never on Sunday or holidays',
    citation: 'Garante code of conduct (2024)',
    parameter: {
      unit: 'local time',
      values: [
        {
          from: '2024-09-28',
          value: {
            ...weekly({ weekdays: '09:00-20:00', saturday: '10:00-19:00', sunday: '' }),
            holidays: italianHolidays,
            onEves: span('10:00-19:00'),
          },
          source: CODE,
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Binds those who adhere to the code; applied here to all callers.',
  }),
  registerRule({
    id: 'it.rpo',
    jurisdiction: 'IT',
    title: 'No sales calls to numbers in the opposition register',
    citation: 'DPR 26/2022',
    values: [
      {
        from: '2022-07-27',
        value: 'registered numbers are not called',
        source: RPO,
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
    because: 'The number is in the Registro Pubblico delle Opposizioni.',
    lifted: (context) => context.lead.existingContract === true,
    remarks:
      'Registration withdraws earlier consent; the request does not tell which came first, ' +
      'so consent does not lift it. A contract in force does.',
  }),
  registryAge({
    id: 'it.rpo',
    jurisdiction: 'IT',
    title: 'The register is checked every 15 days',
    citation: 'DPR 26/2022',
    parameter: {
      unit: 'days',
      values: [
        {
          from: '2022-07-27',
          value: 15,
          source: RPO,
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    concerns: (context) => context.lead.existingContract !== true,
  }),
  consentNeeded({
    id: 'it.automated',
    jurisdiction: 'IT',
    title: 'Automated sales calls need consent',
    citation: 'D.lgs. 196/2003 art. 130',
    purposes: ['telemarketing', 'research'],
    voices: 'recorded',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2004-01-01',
          value: 'express' as const,
          source: {
            title: 'Codice privacy',
            href: 'https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2003-06-30;196~art130',
            pinpoint: 'art. 130(1)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
    },
    what: 'An automated sales call or poll',
    exempt: (context, at) => hasConsent(context, at, 'express'),
    remarks:
      'Advertising, direct sales, market research and commercial messages, in the text as amended in ' +
      '2018. That the Code began on 2004-01-01 is from memory; D.lgs. 171/1998 had such a rule before, ' +
      'not read.',
    review: (question) => reviewRecordedMarketing(question, 'Italy'),
  }),
  consentNeeded({
    id: 'it.energy',
    jurisdiction: 'IT',
    title: 'Calls that sell electricity or gas only on request or by specific consent',
    citation: 'Decreto bollette 2026',
    scope: 'lead',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2026-06-19',
          value: 'express' as const,
          source: {
            title: 'Decreto bollette 2026 (read about)',
            href: 'https://frontaliereticino.ch/en/cross-border-articles/dl-bill-news-consumers-2026/',
            pinpoint: 'electricity and gas, from 2026-06-19',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    what: 'A call in Italy that sells electricity or gas',
    exempt: (context) => !ENERGY.test(about(context)),
    remarks:
      'A request of the person is loaded as consent. Contracts concluded by other calls are void; ' +
      'a contract in force is no request.',
    review: (question) =>
      askSubject(question, 'Italy', 'electricity and gas need a request or specific consent'),
  }),
  rule<string>({
    id: 'it.cli_block',
    jurisdiction: 'IT',
    title: 'Foreign calls showing Italian numbers are blocked',
    citation: 'AGCOM delibera 2025',
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2025-08-19',
          value: 'fixed numbers',
          source: { title: 'AGCOM delibera 2025', href: 'https://www.agcom.it/', pinpoint: 'CLI' },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
        {
          from: '2025-11-19',
          value: 'fixed and mobile numbers',
          source: { title: 'AGCOM delibera 2025', href: 'https://www.agcom.it/', pinpoint: 'CLI' },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    remarks: 'Done by operators; the review advises where to originate.',
    review: ({ flow }) =>
      flow.callerNumber?.startsWith('+39') === true
        ? [
            {
              topic: 'caller-number',
              severity: 'notice',
              message: 'Calls from abroad that show Italian numbers are blocked.',
              remedy: 'Originate inside Italy.',
            },
          ]
        : [],
  }),
  objectionRule('it.internal', 'IT', ['telemarketing']),
];

/** Rules of Italy. */
export const italy: Pack = {
  country: 'IT',
  name: 'Italy',
  timeZone: 'Europe/Rome',
  registries: [{ id: 'IT', name: 'Registro Pubblico delle Opposizioni', of: 'country' }],
  rules,
  unmodelled: covers('IT', { telemarketing: 'any' }),
};
