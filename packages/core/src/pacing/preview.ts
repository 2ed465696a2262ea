import type { Floor, Wish } from './floor.js';

/**
 * Preview: one lead for each ready agent, who looks at it before it is dialed.
 *
 * An agent who looks at a lead is 'reserved', and the call he then starts is his: calls in flight are set off
 * against reserved agents first. (An offer to an agent who is reserved already need not be held back as
 * pending.)
 */
export function pacePreview({ roster, ledger }: Floor): Wish {
  const unattended = Math.max(0, ledger.inFlight - roster.counts.reserved);
  return { calls: Math.max(0, roster.counts.ready - unattended), limit: 'free-agents' };
}
