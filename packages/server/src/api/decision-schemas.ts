/** Shapes of decisions of the law that stand on record. Personal data. */
import { DIAL_MODES } from '@outdial/core';
import { EVALUATED_WHEN } from 'outdial';
import { z } from 'zod';
import { ruleVerdict } from './compliance-schemas.js';
import { day } from './report-schemas.js';
import { id, instant } from './schemas.js';

/** Where a search goes on. */
const place = z.strictObject({ id: z.int().positive(), at: instant });

/** Which decisions are searched. */
export const decisionSearch = z.strictObject({
  number: z.string().trim().min(1).max(40).exactOptional(),
  leadId: z.string().min(1).max(96).exactOptional(),
  campaignId: id.exactOptional(),
  from: day.exactOptional(),
  to: day.exactOptional(),
  allowed: z.boolean().exactOptional(),
  rule: z.string().min(1).max(96).exactOptional().meta({ description: 'Rule of the first refusal.' }),
  before: place.exactOptional().meta({ description: '`more` of the answer before.' }),
});

/** A decision whether a number may be called. */
export const foundDecision = z
  .strictObject({
    id: z.int(),
    at: instant,
    campaignId: z.string(),
    leadId: z.string(),
    phone: z.string().nullable().meta({ description: 'Null: its record was erased.' }),
    mode: z.enum(DIAL_MODES),
    allowed: z.boolean(),
    refusals: z.array(z.strictObject({ rule: z.string(), title: z.string(), text: z.string() })),
    nextAllowedAt: instant
      .nullable()
      .meta({ description: 'Null: it was allowed, or waiting does not cure it.' }),
    outcome: z
      .string()
      .nullable()
      .meta({ description: 'How the call ended; null: none was placed, or it goes on.' }),
    disposition: z.string().nullable(),
  })
  .meta({ id: 'FoundDecision' });

/** Decisions, the latest first. */
export const foundDecisions = z.strictObject({
  decisions: z.array(foundDecision),
  more: place.nullable().meta({ description: 'Where to go on; null: these are all.' }),
});

/** A decision with every question that was put to the law, as recorded. */
export const decisionFile = z
  .strictObject({
    decision: foundDecision,
    questions: z.array(
      z.strictObject({
        record: z.string(),
        when: z.enum(EVALUATED_WHEN).meta({
          description:
            "'closing': asked for the end of the margin before calling hours close. 'interlock': " +
            "answered by an interlock before the law was asked. 'unreadable': the facts could not be read.",
        }),
        at: instant,
        voice: z.string(),
        allowed: z.boolean(),
        nextAllowedAt: instant.nullable(),
        facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
        rules: z.array(ruleVerdict.extend({ told: z.string().nullable() })),
        ruleSetVersion: z.string(),
        zoneData: z.string(),
        writer: z.string(),
        sequence: z.int(),
        hash: z.string(),
      }),
    ),
    unreadable: z.int().meta({ description: 'Records that were erased or cannot be read.' }),
  })
  .meta({ id: 'DecisionFile' });
