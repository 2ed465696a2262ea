/** Rejecting an order. */
import { type Context, emit } from '../context.js';

/** Says that an order could not be followed. */
export function reject(context: Context, order: string, agentId: string | undefined, reason: string): void {
  emit(context, { type: 'order.rejected', order, ...(agentId !== undefined ? { agentId } : {}), reason });
}
