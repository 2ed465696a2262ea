import type { AttemptId, CallFact, Telephony } from '@outdial/core';
import { attemptOfChannel, callChannelId, campaignOfAttempt } from '../channel-ids.js';
import { createCall, stamp, type Call } from '../calls/call.js';
import { limitCall } from '../calls/ending.js';
import type { Channel } from '../generated/models.js';
import type { Switchboard } from '../switchboard.js';
import type { Strays } from './strays.js';
import { contextOf, partnerOf, readWorld, type World } from './world.js';

type ReconcileCommand = Parameters<Telephony['reconcile']>[0];
type Fate = Extract<CallFact, { type: 'call.reconciled' }>['fate'];

/** Ring time allowed to a call found ringing after a restart, ms: how long it has rung is not known. */
const ADOPTED_RING_MS = 15_000;

/**
 * Says of each open attempt what became of it, adopts the living ones, and gives up channels of the campaign
 * that match none.
 */
export async function reconcile(
  board: Switchboard,
  strays: Strays,
  command: ReconcileCommand,
): Promise<void> {
  const world = await readWorld(board.ari);
  const absent = command.attemptIds.filter(
    (attemptId) => !world.channels.has(callChannelId(attemptId)) && !board.calls.get(attemptId),
  );
  const marked = await board.marks.read(absent);
  for (const attemptId of command.attemptIds) {
    const channel = world.channels.get(callChannelId(attemptId));
    if (channel) adopt(board, world, channel, { attemptId, campaignId: command.campaignId });
    else if (!board.calls.get(attemptId))
      board.tell({
        type: 'call.reconciled',
        at: board.now(),
        campaignId: command.campaignId,
        attemptId,
        fate: marked.has(attemptId) ? 'abandoned' : 'gone',
      });
  }
  await giveUpOthers(board, strays, world, command);
}

/** A living channel becomes a call of this process again. */
function adopt(
  board: Switchboard,
  world: World,
  channel: Channel,
  whose: { readonly attemptId: AttemptId; readonly campaignId: string },
): void {
  const known = board.calls.get(whose.attemptId);
  if (known) return;
  const call = createCall({ ...whose, ringTimeoutMs: ADOPTED_RING_MS });
  call.confirmedAt = board.now();
  board.calls.add(call);
  adoptTrunk(board, call, channel);
  if (channel.state !== 'Up') {
    call.stage = 'ringing';
    limitCall(board, call, 'ring-timeout', ADOPTED_RING_MS);
    tellFate(board, call, 'ringing');
    return;
  }
  call.stage = 'answered';
  const where = contextOf(channel);
  if (where === 'message') {
    call.holder = 'message';
    call.hangUp = 'us';
    tellFate(board, call, 'abandoned');
    return;
  }
  call.holder = where === 'other' ? 'us' : where;
  const partner = partnerOf(world, whose.attemptId);
  if (partner === null) {
    tellFate(board, call, 'answered');
    return;
  }
  call.agentId = partner.agentId;
  const leg = board.legs.get(partner.agentId) ?? board.legs.adopt(partner.channelId, call);
  if (leg?.channelId === partner.channelId) {
    leg.call = call;
    leg.stage = 'busy';
  }
  tellFate(board, call, 'connected', partner.agentId);
}

function tellFate(board: Switchboard, call: Call, fate: Fate, agentId?: string): void {
  board.tell({
    type: 'call.reconciled',
    ...stamp(call, board.now()),
    fate,
    ...(agentId === undefined ? {} : { agentId }),
  });
}

/** The adopted call takes its slot on the trunk whose endpoint its channel is named after. */
function adoptTrunk(board: Switchboard, call: Call, channel: Channel): void {
  const trunk = board.trunks.trunks.find((each) =>
    channel.name.startsWith(`${each.eventSource.slice('endpoint:'.length)}-`),
  );
  if (!trunk) return;
  trunk.adopt();
  call.trunk = trunk;
}

async function giveUpOthers(
  board: Switchboard,
  strays: Strays,
  world: World,
  command: ReconcileCommand,
): Promise<void> {
  const open = new Set(command.attemptIds);
  for (const channel of world.channels.values()) {
    const attemptId = attemptOfChannel(channel.id);
    if (
      attemptId === null ||
      open.has(attemptId) ||
      campaignOfAttempt(attemptId) !== command.campaignId ||
      board.calls.get(attemptId)
    )
      continue;
    if (contextOf(channel) === 'message' || !(await strays.isOurs(channel.id))) continue;
    if (channel.state === 'Up') strays.giveMessage(channel.id);
    else
      await board.ari.call('channels.hangup', { channelId: channel.id, reason: 'normal' }).catch(() => {
        /* gone already */
      });
  }
}
