import type { ChannelDestroyed, Dial, StasisStart } from '../generated/models.js';
import type { Switchboard } from '../switchboard.js';
import { stamp, type Call } from './call.js';
import { detectionVerdict, sendToDetection } from './detection.js';
import { endCall, limitCall } from './ending.js';
import { hangupCauseOf } from './hangup-cause.js';

/** What Asterisk says of a call, as facts. Events may come twice or not at all. */

/** The far end rings (180) or sends early media (183): from now on the ring time counts. */
export function callRinging(board: Switchboard, call: Call): void {
  call.confirmedAt ??= board.now();
  if (call.stage !== 'dialing') return;
  call.stage = 'ringing';
  if (call.hangUp === null) limitCall(board, call, 'ring-timeout', call.ringTimeoutMs);
  board.tell({ type: 'call.ringing', ...stamp(call, board.now()) });
}

/** Dial events of a call's channel: the status says how far the far end is. */
export function dialProgress(board: Switchboard, call: Call, event: Dial): void {
  if (event.dialstatus === 'RINGING' || event.dialstatus === 'PROGRESS') callRinging(board, call);
}

/** The channel is in our application: answered, or back from the dialplan. */
export function callArrived(board: Switchboard, call: Call, event: Pick<StasisStart, 'args'>): void {
  const [why, ...words] = event.args;
  if (call.awayTimer) clearTimeout(call.awayTimer);
  call.awayTimer = null;
  const from = call.holder;
  const toDetection = why === 'answered' && from === 'nobody' && call.detectMachine && call.hangUp === null;
  // before any fact is told: orders come back from within the telling
  call.holder = toDetection ? 'detection' : 'us';
  if (call.stage !== 'answered') callAnswered(board, call);
  if (toDetection) {
    if (board.calls.get(call.attemptId) === call && call.hangUp === null) sendToDetection(board, call);
    return;
  }
  // its event was lost, and the called party has waited long enough
  if (why === undefined && from === 'nobody' && call.detectMachine)
    board.tell({
      type: 'call.detected',
      ...stamp(call, board.now()),
      verdict: 'unsure',
      detail: 'answered unheard',
    });
  if (why === 'amd' && from === 'detection')
    board.tell({ type: 'call.detected', ...stamp(call, board.now()), ...detectionVerdict(words) });
  if (why === 'beep' && from === 'greeting') board.tell({ type: 'call.beep', ...stamp(call, board.now()) });
  for (const order of call.deferred.splice(0)) order();
}

/** The far end picked up. */
export function callAnswered(board: Switchboard, call: Call): void {
  if (call.stage === 'answered') return;
  call.stage = 'answered';
  call.confirmedAt ??= board.now();
  if (call.timer) clearTimeout(call.timer);
  call.timer = null;
  board.tell({ type: 'call.answered', ...stamp(call, board.now()) });
}

/** A key press. A second subscription delivers a copy of the same instant. */
export function keyPressed(
  board: Switchboard,
  call: Call,
  event: { readonly digit: string; readonly timestamp: string },
): void {
  const seen = `${event.timestamp} ${event.digit}`;
  if (call.lastDigit === seen) return;
  call.lastDigit = seen;
  board.tell({ type: 'call.digit', ...stamp(call, board.now()), digit: event.digit });
}

/** The channel is gone. */
export function callDestroyed(board: Switchboard, call: Call, event: ChannelDestroyed): void {
  endCall(board, call, hangupCauseOf(call, { q850: event.cause, techCause: event.tech_cause }));
}

/** Carries an order out when the channel is ours, at once or when the dialplan gives it back. */
export function whenHeld(call: Call, order: () => void): void {
  if (call.holder === 'detection' || call.holder === 'greeting') call.deferred.push(order);
  else order();
}
