/** South Carolina: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { isBusiness } from '../terms.js';

/** The calling law of South Carolina. */
export const southCarolina: StateLaw = {
  code: 'SC',
  creditors: 'bound',
  rules: [
    stateHours({
      id: 'us.sc',
      jurisdiction: 'US-SC',
      title: 'South Carolina calling hours',
      citation: 'S.C. Code 37-21-30',
      business: 'inside',
      lifted: (context) => isBusiness(context) && !context.countsAsWireless,
      values: [
        {
          from: '2018-05-18',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'South Carolina Code of Laws',
            href: 'https://www.scstatehouse.gov/code/t37c021.php',
            pinpoint: '37-21-20(6), 37-21-30; 2018 Act No. 218, effective 2018-05-18',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Residences of natural persons, and any wireless number with a South Carolina area code. What ' +
        'section 16-17-446 says of recorded calls was struck down as a whole (Cahaly v. LaRosa, 4th Cir. ' +
        '2015) and is not applied: federal law decides.',
    }),
    creditorHours({
      id: 'us.sc.debt_hours',
      jurisdiction: 'US-SC',
      title: 'South Carolina: collection calls from 8 to 21, by creditors, too',
      citation: 'S.C. Code 37-5-108(5)',
      values: [
        {
          from: '1974-01-01',
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'South Carolina Code',
            href: 'https://www.scstatehouse.gov/code/t37c005.php',
            pinpoint: '37-5-108(5)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Binds creditors and collectors. Pages on the section say unusual hours, in general before 8 and ' +
        'after 21; the paragraph itself was not read. The Consumer Protection Code is of 1974. ' +
        'The year is from memory; its first day is used.',
    }),
  ],
};
