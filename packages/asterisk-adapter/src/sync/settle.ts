import { stamp, type Call } from '../calls/call.js';
import { endCall } from '../calls/ending.js';
import { callArrived, callRinging } from '../calls/progress.js';
import type { Channel } from '../generated/models.js';
import type { Switchboard } from '../switchboard.js';
import { contextOf, type World } from './world.js';

/**
 * Brings the calls and legs we know in line with what exists on Asterisk, after the event socket was away
 * (events are never replayed) and from time to time. `asOf`: instant before the lists were asked for; what
 * began later is not judged. `final`: one absence is enough, because no event about it can come any more;
 * otherwise it takes two.
 */
export async function settle(
  board: Switchboard,
  world: World,
  judgement: { readonly asOf: number; readonly final: boolean },
): Promise<void> {
  const gone: Call[] = [];
  for (const call of board.calls.all()) {
    if (call.confirmedAt === null || call.confirmedAt >= judgement.asOf) continue;
    const channel = world.channels.get(call.channelId);
    if (channel) {
      call.missed = false;
      catchUp(board, call, channel, judgement.final);
    } else if (judgement.final || call.missed) gone.push(call);
    else call.missed = true;
  }
  settleLegs(board, world, judgement.final);
  await endGone(board, gone);
}

/** A living channel may be further than its call. */
function catchUp(board: Switchboard, call: Call, channel: Channel, final: boolean): void {
  if (channel.state === 'Ringing') callRinging(board, call);
  if (channel.state !== 'Up' || call.stage === 'answered') return;
  if (contextOf(channel) === 'message') {
    tellAbandoned(board, call);
    return;
  }
  // in our application: the event that said so was lost, or it is on its way, when this is the first time
  if (channel.dialplan.app_name !== 'Stasis') return;
  if (final || call.ahead) callArrived(board, call, { args: [] });
  else call.ahead = true;
}

/**
 * The dialplan gives the called party the message, because nobody was there when they answered. It ends the
 * call itself.
 */
export function tellAbandoned(board: Switchboard, call: Call): void {
  if (call.holder === 'message') return;
  call.holder = 'message';
  call.stage = 'answered';
  call.hangUp ??= 'us';
  if (call.timer) clearTimeout(call.timer);
  call.timer = null;
  board.tell({ type: 'call.reconciled', ...stamp(call, board.now()), fate: 'abandoned' });
}

/**
 * Channels that are no more: a call that was not answered when we last heard may have been abandoned to the
 * message meanwhile.
 */
async function endGone(board: Switchboard, gone: readonly Call[]): Promise<void> {
  const unsure = gone.filter((call) => call.stage !== 'answered').map((call) => call.attemptId);
  const marked = await board.marks.read(unsure).catch(() => new Set<string>());
  for (const call of gone) {
    if (board.calls.get(call.attemptId) !== call) continue;
    if (marked.has(call.attemptId)) tellAbandoned(board, call);
    endCall(board, call, { q850: 0, by: call.hangUp ?? 'lost' });
  }
}

function settleLegs(board: Switchboard, world: World, final: boolean): void {
  for (const leg of board.legs.all()) {
    const channel = world.channels.get(leg.channelId);
    if (channel) {
      leg.missed = false;
      if (leg.stage !== 'ringing' || channel.state !== 'Up') continue;
      if (final || leg.ahead) board.legs.arrived(leg);
      else leg.ahead = true;
    } else if (final || leg.missed) board.legs.lost(leg);
    else leg.missed = true;
  }
}
