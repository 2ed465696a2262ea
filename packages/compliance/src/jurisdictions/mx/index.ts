/** Mexico. */
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { weekly } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { objectionRule } from '../objection.js';
import { registerRule } from '../register.js';

const LFPC: Source = {
  title: 'Ley Federal de Protección al Consumidor',
  href: 'https://repep.profeco.gob.mx/',
  pinpoint: 'REPEP',
};
const CONDUSEF: Source = {
  title: 'CONDUSEF, despachos de cobranza',
  href: 'https://www.condusef.gob.mx/',
  pinpoint: 'horarios',
};

/** Rules of Mexico. */
export const mexico: Pack = {
  country: 'MX',
  name: 'Mexico',
  timeZone: 'America/Mexico_City',
  rules: [
    registerRule({
      id: 'mx.repep',
      jurisdiction: 'MX',
      title: 'No sales calls to numbers in REPEP',
      citation: 'LFPC',
      values: [
        {
          from: '2007-11-01',
          value: 'registered numbers are not called',
          source: LFPC,
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
      because: 'The number is in REPEP.',
      remarks:
        'The statute (art. 18 bis) names no exception for consent given elsewhere, ' +
        'so consent on file does not lift it.',
    }),
    callingWindow({
      id: 'mx.repep',
      jurisdiction: 'MX',
      title: 'Collection calls on weekdays 7 to 22',
      citation: 'CONDUSEF',
      purposes: ['debt-collection'],
      parameter: {
        unit: 'local time',
        values: [
          {
            from: '2014-10-07',
            value: weekly({ weekdays: '07:00-22:00', saturday: '', sunday: '' }),
            source: CONDUSEF,
            verification: 'memory',
            verifiedOn: '2026-11-22',
          },
        ],
      },
      remarks: 'Written for banks; applied here to all collectors.',
    }),
    objectionRule('mx.internal', 'MX', ['telemarketing'], {
      source: {
        ...LFPC,
        href: 'https://www.diputados.gob.mx/LeyesBiblio/pdf/LFPC.pdf',
        pinpoint: 'LFPC art. 17',
      },
      from: '2004-05-04',
    }),
  ],
  // No text on recorded sales calls was read: they do not read as allowed.
  unmodelled: covers('MX', { telemarketing: 'live', 'debt-collection': 'any' }),
};
