/** Gives orders to the engine and says what became of each. */
import type {
  AgentActionFact,
  ConversationOrderFact,
  Engine,
  Fact,
  OrderFact,
  RefusedOrderFact,
} from '@outdial/core';
import type { OrderAnswer } from './orders.js';

/** An order with its stamp. */
export type StampedOrder = Extract<
  Fact,
  AgentActionFact | ConversationOrderFact | OrderFact | RefusedOrderFact
>;

/**
 * Delivers one order and resolves with its answer. An order given from within a listener is handled after it.
 */
export function placeOrder(engine: Engine, order: StampedOrder): Promise<OrderAnswer> {
  return new Promise((resolve) => engine.dispatch(order, resolve));
}
