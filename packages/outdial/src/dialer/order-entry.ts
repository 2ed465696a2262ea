/** One order that people may give: its fields, checked by a schema, and the fact it becomes. */
import type { AgentActionFact, ConversationOrderFact, OrderFact, Unstamped } from '@outdial/core';
import { z } from 'zod';
import { plainText } from '../campaign-file/limited-values.js';

/** An order as the engine takes it, before it is stamped with campaign and instant. */
export type UnstampedOrder = Unstamped<
  AgentActionFact | ConversationOrderFact | Exclude<OrderFact, { readonly type: 'kill-switch' }>
>;

/** One order: what it does, its fields, and the fact it becomes. */
export interface OrderEntry<Body = unknown> {
  readonly summary: string;
  readonly body: z.ZodType<Body>;
  readonly fact: (body: Body) => UnstampedOrder;
}

/** Orders by name. Their bodies differ; {@link readOrder} checks each by its own schema. */
// oxlint-disable-next-line typescript/no-explicit-any -- a table of entries with different bodies
export type OrderTable = Readonly<Record<string, OrderEntry<any>>>;

/** Keeps the type of the body between the schema and the fact. */
export function order<Body>(
  summary: string,
  body: z.ZodType<Body>,
  fact: OrderEntry<Body>['fact'],
): OrderEntry<Body> {
  return { summary, body, fact };
}

/** The agent whom an order is about. */
export const ofAgent = {
  agentId: plainText('storedId').describe('Agent id.'),
};

/** The fields of an order that needs none but its agent. */
export const agentOnly: z.ZodObject<typeof ofAgent, z.core.$strict> = z.strictObject(ofAgent);
