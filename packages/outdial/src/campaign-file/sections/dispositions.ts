/** The `dispositions` section: the codes that say what a call was. */
import { COMPLIANCE_FACT_KINDS, DISPOSITION_OUTCOMES, DISPOSITION_STEPS, ENDING_CLOSES } from '@outdial/core';
import { z } from 'zod';
import { identifier } from '../basic-values.js';
import { retryEntry } from './retry.js';

export const dispositionsSchema = z
  .array(
    z.strictObject({
      code: identifier('Code.'),
      label: z.string().min(1).describe("What the agent's screen shows."),
      outcome: z.enum(DISPOSITION_OUTCOMES).describe('What the law counts the call as.'),
      contact: z.boolean().default(false).describe('Somebody was spoken to.'),
      rightParty: z.boolean().default(false).describe('The person the list means was spoken to.'),
      conversion: z.boolean().default(false).describe('The aim of the campaign was reached.'),
      then: z.enum(DISPOSITION_STEPS).describe('What becomes of the lead.'),
      retry: retryEntry
        .exactOptional()
        .describe('When it is tried again; absent: by the rule of its outcome.'),
      closes: z.enum(ENDING_CLOSES).default('none').describe('What it closes in addition to the lead.'),
      sets: z
        .enum(COMPLIANCE_FACT_KINDS)
        .exactOptional()
        .describe('Legal fact that it records about the person or number.'),
    }),
  )
  .min(1)
  .describe('Disposition codes of the campaign; absent: the shipped set.');
