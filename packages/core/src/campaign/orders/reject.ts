/** Rejects an order: as an event, and to the caller who waits for the verdict. */
import { defined } from '../../defined.js';
import { emit, type Context } from '../context.js';
import type { OrderRejection, OrderRejectionCode } from './rejections.js';

/** An order that is rejected, and by whom it was given. */
export interface RejectedOrder extends OrderRejection {
  /** Type of the order's fact, e.g. 'agent.dispose'. */
  readonly order: string;
  readonly agentId?: string;
}

/** Says that an order is not followed: as an event, and to the caller who waits for the verdict. */
export function reject(context: Context, rejected: RejectedOrder): void {
  const { order, agentId, code, reason } = rejected;
  context.rejection ??= { code, reason };
  emit(context, { type: 'order.rejected', order, code, reason, ...defined({ agentId }) });
}

/** Says that an agent's order is not followed. */
export function rejectAgent(
  context: Context,
  order: { readonly type: string; readonly agentId: string },
  code: OrderRejectionCode,
  reason: string,
): void {
  reject(context, { order: order.type, agentId: order.agentId, code, reason });
}
