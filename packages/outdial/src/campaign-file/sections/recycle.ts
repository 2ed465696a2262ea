/** The part of the `leads` section that opens closed leads again, each day. */
import { z } from 'zod';
import { identifier, timeOfDay } from '../basic-values.js';
import { amount, whole } from '../limited-values.js';

/** Rules and endings at most. */
const MOST = 50;

const ruleSchema = z.strictObject({
  endings: z
    .array(identifier('Code of a disposition, or an outcome.'))
    .min(1)
    .max(MOST)
    .describe('How the last call ended: dispositions of the campaign, or outcomes such as no-answer.'),
  afterDays: amount('recycleAfterDays').describe('Days since the last call, with fractions.'),
  rounds: whole('recycleRounds')
    .default(1)
    .describe('A lead that was recycled so often, by a rule or by a person, stays closed.'),
});

export const recycleSchema = z
  .strictObject({
    at: timeOfDay()
      .default('06:00')
      .describe("Time of day, by the agency's clock, at which the rules are applied while it runs."),
    rules: z.array(ruleSchema).min(1).max(MOST).describe('Applied in their order.'),
  })
  .describe(
    'Closed leads that are opened again: at the start of the campaign, and each day at this time. Their ' +
      'attempts still count for every cap; who asked not to be called stays closed, and so does a lead ' +
      'that was closed by an order.',
  );
