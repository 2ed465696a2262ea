/** Orders of an agent about their conversation: carried out, or rejected with the reason. */
import { DIGITS } from '../../digits.js';
import { assertNever } from '../../invariant.js';
import type { Agent } from '../agents/agent.js';
import { bookAgent, callOf } from '../agents/agents.js';
import { canJoin } from '../agents/choose-agent.js';
import type { Call } from '../call/call.js';
import { emit, send, type Context } from '../context.js';
import type { CallFact } from '../facts.js';
import { rejectAgent } from '../orders/reject.js';
import { cancelPlan, propose, shapeOf, withdrawPlan } from './arranging.js';
import { thirdAgentOf, type Conversation, type ConversationShape } from './conversation.js';
import { monitor, stopMonitoring, takeOver } from './monitoring.js';
import { moveConversation, note } from './moving.js';
import { flowOf, type FlowTarget } from './giving-flow.js';
import type { ConversationOrderFact, ConversationOrderType } from './order-facts.js';
import { isNumber, numberOf, type NumberTarget } from './outside-targets.js';
import { canTakeBack } from './owners.js';
import { record } from './recording.js';
import { beginSeek, candidateFailed, endSeek, newSeek, soughtBy } from './seeking.js';
import { conversationSettings, outsideSettings } from './settings.js';
import type { ConversationStage } from './stages.js';

/** The stages in which the owner may give each order. Orders of supervisors are not listed. */
const STAGES_OF_ORDER: Readonly<Partial<Record<ConversationOrderType, readonly ConversationStage[]>>> = {
  'agent.hold': ['talking'],
  'agent.resume': ['held'],
  'agent.mute': ['talking', 'held', 'consulting', 'conference'],
  'agent.unmute': ['talking', 'held', 'consulting', 'conference'],
  'agent.digits': ['talking', 'conference'],
  'agent.consult': ['talking', 'held'],
  'agent.complete': ['consulting'],
  'agent.cancel': ['reaching', 'consulting', 'conference'],
  'agent.conference': ['consulting'],
  'agent.leave': ['conference'],
  'agent.transfer': ['talking', 'held'],
  'agent.park': ['talking', 'held'],
};

/** Carries out an order about a conversation, or rejects it with the reason. */
export function conversationOrder(context: Context, order: ConversationOrderFact): void {
  const agent = context.state.agents.get(order.agentId);
  if (!agent) return rejectAgent(context, order, 'agent-not-logged-in', 'this agent is not logged in');
  switch (order.type) {
    case 'supervisor.monitor':
      return monitor(context, agent, order);
    case 'supervisor.stop-monitoring':
      return stopMonitoring(context, agent, order);
    case 'supervisor.take-over':
      return takeOver(context, agent, order);
    case 'agent.unpark':
      return unpark(context, agent, order);
    default:
      return ownersOrder(context, agent, order);
  }
}

type OwnersOrder = Exclude<ConversationOrderFact, { readonly type: `supervisor.${string}` | 'agent.unpark' }>;

/** One conversation with the order about it. */
interface Ordered<One extends ConversationOrderFact = OwnersOrder> {
  readonly call: Call;
  readonly conversation: Conversation;
  readonly agent: Agent;
  readonly order: One;
}

function ownersOrder(context: Context, agent: Agent, order: OwnersOrder): void {
  const call = callOf(context, agent);
  const conversation = call?.conversation;
  if (!call || !conversation) return rejectAgent(context, order, 'no-call', 'the agent has no conversation');
  if (call.agentId !== agent.agentId)
    return rejectAgent(context, order, 'not-owner', 'another agent owns the conversation');
  const { stage, plan } = conversation;
  const stages = STAGES_OF_ORDER[order.type];
  if (stages && !stages.includes(stage))
    return rejectAgent(context, order, 'conversation-stage', `the conversation is ${stage}`);
  if (plan && order.type !== 'agent.record' && order.type !== 'agent.digits')
    return rejectAgent(context, order, 'conversation-busy', 'the order before it is being carried out');
  carryOut(context, { call, conversation, agent, order });
}

