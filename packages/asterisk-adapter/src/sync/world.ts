import type { AttemptId } from '@outdial/core';
import { agentOfChannel, attemptOfBridge, attemptOfChannel } from '../channel-ids.js';
import type { Bridge, Channel } from '../generated/models.js';
import type { AriTransport } from '../transport/transport.js';

/** What exists on the Asterisk server at one instant. */
export interface World {
  readonly channels: ReadonlyMap<string, Channel>;
  /** Channels in the bridge of each attempt. */
  readonly bridges: ReadonlyMap<AttemptId, Bridge>;
}

/** Reads the lists of channels and bridges. */
export async function readWorld(ari: AriTransport): Promise<World> {
  // channels first: a bridge seen then never misses a channel that was there
  const channels = await ari.call('channels.list', {});
  const bridges = await ari.call('bridges.list', {});
  return {
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    bridges: new Map(
      bridges.flatMap((bridge) => {
        const attemptId = attemptOfBridge(bridge.id);
        return attemptId === null ? [] : [[attemptId, bridge] as const];
      }),
    ),
  };
}

/** The agent's leg that an attempt's bridge holds together with its call; null when they are not joined. */
export function partnerOf(
  world: World,
  attemptId: AttemptId,
): { readonly agentId: string; readonly channelId: string } | null {
  const bridge = world.bridges.get(attemptId);
  if (!bridge?.channels.some((id) => attemptOfChannel(id) === attemptId)) return null;
  for (const channelId of bridge.channels) {
    const agentId = agentOfChannel(channelId);
    if (agentId !== null) return { agentId, channelId };
  }
  return null;
}

/** Where an answered channel is, by the dialplan context it runs in. */
export function contextOf(channel: Channel): 'message' | 'detection' | 'greeting' | 'other' {
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
