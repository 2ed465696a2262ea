/** The policies of the `compliance` section: rules of the client that can only refuse. */
import { CLIENT_POLICY_ID, HISTORY_OUTCOMES, PURPOSES } from '@outdial/compliance';
import { z } from 'zod';

const policyBase = {
  id: z
    .string()
    .regex(
      CLIENT_POLICY_ID,
      "must begin with 'client.' and go on in lower-case letters, digits, dots and dashes",
    )
    .describe("Name in refusals: 'client.' and a word."),
  purposes: z.array(z.enum(PURPOSES)).min(1).exactOptional().describe('Purposes it concerns; absent: all.'),
};
/** Spans of a day, as a client's hours give them. */
export const spans = z
  .string()
  .regex(
    /^(\*|(([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)( (?=\d)|$))*)$/,
    "must be spans like '09:00-12:00 13:00-18:00', '' for closed, or '*' for all day",
  );

/** The outcomes after which a client may ask for a pause: calls of which it is known how they ended. */
const coolDownOutcomes = z.enum(HISTORY_OUTCOMES).exclude(['email', 'unknown']);

export const policySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...policyBase,
    kind: z.literal('hours').describe('Own calling hours, local at the called party.'),
    weekdays: spans.describe("Monday to Friday, like '09:00-18:00'."),
    saturday: spans.describe("'' is closed."),
    sunday: spans.describe("'' is closed."),
    closedDates: z.array(z.iso.date()).exactOptional().describe('Dates without calls, YYYY-MM-DD.'),
  }),
  z.strictObject({
    ...policyBase,
    kind: z.literal('cap').describe('Own cap on calls or conversations.'),
    max: z.int().min(1).describe('Most in a period.'),
    period: z
      .union([
        z.strictObject({ hours: z.number().positive().describe('Elapsed hours.') }),
        z.strictObject({ days: z.int().min(1).describe('Local calendar days.') }),
      ])
      .describe('Elapsed hours, or local calendar days.'),
    per: z.enum(['person', 'number', 'subject']).describe('What is counted together.'),
    counts: z.enum(['calls', 'conversations']).default('calls').describe('What is counted.'),
  }),
  z.strictObject({
    ...policyBase,
    kind: z.literal('cool-down').describe('Own pause after outcomes.'),
    after: z.array(coolDownOutcomes).min(1).describe('Outcomes it follows.'),
    hours: z.number().positive().describe('Length.'),
  }),
]);