function carryOut(context: Context, { call, conversation, agent, order }: Ordered): void {
  const { third } = conversation;
  const to = (next: Partial<ConversationShape>): void =>
    propose(context, call, conversation, {
      next: { ...shapeOf(call, conversation), ...next },
      order: order.type,
      agentId: agent.agentId,
    });
  switch (order.type) {
    case 'agent.hold':
      return to({ stage: 'held' });
    case 'agent.resume':
      return to({ stage: 'talking' });
    case 'agent.mute':
      return to({ muted: true });
    case 'agent.unmute':
      return to({ muted: false });
    case 'agent.conference':
      return to({ stage: 'conference' });
    case 'agent.complete':
    case 'agent.leave':
      return third?.kind === 'number'
        ? to({ stage: 'outside', ownerId: null, muted: false })
        : to({ stage: 'talking', ownerId: thirdAgentOf(third), third: null, muted: false });
    case 'agent.cancel':
      dropCandidate(context, call, conversation);
      return to({ stage: 'talking', third: null });
    case 'agent.digits':
      return sendDigits(context, { call, conversation, agent, order });
    case 'agent.consult':
      return consult(context, { call, conversation, agent, order });
    case 'agent.transfer':
      return transfer(context, { call, conversation, agent, order });
    case 'agent.park':
      return to({ stage: 'parked', ownerId: null, muted: false });
    case 'agent.record':
      return record(context, { call, conversation, agent, order });
    default:
      return assertNever(order, 'order about a conversation');
  }
}

function dropCandidate(context: Context, call: Call, conversation: Conversation): void {
  if (!conversation.seek) return;
  const reason = 'the consultation was cancelled';
  candidateFailed(context, call, conversation, { reason, pauses: false });
  endSeek(context, call, conversation);
}

function sendDigits(
  context: Context,
  { call, conversation, order }: Ordered<Extract<OwnersOrder, { type: 'agent.digits' }>>,
): void {
  const { digits } = order;
  if (!DIGITS.test(digits)) {
    const reason = 'one to 32 digits are sent, of 0 to 9, *, # and A to D';
    return rejectAgent(context, order, 'bad-digits', reason);
  }
  conversation.digits += 1;
  const { attemptId } = call;
  const digitsId = `${conversation.digits}-${digits.length}`;
  send(context, {
    port: 'telephony',
    method: 'sendDigits',
    command: { attemptId, digitsId, digits, at: context.now },
  });
}

/** Telephony has sent the digits, or says why not. */
export function digitsSent(
  context: Context,
  call: Call,
  { digitsId, refusal }: Extract<CallFact, { type: 'call.digits-sent' }>,
): void {
  const { attemptId, agentId } = call;
  if (!call.conversation || agentId === null) return;
  const count = Number(digitsId.split('-')[1] ?? 0);
  if (refusal) {
    const { reason } = refusal;
    emit(context, {
      type: 'conversation.order-failed',
      attemptId,
      order: 'agent.digits',
      agentId,
      reason,
    });
    return;
  }
  note(context, attemptId, 'conversation.digits', { agentId, count });
  emit(context, { type: 'conversation.digits-sent', attemptId, agentId, count });
}

/** Whether the agent who is meant by an order is logged in and not the one who gives it. */
function isMeant(context: Context, { agentId }: Agent, target: { readonly agentId?: string }): boolean {
  if (target.agentId === undefined) return true;
  return target.agentId !== agentId && context.state.agents.has(target.agentId);
}

function consult(
  context: Context,
  { call, conversation, agent, order }: Ordered<Extract<OwnersOrder, { type: 'agent.consult' }>>,
): void {
  if (order.target.kind === 'flow')
    return rejectAgent(context, order, 'flow-not-permitted', 'a flow is for transfers: nobody talks with it');
  if (isNumber(order.target))
    return towardNumber(context, { call, conversation, agent, order }, order.target);
  const target = soughtBy(order.target);
  const named = target.agentId === undefined ? undefined : context.state.agents.get(target.agentId);
  const isFree = named === undefined || canJoin(context, named);
  if (!isMeant(context, agent, target) || !isFree)
    return rejectAgent(context, order, 'agent-not-free', 'the agent who is to be consulted is not free');
  const { consultGraceMs } = conversationSettings(context.state.settings);
  const deadlineAt = context.now + consultGraceMs;
  const why = 'consult';
  const seek = newSeek({ why, target, fromAgentId: agent.agentId, deadlineAt });
  const now = shapeOf(call, conversation);
  const { agentId } = agent;
  const { type } = order;
  if (named?.legUp) {
    // Reserved first, so that no other call gets them, and placed together with the customer's music.
    bookAgent(context, named, call);
    const third = { kind: 'agent', agentId: named.agentId } as const;
    const next = { ...now, stage: 'consulting', third } as const;
    propose(context, call, conversation, { next, order: type, agentId, placedId: named.agentId });
    return;
  }
  const next = { ...now, stage: 'reaching' } as const;
  propose(context, call, conversation, { next, order: type, agentId, seek });
}

