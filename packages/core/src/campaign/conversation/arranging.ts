/** From the roles of a conversation to the places of its parties, and the commands that ask for them. */
import { defined } from '../../defined.js';
import type { PlacedParty } from '../../ports/conversation-telephony.js';
import type { Call } from '../call/call.js';
import { cancelTimer, emit, send, setTimer, type Context } from '../context.js';
import {
  thirdAgentOf,
  thirdCallOf,
  type Conversation,
  type ConversationShape,
  type Plan,
} from './conversation.js';
import { releaseGuest } from './owners.js';
import { CONVERSATION_MEANINGS } from './stages.js';
import { syncWatches, watchingNow } from './watches.js';
import { revisionAfter } from './revisions.js';

/** Telephony is asked again after this long without an answer. */
const ANSWER_MOST_MS = 2_000;

/** The roles as they are now. */
export function shapeOf(call: Call, { stage, third, muted }: Conversation): ConversationShape {
  return { stage, ownerId: call.agentId, third, muted };
}

/** The place of everyone who takes part. The customer is in a room or hears music, never alone. */
export function partiesOf(context: Context, call: Call, shape: ConversationShape): readonly PlacedParty[] {
  const { stage, ownerId, third, muted } = shape;
  const { customerHears, ownerHears } = CONVERSATION_MEANINGS[stage];
  // A flow plays into the music: there is no silence before its first audio.
  const waits = customerHears === 'music' || customerHears === 'the flow';
  const room = waits ? 'side' : 'main';
  const parties: PlacedParty[] = [
    { party: { kind: 'call', attemptId: call.attemptId }, place: waits ? 'music' : 'main' },
  ];
  const agents = [ownerId, thirdAgentOf(third)].filter((agentId) => agentId !== null);
  for (const agentId of agents)
    parties.push({
      party: { kind: 'agent', agentId },
      place: room,
      ...(muted && agentId === ownerId ? { muted } : {}),
      ...(ownerHears === 'ringing' && agentId === ownerId ? { aloneHears: ownerHears } : {}),
    });

  const thirdId = thirdCallOf(third);
  if (thirdId !== null) parties.push({ party: { kind: 'call', attemptId: thirdId }, place: room });

  for (const supervisorId of context.state.watchers) {
    const watching = watchingNow(context.state.agents.get(supervisorId));
    if (!watching || !agents.includes(watching.watchedId)) continue;
    const { how, watchedId: watchedAgentId } = watching;
    const party = { kind: 'agent', agentId: supervisorId } as const;
    if (how === 'barge') parties.push({ party, place: room });
    else parties.push({ party, place: how === 'listen' ? 'listening' : 'whispering', watchedAgentId });
  }
  return parties;
}

/** Asks for the roles as they are, without a plan: after somebody was lost, or a supervisor came or went. */
export function restate(context: Context, call: Call, conversation: Conversation): void {
  conversation.revision = revisionAfter(context, conversation.revision);
  const shape = shapeOf(call, conversation);
  sendArrangement(context, call, shape, conversation.revision);
  syncWatches(context, call, conversation, shape);
}

/** Asks for other roles. They are in force once telephony has answered. */
export function propose(
  context: Context,
  call: Call,
  conversation: Conversation,
  plan: Pick<Plan, 'next'> & Partial<Pick<Plan, 'order' | 'agentId' | 'placedId' | 'seek' | 'flow'>>,
): void {
  conversation.revision = revisionAfter(context, conversation.revision);
  const { next, order = null, agentId = null, placedId = null, seek = null, flow } = plan;
  const { revision } = conversation;
  const asked = { revision, next, order, agentId, placedId, seek, tries: 0 };
  conversation.plan = { ...asked, ...defined({ flow }) };
  ask(context, call, conversation.plan);
}

/** Owner and customer talk again, without a third party. */
export function backTogether(context: Context, call: Call, conversation: Conversation): void {
  if (call.agentId === null || conversation.plan) return;
  const next = { ...shapeOf(call, conversation), stage: 'talking', third: null } as const;
  propose(context, call, conversation, { next });
}

/** Asks telephony for a plan, for the first time or again. */
export function ask(context: Context, call: Call, plan: Plan): void {
  plan.tries += 1;
  sendArrangement(context, call, plan.next, plan.revision);
  const timer = { kind: 'arrangement', attemptId: call.attemptId } as const;
  setTimer(context, timer, context.now + ANSWER_MOST_MS);
}

/** Forgets a plan. What telephony makes of it is superseded by the next arrangement. */
export function dropPlan(context: Context, call: Call, conversation: Conversation): void {
  if (!conversation.plan) return;
  conversation.plan = null;
  cancelTimer(context, { kind: 'arrangement', attemptId: call.attemptId });
}

/**
 * Gives a plan up that will not be carried out: the agent who was to come in by it is free again, and who
 * gave the order is told. The candidate of a search stays reserved: the search goes on.
 */
export function cancelPlan(context: Context, call: Call, conversation: Conversation, reason: string): void {
  const { plan, seek } = conversation;
  if (!plan) return;
  dropPlan(context, call, conversation);
  const { placedId, order, agentId } = plan;
  if (placedId !== null && placedId !== seek?.candidateId) releaseGuest(context, call, placedId);
  if (order === null || agentId === null) return;
  emit(context, { type: 'conversation.order-failed', attemptId: call.attemptId, order, agentId, reason });
}

/** Gives a plan up, and puts everyone where they are without it. */
export function withdrawPlan(context: Context, call: Call, conversation: Conversation, reason: string): void {
  if (!conversation.plan) return;
  cancelPlan(context, call, conversation, reason);
  restate(context, call, conversation);
}

function sendArrangement(context: Context, call: Call, shape: ConversationShape, revision: number): void {
  const { attemptId } = call;
  const parties = partiesOf(context, call, shape);
  send(context, {
    port: 'telephony',
    method: 'arrange',
    command: { attemptId, revision, parties, at: context.now },
  });
}
