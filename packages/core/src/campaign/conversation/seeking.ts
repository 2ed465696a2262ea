/** The search for the next owner or for a third party: chosen, reserved, rung, placed, or nobody in time. */
import { defined } from '../../defined.js';
import type { Agent } from '../agents/agent.js';
import { bookAgent, removeAgent, setAgentState } from '../agents/agents.js';
import { canJoin, chooseBySkills } from '../agents/choose-agent.js';
import { ringStation } from '../agents/ring-station.js';
import { carryOutRequests } from '../answering/connecting.js';
import { beginFlow } from '../answering/flows.js';
import type { Call } from '../call/call.js';
import { cancelTimer, emit, setTimer, type Context } from '../context.js';
import { backTogether, propose, restate, shapeOf } from './arranging.js';
import { thirdCallOf, type Conversation, type Seek, type SoughtAgent } from './conversation.js';
import { endConversation } from './end.js';
import type { SeekEnding } from './events.js';
import { moveConversation } from './moving.js';
import { beginOutsideCall, dropOutsideCall } from './outside-call.js';
import { bookFormerOwner, canTakeBack, releaseGuest } from './owners.js';
import type { ConversationTarget } from './order-facts.js';

/** A search whose candidate is being placed at the deadline is looked at again after this long. */
const PLACING_MS = 500;
/** The former owner has this long to have the customer back. */
export const RETURN_MOST_MS: number = 10_000;

/** Whom a target means. */
export function soughtBy(target: ConversationTarget): SoughtAgent {
  if (target.kind === 'agent') return { agentId: target.agentId, skills: [] };
  return { skills: target.kind === 'queue' ? (target.skills ?? []) : [] };
}

/** A search that begins now. */
export function newSeek(
  given: Pick<Seek, 'why' | 'target' | 'fromAgentId' | 'deadlineAt' | 'number' | 'failure'> & {
    readonly ownerFirstUntil?: number;
  },
): Seek {
  return { ownerFirstUntil: 0, ...given, candidateId: null, returning: false };
}

/** Begins the search, and takes its first step. */
export function beginSeek(context: Context, call: Call, conversation: Conversation, seek: Seek): void {
  conversation.seek = seek;
  context.state.seeking.add(call.attemptId);
  setTimer(context, { kind: 'conversation', attemptId: call.attemptId }, seek.deadlineAt);
  if (seek.number) beginOutsideCall(context, call, seek.number);
  else stepSeek(context, call, conversation);
}

/** The search is over, because somebody was found or nobody is wanted any more. */
export function endSeek(context: Context, call: Call, conversation: Conversation): void {
  if (!conversation.seek) return;
  const thirdId = conversation.seek.number?.attemptId ?? null;
  if (thirdId !== thirdCallOf(conversation.third)) dropOutsideCall(context, thirdId);
  conversation.seek = null;
  context.state.seeking.delete(call.attemptId);
  cancelTimer(context, { kind: 'conversation', attemptId: call.attemptId });
}

/** Gives conversations that seek somebody the agents who have become free. The oldest comes first. */
export function serveSeeking(context: Context): void {
  for (const attemptId of [...context.state.seeking]) {
    const call = context.state.calls.get(attemptId);
    if (call?.conversation) stepSeek(context, call, call.conversation);
  }
}

/** Reserves a candidate, calls their leg, and asks for their place, as far as each is possible now. */
export function stepSeek(context: Context, call: Call, conversation: Conversation): void {
  const { seek, plan } = conversation;
  if (!seek || plan || (seek.number && !seek.returning)) return;
  const agent = candidateOf(context, call, seek) ?? choose(context, call, seek);
  if (!agent) return;
  seek.candidateId = agent.agentId;
  if (agent.legUp) place(context, call, conversation, agent);
  else if (agent.legRequestedAt === null && ringStation(context, agent) !== null) hasten(context, call, seek);
}

function candidateOf({ state }: Context, call: Call, seek: Seek): Agent | undefined {
  const agent = seek.candidateId === null ? undefined : state.agents.get(seek.candidateId);
  if (agent?.attemptId === call.attemptId) return agent;
  seek.candidateId = null;
  return undefined;
}

function choose(context: Context, call: Call, seek: Seek): Agent | undefined {
  const { agents } = context.state;
  const { target, fromAgentId } = seek;
  const former = fromAgentId === null ? undefined : agents.get(fromAgentId);
  if (context.now < seek.ownerFirstUntil || seek.returning) {
    if (!former || !canTakeBack(former)) return undefined;
    bookFormerOwner(context, former, call);
    return former;
  }
  const named = target.agentId === undefined ? undefined : agents.get(target.agentId);
  const found = target.agentId === undefined ? chooseBySkills(context, target.skills, fromAgentId) : named;
  if (!found || !canJoin(context, found)) return undefined;
  bookAgent(context, found, call);
  return found;
}

