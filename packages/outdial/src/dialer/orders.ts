/**
 * Every order that agents and supervisors may give: the fields it needs, checked by a schema, and the fact it
 * becomes. The methods of `Dialer`, the control interface and its documentation come from this table.
 */
import { AGENT_WORK, DIAL_MODES, LIMITS, defined } from '@outdial/core';
import { z } from 'zod';
import { problemText, type CampaignFileProblem } from '../campaign-file/campaign-file-error.js';
import { explainIssues, type ReadThing } from '../campaign-file/explain-issues.js';
import { knownKeys, type SchemaNode } from '../campaign-file/known-keys.js';
import { amount, linesOfText, plainText, whole } from '../campaign-file/limited-values.js';
import { CONVERSATION_ORDER_ENTRIES } from './conversation-orders.js';
import { agentOnly, ofAgent, order, type OrderEntry, type UnstampedOrder } from './order-entry.js';
import { changesSchema, fixedSettings, type ChangeBounds } from './campaign-changes.js';

const none = z.strictObject({});
const why = z.strictObject({ reason: plainText('code').describe('Why, for the audit trail.') });
const agent = ofAgent;

const callback = z.strictObject({
  at: whole('instant').describe('When to call back, epoch ms.'),
  agentId: plainText('storedId').exactOptional().describe('Only this agent calls back.'),
  note: linesOfText('callbackNote').exactOptional().describe('What the agent wants to remember.'),
});

/** The name under which the notes of a call stand among its answers. */
export const NOTES_ANSWER = 'notes';

const fields = z
  .record(plainText('flowName'), linesOfText('variableValue'))
  .refine((given) => Object.keys(given).length <= LIMITS.callAnswers.max, {
    error: `must hold at most ${LIMITS.callAnswers.max} fields`,
  })
  .refine((given) => !(NOTES_ANSWER in given), {
    error: `must not name '${NOTES_ANSWER}': that is an option of its own`,
  });

/** Orders of supervisors, about the campaign. */
export const CAMPAIGN_ORDERS = {
  mode: order(
    'Changes the mode while calls are in flight.',
    z.strictObject({ mode: z.enum(DIAL_MODES) }),
    ({ mode }) => ({ type: 'campaign.configure', changes: { mode } }),
  ),
  speed: order(
    'Calls per free agent; null gives the speed back to the pacer.',
    z.strictObject({ speed: amount('callsPerAgent').nullable() }),
    ({ speed }) => ({ type: 'campaign.configure', changes: { speed } }),
  ),
  pace: order(
    'Lines, calls a second, calls per agent.',
    z.strictObject({
      lines: whole('lines').exactOptional(),
      callsPerSecond: amount('callsPerSecond').exactOptional(),
      callsPerAgent: amount('callsPerAgent').exactOptional(),
    }),
    (changes) => ({ type: 'campaign.configure', changes }),
  ),
  pause: order('Places no new calls; live ones go on.', why, ({ reason }) => ({
    type: 'campaign.pause',
    reason,
  })),
  resume: order('Dials again.', none, () => ({ type: 'campaign.resume' })),
  stop: order('Drains: no new calls; when live ones have ended, the campaign has stopped.', none, () => ({
    type: 'campaign.stop',
  })),
  halt: order('Stops dialing at once; live calls end in their own time.', why, ({ reason }) => ({
    type: 'campaign.halt',
    reason,
  })),
  'hang-up': order(
    'Hangs up one call: with an agent, without one, or the call to a third party alone.',
    z.strictObject({
      attemptId: plainText('storedId').describe(
        'The attempt of the call, as the calls of the campaign name it.',
      ),
      reason: plainText('code').describe('Why, for the audit trail.'),
    }),
    (fields) => ({ type: 'campaign.hang-up', ...fields }),
  ),
} as const;

