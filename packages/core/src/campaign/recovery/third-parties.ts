/**
 * After a restart: the calls to third parties. One that is alone with the customer is left on with them;
 * every other one is ended, because the agent is with the customer again, or nobody knows whom it was for.
 *
 * Telephony reports the two calls in any order. The talk goes on once both are known.
 */
import type { AttemptId } from '../call/attempt.js';
import type { Call } from '../call/call.js';
import { moveTo } from '../call/calls.js';
import type { Context } from '../context.js';
import { restate } from '../conversation/arranging.js';
import { thirdCallOf } from '../conversation/conversation.js';
import { dropOutsideCall } from '../conversation/outside-call.js';
import { thirdGone } from '../conversation/outside-facts.js';
import type { OutsideCall } from '../conversation/outside-party.js';
import { beConnected, resumeOutside } from '../conversation/resuming.js';
import { outsideSettings } from '../conversation/settings.js';
import { closeAttempt } from '../ending/closing.js';
import { orderHangUp } from '../ending/hang-up.js';
import type { CallFact } from '../facts.js';

/** Whose conversation a third party was in is not known after a restart, until telephony says it. */
export const ORPHAN: OutsideCall = { customerId: '', name: null, isDropped: false };

/** The fate of a call to a third party is known. */
export function thirdReconciled(
  context: Context,
  call: Call,
  { fate, partnerId }: Extract<CallFact, { type: 'call.reconciled' }>,
): void {
  const { outside } = call;
  if (fate === 'gone') return thirdUnseen(context, call, outside ?? ORPHAN);
  if (fate !== 'connected' || partnerId === undefined) return orderHangUp(context, call);
  const { calls, unreconciled } = context.state;
  const customer = calls.get(partnerId);
  const isExpected = thirdCallOf(customer?.conversation?.third) === call.attemptId;
  if (!isExpected && !unreconciled.has(partnerId)) return orderHangUp(context, call);
  moveTo(context, call, 'joined');
  call.answeredAt ??= call.openedAt;
  call.outside = belongingTo(context, call, partnerId);
  if (customer?.conversation) restate(context, customer, customer.conversation);
}

/** How a call to a third party ended is not known. It counts as a call. */
export function thirdUnseen(context: Context, call: Call, outside: OutsideCall): void {
  call.cause = { q850: 0, by: 'lost' };
  closeAttempt(context, call, 'unknown');
  thirdGone(context, call, outside, 'the third party hung up');
}

/** The customer is found alone with a third party. Returns false where that call is not known. */
export function adoptOutside(context: Context, call: Call, thirdId: AttemptId): boolean {
  const { calls, unreconciled } = context.state;
  const third = calls.get(thirdId) ?? unreconciled.get(thirdId);
  if (third?.outside === undefined || (third.stage !== 'joined' && third.stage !== 'adopting')) return false;
  third.outside = belongingTo(context, third, call.attemptId);
  beConnected(context, call);
  resumeOutside(context, call, third);
  if (third.stage === 'joined' && call.conversation) restate(context, call, call.conversation);
  return true;
}

/** The customer's fate is known: third parties who were to be left with them, and are not, are hung up. */
export function thirdsOf(context: Context, { attemptId, conversation }: Call): void {
  for (const third of context.state.calls.values())
    if (third.outside?.customerId === attemptId && thirdCallOf(conversation?.third) !== third.attemptId)
      dropOutsideCall(context, third.attemptId);
}

function belongingTo({ state }: Context, { phone }: Call, customerId: AttemptId): OutsideCall {
  const { directory } = outsideSettings(state.settings);
  const name = directory.find((entry) => entry.phone === phone)?.name ?? null;
  return { customerId, name, isDropped: false };
}
