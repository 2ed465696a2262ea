import type { AttemptId } from '@outdial/core';
import { callChannelId, campaignOfAttempt } from '../channel-ids.js';
import type { Switchboard } from '../switchboard.js';
import { isMissing } from '../transport/ari-request-error.js';

/**
 * Looks whether calls are still there. One whose channel is gone ends as lost; one without an answer from
 * Asterisk is left as it is: the question will come again.
 */
export async function probe(board: Switchboard, attemptIds: readonly AttemptId[]): Promise<void> {
  await Promise.all(
    attemptIds.map(async (attemptId) => {
      const call = board.calls.get(attemptId);
      if (call?.confirmedAt === null) return; // not placed yet: its own timers watch it
      try {
        await board.ari.call('channels.get', { channelId: callChannelId(attemptId) });
      } catch (error) {
        if (isMissing(error)) lost(board, attemptId);
      }
    }),
  );
}

function lost(board: Switchboard, attemptId: AttemptId): void {
  const call = board.calls.get(attemptId);
  // a known call's own ending may be on its way by the socket: the audit ends it, with one more look
  if (call) call.missed = true;
  else
    board.tell({
      type: 'call.ended',
      at: board.now(),
      campaignId: campaignOfAttempt(attemptId),
      attemptId,
      cause: { q850: 0, by: 'lost' },
    });
}
