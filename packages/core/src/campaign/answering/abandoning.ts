/** Counts a live answer as abandoned in every place that counts it. */
import type { Call } from '../call/call.js';
import { type Context, emit, send } from '../context.js';

/** Counts a live answer as abandoned, once. */
export function countAbandoned(context: Context, call: Call): void {
  if (call.abandoned) return;
  call.abandoned = true;
  context.statistics.abandoned += 1;
  context.governor.abandonment(context.now);
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'journal',
    method: 'mark',
    command: { campaignId, attemptId: call.attemptId, mark: 'abandoned', at: context.now },
  });
  if (call.countsForPacer)
    context.pacer.observe({ type: 'abandoned', callId: call.attemptId, at: context.now });
  emit(context, {
    type: 'call.abandoned',
    attemptId: call.attemptId,
    leadId: call.lead.leadId,
    waited: context.now - (call.liveAt ?? context.now),
  });
}
