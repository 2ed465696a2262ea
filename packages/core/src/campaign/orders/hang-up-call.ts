/** A supervisor hangs up one call, with or without an agent in it. */
import type { Call } from '../call/call.js';
import { isOver } from '../call/stages.js';
import { send, type Context } from '../context.js';
import { orderHangUp } from '../ending/hang-up.js';
import type { OrderFact } from '../facts.js';
import { reject } from './reject.js';

/** Hangs the call up, or rejects the order: there is no such call, or it is not dialed yet, or over. */
export function hangUpCall(
  context: Context,
  { type, attemptId, reason }: Extract<OrderFact, { type: 'campaign.hang-up' }>,
): void {
  const { state } = context;
  const call = state.calls.get(attemptId);
  const refusal = whyNot(call, state.unreconciled.has(attemptId));
  if (!call || refusal !== null) {
    reject(context, { order: type, code: 'no-call', reason: refusal ?? 'there is no such call' });
    return;
  }
  const { campaignId } = state.settings;
  const detail = { attemptId, stage: call.conversation?.stage ?? call.stage, reason };
  send(context, {
    port: 'journal',
    method: 'audit',
    command: { campaignId, kind: type, detail, at: context.now },
  });
  orderHangUp(context, call);
}

function whyNot(call: Call | undefined, isBeingFound: boolean): string | null {
  if (isBeingFound) return 'telephony has not told yet what became of the call';
  if (!call) return 'there is no such call';
  if (call.stage === 'opening') return 'the call is not dialed yet';
  return isOver(call.stage) ? 'the call is over' : null;
}
