/** Washington: calling hours of sales calls, and the caps and hours of collection calls. */
import type { Context } from '../../../engine/context.js';
import { later, rule, type Refused } from '../../../engine/rule.js';
import { everyDay } from '../../../engine/schedule.js';
import { capRefusal } from '../../../rules/frequency-cap.js';
import {
  COLLECTION,
  collectionHoursRefusal,
  isAnyCollectionCall,
  isDebtCallToThisPhone,
  isWork,
  type CollectionLimits,
} from '../state-rules/collection-cap.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** Refuses above the cap of the week, above the cap at work, or outside the hours at home. */
function collectionRefusal(context: Context, at: number, limits: CollectionLimits): Refused | undefined {
  if (context.campaign.firstParty === true) return undefined;
  const atWork =
    isWork(context) && limits.workCap
      ? capRefusal(context, at, limits.workCap, isDebtCallToThisPhone, 'communications at work')
      : undefined;
  const inTheWeek = capRefusal(
    context,
    at,
    limits.cap,
    isAnyCollectionCall,
    'communications with the debtor',
  );
  const atHome = isWork(context) ? undefined : collectionHoursRefusal(context, at, limits);
  return later(later(atWork, inTheWeek), atHome);
}

/** The calling law of Washington. */
export const washington: StateLaw = {
  code: 'WA',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.wa.hours',
      jurisdiction: 'US-WA',
      title: 'Washington calling hours',
      citation: 'RCW 80.36.390; 19.158.110(4)',
      business: 'inside',
      values: [
        {
          from: null,
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Revised Code of Washington',
            href: 'https://app.leg.wa.gov/RCW/default.aspx?cite=80.36.390',
            pinpoint: '80.36.390; 19.158.110(4)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Callers identify themselves within 30 seconds, end a call within 10 seconds of a request, ' +
        'and keep the number on their list for a year.',
    }),
    rule<CollectionLimits>({
      id: 'us.wa.debt_3week',
      jurisdiction: 'US-WA',
      title: 'Washington: three communications a week with the debtor',
      citation: 'RCW 19.16.250',
      purposes: COLLECTION,
      parameter: {
        unit: 'communications',
        values: [
          {
            from: null,
            value: {
              cap: { max: 3, period: { days: 7 } },
              workCap: { max: 1, period: { days: 7 } },
              hours: everyDay('07:30-21:00'),
            },
            source: {
              title: 'Revised Code of Washington',
              href: 'https://app.leg.wa.gov/RCW/default.aspx?cite=19.16.250',
              pinpoint: '19.16.250',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-22',
          },
        ],
      },
      check: collectionRefusal,
      remarks:
        'Collection agencies. With debtor or spouse, whatever the debt; one a week at work; ' +
        'at home from 7:30 to 21:00.',
    }),
  ],
};
