/** The end of a conversation: everyone who took part is released, and the parts are on record. */
import type { Call } from '../call/call.js';
import { cancelTimer, emit, type Context } from '../context.js';
import { thirdAgentOf, thirdCallOf } from './conversation.js';
import { flowOver } from './flow-over.js';
import { moveConversation } from './moving.js';
import { dropOutsideCall } from './outside-call.js';
import { closePart, releaseGuest } from './owners.js';
import { endWatches } from './watches.js';

/**
 * Ends the conversation of a call. Its owner stays reserved for the call, for the wrap-up; every other agent
 * is released.
 */
export function endConversation(context: Context, call: Call): void {
  const { conversation, attemptId } = call;
  if (!conversation) return;
  const { seek, plan, third } = conversation;
  if (seek && seek.why !== 'consult') {
    if (context.cause !== 'timer conversation') {
      context.statistics.transfers.hungUp += 1;
      const waitedMs = context.now - conversation.since;
      const { why } = seek;
      emit(context, { type: 'conversation.nobody-came', attemptId, why, ending: 'hung-up', waitedMs });
    }
  }
  if (plan) cancelTimer(context, { kind: 'arrangement', attemptId });
  if (seek || conversation.stage === 'parked' || conversation.stage === 'outside')
    cancelTimer(context, { kind: 'conversation', attemptId });
  context.state.seeking.delete(attemptId);

  moveConversation(context, call, conversation, 'end');
  flowOver(context, call, conversation, 'hung-up');
  endWatches(context, call, conversation);
  closePart(context, call, conversation, true);
  const last = conversation.parts.at(-1);
  if (last) call.lastOwnerId = last.agentId;
  delete call.conversation;
  for (const agentId of [seek?.candidateId, plan?.placedId, thirdAgentOf(third)])
    if (agentId !== undefined && agentId !== null) releaseGuest(context, call, agentId);
  for (const thirdId of [thirdCallOf(third), seek?.number?.attemptId]) dropOutsideCall(context, thirdId);
}
