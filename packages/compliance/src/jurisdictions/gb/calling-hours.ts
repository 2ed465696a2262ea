/** Calling hours: none by statute; the custom of the industry, and reasonable times for collection calls. */
import type { Rule } from '../../engine/rule.js';
import { everyDay, weekly } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { MARKETING } from './sources.js';

/** Industry hours for marketing. */
export const marketingHours: Rule = callingWindow({
  id: 'uk.policy.hours',
  jurisdiction: 'GB',
  kind: 'policy',
  title: 'Industry hours for marketing',
  citation: 'DMA code (no statutory hours)',
  purposes: MARKETING,
  parameter: {
    unit: 'local time',
    values: [
      {
        from: null,
        undated: 'A custom of the trade, no law.',
        value: weekly({ weekdays: '08:00-21:00', saturday: '09:00-21:00', sunday: '09:00-21:00' }),
        source: {
          title: 'Direct Marketing Association code',
          href: 'https://dma.org.uk/the-dma-code',
          pinpoint: 'telephone',
        },
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  remarks: 'Custom, not law: weekdays 8 to 21, with a later start at weekends (9 is an assumption).',
});

/** Collection calls at reasonable times. */
export const collectionHours: Rule = callingWindow({
  id: 'uk.conc.hours',
  jurisdiction: 'GB',
  title: 'Collection calls at reasonable times',
  citation: 'FCA CONC 7.9',
  purposes: ['debt-collection'],
  parameter: {
    unit: 'local time',
    values: [
      {
        from: '2014-04-01',
        value: everyDay('08:00-21:00'),
        source: {
          title: 'FCA Handbook, CONC',
          href: 'https://www.handbook.fca.org.uk/handbook/CONC/7/9.html',
          pinpoint: 'CONC 7.9.4R; MCOB 13.5.4G for the hours',
        },
        verification: 'secondary',
        verifiedOn: '2026-11-26',
      },
    ],
  },
  remarks:
    'CONC 7.9.4R, read, bars unreasonable times and has no clock; for mortgages MCOB 13.5.4G says that a ' +
    'reasonable hour is usually from 8 to 21, which firms use for other credit, too. What a debtor asks ' +
    'for is respected. That CONC began on 2014-04-01 is from memory.',
});
