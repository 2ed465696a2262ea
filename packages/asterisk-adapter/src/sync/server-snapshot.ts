/** What exists on Asterisk at one instant, and how our calls and legs are read from it. */
import type { AttemptId } from '@outdial/core';
import {
  agentOfChannel,
  attemptOfBridge,
  attemptOfChannel,
  bridgeIdOf,
  callChannelId,
  sideBridgeIdOf,
} from '../channel-ids.js';
import type { Bridge, Channel } from '../generated/models.js';
import { isInbound } from '../inbound/inbound-channel.js';
import type { AriRequests } from '../roles.js';

/** Channels and bridges of one Asterisk server. */
export interface ServerSnapshot {
  /** Every channel by its id, other dialers' included. */
  readonly channels: ReadonlyMap<string, Channel>;
  /** Every bridge by its id. */
  readonly bridges: ReadonlyMap<string, Bridge>;
}

/** Where an answered channel is. */
export type ChannelPlace = 'message' | 'detection' | 'greeting' | 'other';

/** Asks Asterisk for its channels and bridges. */
export async function readSnapshot(ari: AriRequests): Promise<ServerSnapshot> {
  // Channels first: every bridge seen afterwards holds only channels that were there.
  const channels = await ari.call('channels.list', {});
  const bridges = await ari.call('bridges.list', {});
  return {
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    bridges: new Map(bridges.map((bridge) => [bridge.id, bridge])),
  };
}

/** The bridge that a channel is in. */
export function bridgeOfChannel(snapshot: ServerSnapshot, channelId: string): string | null {
  for (const { id, channels } of snapshot.bridges.values()) if (channels.includes(channelId)) return id;
  return null;
}

/** The attempt in one of whose rooms a channel is; null when it is in none. */
export function attemptAround(snapshot: ServerSnapshot, channelId: string): AttemptId | null {
  const bridgeId = bridgeOfChannel(snapshot, channelId);
  return bridgeId === null ? null : attemptOfBridge(bridgeId);
}

/** Who is in the conversation of a call. */
export interface Partners {
  /** Agents in the room of the call, then those in the side room, whose customer hears music. */
  readonly agentIds: readonly string[];
  /** Another call in the room. Null: there is none. */
  readonly callId: AttemptId | null;
}

/** Everybody in the conversation of a call, as the rooms on Asterisk show it. */
export function partnersOf(
  snapshot: ServerSnapshot,
  attemptId: AttemptId,
  channelId: string = callChannelId(attemptId),
): Partners {
  const room = snapshot.bridges.get(bridgeOfChannel(snapshot, channelId) ?? '');
  const around = room === undefined ? null : attemptOfBridge(room.id);
  const inRoom = around === null ? [] : (room?.channels ?? []);
  const aside = snapshot.bridges.get(sideBridgeIdOf(attemptId))?.channels ?? [];
  const agentIds = [...inRoom, ...aside].flatMap((id) => agentOfChannel(id) ?? []);
  const calls = inRoom
    .filter((id) => id !== channelId)
    .flatMap((id) => attemptOfChannel(id) ?? (isCaller(snapshot, id) ? (around ?? []) : []));
  return { agentIds: [...new Set(agentIds)], callId: calls[0] ?? null };
}

/** Whether a channel is of somebody who called in. */
function isCaller(snapshot: ServerSnapshot, channelId: string): boolean {
  const channel = snapshot.channels.get(channelId);
  return channel !== undefined && isInbound(channel);
}

/** Whether a call's channel, dialed or come in, is in its main room, or its dialed channel is anywhere. */
export function hasCall(snapshot: ServerSnapshot, attemptId: AttemptId): boolean {
  if (snapshot.channels.has(callChannelId(attemptId))) return true;
  const { channels = [] } = snapshot.bridges.get(bridgeIdOf(attemptId)) ?? {};
  return channels.some((id) => isCaller(snapshot, id));
}

/**
 * When an answered channel came to our application, epoch ms by Asterisk's clock, as the dialplan wrote it
 * (whole seconds); null where it did not.
 */
export function answeredAtOf({ dialplan }: Channel): number | null {
  const seconds = /,answered,(\d{9,11})$/.exec(dialplan.app_data)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

/** Where an answered channel is, by the dialplan context it runs in. */
export function placeOf(channel: Channel): ChannelPlace {
  switch (channel.dialplan.context) {
    case 'outdial-abandoned':
      return 'message';
    case 'outdial-amd':
      return channel.dialplan.app_name === 'Stasis' ? 'other' : 'detection';
    case 'outdial-beep':
      return channel.dialplan.app_name === 'Stasis' ? 'other' : 'greeting';
    default:
      return 'other';
  }
}
