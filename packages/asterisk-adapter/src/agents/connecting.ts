import { stamp, isUsable, type Call } from '../calls/call.js';
import { whenHeld } from '../calls/progress.js';
import { describe } from '../error-text.js';
import { type Switchboard } from '../switchboard.js';
import { stopHold } from './hold.js';
import type { Leg } from './leg.js';

/**
 * Bridges an answered call with an agent's leg. Answers `call.connected`, or `call.connect-failed` with the
 * reason.
 */
export function connect(board: Switchboard, call: Call, agentId: string): void {
  whenHeld(call, () => {
    const leg = board.legs.get(agentId);
    const refusal = whyNot(call, leg);
    if (refusal !== null || leg === undefined) {
      failed(board, call, agentId, refusal ?? 'the agent has no leg');
      return;
    }
    leg.stage = 'busy';
    leg.call = call;
    call.agentId = agentId;
    board.playbacks.stopAll(call);
    board.recordings.stopAll(call);
    board.legs.inTurn(leg, 'bridge a call', () => bridge(board, call, leg));
  });
}

function whyNot(call: Call, leg: Leg | undefined): string | null {
  if (!isUsable(call)) return 'the call is not up';
  if (call.agentId !== null) return 'the call has an agent';
  if (leg === undefined) return 'the agent has no leg';
  if (leg.stage !== 'up' || leg.ending) return "the agent's leg is not free";
  return null;
}

/**
 * The bridge is made while the agent's hold ends; the beep is sent without waiting for its end, because
 * Asterisk carries orders to one channel out in turn: the leg joins when the beep has been heard.
 */
async function bridge(board: Switchboard, call: Call, leg: Leg): Promise<void> {
  const { connectBeep } = board.settings.agents;
  try {
    await call.bridgeGone;
    await Promise.all([
      board.ari.call('bridges.create', { bridgeId: call.bridgeId, type: 'mixing,dtmf_events' }),
      stopHold(board, leg),
    ]);
    if (connectBeep !== null)
      await board.ari.call('channels.play', { channelId: leg.channelId, media: connectBeep });
    await board.ari.call('bridges.addChannel', {
      bridgeId: call.bridgeId,
      channel: [leg.channelId, call.channelId],
    });
  } catch (error) {
    if (board.calls.get(call.attemptId) === call) {
      if (leg.call === call) board.legs.callEnded(leg.agentId, call);
      call.agentId = null;
      failed(board, call, leg.agentId, describe(error));
    }
    return;
  }
  if (board.calls.get(call.attemptId) === call && leg.call === call)
    board.tell({ type: 'call.connected', ...stamp(call, board.now()), agentId: leg.agentId });
}

function failed(board: Switchboard, call: Call, agentId: string, reason: string): void {
  board.tell({ type: 'call.connect-failed', ...stamp(call, board.now()), agentId, reason });
}
