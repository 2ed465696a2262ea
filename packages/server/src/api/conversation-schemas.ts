/** Shapes of the desk about conversations. */
import {
  AGENT_STATES,
  CONVERSATION_STAGES,
  CONVERSATION_RECORDING_STATES,
  CUSTOMER_HEARS,
  RECORDING_GROUNDS,
} from '@outdial/core';
import { z } from 'zod';

const instant = z.iso.datetime({ offset: true }).meta({ description: 'ISO 8601 with offset.' });

/** The conversation at a desk. */
export const deskConversation = z
  .strictObject({
    stage: z.enum(CONVERSATION_STAGES),
    since: instant.meta({ description: 'When it came to this stage.' }),
    part: z
      .enum(['owner', 'third'])
      .meta({ description: 'What the agent of this desk is in it: whose customer it is, or who was asked.' }),
    ownerId: z.string().nullable(),
    thirdId: z.string().nullable().meta({ description: 'The agent consulted, or in the conference.' }),
    thirdNumber: z
      .strictObject({ name: z.string().nullable().meta({ description: 'In the directory; null: typed.' }) })
      .nullable()
      .meta({ description: 'The third party is at a telephone number; null: it is not.' }),
    muted: z.boolean().meta({ description: 'The owner is not heard.' }),
    changing: z.boolean().meta({ description: 'The order before is being carried out.' }),
    customerHears: z.enum(CUSTOMER_HEARS),
    musicSince: instant.nullable().meta({ description: 'Since when the customer has heard music only.' }),
    trouble: z
      .string()
      .nullable()
      .meta({ description: 'Why the last order came to nothing; null: it did not.' }),
    recording: z.enum(CONVERSATION_RECORDING_STATES),
    mayRecord: z
      .boolean()
      .meta({ description: 'The campaign lets its agents record: orders to do so are followed.' }),
    recordingGrounds: z
      .array(z.enum(RECORDING_GROUNDS))
      .meta({ description: 'One of these the agent must have done before, and say; empty: nothing.' }),
  })
  .meta({ id: 'DeskConversation' });

/** A customer who waits parked. No personal data. */
export const parkedCustomer = z
  .strictObject({
    attemptId: z.string(),
    parkedBy: z.string().nullable(),
    since: instant,
  })
  .meta({ id: 'ParkedCustomer' });

/**
 * Telephone numbers that the desk may consult or hand customers to, and call flows to give them to. The
 * numbers themselves are not told.
 */
export const deskDirectory = z
  .strictObject({
    names: z.array(z.string()),
    typed: z.boolean().meta({ description: 'Other numbers may be typed.' }),
    flows: z.array(z.string()).meta({ description: 'Call flows to which one may give a customer, by name.' }),
  })
  .meta({ id: 'DeskDirectory' });

/** Another agent of the campaign: no call, no figures. */
export const colleague = z
  .strictObject({
    agentId: z.string(),
    name: z.string(),
    state: z.enum(AGENT_STATES),
    isFree: z.boolean().meta({ description: 'May be consulted now.' }),
  })
  .meta({ id: 'Colleague' });
