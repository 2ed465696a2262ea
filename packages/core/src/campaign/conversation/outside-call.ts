/**
 * The call to the third party of a conversation: opened in the journal like any call, dialed beside the
 * customer's, and hung up when the conversation no longer needs it.
 */
import type { AttemptId } from '../call/attempt.js';
import { untouchedCall, type Call } from '../call/call.js';
import { addCall, linesInUse } from '../call/calls.js';
import { send, setTimer, type Context } from '../context.js';
import { closeAttempt } from '../ending/closing.js';
import { orderHangUp } from '../ending/hang-up.js';
import { strangerLead } from '../inbound/inbound-call.js';
import { orderDial } from '../placing/order-dial.js';
import type { SoughtNumber } from './conversation.js';
import { note } from './moving.js';
import type { OutsideCall } from './outside-party.js';
import { outsideSettings } from './settings.js';

/** An opening that the journal has not answered after this long counts as failed. */
const OPEN_MOST_MS = 30_000;
/** Asks the journal, and with it the law, for a call to the number. */
export function beginOutsideCall(context: Context, customer: Call, number: SoughtNumber): void {
  const { state } = context;
  const { campaignId, callerNumber } = state.settings;
  const attemptId = `${campaignId}-${state.epoch}-${state.nextAttempt}`;
  const { phone, name } = number;
  const lead = strangerLead({ phone, personId: '' });
  const { attemptId: customerId } = customer;
  state.nextAttempt += 1;
  number.attemptId = attemptId;
  addCall(context, {
    attemptId,
    lead,
    phone,
    mode: 'third-party',
    outside: { customerId, name, isDropped: false },
    countsForPacer: false,
    openedAt: context.now,
    stage: 'opening',
    agentId: null,
    abandoned: false,
    ...untouchedCall(),
  });
  setTimer(context, { kind: 'expiry', attemptId }, context.now + OPEN_MOST_MS);
  noteOutside(context, customerId, { thirdId: attemptId, name, what: 'asked' });
  const thirdParty = { customerId, isNamed: name !== null };
  send(context, {
    port: 'journal',
    method: 'open',
    command: {
      campaignId,
      attemptId,
      lead,
      phone,
      callerNumber,
      mode: 'manual',
      humanInitiated: true,
      voices: ['live'],
      thirdParty,
      at: context.now,
    },
  });
}

/**
 * The journal has the attempt and the law allows it: the number is dialed, unless nobody wants it now, or
 * another call took the last line since it was ordered.
 */
export function dialOutside(context: Context, call: Call, { customerId, isDropped }: OutsideCall): boolean {
  const { settings, run, telephonyUp } = context.state;
  const isLate = context.now - call.openedAt > settings.dialCommandLifeMs;
  const isOver = linesInUse(context.state) > settings.lines;
  if (isDropped || run === 'halted' || run === 'stopped' || !telephonyUp || isLate || isOver) {
    call.cause = { q850: 0, by: 'refused', text: 'not dialed' };
    closeAttempt(context, call, 'cancelled');
    return false;
  }
  const { graceMs: ringTimeoutMs } = outsideSettings(settings);
  orderDial(context, call, { ringTimeoutMs, beside: customerId });
  return true;
}

/** Nobody wants the third party any more: their call is hung up, or never dialed. */
export function dropOutsideCall(context: Context, attemptId: AttemptId | null | undefined): void {
  const call = attemptId == null ? undefined : context.state.calls.get(attemptId);
  if (!call?.outside) return;
  if (call.stage === 'opening') call.outside.isDropped = true;
  else if (call.stage !== 'ending') orderHangUp(context, call);
}

/** Writes what became of a call to a third party to the audit trail of its customer's conversation. */
export function noteOutside(
  context: Context,
  customerId: AttemptId,
  detail: Readonly<{
    thirdId: AttemptId;
    name: string | null;
    what: 'asked' | 'answered' | 'given' | 'ended' | 'failed';
    reason?: string;
  }>,
): void {
  if (customerId !== '') note(context, customerId, 'conversation.outside', detail);
}
