/** The preview mode. */
import type { PacingView, RequestedCalls } from './pacing-view.js';

/**
 * Preview: one lead for each ready agent, who looks at it before it is dialed.
 *
 * An agent who looks at a lead is 'reserved', and the call that follows is theirs: calls in flight count
 * against reserved agents first. (A caller need not subtract an offer to an agent who is already reserved.)
 */
export function pacePreview({ roster, ledger }: PacingView): RequestedCalls {
  const unattended = Math.max(0, ledger.inFlight - roster.counts.reserved);
  return { calls: Math.max(0, roster.counts.ready - unattended), limit: 'free-agents' };
}
