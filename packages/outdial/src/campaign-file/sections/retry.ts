/** The `retry` section: when a lead is tried again. */
import { z } from 'zod';
import { OUTCOMES, type Outcome } from '@outdial/core';
import { amount, whole } from '../limited-values.js';

export const retryEntry = z.strictObject({
  delayMinutes: amount('retryDelayMinutes').describe('Pause before the lead is dialable again.'),
  most: whole('leadAttempts').describe('How often this outcome may come before the lead is closed.'),
});

/** Every outcome, as an enumeration of the schema takes them. */
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as [Outcome, ...Outcome[]];

export const retrySchema = z
  .strictObject({
    rules: z
      .partialRecord(z.enum(OUTCOME_NAMES), retryEntry.nullable())
      .default({})
      .describe('By outcome; replaces the shipped rule, null removes it (the lead closes).'),
    mostAttempts: whole('leadAttempts').default(12).describe('Attempts over the life of the lead.'),
    mostPerDay: whole('attemptsPerDay').default(3).describe('Attempts within any 24 hours.'),
    alternateDelayMinutes: amount('alternateDelayMinutes')
      .default(2)
      .describe("Pause before the person's next number is tried."),
    minimumDelayMinutes: amount('minimumDelayMinutes')
      .default(0)
      .describe('A retry never comes sooner than this, even where a rule says so.'),
  })
  .prefault({})
  .describe('When leads are tried again.');
