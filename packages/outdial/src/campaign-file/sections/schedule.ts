/** The `schedule` section: the own days and hours of the campaign, beside those of the law. */
import { z } from 'zod';
import { timeZone } from '../basic-values.js';
import { spans } from './policies.js';

/** By whose clock the hours of a schedule count. */
export const SCHEDULE_CLOCKS = ['agency', 'called'] as const;

/** Days without calls at most. */
const CLOSED_DAYS_MOST = 366;

export const scheduleSchema = z
  .strictObject({
    clock: z
      .enum(SCHEDULE_CLOCKS)
      .default('agency')
      .describe(
        'Whose clock the hours count by. agency: that of timeZone; ' +
          "called: the called party's, so that each lead has the hours of its place.",
      ),
    timeZone: timeZone('Zone of the days and hours; absent: that of the campaign.').exactOptional(),
    weekdays: spans.default('*').describe("Monday to Friday, like '09:00-12:00 13:00-18:00'; '*': all day."),
    saturday: spans.default('*').describe("'' is closed."),
    sunday: spans.default('*').describe("'' is closed."),
    firstDay: z.iso.date().exactOptional().describe('First day with calls, YYYY-MM-DD.'),
    lastDay: z.iso.date().exactOptional().describe('Last day with calls, YYYY-MM-DD.'),
    closedDays: z
      .array(z.iso.date())
      .max(CLOSED_DAYS_MOST)
      .default([])
      .describe('Days without calls, YYYY-MM-DD.'),
  })
  .nullable()
  .default(null)
  .describe(
    'Own days and hours: nobody is dialed outside of them. They take hours away and add none to those that ' +
      'the law allows; null: whenever the law allows.',
  );
