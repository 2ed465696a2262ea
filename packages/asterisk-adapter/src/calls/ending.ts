import type { HangupCause } from '@outdial/core';
import { isMissing } from '../transport/ari-request-error.js';
import type { Switchboard } from '../switchboard.js';
import { stamp, type Call } from './call.js';

/** Ends a call for good, once: slot, timers and bridge are given back, and `call.ended` is told. */
export function endCall(board: Switchboard, call: Call, cause: HangupCause): void {
  if (!board.calls.remove(call)) return;
  board.trunks.withdraw(call.attemptId);
  board.playbacks.forget(call.attemptId);
  board.recordings.forget(call.attemptId);
  if (call.agentId !== null) board.legs.callEnded(call.agentId, call);
  const { trunk } = call;
  call.trunk = null;
  board.tell({ type: 'call.ended', ...stamp(call, board.now()), cause });
  if (trunk) board.trunks.release(trunk);
}

/** How often a limit that ran out while the event socket was away is looked at again, ms. */
const WAIT_FOR_SOCKET_MS = 100;

/**
 * Sets the one limit a call has at a time: set-up, then ring time. When it runs out while the event socket is
 * away, the call may have been answered without our knowing, and be hearing the message: it is not cut off
 * until we know.
 */
export function limitCall(
  board: Switchboard,
  call: Call,
  by: 'setup-timeout' | 'ring-timeout',
  ms: number,
): void {
  if (call.timer) clearTimeout(call.timer);
  call.timer = setTimeout(() => {
    if (board.isUp()) hangUpCall(board, call, by);
    else limitCall(board, call, by, WAIT_FOR_SOCKET_MS);
  }, ms);
}

/** Hangs a call up and sees to it that the end comes, whatever request or event is lost. */
export function hangUpCall(board: Switchboard, call: Call, by: HangupCause['by']): void {
  if (board.calls.get(call.attemptId) !== call) return;
  if (call.timer) clearTimeout(call.timer);
  call.timer = null;
  if (call.stage === 'waiting') {
    endCall(board, call, { q850: 0, by });
    return;
  }
  call.hangUp ??= by;
  requestHangUp(board, call);
}

function requestHangUp(board: Switchboard, call: Call): void {
  if (call.hangUpCheck) clearTimeout(call.hangUpCheck);
  call.hangUpCheck = setTimeout(() => checkGone(board, call), board.settings.watch.hangUpCheckMs);
  // with the socket away the call may be hearing the message; the next look knows
  if (call.holder === 'message' || !board.isUp()) return;
  board.ari.call('channels.hangup', { channelId: call.channelId, reason: 'normal' }).catch(() => {
    /* gone already, or no answer: the check decides */
  });
}

/** ChannelDestroyed has not come: either the channel is gone and the event lost, or the hang-up was. */
function checkGone(board: Switchboard, call: Call): void {
  if (!board.isUp()) {
    requestHangUp(board, call);
    return;
  }
  board.run('look after a hang-up', async () => {
    try {
      await board.ari.call('channels.get', { channelId: call.channelId });
    } catch (error) {
      if (isMissing(error)) {
        endCall(board, call, { q850: 16, by: call.hangUp ?? 'lost' });
        return;
      }
    }
    if (board.calls.get(call.attemptId) === call) requestHangUp(board, call);
  });
}
