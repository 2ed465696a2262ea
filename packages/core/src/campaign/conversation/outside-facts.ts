/** What becomes of a conversation when the call to its third party is answered, ends, or is not allowed. */
import type { Call } from '../call/call.js';
import { moveTo, removeCall } from '../call/calls.js';
import { OUTCOMES, outcomeOfUnanswered, type Outcome } from '../call/outcomes.js';
import { cancelTimer, type Context } from '../context.js';
import { closeAttempt } from '../ending/closing.js';
import { orderHangUp } from '../ending/hang-up.js';
import type { CallRefusal } from '../placing/refusal.js';
import { backTogether, cancelPlan, propose, restate, shapeOf } from './arranging.js';
import { thirdCallOf, type Conversation, type Seek, type SoughtNumber } from './conversation.js';
import { moveConversation } from './moving.js';
import { dialOutside, dropOutsideCall, noteOutside } from './outside-call.js';
import type { OutsideCall } from './outside-party.js';
import { consultFailed, hasten } from './seeking.js';
import { resumeAfterThird } from './recording.js';

/** The journal has the attempt to call a third party, and the law allows it. */
export function outsideOpened(context: Context, call: Call, outside: OutsideCall): void {
  if (call.stage !== 'opening' || dialOutside(context, call, outside)) return;
  const { customerId, name } = outside;
  noteOutside(context, customerId, {
    thirdId: call.attemptId,
    name,
    what: 'failed',
    reason: 'cancelled',
  });
  thirdGone(context, call, outside, NOT_THROUGH);
}

/** The third party has answered: they come to the agent who asks, or to the customer. */
export function outsideAnswered(context: Context, call: Call, { customerId, name }: OutsideCall): void {
  if (call.stage !== 'dialing' && call.stage !== 'ringing') return;
  const { attemptId } = call;
  cancelTimer(context, { kind: 'expiry', attemptId });
  moveTo(context, call, 'joined');
  call.answeredAt = context.now;
  noteOutside(context, customerId, { thirdId: attemptId, name, what: 'answered' });
  const customer = context.state.calls.get(customerId);
  const conversation = customer?.conversation;
  const isSought = conversation?.seek?.number?.attemptId === attemptId && !conversation.seek.returning;
  if (!customer || !conversation || !isSought || conversation.plan) return orderHangUp(context, call);
  const third = { kind: 'number', attemptId, name } as const;
  const next =
    conversation.seek?.why === 'consult'
      ? ({ ...shapeOf(customer, conversation), stage: 'consulting', third } as const)
      : ({ stage: 'outside', ownerId: null, third, muted: false } as const);
  propose(context, customer, conversation, { next });
}

/** The call to a third party is over, answered or not. */
export function outsideEnded(context: Context, call: Call, outside: OutsideCall): void {
  const { attemptId, answeredAt, ringingAt } = call;
  const cause = call.cause ?? { q850: 0, by: 'lost' };
  const wasAnswered = answeredAt !== undefined;
  const outcome = wasAnswered ? 'conversation' : outcomeOfUnanswered(cause, ringingAt !== undefined);
  const reason = wasAnswered ? 'the third party hung up' : reasonOf(outcome);
  const { customerId, name } = outside;
  noteOutside(context, customerId, {
    thirdId: attemptId,
    name,
    what: wasAnswered ? 'ended' : 'failed',
    reason: outcome,
  });
  closeAttempt(context, call, outcome);
  thirdGone(context, call, outside, reason);
}

/** The law, the store or an interlock refuses the call to a third party; nothing was dialed. */
export function outsideRefused(
  context: Context,
  call: Call,
  outside: OutsideCall,
  refusals: readonly Pick<CallRefusal, 'rule' | 'message'>[],
): void {
  if (call.stage !== 'opening') return;
  const { attemptId } = call;
  cancelTimer(context, { kind: 'expiry', attemptId });
  removeCall(context, call);
  const [first] = refusals;
  const { customerId, name } = outside;
  const rule = first?.rule ?? 'refused';
  noteOutside(context, customerId, { thirdId: attemptId, name, what: 'failed', reason: rule });
  thirdGone(context, call, outside, first?.message ?? 'the number may not be called');
}

/** The journal failed: the entry, which may be stored, is closed there. */
export function outsideNotOpened(context: Context, call: Call, outside: OutsideCall, why: string): void {
  call.cause = { q850: 0, by: 'refused', text: why };
  const { customerId, name } = outside;
  noteOutside(context, customerId, {
    thirdId: call.attemptId,
    name,
    what: 'failed',
    reason: 'journal',
  });
  closeAttempt(context, call, 'cancelled');
  thirdGone(context, call, outside, why);
}

/** The conversation goes on without its third party. */
export function thirdGone(
  context: Context,
  { attemptId }: Call,
  { customerId }: OutsideCall,
  reason: string,
): void {
  const customer = context.state.calls.get(customerId);
  const conversation = customer?.conversation;
  if (!customer || !conversation) return;
  const { plan, seek } = conversation;
  if (thirdCallOf(conversation.third) === attemptId) {
    partnerLeft(context, customer, conversation);
  } else if (seek?.number?.attemptId === attemptId) {
    if (thirdCallOf(plan?.next.third) === attemptId) cancelPlan(context, customer, conversation, reason);
    numberFailed(context, customer, conversation, { seek, number: seek.number, reason });
  }
}

/** A third party who was there has left. */
function partnerLeft(context: Context, customer: Call, conversation: Conversation): void {
  const { stage } = conversation;
  cancelPlan(context, customer, conversation, 'the third party left meanwhile');
  if (stage === 'outside') {
    orderHangUp(context, customer);
    return;
  }
  moveConversation(context, customer, conversation, stage === 'conference' ? 'talking' : 'held');
  conversation.third = null;
  resumeAfterThird(context, customer, conversation);
  if (stage === 'conference') return restate(context, customer, conversation);
  backTogether(context, customer, conversation);
}

/** The number is not reached: agent and customer come together again, or the customer goes back. */
export function numberFailed(
  context: Context,
  customer: Call,
  conversation: Conversation,
  failed: { readonly seek: Seek; readonly number: SoughtNumber; readonly reason: string },
): void {
  const { seek, number, reason } = failed;
  if (number.failure !== null || seek.returning) return;
  number.failure = reason;
  if (seek.why !== 'consult') return hasten(context, customer, seek);
  consultFailed(context, customer, conversation, seek);
}

/** The time that a customer may talk with a third party is over: both calls end. */
export function outsideLimit(context: Context, customer: Call, conversation: Conversation): void {
  dropOutsideCall(context, thirdCallOf(conversation.third));
  orderHangUp(context, customer);
}

/** Why a number was not reached, in words for the agent. */
function reasonOf(outcome: Outcome): string {
  const known: Partial<Record<Outcome, string>> = {
    busy: 'the number is busy',
    'no-answer': 'nobody answered at the number',
    rejected: 'the call was declined',
    'invalid-number': 'the number is not in service',
  };
  return known[outcome] ?? (OUTCOMES[outcome].rang ? 'nobody answered at the number' : NOT_THROUGH);
}

const NOT_THROUGH = 'the call to the number did not get through';
