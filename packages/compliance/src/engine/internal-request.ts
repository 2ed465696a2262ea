/** A person's own request to this caller not to be called. */
import type { Context } from './context.js';
import { isOptedOutOfCalls } from './opted-out.js';

/**
 * The instant from which the person's own request to stop counts, or undefined. An opt-out of the telephone
 * is such a request; it has no date and counts whenever it is known.
 */
export function internalRequestAt(context: Context, at: number): number | undefined {
  const requestedAt = context.lead.doNotCall?.internal?.requestedAt;
  if (isOptedOutOfCalls(context)) return at;
  return requestedAt !== undefined && requestedAt <= at ? requestedAt : undefined;
}
