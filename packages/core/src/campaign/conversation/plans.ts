/** What becomes of a plan: telephony has carried it out, refused it, or does not answer. */
import { agentOf, setAgentState } from '../agents/agents.js';
import type { Call } from '../call/call.js';
import { emit, send, setTimer, type Context } from '../context.js';
import type { TelephonyRefusal } from '../conversation-facts.js';
import type { PartyRef } from '../../ports/conversation-telephony.js';
import { ask, cancelPlan, dropPlan, restate } from './arranging.js';
import { thirdAgentOf, thirdCallOf, type Conversation, type Plan, type ThirdParty } from './conversation.js';
import type { HandOver } from './events.js';
import { beginOutside } from './giving-outside.js';
import { flowOver } from './flow-over.js';
import { beginGivenFlow } from './giving-flow.js';
import { moveConversation, note } from './moving.js';
import { dropOutsideCall } from './outside-call.js';
import { numberFailed } from './outside-facts.js';
import { beginOwnership, endOwnership, releaseGuest } from './owners.js';
import { pauseForThird, resumeAfterFlow, resumeAfterThird } from './recording.js';
import { beginSeek, candidateFailed, endSeek } from './seeking.js';
import { conversationSettings } from './settings.js';
import { syncWatches } from './watches.js';
import { revisionAfter } from './revisions.js';

/** A plan that telephony has not answered after so many orders counts as refused. */
const TRIES = 3;

/** Telephony has carried out an arrangement. */
export function arranged(context: Context, call: Call, revision: number): void {
  const { conversation } = call;
  if (!conversation?.plan || conversation.plan.revision !== revision) return;
  const { plan } = conversation;
  dropPlan(context, call, conversation);
  commit(context, call, conversation, plan);
}

/** Telephony did not carry an arrangement out. */
export function refusedArrangement(
  context: Context,
  call: Call,
  fact: { readonly revision: number; readonly refusal: TelephonyRefusal; readonly party?: PartyRef },
): void {
  const { conversation } = call;
  const { refusal, party } = fact;
  if (!conversation || conversation.revision !== fact.revision) return;
  if (stopWatcher(context, call, conversation, party)) return;
  const { plan } = conversation;
  if (!plan) return;

  if (refusal.code === 'not-supported' && plan.next.ownerId !== call.agentId && call.agentId === null) {
    // A customer without an agent can be connected by every implementation.
    connectInstead(context, call, plan);
    return;
  }
  giveUp(context, call, conversation, refusal.reason);
  if (refusal.code === 'unknown-call') askWhetherGone(context, call);
}

/** Telephony did not answer in time: asked again, or taken for refused. */
export function arrangementTimer(context: Context, call: Call): void {
  const { conversation } = call;
  if (!conversation?.plan) return;
  if (conversation.plan.tries < TRIES) {
    ask(context, call, conversation.plan);
    return;
  }
  giveUp(context, call, conversation, 'telephony does not answer');
  restate(context, call, conversation);
}

function connectInstead(context: Context, call: Call, { placedId: agentId }: Plan): void {
  if (agentId === null) return;
  const { attemptId } = call;
  send(context, { port: 'telephony', method: 'connect', command: { attemptId, agentId, at: context.now } });
}

/** A customer without an owner was connected by the command `connect`. */
export function connectedInstead(context: Context, call: Call, agentId: string): void {
  const plan = awaitedOwner(call, agentId);
  if (plan) arranged(context, call, plan.revision);
}

/** The command `connect` failed for a customer without an owner. */
export function connectInsteadFailed(context: Context, call: Call, agentId: string, reason: string): void {
  if (call.conversation && awaitedOwner(call, agentId)) giveUp(context, call, call.conversation, reason);
}

/** The plan by which this agent becomes the owner. A late fact about the present owner belongs to none. */
function awaitedOwner({ agentId: ownerId, conversation }: Call, agentId: string): Plan | null {
  const plan = conversation?.plan;
  return plan && ownerId === null && plan.next.ownerId === agentId ? plan : null;
}

function giveUp(context: Context, call: Call, conversation: Conversation, reason: string): void {
  const { plan } = conversation;
  if (!plan) return;
  cancelPlan(context, call, conversation, reason);
  const { seek } = conversation;
  if (seek?.number && thirdCallOf(plan.next.third) === seek.number.attemptId)
    numberFailed(context, call, conversation, { seek, number: seek.number, reason });
  if (conversation.seek?.candidateId != null && conversation.seek.candidateId === plan.placedId)
    candidateFailed(context, call, conversation, { reason, pauses: true });
}

