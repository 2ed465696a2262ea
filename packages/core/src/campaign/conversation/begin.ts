/** The beginning of a conversation: an agent and a customer hear each other for the first time. */
import type { Call } from '../call/call.js';
import type { Context } from '../context.js';
import { newConversation } from './conversation.js';
import { placeWatchers } from './monitoring.js';
import { recordByRule } from './recording.js';

/** Begins the conversation of a call that was connected with its agent. */
export function beginConversation(context: Context, call: Call): void {
  call.conversation = newConversation(call.agentId, context.now);
  if (call.inbound) call.conversation.revision = call.inbound.revision;
  recordByRule(context, call, call.conversation);
  if (call.agentId !== null && context.state.watchers.size > 0) placeWatchers(context, call.agentId);
}
