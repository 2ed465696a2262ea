/** After a restart: a conversation in which no agent takes part is taken up where it was. */
import type { Call } from '../call/call.js';
import { moveTo } from '../call/calls.js';
import { setTimer, type Context } from '../context.js';
import { restate } from './arranging.js';
import { newConversation, type Conversation } from './conversation.js';
import { resumeGivenFlow } from './giving-flow.js';
import { beginSeek, newSeek } from './seeking.js';
import { conversationSettings, outsideSettings } from './settings.js';
import type { ConversationStage } from './stages.js';

/** A call of an earlier process is a conversation. */
export function beConnected(context: Context, call: Call): void {
  moveTo(context, call, 'connected');
  call.answeredAt ??= call.openedAt;
  if (!call.inbound) call.liveAt ??= call.answeredAt;
  call.connectedAt ??= call.answeredAt;
}

/** The customer had an agent and hears music now: that agent is sought, then any who has the skills. */
export function resumeSeeking(context: Context, call: Call): void {
  const { transferGraceMs, ownerFirstMs } = conversationSettings(context.state.settings);
  const { agentId: fromAgentId } = call;
  const conversation = resumed(context, call, 'seeking');
  restate(context, call, conversation);
  context.statistics.transfers.requeued += 1;
  const seek = newSeek({
    why: 'requeue',
    target: { skills: call.lead.skills },
    fromAgentId,
    ownerFirstUntil: context.now + ownerFirstMs,
    deadlineAt: context.now + transferGraceMs,
  });
  beginSeek(context, call, conversation, seek);
}

/** The customer talks with the third party alone, as before, and for no longer than was allowed then. */
export function resumeOutside(context: Context, call: Call, third: Call): void {
  const { attemptId, outside, openedAt } = third;
  const { graceMs, talkMostMs } = outsideSettings(context.state.settings);
  const conversation = resumed(context, call, 'outside');
  conversation.third = { kind: 'number', attemptId, name: outside?.name ?? null };
  const until = Math.max(context.now, openedAt + graceMs + talkMostMs);
  setTimer(context, { kind: 'conversation', attemptId: call.attemptId }, until);
}

/** The customer was in a flow that an agent had given them to. */
export function resumeInFlow(context: Context, call: Call, name: string): void {
  resumeGivenFlow(context, call, resumed(context, call, 'in-flow'), name);
}

/** A conversation whose last owner, as the journal knew them, has left it. */
function resumed(context: Context, call: Call, stage: ConversationStage): Conversation {
  const { agentId, connectedAt: from = context.now } = call;
  const conversation = newConversation(null, context.now);
  conversation.stage = stage;
  if (agentId !== null) conversation.parts.push({ agentId, from, to: context.now, heldMs: 0 });
  call.agentId = null;
  call.conversation = conversation;
  return conversation;
}
