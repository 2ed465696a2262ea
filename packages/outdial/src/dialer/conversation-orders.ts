/** Orders about conversations: of the agent who owns one, and of supervisors. Part of the table of orders. */
import { DIGITS, defined, LIMITS, MONITOR_WAYS, RECORDING_GROUNDS, RECORDING_STATES } from '@outdial/core';
import { z } from 'zod';
import { phone } from '../campaign-file/basic-values.js';
import { plainText } from '../campaign-file/limited-values.js';
import { agentOnly, ofAgent, order } from './order-entry.js';

const target = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('agent'), agentId: plainText('storedId') }),
      z.strictObject({
        kind: z.literal('queue'),
        skills: z.array(plainText('flowName')).max(LIMITS.agentSkills.max).readonly().exactOptional(),
      }),
      z.strictObject({ kind: z.literal('named'), name: plainText('flowName') }),
      z.strictObject({ kind: z.literal('number'), phone: phone('Whom to call.') }),
      z.strictObject({
        kind: z.literal('flow'),
        name: plainText('flowName'),
        asked: z
          .boolean()
          .exactOptional()
          .describe(
            'The customer has asked for it, or agreed to it: then its recorded voice may speak to them.',
          ),
      }),
    ],
    {
      error:
        "must be of a kind: 'agent' with agentId, 'queue' with skills, 'named' with name, " +
        "'number' with phone, or 'flow' with name",
    },
  )
  .describe(
    'One agent, any free agent with the skills, a name of the directory, a typed number (E.164), or, for ' +
      'transfers, a call flow.',
  );

const toTarget = z.strictObject({ ...ofAgent, target });
const watched = plainText('storedId').describe('The agent whom it is about.');

/** Orders by name. The agent in the path is the one who gives the order. */
export const CONVERSATION_ORDER_ENTRIES = {
  hold: order('The customer hears music, and the agent is alone.', agentOnly, ({ agentId }) => ({
    type: 'agent.hold',
    agentId,
  })),
  resume: order('Back to the customer from hold.', agentOnly, ({ agentId }) => ({
    type: 'agent.resume',
    agentId,
  })),
  mute: order('The agent is not heard, and hears as before.', agentOnly, ({ agentId }) => ({
    type: 'agent.mute',
    agentId,
  })),
  unmute: order('The agent is heard again.', agentOnly, ({ agentId }) => ({
    type: 'agent.unmute',
    agentId,
  })),
  digits: order(
    "Sends keys to the customer's side. They are counted in the audit trail, never kept.",
    z.strictObject({
      ...ofAgent,
      digits: z
        .string()
        .regex(DIGITS, 'must be 1 to 32 of 0 to 9, *, # and A to D')
        .describe('One to 32 of 0 to 9, *, # and A to D.'),
    }),
    ({ agentId, digits }) => ({ type: 'agent.digits', agentId, digits }),
  ),
  consult: order(
    'The customer hears music while the agent talks with another agent, or with a number that is called.',
    toTarget,
    (fields) => ({ type: 'agent.consult', ...fields }),
  ),
  complete: order('Ends a consultation: who was consulted has the customer.', agentOnly, ({ agentId }) => ({
    type: 'agent.complete',
    agentId,
  })),
  cancel: order('Back to the customer; the consultation is dropped.', agentOnly, ({ agentId }) => ({
    type: 'agent.cancel',
    agentId,
  })),
  conference: order('Customer, agent and third party talk.', agentOnly, ({ agentId }) => ({
    type: 'agent.conference',
    agentId,
  })),
  leave: order('Leaves a conference to the other two.', agentOnly, ({ agentId }) => ({
    type: 'agent.leave',
    agentId,
  })),
  transfer: order(
    'Gives the customer away without a word. If nobody takes them in time, they come back.',
    toTarget,
    (fields) => ({ type: 'agent.transfer', ...fields }),
  ),
  park: order(
    'The customer hears music, for a limited time, and the agent is free.',
    agentOnly,
    (fields) => ({
      type: 'agent.park',
      ...fields,
    }),
  ),
  unpark: order(
    'Takes up a parked customer, parked by any agent.',
    z.strictObject({
      ...ofAgent,
      parkedAttemptId: plainText('storedId').describe('Attempt of the parked customer.'),
    }),
    (fields) => ({ type: 'agent.unpark', ...fields }),
  ),
  record: order(
    'Records the conversation, pauses, resumes (`on`) or ends the recording.',
    z.strictObject({
      ...ofAgent,
      state: z.enum(RECORDING_STATES),
      ground: z
        .enum(RECORDING_GROUNDS)
        .exactOptional()
        .describe('What the agent did before: said that the call is recorded, or got consent.'),
    }),
    ({ agentId, state, ground }) => ({ type: 'agent.record', agentId, state, ...defined({ ground }) }),
  ),
  monitor: order(
    'A supervisor, logged in and paused, listens to an agent, whispers to them, or joins.',
    z.strictObject({ ...ofAgent, watchedId: watched, how: z.enum(MONITOR_WAYS) }),
    (fields) => ({ type: 'supervisor.monitor', ...fields }),
  ),
  'stop-monitoring': order('The supervisor stops listening.', agentOnly, ({ agentId }) => ({
    type: 'supervisor.stop-monitoring',
    agentId,
  })),
  'take-over': order(
    "The supervisor has an agent's customer from now on.",
    z.strictObject({ ...ofAgent, watchedId: watched }),
    (fields) => ({ type: 'supervisor.take-over', ...fields }),
  ),
} as const;
