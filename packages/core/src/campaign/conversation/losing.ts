/** A leg went down in a conversation: its customer gets the next agent, its third party is missed. */
import type { Agent } from '../agents/agent.js';
import { ringLeg } from '../agents/agents.js';
import type { Call } from '../call/call.js';
import type { Context } from '../context.js';
import { orderHangUp } from '../ending/hang-up.js';
import type { LegEnding } from '../facts.js';
import { cancelPlan, dropPlan, restate, withdrawPlan } from './arranging.js';
import { thirdAgentOf, thirdCallOf, type Conversation, type Plan } from './conversation.js';
import { moveConversation } from './moving.js';
import { beginOwnership, endOwnership, releaseGuest } from './owners.js';
import { beginOutside } from './giving-outside.js';
import { dropOutsideCall } from './outside-call.js';
import { beginSeek, candidateFailed, endSeek, newSeek } from './seeking.js';
import { conversationSettings } from './settings.js';

/** Why an order is not carried out that was under way. */
const OTHER_LEFT = 'an agent of the conversation left meanwhile';

/** The leg of an agent of the conversation went down. They are told to pause already. */
export function legLostInConversation(
  context: Context,
  call: Call,
  agent: Agent,
  { how, reason }: { readonly how: LegEnding; readonly reason: string },
): void {
  const { conversation } = call;
  if (!conversation) return orderHangUp(context, call);
  const { seek, third } = conversation;
  if (agent.agentId === call.agentId) {
    ownerLost(context, call, conversation, agent, how);
    return;
  }
  if (needs(conversation.plan, agent.agentId)) withdrawPlan(context, call, conversation, reason);
  if (seek?.candidateId === agent.agentId)
    candidateFailed(context, call, conversation, { reason, pauses: true });
  else if (thirdAgentOf(third) === agent.agentId) thirdGone(context, call, conversation);
  else releaseGuest(context, call, agent.agentId);
}

/** Whether a plan cannot be carried out without this agent. */
function needs(plan: Plan | null, agentId: string): boolean {
  return plan !== null && (plan.placedId === agentId || thirdAgentOf(plan.next.third) === agentId);
}

function ownerLost(
  context: Context,
  call: Call,
  conversation: Conversation,
  agent: Agent,
  how: LegEnding,
): void {
  if (conversation.stage === 'conference' && conversation.third) {
    promoteThird(context, call, conversation);
    return;
  }
  // A person who hangs up their station ends the call. Only a lost leg leaves a customer to be served.
  if (how !== 'lost' || call.hangUp !== null) return orderHangUp(context, call);
  requeue(context, call, conversation, agent);
}

/** The third party of a conference keeps the customer. */
function promoteThird(context: Context, call: Call, conversation: Conversation): void {
  const { third } = conversation;
  if (!third) return;
  if (third.kind === 'number') return leaveToNumber(context, call, conversation);
  cancelPlan(context, call, conversation, OTHER_LEFT);
  moveConversation(context, call, conversation, 'talking');
  endOwnership(context, call, conversation, 'lost');
  conversation.third = null;
  beginOwnership(context, call, conversation, { agentId: third.agentId, how: 'leave' });
  restate(context, call, conversation);
}

/** The telephone number in a conference keeps the customer, without an agent. */
function leaveToNumber(context: Context, call: Call, conversation: Conversation): void {
  cancelPlan(context, call, conversation, OTHER_LEFT);
  moveConversation(context, call, conversation, 'outside');
  endOwnership(context, call, conversation, 'lost');
  beginOutside(context, call, conversation, 'leave');
  restate(context, call, conversation);
}

/** The customer hears music, and gets the next agent: the one whose leg was lost first. */
function requeue(context: Context, call: Call, conversation: Conversation, agent: Agent): void {
  const { transferGraceMs, ownerFirstMs } = conversationSettings(context.state.settings);
  const { plan, seek, third } = conversation;
  dropPlan(context, call, conversation);
  endSeek(context, call, conversation);
  moveConversation(context, call, conversation, 'seeking');
  endOwnership(context, call, conversation, 'lost');
  conversation.third = null;
  dropOutsideCall(context, thirdCallOf(third));
  for (const agentId of [seek?.candidateId, thirdAgentOf(third), plan?.placedId])
    if (agentId !== undefined && agentId !== null) releaseGuest(context, call, agentId);
  restate(context, call, conversation);
  context.statistics.transfers.requeued += 1;

  ringLeg(context, agent);
  const why = 'requeue';
  const target = { skills: [...call.lead.skills, ...call.transferSkills] };
  const ownerFirstUntil = context.now + ownerFirstMs;
  const deadlineAt = context.now + transferGraceMs;
  const found = newSeek({ why, target, fromAgentId: agent.agentId, ownerFirstUntil, deadlineAt });
  beginSeek(context, call, conversation, found);
}

/** The third party is gone: the owner goes on with the customer, or finds them on hold. */
function thirdGone(context: Context, call: Call, conversation: Conversation): void {
  const { third, stage } = conversation;
  if (third?.kind !== 'agent') return;
  cancelPlan(context, call, conversation, OTHER_LEFT);
  moveConversation(context, call, conversation, stage === 'conference' ? 'talking' : 'held');
  conversation.third = null;
  releaseGuest(context, call, third.agentId);
  restate(context, call, conversation);
}
