/** Brazil. */
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { ALL_PURPOSES, rule } from '../../engine/rule.js';
import { weekly } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { objectionRule } from '../objection.js';
import { registerRule } from '../register.js';

const ANATEL: Source = {
  title: 'Anatel despachos 2022-2024',
  href: 'https://www.gov.br/anatel/',
  pinpoint: 'chamadas abusivas',
};
const CUSTOM: Source = {
  title: 'Self-regulation and state laws',
  href: 'https://www.naomeperturbe.com.br/',
  pinpoint: 'horários',
};

/** Rules of Brazil. */
export const brazil: Pack = {
  country: 'BR',
  name: 'Brazil',
  timeZone: 'America/Sao_Paulo',
  rules: [
    callingWindow({
      id: 'br.hours',
      jurisdiction: 'BR',
      title: 'Monday to Friday 9-21, Saturday 10-16',
      citation: 'self-regulation; state laws',
      parameter: {
        unit: 'local time',
        values: [
          {
            from: null,
            undated: 'A custom of the trade, no law.',
            value: weekly({ weekdays: '09:00-21:00', saturday: '10:00-16:00', sunday: '' }),
            source: CUSTOM,
            verification: 'memory',
            verifiedOn: '2026-11-22',
          },
        ],
      },
      remarks: 'From custom and state laws.',
    }),
    registerRule({
      id: 'br.0303',
      jurisdiction: 'BR',
      title: 'Não Me Perturbe; prefix 0303 no longer mandatory',
      citation: 'Anatel 2025',
      values: [
        {
          from: '2019-07-16',
          value: 'listed numbers are not called',
          source: ANATEL,
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
        {
          from: '2025-08-01',
          value: 'listed numbers are not called; 0303 optional; verified origin above 500,000 calls a month',
          source: ANATEL,
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      because: 'The number is on the list Não Me Perturbe.',
      remarks:
        'The list was widened in November 2025. Verified origin is a matter of volume; ' +
        'nothing here counts it.',
    }),
    rule<number>({
      id: 'br.short_calls',
      jurisdiction: 'BR',
      title: 'Short calls are abusive',
      citation: 'Anatel despachos 2022-2024',
      purposes: ALL_PURPOSES,
      parameter: {
        unit: 'seconds',
        values: [
          {
            from: '2022-06-05',
            value: 3,
            source: ANATEL,
            verification: 'secondary',
            verifiedOn: '2026-11-22',
          },
          {
            from: '2024-01-01',
            value: 6,
            source: ANATEL,
            verification: 'secondary',
            verifiedOn: '2026-11-22',
          },
        ],
      },
      remarks:
        "A ratio over a day's calls, not a matter of one call: a duty of the engine to hold answered calls.",
      review: () => [
        {
          topic: 'preparation',
          severity: 'notice',
          message: 'Calls of a few seconds are abusive and are blocked by ratio.',
          remedy: 'Do not drop answered calls.',
        },
      ],
    }),
    objectionRule('br.internal', 'BR', ['telemarketing'], {
      source: {
        title: 'Lei 13.709/2018 (LGPD)',
        href: 'https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm#art18',
        pinpoint: 'LGPD art. 18',
      },
      from: '2020-09-18',
    }),
  ],
  // No text on recorded sales calls was read: they do not read as allowed.
  unmodelled: covers('BR', { telemarketing: 'live' }),
};
