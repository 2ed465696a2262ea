/** The `retry` section: when a lead is tried again. */
import { z } from 'zod';
import { OUTCOMES, type Outcome } from '@outdial/core';

export const retryEntry = z.strictObject({
  delayMinutes: z
    .number()
    .min(0)
    .max(60 * 24 * 366)
    .describe('Until the lead is dialable again.'),
  most: z.int().min(1).max(1000).describe('How often this ending may come before the lead is closed.'),
});

const outcomes = Object.keys(OUTCOMES) as [Outcome, ...Outcome[]];

export const retrySchema = z
  .strictObject({
    rules: z
      .partialRecord(z.enum(outcomes), retryEntry.nullable())
      .default({})
      .describe('By outcome; replaces the shipped rule, null removes it (the lead closes).'),
    mostAttempts: z.int().min(1).max(1000).default(12).describe('Attempts over the life of the lead.'),
    mostPerDay: z.int().min(1).max(100).default(3).describe('Attempts within any 24 hours.'),
    alternateDelayMinutes: z
      .number()
      .min(0)
      .max(1440)
      .default(2)
      .describe("Until the person's next number is tried."),
    minimumDelayMinutes: z
      .number()
      .min(0)
      .max(60 * 24 * 30)
      .default(0)
      .describe('A retry never comes sooner than this, even where a rule says so.'),
  })
  .prefault({})
  .describe('When leads are tried again.');