function transfer(
  context: Context,
  { call, conversation, agent, order }: Ordered<Extract<OwnersOrder, { type: 'agent.transfer' }>>,
): void {
  if (order.target.kind === 'flow')
    return towardFlow(context, { call, conversation, agent, order }, order.target);
  if (isNumber(order.target))
    return towardNumber(context, { call, conversation, agent, order }, order.target);
  const target = soughtBy(order.target);
  if (!isMeant(context, agent, target))
    return rejectAgent(context, order, 'agent-not-free', 'the agent who is meant is not logged in');
  const { transferGraceMs } = conversationSettings(context.state.settings);
  context.statistics.transfers.asked += 1;
  const deadlineAt = context.now + transferGraceMs;
  const why = 'transfer';
  const seek = newSeek({ why, target, fromAgentId: agent.agentId, deadlineAt });
  const next = { stage: 'seeking', ownerId: null, third: null, muted: false } as const;
  const { agentId } = agent;
  propose(context, call, conversation, { next, order: order.type, agentId, seek });
}

/** A call flow is to have the customer. It begins once the customer hears music and the agent is free. */
function towardFlow(
  context: Context,
  { call, conversation, agent, order }: Ordered<Extract<OwnersOrder, { type: 'agent.transfer' }>>,
  target: FlowTarget,
): void {
  const given = flowOf(context, call, target);
  if ('code' in given) return rejectAgent(context, order, given.code, given.reason);
  const next = { stage: 'in-flow', ownerId: null, third: null, muted: false } as const;
  const flow = { name: given.name, asked: target.asked === true };
  propose(context, call, conversation, { next, order: order.type, agentId: agent.agentId, flow });
}

/** A telephone number is to be consulted, or to have the customer. It is called once the customer waits. */
function towardNumber(
  context: Context,
  given: Ordered<Extract<OwnersOrder, { type: 'agent.consult' | 'agent.transfer' }>>,
  asked: NumberTarget,
): void {
  const { call, conversation, agent, order } = given;
  const number = numberOf(context, asked);
  if ('code' in number) return rejectAgent(context, order, number.code, number.reason);
  const { graceMs } = outsideSettings(context.state.settings);
  const isConsult = order.type === 'agent.consult';
  if (!isConsult) context.statistics.transfers.asked += 1;
  const seek = newSeek({
    why: isConsult ? 'consult' : 'transfer',
    target: { skills: [] },
    number,
    fromAgentId: agent.agentId,
    deadlineAt: context.now + graceMs,
  });
  const next = isConsult
    ? ({ ...shapeOf(call, conversation), stage: 'reaching' } as const)
    : ({ stage: 'seeking', ownerId: null, third: null, muted: false } as const);
  propose(context, call, conversation, { next, order: order.type, agentId: agent.agentId, seek });
}

function unpark(
  context: Context,
  agent: Agent,
  order: Extract<ConversationOrderFact, { type: 'agent.unpark' }>,
): void {
  const call = context.state.calls.get(order.parkedAttemptId);
  const conversation = call?.conversation;
  if (!call || conversation?.stage !== 'parked')
    return rejectAgent(context, order, 'conversation-stage', 'no such customer is parked');
  if (!canTakeBack(agent))
    return rejectAgent(context, order, 'agent-state', 'the agent cannot take a customer now');
  leavePark(context, call, conversation, { why: 'unpark', agentId: agent.agentId });
}

/** Parking is over: the customer goes to the agent who asks, or back to the agent who parked them. */
export function leavePark(
  context: Context,
  call: Call,
  conversation: Conversation,
  { why, agentId }: { readonly why: 'unpark' | 'park-over'; readonly agentId: string | null },
): void {
  const { transferGraceMs } = conversationSettings(context.state.settings);
  moveConversation(context, call, conversation, 'seeking');
  const deadlineAt = context.now + transferGraceMs;
  const target = { skills: call.lead.skills };
  // The agent comes first for half of the time, then anybody.
  const ownerFirstUntil = context.now + transferGraceMs / 2;
  const seek = newSeek({ why, target, fromAgentId: agentId, deadlineAt, ownerFirstUntil });
  beginSeek(context, call, conversation, seek);
}

/** An agent who takes part without owning the conversation hangs up: they leave, and the others stay. */
export function guestHangsUp(context: Context, call: Call, agent: Agent): void {
  const { conversation } = call;
  if (!conversation) return;
  const { third, seek } = conversation;
  const { agentId } = agent;
  if (thirdAgentOf(third) === agentId) {
    // The agent is free once their leg has left the room: the next call would not get it before.
    cancelPlan(context, call, conversation, 'the third party left meanwhile');
    const stage = conversation.stage === 'conference' ? ('talking' as const) : ('held' as const);
    const next = { ...shapeOf(call, conversation), stage, third: null };
    propose(context, call, conversation, { next, order: 'agent.hang-up', agentId });
    return;
  }
  if (seek?.candidateId !== agentId) return;
  const reason = 'the agent declined';
  withdrawPlan(context, call, conversation, reason);
  candidateFailed(context, call, conversation, { reason, pauses: true });
}
