/** The end of a flow that an agent gave the customer to: on record, with its length. */
import { endFlow } from '../answering/flows.js';
import type { Call } from '../call/call.js';
import { emit, type Context } from '../context.js';
import type { Conversation } from './conversation.js';
import type { FlowEnding } from './events.js';
import { note } from './moving.js';

/** The customer has left the flow: what it still plays or waits for is over. */
export function flowOver(context: Context, call: Call, conversation: Conversation, ending: FlowEnding): void {
  const { inFlow } = conversation;
  if (!inFlow) return;
  delete conversation.inFlow;
  endFlow(context, call);
  const { name: flow, since } = inFlow;
  const { attemptId } = call;
  const forMs = context.now - since;
  note(context, attemptId, 'conversation.flow', { flow, what: 'ended', ending, forMs });
  emit(context, { type: 'conversation.flow-ended', attemptId, flow, ending, forMs });
}