/** A supervisor who cannot be placed no longer listens. Returns false when the party is not a supervisor. */
function stopWatcher(
  context: Context,
  call: Call,
  conversation: Conversation,
  party: PartyRef | undefined,
): boolean {
  const supervisor = party?.kind === 'agent' ? context.state.agents.get(party.agentId) : undefined;
  if (!supervisor?.watching || supervisor.attemptId === call.attemptId) return false;
  delete supervisor.watching;
  context.state.watchers.delete(supervisor.agentId);
  const { attemptId } = call;
  const reason = 'the supervisor’s leg could not be placed';
  const order = 'supervisor.monitor';
  emit(context, {
    type: 'conversation.order-failed',
    attemptId,
    order,
    agentId: supervisor.agentId,
    reason,
  });
  const { plan } = conversation;
  if (plan) {
    // The plan is asked for again without the supervisor.
    conversation.revision = revisionAfter(context, conversation.revision);
    conversation.plan = { ...plan, revision: conversation.revision, tries: 0 };
    ask(context, call, conversation.plan);
  } else restate(context, call, conversation);
  return true;
}

function askWhetherGone(context: Context, { attemptId }: Call): void {
  send(context, {
    port: 'telephony',
    method: 'probe',
    command: { attemptIds: [attemptId], at: context.now },
  });
}

/** The roles of a plan are in force. */
function commit(context: Context, call: Call, conversation: Conversation, plan: Plan): void {
  const { next } = plan;
  const thirdBefore = conversation.third;
  const ownerBefore = call.agentId;
  const stageBefore = conversation.stage;
  if (next.stage !== conversation.stage) moveConversation(context, call, conversation, next.stage);
  if (ownerBefore !== next.ownerId && ownerBefore !== null)
    endOwnership(context, call, conversation, 'handed-over');
  if (next.ownerId !== null && ownerBefore !== next.ownerId) {
    const how = howOf(conversation, plan);
    endSeek(context, call, conversation);
    flowOver(context, call, conversation, 'agent');
    if (how === 'transfer' || how === 'requeue') context.statistics.transfers.taken += 1;
    if (how === 'returned') context.statistics.transfers.returned += 1;
    beginOwnership(context, call, conversation, { agentId: next.ownerId, how });
    resumeAfterFlow(context, call, conversation);
  }
  conversation.third = next.third;
  if (next.third && thirdBefore === null) thirdJoined(context, call, conversation);
  if (thirdBefore && next.third === null) thirdLeft(context, call, conversation, thirdBefore);
  if (next.stage === 'outside' && stageBefore !== 'outside')
    beginOutside(context, call, conversation, givenBy(plan));
  if (conversation.muted !== next.muted) muted(context, call, conversation, next.muted);
  syncWatches(context, call, conversation, next);
  if (plan.seek) beginSeek(context, call, conversation, plan.seek);
  if (plan.flow) beginGivenFlow(context, call, conversation, plan.flow);
  if (next.stage === 'parked') limitParking(context, call);
}

function limitParking(context: Context, { attemptId }: Call): void {
  const { parkMostMs } = conversationSettings(context.state.settings);
  setTimer(context, { kind: 'conversation', attemptId }, context.now + parkMostMs);
}

function howOf({ seek }: Conversation, { order }: Plan): HandOver {
  if (order === 'agent.complete') return 'complete';
  if (order === 'supervisor.take-over') return 'take-over';
  if (!seek) return 'leave';
  if (seek.returning || seek.why === 'park-over') return 'returned';
  if (seek.why === 'unpark') return 'unpark';
  return seek.why === 'requeue' ? 'requeue' : 'transfer';
}

/** How a customer came to be with a third party alone. */
function givenBy({ order }: Plan): 'complete' | 'leave' | 'transfer' {
  if (order === 'agent.complete') return 'complete';
  return order === 'agent.leave' ? 'leave' : 'transfer';
}

/** The third party of before takes part no more, unless they are the owner now. */
function thirdLeft(context: Context, call: Call, conversation: Conversation, third: ThirdParty): void {
  if (third.kind === 'number') {
    dropOutsideCall(context, third.attemptId);
    resumeAfterThird(context, call, conversation);
  } else if (third.agentId !== call.agentId) releaseGuest(context, call, third.agentId);
}

function thirdJoined(context: Context, call: Call, conversation: Conversation): void {
  endSeek(context, call, conversation);
  pauseForThird(context, call, conversation);
  const agent = context.state.agents.get(thirdAgentOf(conversation.third) ?? '');
  if (agent) setAgentState(context, agent, 'talking');
}

function muted(context: Context, call: Call, conversation: Conversation, isMuted: boolean): void {
  conversation.muted = isMuted;
  const agentId = agentOf(context, call)?.agentId;
  if (agentId === undefined) return;
  note(context, call.attemptId, 'conversation.muted', { agentId, muted: isMuted });
  emit(context, { type: 'conversation.muted', attemptId: call.attemptId, agentId, muted: isMuted });
}
