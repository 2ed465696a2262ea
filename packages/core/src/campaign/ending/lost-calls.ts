/**
 * Calls without any news: telephony is asked about them, they are hung up, and in the end they count as gone.
 */
import type { Call } from '../call/call.js';
import { isUnanswered } from '../call/stages.js';
import { type Context, send, setTimer } from '../context.js';
import { sendClose } from './closing.js';
import { callEnded } from './ending.js';
import { HANG_UP_RETRY_MS, orderHangUp } from './hang-up.js';

/**
 * Hangs up a call without news for longer than it can last. When the hang-up is not confirmed either, the
 * line is freed.
 */
export function callExpired(context: Context, call: Call): void {
  if (call.stage === 'closing') {
    sendClose(context, call);
    return;
  }
  if (call.hangUp && waitsForTelephony(context, call.hangUp.at)) {
    // Once telephony is back, it is ordered once more, and may answer.
    call.hangUp = { ...call.hangUp, tries: HANG_UP_TRIES - 1 };
    setTimer(context, { kind: 'expiry', attemptId: call.attemptId }, context.now + HANG_UP_RETRY_MS);
    return;
  }
  if (call.hangUp && call.hangUp.tries >= HANG_UP_TRIES) {
    callEnded(context, call, { q850: 0, by: 'lost' });
    return;
  }
  const silent =
    isUnanswered(call.stage) ||
    call.stage === 'detecting' ||
    call.stage === 'arriving' ||
    call.stage === 'ending';
  if (call.hangUp || silent) orderHangUp(context, call);
}

/**
 * While telephony is down nothing confirms an order, and who answers meanwhile hears the dialplan's message:
 * telephony will say so when it is back, and it counts as abandoned.
 */
function waitsForTelephony({ state, now }: Context, orderedAt: number): boolean {
  const { telephonyUp, telephonyGone } = state;
  return !telephonyUp && telephonyGone !== true && now - orderedAt < OUTAGE_MOST_MS;
}

/** A call that is to end waits for telephony no longer than this. */
const OUTAGE_MOST_MS = 120_000;

/** Orders to hang up before a call counts as gone without a confirmation. */
const HANG_UP_TRIES = 2;

/** How often telephony is asked about long calls, ms. The report of their end may have been lost. */
const PROBE_MS = 30_000;

/** Asks telephony about the calls that have been up for a while. */
export function probeLongCalls(context: Context): void {
  const { state } = context;
  if (!state.telephonyUp || context.now - state.probedAt < PROBE_MS) return;
  state.probedAt = context.now;
  const longCalls = [...state.calls.values()].filter(
    (call) =>
      (call.stage === 'connected' ||
        call.stage === 'in-flow' ||
        call.stage === 'queued' ||
        call.stage === 'joined') &&
      context.now - call.openedAt > PROBE_MS,
  );
  if (longCalls.length === 0) return;
  send(context, {
    port: 'telephony',
    method: 'probe',
    command: { attemptIds: longCalls.map(({ attemptId }) => attemptId), at: context.now },
  });
}
