import type { DialCommand } from '@outdial/core';
import { AriRequestError } from '../transport/ari-request-error.js';
import { describe } from '../error-text.js';
import { type Switchboard } from '../switchboard.js';
import type { Trunk } from '../trunks/trunk.js';
import { createCall, stamp, type Call } from './call.js';
import { endCall, hangUpCall, limitCall } from './ending.js';

const CALLER_NUMBER = /^\+?\d{3,15}$/;
/** Asterisk's own limit comes after ours: it only matters when the dialer is gone. */
const BACKSTOP_MS = 2_000;
/** Calls waiting for a trunk at once, before the adapter refuses more. */
const MOST_WAITING = 10_000;

/** Places a call, or says by `call.ended` why not. */
export function dial(board: Switchboard, command: DialCommand): void {
  const known = board.calls.get(command.attemptId);
  if (known) {
    board.report({
      level: 'warning',
      code: 'dialed-twice',
      message: 'a dial command for an attempt in progress was dropped',
      context: { campaignId: command.campaignId },
    });
    return;
  }
  const call = createCall({
    attemptId: command.attemptId,
    campaignId: command.campaignId,
    detectMachine: command.detectMachine,
    ringTimeoutMs: command.ringTimeout,
  });
  board.calls.add(call);
  if (board.now() >= command.expiresAt) {
    endCall(board, call, { q850: 0, by: 'expired' });
    return;
  }
  const refusal = refusalOf(board, command);
  if (refusal !== null) {
    endCall(board, call, { q850: 0, by: 'refused', text: refusal });
    return;
  }
  board.trunks.request(
    command,
    (trunk) => originate(board, call, command, trunk),
    () => endCall(board, call, { q850: 0, by: 'expired' }),
  );
}

function refusalOf(board: Switchboard, command: DialCommand): string | null {
  if (!board.isUp()) return 'the event socket to Asterisk is down';
  if (!CALLER_NUMBER.test(command.callerNumber)) return 'the call has no valid caller number';
  if (board.trunks.waiting >= MOST_WAITING) return 'too many calls wait for a trunk';
  return board.trunks.refusal(command);
}

/** Sends the request. The call is known under its channel id before, so that no event can overtake it. */
function originate(board: Switchboard, call: Call, command: DialCommand, trunk: Trunk): void {
  call.trunk = trunk;
  if (!board.isUp()) {
    endCall(board, call, { q850: 0, by: 'refused', text: 'the event socket to Asterisk is down' });
    return;
  }
  call.stage = 'dialing';
  limitCall(board, call, 'setup-timeout', command.setupTimeout);
  board.tell({ type: 'call.dialing', ...stamp(call, board.now()) });
  if (board.calls.get(call.attemptId) !== call) return;
  board.run('place a call', async () => {
    try {
      await board.ari.call('channels.originate', {
        endpoint: trunk.dialString(command.phone),
        context: 'outdial-originate',
        extension: 's',
        priority: 1,
        channelId: call.channelId,
        callerId: trunk.written(command.callerNumber),
        timeout: Math.ceil((command.setupTimeout + command.ringTimeout + BACKSTOP_MS) / 1000),
        variables: {
          OUTDIAL_APP: board.settings.application,
          OUTDIAL_SAFE_HARBOUR: board.settings.safeHarbour,
          OUTDIAL_AMD: board.settings.machineDetection,
          'CHANNEL(hangup_handler_push)': 'outdial-hangup,s,1',
        },
      });
      call.confirmedAt = board.now();
    } catch (error) {
      originateFailed(board, call, error);
    }
  });
}

/** The request was refused, or nobody knows: then the channel may exist, and is made to end. */
function originateFailed(board: Switchboard, call: Call, error: unknown): void {
  const status = error instanceof AriRequestError ? error.status : null;
  board.report({
    level: 'warning',
    code: 'originate-failed',
    message: describe(error),
    context: { campaignId: call.campaignId },
  });
  if (status === 409) {
    call.confirmedAt = board.now(); // the id exists: the call is placed already
  } else if (status === null) {
    hangUpCall(board, call, 'lost');
  } else if (status >= 500) {
    // the trunk cannot be reached: Q.850 38, network out of order
    endCall(board, call, { q850: 38, by: 'far', text: 'the trunk cannot be reached' });
  } else {
    endCall(board, call, {
      q850: 0,
      by: 'refused',
      text: `Asterisk refused the request with status ${status}`,
    });
  }
}
