import { agentOfChannel, attemptOfChannel } from '../channel-ids.js';
import { callArrived, callDestroyed, callRinging, dialProgress, keyPressed } from '../calls/progress.js';
import { HANGUP_VARIABLE } from '../calls/hangup-cause.js';
import type { AriEvent, Channel, StasisStart } from '../generated/models.js';
import type { Strays } from '../sync/strays.js';
import type { Switchboard } from '../switchboard.js';

/**
 * The only events the adapter reads: Asterisk is asked to send no others. An answered call makes about 13
 * otherwise.
 */
export const EVENT_FILTER: Readonly<Record<string, unknown>> = {
  allowed: [
    ...[
      'StasisStart',
      'Dial',
      'ChannelStateChange',
      'ChannelDestroyed',
      'ChannelDtmfReceived',
      'PlaybackFinished',
      'RecordingFinished',
      'RecordingFailed',
      'ApplicationReplaced',
    ].map((type) => ({ type })),
    { type: 'ChannelVarset', variable: HANGUP_VARIABLE },
  ],
};

/**
 * Leads one event to the call, leg, playback or recording it is about. Events of kinds or channels not known
 * are passed over.
 */
export function routeEvent(board: Switchboard, strays: Strays, event: AriEvent): void {
  switch (event.type) {
    case 'PlaybackFinished':
      board.playbacks.finished(event);
      return;
    case 'RecordingFinished':
      board.recordings.ended(event.recording);
      return;
    case 'RecordingFailed':
      board.recordings.ended(event.recording, 0);
      return;
    case 'Dial':
      routeCallEvent(board, event.peer, (call) => dialProgress(board, call, event));
      return;
    case 'StasisStart':
      arrived(board, strays, event);
      return;
    case 'ChannelStateChange':
      routeCallEvent(board, event.channel, (call) => {
        if (event.channel.state === 'Ringing') callRinging(board, call);
      });
      return;
    case 'ChannelDtmfReceived':
      routeCallEvent(board, event.channel, (call) => keyPressed(board, call, event));
      return;
    case 'ChannelVarset':
      if (event.variable === HANGUP_VARIABLE)
        routeCallEvent(board, event.channel, (call) => {
          call.hangupText = event.value;
        });
      return;
    case 'ChannelDestroyed':
      routeCallEvent(board, event.channel, (call) => callDestroyed(board, call, event));
      legOf(board, event.channel, (leg) => board.legs.destroyed(leg, event.cause));
      return;
    default:
  }
}

function routeCallEvent(
  board: Switchboard,
  channel: Channel | undefined,
  handle: (call: NonNullable<ReturnType<Switchboard['calls']['get']>>) => void,
): void {
  const call = channel === undefined ? undefined : board.calls.ofChannel(channel.id);
  if (call) handle(call);
}

function legOf(
  board: Switchboard,
  channel: Channel,
  handle: (leg: NonNullable<ReturnType<Switchboard['legs']['get']>>) => void,
): void {
  const leg = board.legs.ofChannel(channel.id);
  if (leg) handle(leg);
}

function arrived(board: Switchboard, strays: Strays, event: StasisStart): void {
  if (board.marks.answered(event)) return;
  const { id } = event.channel;
  const call = board.calls.ofChannel(id);
  const leg = board.legs.ofChannel(id);
  if (call) callArrived(board, call, event);
  else if (leg) board.legs.arrived(leg);
  else if (attemptOfChannel(id) !== null) strays.answered(id);
  else if (agentOfChannel(id) !== null)
    board.ari.call('channels.hangup', { channelId: id, reason: 'normal' }).catch(() => {
      /* the stray watch ends it */
    });
}
