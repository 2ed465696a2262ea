/** Rejects an order: as an event, and to the caller who waits for the verdict. */
import { defined } from '../../defined.js';
import { auditAgent } from '../agents/audit-agent.js';
import { emit, type Context } from '../context.js';
import type { RefusedOrderFact } from '../facts.js';
import type { OrderRejection, OrderRejectionCode } from './rejections.js';

/** A rejected order, and who gave it. */
export interface RejectedOrder extends OrderRejection {
  /** Type of the order's fact, e.g. 'agent.dispose'. */
  readonly order: string;
  readonly agentId?: string;
}

/** Rejects an order: with an event, and in the verdict for the caller. */
export function reject(context: Context, rejected: RejectedOrder): void {
  const { order, agentId, code, reason } = rejected;
  context.rejection ??= { code, reason };
  emit(context, { type: 'order.rejected', order, code, reason, ...defined({ agentId }) });
}

/** Rejects an agent's order. */
export function rejectAgent(
  context: Context,
  order: { readonly type: string; readonly agentId: string },
  code: OrderRejectionCode,
  reason: string,
): void {
  reject(context, { order: order.type, agentId: order.agentId, code, reason });
}

/** Rejects an order that a port refused, and puts that on record. */
export function refusedOrder(context: Context, fact: RefusedOrderFact): void {
  const { order, agentId, code, reason } = fact;
  auditAgent(context, agentId, 'agent.order-refused', { order, code, reason });
  reject(context, { order, agentId, code, reason });
}
