/** Wyoming: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { rule } from '../../../engine/rule.js';
import { hasEbr, isBusiness } from '../terms.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Wyoming. */
export const wyoming: StateLaw = {
  code: 'WY',
  registry: 'Wyoming No-Call List',
  rules: [
    stateHours({
      id: 'us.wy.hours',
      jurisdiction: 'US-WY',
      title: 'Wyoming calling hours',
      citation: 'Wyo. Stat. 40-12-302(d)',
      values: [
        {
          from: '2001-01-01',
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Wyoming Statutes',
            href: 'https://law.justia.com/codes/wyoming/title-40/chapter-12/article-3/section-40-12-302/',
            pinpoint: '40-12-302(d)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Laws 2001, ch. 163, amended 2003. The day in the year is not established: its first is used.',
    }),
    rule<string>({
      id: 'us.wy.adad_sales',
      jurisdiction: 'US-WY',
      title: 'Wyoming: no recorded sales calls, and none by a dialer to registered numbers',
      citation: 'Wyo. Stat. 40-12-303',
      scope: 'call',
      parameter: {
        unit: 'text',
        values: [
          {
            from: '2001-01-01',
            value: 'no recording; a dialer with an agent calls no registered number without a relationship',
            source: {
              title: 'Wyoming Statutes',
              href: 'https://law.justia.com/codes/wyoming/2016/title-40/chapter-12/article-3/section-40-12-303/',
              pinpoint: '40-12-303; Laws 2001, ch. 163',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-26',
          },
        ],
      },
      needs: ['lead.doNotCall'],
      check: (context, at) => {
        if (isBusiness(context)) return undefined;
        if (context.recorded)
          return { until: null, because: 'Recorded sales calls are forbidden here, with consent, too.' };
        return context.machineStarts && context.lead.doNotCall?.national === true && !hasEbr(context, at)
          ? { until: null, because: 'A dialer may not call registered numbers here; a person may.' }
          : undefined;
      },
      remarks:
        'Sales to consumers. The text names no consent. The day in 2001 is not established: its ' +
        'first is used.',
    }),
  ],
};