/** Orders of one agent. */
export const AGENT_ORDERS = {
  'log-in': order(
    'The agent is here, paused; `ready` follows.',
    z.strictObject({
      ...agent,
      station: plainText('station')
        .exactOptional()
        .describe("Where the agent's leg is called, e.g. PJSIP/101."),
      skills: z
        .array(plainText('flowName'))
        .max(LIMITS.agentSkills.max)
        .readonly()
        .exactOptional()
        .describe('Skills that leads may ask for.'),
      alsoFor: z
        .array(plainText('identifier'))
        .max(LIMITS.agentCampaigns.max)
        .readonly()
        .exactOptional()
        .describe(
          'Ids of other campaigns whose answered calls the agent takes, where campaigns share agents.',
        ),
      work: z
        .enum(AGENT_WORK)
        .exactOptional()
        .describe('Callers, dialed calls, or both; absent: as the campaign says.'),
    }),
    ({ agentId, station, skills, alsoFor, work }) => ({
      type: 'agent.login',
      agentId,
      ...defined({ station, skills, alsoFor, work }),
    }),
  ),
  'log-out': order('The agent leaves; a live call ends in its own time.', agentOnly, ({ agentId }) => ({
    type: 'agent.logout',
    agentId,
  })),
  ready: order('The agent takes calls; in wrap-up this ends it.', agentOnly, ({ agentId }) => ({
    type: 'agent.ready',
    agentId,
  })),
  'call-station': order(
    "Calls the agent's telephone again, in place of what is left of its leg; a customer hears music.",
    agentOnly,
    ({ agentId }) => ({ type: 'agent.call-station', agentId }),
  ),
  pause: order(
    'The agent takes no more calls after the present one.',
    z.strictObject({ ...agent, code: plainText('pauseCode').describe('Why, for reports.') }),
    ({ agentId, code }) => ({ type: 'agent.pause', agentId, code }),
  ),
  accept: order('Preview: dials the lead on offer.', agentOnly, ({ agentId }) => ({
    type: 'agent.accept',
    agentId,
  })),
  skip: order(
    'Preview: gives the lead on offer back.',
    z.strictObject({ ...agent, reason: plainText('skipReason').exactOptional() }),
    ({ agentId, reason }) => ({ type: 'agent.skip', agentId, ...defined({ reason }) }),
  ),
  dial: order(
    'Places one call: to this lead, or to the next.',
    z.strictObject({ ...agent, leadId: plainText('leadId').exactOptional() }),
    ({ agentId, leadId }) => ({ type: 'agent.manual-dial', agentId, ...defined({ leadId }) }),
  ),
  'hang-up': order("Ends the agent's call.", agentOnly, ({ agentId }) => ({
    type: 'agent.hang-up',
    agentId,
  })),
  dispose: order(
    'Says what the call was; a code that calls back needs `callback`.',
    z.strictObject({
      ...agent,
      code: plainText('identifier').describe('Disposition code of the campaign.'),
      callback: callback.exactOptional(),
      notes: linesOfText('callNotes').exactOptional().describe('What the agent notes of the call.'),
      fields: fields.exactOptional().describe('Answers that the agent writes down, by name.'),
      pause: plainText('pauseCode')
        .exactOptional()
        .describe('The agent pauses after this call; why, for reports.'),
    }),
    ({ agentId, code, callback: at, notes, fields: written, pause }) => ({
      type: 'agent.dispose',
      agentId,
      code,
      ...defined({ callback: at, answers: answersOf(notes, written), pause }),
    }),
  ),
  ...CONVERSATION_ORDER_ENTRIES,
} as const;

function answersOf(
  notes: string | undefined,
  written: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> | undefined {
  if (notes === undefined) return written;
  return { ...written, [NOTES_ANSWER]: notes };
}

/** What became of an order. */
export type OrderAnswer =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      /** Stable, kebab-case: what a program tests. */
      readonly code: string;
      /** Why, as one sentence for a person. */
      readonly reason: string;
    };

/** An order read from data: the fact it becomes, or what is wrong with it. */
export type ReadOrder = { readonly ok: true; readonly order: UnstampedOrder } | UnreadFields;

/** Checks the fields of an order. The reason names field, value and remedy of every problem. */
export function readOrder<Body>(entry: OrderEntry<Body>, given: unknown): ReadOrder {
  const read = readFields(entry.body, given);
  return read.ok ? { ok: true, order: entry.fact(read.fields) } : read;
}

/** Checks changes of settings, which may not be laxer than the law. The reason is that of an order. */
export function readChanges(given: unknown, bounds: ChangeBounds): ReadOrder {
  const fixed = fixedSettings(given);
  if (fixed.length > 0) return unread(fixed);
  const read = readFields(changesSchema(bounds), given, 'file');
  return read.ok ? { ok: true, order: { type: 'campaign.configure', changes: read.fields } } : read;
}

/** Fields that a schema has checked, or what is wrong with them. */
export type ReadFields<Fields> = { readonly ok: true; readonly fields: Fields } | UnreadFields;

/** What is wrong with fields that cannot be read: one sentence, and each problem with its place. */
export interface UnreadFields {
  readonly ok: false;
  readonly reason: string;
  readonly problems: readonly CampaignFileProblem[];
}

/**
 * Checks fields by a schema. The reason names field, value and remedy of every problem, in the words of a
 * request, or of a campaign file.
 */
export function readFields<Fields>(
  schema: z.ZodType<Fields>,
  given: unknown,
  of: ReadThing = 'request',
): ReadFields<Fields> {
  const read = schema.safeParse(given);
  if (read.success) return { ok: true, fields: read.data };
  const keys = (path: readonly PropertyKey[]): readonly string[] =>
    knownKeys(z.toJSONSchema(schema, { io: 'input' }) as SchemaNode, path);
  return unread(explainIssues(read.error.issues, { input: given, knownKeys: keys, of }));
}

function unread(problems: readonly CampaignFileProblem[]): UnreadFields {
  return { ok: false, reason: problems.map(problemText).join('; '), problems };
}