function place(context: Context, call: Call, conversation: Conversation, agent: Agent): void {
  const now = shapeOf(call, conversation);
  const { agentId } = agent;
  const next =
    conversation.seek?.why === 'consult'
      ? ({ ...now, stage: 'consulting', third: { kind: 'agent', agentId } } as const)
      : ({ stage: 'talking', ownerId: agentId, third: null, muted: false } as const);
  propose(context, call, conversation, { next, placedId: agentId });
}

/** The candidate cannot come. Another one is sought where any agent may come. */
export function candidateFailed(
  context: Context,
  call: Call,
  conversation: Conversation,
  { reason, pauses }: { readonly reason: string; readonly pauses: boolean },
): void {
  const { seek } = conversation;
  const agent = seek ? candidateOf(context, call, seek) : undefined;
  if (!seek || !agent) return;
  seek.candidateId = null;
  if (pauses) {
    agent.attemptId = null;
    agent.pauseCode = 'leg-failed';
    if (agent.next === 'offline') removeAgent(context, agent);
    else setAgentState(context, agent, 'paused', reason);
  } else releaseGuest(context, call, agent.agentId);
  if (seek.target.agentId !== undefined || seek.returning) hasten(context, call, seek);
}

/** Nobody else can come: the limit is now. */
export function hasten(context: Context, call: Call, seek: Seek): void {
  seek.deadlineAt = context.now;
  setTimer(context, { kind: 'conversation', attemptId: call.attemptId }, context.now);
}

/** Nobody came in time. Returns true where the flow that asked for an agent goes on. */
export function seekTimer(context: Context, call: Call, conversation: Conversation): boolean {
  const { seek } = conversation;
  if (!seek) return false;
  if (conversation.plan) {
    setTimer(context, { kind: 'conversation', attemptId: call.attemptId }, context.now + PLACING_MS);
    return false;
  }
  if (seek.candidateId !== null) releaseGuest(context, call, seek.candidateId);
  seek.candidateId = null;
  if (seek.why === 'consult') consultFailed(context, call, conversation, seek);
  else if (seek.why === 'flow') nobodyCame(context, call, conversation, seek, 'flow');
  else if (!goBack(context, call, conversation, seek)) giveToFlow(context, call, conversation, seek);
  return seek.why === 'flow';
}

/**
 * Nobody comes to a consultation: the customer is found on hold. Where a telephone number was not reached,
 * the agent is told why and has the customer again.
 */
export function consultFailed(context: Context, call: Call, conversation: Conversation, seek: Seek): void {
  const { number, fromAgentId: agentId } = seek;
  nobodyCame(context, call, conversation, seek, number ? 'back' : 'held');
  endSeek(context, call, conversation);
  if (conversation.stage !== 'reaching') return;
  moveConversation(context, call, conversation, 'held');
  if (!number) return restate(context, call, conversation);
  const { attemptId } = call;
  const reason = number.failure ?? NOBODY_ANSWERED;
  const order = 'agent.consult';
  if (agentId !== null)
    emit(context, { type: 'conversation.order-failed', attemptId, order, agentId, reason });
  backTogether(context, call, conversation);
}

/** Gives the customer back to the agent who had them. Returns false when that agent cannot take them. */
function goBack(context: Context, call: Call, conversation: Conversation, seek: Seek): boolean {
  dropOutsideCall(context, seek.number?.attemptId);
  if (seek.returning || seek.fromAgentId === null) return false;
  const former = context.state.agents.get(seek.fromAgentId);
  if (!former || !canTakeBack(former)) return false;
  nobodyCame(context, call, conversation, seek, 'returned');
  seek.returning = true;
  seek.deadlineAt = context.now + RETURN_MOST_MS;
  setTimer(context, { kind: 'conversation', attemptId: call.attemptId }, seek.deadlineAt);
  stepSeek(context, call, conversation);
  return true;
}

/** Nobody is left: the abandonment flow says who called, and the call ends. */
function giveToFlow(context: Context, call: Call, conversation: Conversation, seek: Seek): void {
  nobodyCame(context, call, conversation, seek, 'abandonment-flow');
  context.statistics.transfers.unserved += 1;
  endConversation(context, call);
  const { abandonmentFlow, inbound } = context.state.settings;
  // A caller need not be told who is calling.
  const requests =
    call.inbound && inbound
      ? beginFlow(context, call, 'inbound', inbound.overflowFlow)
      : beginFlow(context, call, 'abandonment', abandonmentFlow);
  carryOutRequests(context, call, requests);
}

/** Says that nobody came, and what becomes of the customer. */
export function nobodyCame(
  context: Context,
  { attemptId }: Call,
  { since }: Conversation,
  { why, number, failure }: Seek,
  ending: SeekEnding,
): void {
  const waitedMs = context.now - since;
  const reason = number ? (number.failure ?? NOBODY_ANSWERED) : failure;
  emit(context, {
    type: 'conversation.nobody-came',
    attemptId,
    why,
    ending,
    waitedMs,
    ...defined({ reason }),
  });
}

/** Why a number that rang in vain was not reached. */
export const NOBODY_ANSWERED: string = 'nobody answered at the number in time';
