/** Arkansas: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { isAboutAnOrder, recordedSalesBan } from '../state-rules/recorded-sales-ban.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Arkansas. */
export const arkansas: StateLaw = {
  code: 'AR',
  rules: [
    stateHours({
      id: 'us.ar',
      jurisdiction: 'US-AR',
      title: 'Arkansas calling hours',
      citation: 'Ark. Code 4-99-405',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Arkansas Code',
            href:
              'https://law.justia.com/codes/arkansas/title-4/subtitle-7/chapter-99' +
              '/subchapter-4/section-4-99-405/',
            pinpoint: '4-99-405',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Federal hours by reference to 16 CFR 310.4.',
    }),
    recordedSalesBan({
      id: 'us.ar.adad_sales',
      jurisdiction: 'US-AR',
      title: 'Arkansas: no recorded sales calls',
      citation: 'Ark. Code 5-63-204',
      lifted: isAboutAnOrder,
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: 'no sales by a recording, businesses included',
          source: {
            title: 'Arkansas Code',
            href: 'https://instalawyer.io/laws/arkansas-code/5-63-204-automated-telephone-solicitation',
            pinpoint: '5-63-204(a)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'A felony. The text names no consent; outside are calls about an order that was made, and answers ' +
        'to a call of the person. What it said of political campaigns was struck down in 2016, and polls ' +
        'have left the text.',
    }),
  ],
};
