/** Massachusetts: calling hours of sales calls, and the cap and hours of collection calls. */
import { later } from '../../../engine/rule.js';
import { everyDay } from '../../../engine/schedule.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { capRefusal } from '../../../rules/frequency-cap.js';
import {
  collectionHoursRefusal,
  isDebtCall,
  isDebtCallToThisPhone,
  isWork,
} from '../state-rules/collection-cap.js';
import { consumerDebtRule } from '../state-rules/consumer-debt-rule.js';
import { creditorBars } from '../state-rules/creditor-bars.js';
import { reviewNote } from '../state-rules/review-note.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Massachusetts. */
export const massachusetts: StateLaw = {
  code: 'MA',
  creditors: 'bound',
  registry: 'Massachusetts Do Not Call Registry',
  recordingConsent: 'all-party',
  rules: [
    reviewNote({
      id: 'us.ma.adad_objectors',
      jurisdiction: 'US-MA',
      title: 'Massachusetts: recordings do not reach those who told their carrier so',
      citation: 'M.G.L. c. 159 ss. 19B-19D',
      purposes: DEVICE_PURPOSES,
      voices: 'recorded',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: 'numbers listed with their carrier are not dialed; the line is released in five seconds',
          source: {
            title: 'Massachusetts General Laws, chapter 159',
            href: 'https://malegislature.gov/Laws/GeneralLaws/PartI/TitleXXII/Chapter159/Section19B',
            pinpoint: '19B-19D',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'The list is kept by carriers, whatever the message says: no fact of a request tells who is ' +
        'on it, so no call is decided by it. Give it as a list of numbers.',
      review: ({ campaign }) =>
        campaign.voice === 'live'
          ? []
          : [
              {
                topic: 'registry',
                severity: 'notice',
                message:
                  'Massachusetts keeps recordings from subscribers who told their carrier that they ' +
                  'want none.',
                remedy: 'Take them off the list, or leave Massachusetts out.',
              },
            ],
    }),
    stateHours({
      id: 'us.ma.hours',
      jurisdiction: 'US-MA',
      title: 'Massachusetts calling hours',
      citation: 'M.G.L. c.159C s.3; 201 CMR 12.02(2)',
      values: [
        {
          from: '2002-01-01',
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Massachusetts General Laws',
            href: 'https://malegislature.gov/Laws/GeneralLaws/PartI/TitleXXII/Chapter159C/Section3',
            pinpoint: 'chapter 159C, section 3; 201 CMR 12.02(2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'St. 2002, c. 265. The year is from memory; its first day is used.',
    }),
    consumerDebtRule({
      id: 'us.ma.debt_2in7',
      jurisdiction: 'US-MA',
      title: 'Massachusetts: two communications per debt in seven days',
      citation: '940 CMR 7.04(1)(f); 209 CMR 18.16(1)(d)',
      parameter: {
        unit: 'telephone communications per debt',
        values: [
          {
            from: null,
            undated: UNDATED.notFound,
            value: {
              cap: { max: 2, period: { hours: 7 * 24 } },
              workCap: { max: 2, period: { hours: 30 * 24 } },
              hours: everyDay('08:00-21:00'),
            },
            source: {
              title: 'Code of Massachusetts Regulations',
              href: 'https://www.law.cornell.edu/regulations/massachusetts/940-CMR-7-04',
              pinpoint: '940 CMR 7.04(1)(f); 209 CMR 18.16(1)(d)',
            },
            verification: 'secondary',
            verifiedOn: '2026-11-22',
          },
        ],
      },
      check: (context, at, value) =>
        later(
          isWork(context) && value.workCap
            ? capRefusal(
                context,
                at,
                value.workCap,
                isDebtCallToThisPhone,
                'communications about this debt at this place',
              )
            : capRefusal(context, at, value.cap, isDebtCall, 'communications about this debt'),
          collectionHoursRefusal(context, at, value),
        ),
      needs: ['campaign.debtId'],
      remarks:
        'Creditors and collectors; debts of businesses are outside. Home, mobile and personal numbers: ' +
        'two in seven days; ' +
        'elsewhere two in 30 days; 8 to 21. Unanswered calls count (Armata v. Target, 2018); ' +
        'busy lines do not.',
    }),
    creditorBars({
      id: 'us.ma.debt_contacts',
      jurisdiction: 'US-MA',
      title: 'Massachusetts: attorney and workplace bind creditors, too',
      citation: '940 CMR 7.04(1)',
      bars: ['attorney', 'workplace'],
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: 'the attorney only; not at work after a request',
          source: {
            title: 'Code of Massachusetts Regulations',
            href: 'https://www.law.cornell.edu/regulations/massachusetts/940-CMR-7-04',
            pinpoint: '940 CMR 7.04(1); guide of the Attorney General',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'A request about the workplace is the fact employerProhibits: said aloud it holds for ten days, ' +
        'in writing until it is withdrawn.',
    }),
  ],
};
