/** Gives orders to the engine and says what became of each. */
import type { AgentActionFact, Engine, Fact, OrderFact } from '@outdial/core';
import type { OrderAnswer } from './orders.js';

/** An order with its stamp. */
type StampedOrder = Extract<Fact, AgentActionFact | OrderFact>;

/** Delivers one order and waits for its answer. An order given from within a listener is handled after it. */
export async function placeOrder(engine: Engine, order: StampedOrder): Promise<OrderAnswer> {
  const agentId = 'agentId' in order ? order.agentId : undefined;
  let reason: string | undefined;
  const forget = engine.on('order.rejected', (event) => {
    if (event.order === order.type && event.agentId === agentId) reason ??= event.reason;
  });
  engine.dispatch(order);
  await Promise.resolve();
  forget();
  return reason === undefined ? { accepted: true } : { accepted: false, code: 'order-rejected', reason };
}
