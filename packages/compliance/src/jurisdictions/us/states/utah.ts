/** Utah: calling hours, Sundays and legal holidays. */
import { hasConsent } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import { weekly } from '../../../engine/schedule.js';
import { dayNumber, weekday } from '../../../time/civil-date.js';
import { FRIDAY, MONDAY } from '../../../time/civil-date.js';
import {
  calendar,
  easterSunday,
  fixed,
  observed,
  special,
  type HolidayCalendar,
  type Observance,
} from '../../../time/holidays.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { closedOn, closedOnSundays } from '../state-rules/closed-days.js';
import { commonHolidays } from '../state-rules/federal-holidays.js';
import { reviewNote } from '../state-rules/review-note.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import { isBusiness } from '../terms.js';

/**
 * Utah Code 63G-1-301 moves a weekend holiday to Friday or Monday; the day itself is kept as well, since
 * federal law and custom keep it.
 */
const OBSERVED: Observance = { saturday: 'friday-adds', sunday: 'monday-adds' };

/** Legal holidays of Utah. Good Friday was added on 2026-05-06, after that of 2026. */
export const utahHolidays: HolidayCalendar = calendar('legal holidays of Utah', [
  ...commonHolidays(OBSERVED),
  special('Juneteenth', juneteenthDays),
  fixed('Pioneer Day', 7, 24, OBSERVED),
  special('Good Friday', (year) => (year < 2027 ? [] : [easterSunday(year) - 2])),
]);

/**
 * 19 June since 2022, observed on the Monday before (Tuesday to Friday) or after (weekend); both days are
 * kept.
 */
function juneteenthDays(year: number): readonly number[] {
  if (year < 2022) return [];
  const day = dayNumber(year, 6, 19);
  const at = weekday(day);
  if (at === MONDAY) return [day];
  return at <= FRIDAY ? [day - at, day] : observed(day, { saturday: 'monday-adds', sunday: 'monday-adds' });
}

/** A business on a landline, or a person with express consent. */
function isOutside(context: Context, at: number): boolean {
  return (isBusiness(context) && !context.countsAsWireless) || hasConsent(context, at, 'express');
}

/** The calling law of Utah. */
export const utah: StateLaw = {
  code: 'UT',
  rules: [
    stateHours({
      id: 'us.ut.hours',
      jurisdiction: 'US-UT',
      title: 'Utah calling hours',
      citation: 'Utah Code 13-25a-103(3)',
      business: 'inside',
      lifted: isOutside,
      values: [
        {
          from: '1996-01-01',
          value: weekly({ weekdays: '08:00-21:00', saturday: '08:00-21:00', sunday: '*' }),
          source: {
            title: 'Utah Code',
            href: 'https://le.utah.gov/xcode/Title13/Chapter25a/13-25a-S103.html',
            pinpoint: '13-25a-103(3)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Covers residences and any mobile. Prior express consent lifts hours, Sunday and ' +
        'holidays. The chapter is of 1996 (ch. 26). The day in the year is not established: its ' +
        'first is used.',
    }),
    stateHours({
      id: 'us.ut.sunday',
      jurisdiction: 'US-UT',
      title: 'Utah: no calls on Sunday',
      citation: 'Utah Code 13-25a-103(3)',
      business: 'inside',
      lifted: isOutside,
      values: [
        {
          from: '1996-01-01',
          value: closedOnSundays,
          source: {
            title: 'Utah Code',
            href: 'https://le.utah.gov/xcode/Title13/Chapter25a/13-25a-S103.html',
            pinpoint: '13-25a-103(3)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'The chapter is of 1996 (ch. 26). The day in the year is not established: its first is used.',
    }),
    stateHours({
      id: 'us.ut.holiday',
      jurisdiction: 'US-UT',
      title: 'Utah: no calls on legal holidays',
      citation: 'Utah Code 13-25a-103(3)',
      business: 'inside',
      lifted: isOutside,
      values: [
        {
          from: '1996-01-01',
          value: closedOn(utahHolidays),
          source: {
            title: 'Utah Code',
            href: 'https://le.utah.gov/xcode/Title13/Chapter25a/13-25a-S103.html',
            pinpoint: '13-25a-103(3); 63G-1-301 for the days',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Pioneer Day is 24 July. Code 63G-1-301 as of 2026-05-06, read in a research copy: ' +
        'a holiday of fixed date moves from Saturday to Friday and from Sunday to Monday, ' +
        'Juneteenth to the Monday before or after, and Good Friday is one from 2027 on. The days ' +
        'left by a move are kept closed as well: federal law and published lists of restricted dates ' +
        'keep them. The chapter is of 1996 (ch. 26). The day in the year is not established: ' +
        'its first is used.',
    }),
    recordedConsent({
      id: 'us.ut.recorded_consent',
      jurisdiction: 'US-UT',
      title: 'Utah: recorded sales calls need consent or a business relationship',
      citation: 'Utah Code 13-25a-103(1)-(2)',
      purposes: ['telemarketing'],
      values: [
        {
          from: '1996-01-01',
          value: ['relationship'],
          source: {
            title: 'Utah Code',
            href: 'https://codes.findlaw.com/ut/title-13-commerce-and-trade/ut-code-sect-13-25a-103/',
            pinpoint: '13-25a-103(1)-(2); 13-25a-102',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Businesses are inside. The chapter is of 1996; the day is not established: the first ' +
        'of that year is used.',
    }),
    reviewNote({
      id: 'us.ut.artificial_voice',
      jurisdiction: 'US-UT',
      title: 'Utah: who asks whether it is an AI is told so',
      citation: 'Utah Code 13-77-103, 13-77-104',
      voices: 'recorded',
      purposes: DEVICE_PURPOSES,
      values: [
        {
          from: '2025-05-07',
          value:
            'say that it is generative AI where the person asks; said at the start and throughout, no fine',
          source: {
            title: 'Utah Code, title 13',
            href: 'https://le.utah.gov/xcode/Title13/Chapter77/13-77-S103.html',
            pinpoint: '13-77-103(1), 13-77-104(1); SB 226 of 2025, ch. 465',
          },
          verification: 'primary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'Consumer transactions by generative AI. Concerns what is said in the call, so no single call is ' +
        'decided by it. SB 149 of 2024 had such a duty before: not read.',
      review: ({ campaign }) =>
        campaign.voice === 'artificial'
          ? [
              {
                topic: 'recorded-message',
                severity: 'notice',
                message: 'In Utah an artificial voice says that it is one where the person asks.',
                remedy: 'Say it at the start of the call: that is also the safe harbour of 13-77-104.',
              },
            ]
          : [],
    }),
  ],
};
