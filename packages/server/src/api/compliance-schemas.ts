/** Shapes of the compliance officer's questions. */
import { RULE_KINDS, RULE_SETTINGS, TRACE_VERDICTS, VERIFICATIONS } from 'outdial';
import { z } from 'zod';
import { instant } from './schemas.js';

const source = z.strictObject({ title: z.string(), href: z.string(), pinpoint: z.string() });

/** A rule that had a say in a call. */
export const ruleVerdict = z
  .strictObject({
    rule: z.string(),
    title: z.string(),
    verdict: z.enum(TRACE_VERDICTS),
    text: z.string().nullable(),
    source: source.nullable().meta({ description: 'Null: a rule of this store, not of the law.' }),
  })
  .meta({ id: 'RuleVerdict' });

/** Why a number may or must not be called. Personal data. */
export const numberAnswer = z
  .strictObject({
    phone: z.string(),
    at: instant,
    allowed: z.boolean(),
    nextByLaw: instant.nullable().meta({ description: 'Null: waiting does not cure it.' }),
    nextAllowedAt: instant.nullable(),
    lead: z
      .strictObject({
        leadId: z.string(),
        listId: z.string(),
        account: z.string().nullable(),
        state: z.string(),
      })
      .nullable(),
    timeZones: z.array(z.string()),
    jurisdictions: z.array(z.string()),
    lookedIn: z.array(z.string()),
    holding: z.array(z.string()),
    requests: z.array(z.strictObject({ at: instant, source: z.string() })),
    hindrance: z
      .string()
      .nullable()
      .meta({ description: 'What keeps this store from calling beside the law; null: nothing.' }),
    verdicts: z.array(ruleVerdict).meta({ description: 'Those that refuse first.' }),
  })
  .meta({ id: 'NumberAnswer' });

const rule = z
  .strictObject({
    rule: z.string(),
    jurisdiction: z.string(),
    title: z.string(),
    kind: z.enum(RULE_KINDS),
    value: z.string(),
    effectiveFrom: z.string().nullable(),
    verification: z.enum(VERIFICATIONS),
    verifiedOn: z.string(),
    setting: z.enum(RULE_SETTINGS),
    watch: z.strictObject({ on: z.string(), what: z.string() }).nullable(),
    source,
  })
  .meta({ id: 'RuleInForce' });

/** The law of a campaign. */
export const lawAnswer = z
  .strictObject({
    day: z.string(),
    rules: z.array(rule),
    toRead: z.array(
      z.strictObject({
        rule: z.string(),
        jurisdictions: z.array(z.string()),
        title: z.string(),
        why: z.enum(['memory', 'old', 'watch']),
        since: z.string(),
        what: z.string(),
        source,
      }),
    ),
    registrations: z.array(
      z.strictObject({
        kind: z.string(),
        place: z.string(),
        number: z.string(),
        expires: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'LawOfCampaign' });

/** Whether the audit trail holds. */
export const trailAnswer = z
  .strictObject({
    holds: z.boolean(),
    entries: z.number(),
    decisions: z.number(),
    records: z.number(),
    breaks: z.array(z.string()),
    notChecked: z.array(z.string()),
  })
  .meta({ id: 'TrailAnswer' });
