/** A person's own request to this caller not to be called. */
import type { Context } from './context.js';

/** The instant from which the person's own request to stop counts, or undefined. */
export function internalRequestAt(context: Context, at: number): number | undefined {
  const requestedAt = context.lead.doNotCall?.internal?.requestedAt;
  return requestedAt !== undefined && requestedAt <= at ? requestedAt : undefined;
}
