import type { AttemptId } from '@outdial/core';
import { agentOfChannel, attemptOfChannel } from '../channel-ids.js';
import type { Channel } from '../generated/models.js';
import type { Switchboard } from '../switchboard.js';
import { contextOf, partnerOf, type World } from './world.js';

/**
 * Channels of this dialer that no call of this process stands for: left by a crash. Those that a campaign
 * asks for are adopted; of the others, answered ones hear the message and all are ended. Conversations with
 * an agent go on undisturbed.
 */
export class Strays {
  readonly #board: Switchboard;
  readonly #seenAt = new Map<string, number>();
  /** Channels of other dialers on the same Asterisk. */
  readonly #foreign = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(board: Switchboard) {
    this.#board = board;
  }

  /** True when the channel was placed by this dialer, in this life or an earlier one. */
  async isOurs(channelId: string): Promise<boolean> {
    if (this.#foreign.has(channelId)) return false;
    const application = await this.#board.ari
      .call('channels.getChannelVar', { channelId, variable: 'OUTDIAL_APP' })
      .then(
        ({ value }) => value,
        () => '',
      );
    if (application === this.#board.settings.application) return true;
    if (application !== '') this.#foreign.add(channelId);
    return false;
  }

  /**
   * An unknown called party has answered and is in our application: nobody may wait in silence for longer
   * than this.
   */
  answered(channelId: string): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#board.calls.ofChannel(channelId)) this.giveMessage(channelId);
    }, this.#board.settings.watch.strayAnsweredMs);
    this.#timers.add(timer);
  }

  /**
   * One look at what exists: ends what nobody asked for in time. Legs are adopted at the `first` look after
   * connecting, so that an agent who logs in again is not rung a second time; later only when seen twice,
   * because a leg may have ended since the list was made.
   */
  async look(world: World, first: boolean): Promise<void> {
    const now = this.#board.now();
    for (const id of [...this.#seenAt.keys(), ...this.#foreign]) {
      if (world.channels.has(id)) continue;
      this.#seenAt.delete(id);
      this.#foreign.delete(id);
    }
    for (const channel of world.channels.values()) {
      if (this.#isKnown(channel.id) || !(await this.isOurs(channel.id))) continue;
      if (agentOfChannel(channel.id) === null) this.#watch(world, channel, now);
      else if (first || this.#seenAt.has(channel.id)) this.#adoptLeg(world, channel);
      else this.#seenAt.set(channel.id, now);
    }
    this.#board.legs.dropUnclaimed();
    await this.#dropEmptyBridges(world);
  }

  /** Hands a channel to the dialplan's message, which leaves the mark, too. */
  giveMessage(channelId: string): void {
    this.#board.report({
      level: 'warning',
      code: 'stray-answered',
      message: 'an answered call that nobody asked for hears the message',
    });
    this.#board.ari
      .call('channels.continueInDialplan', {
        channelId,
        context: 'outdial-abandoned',
        extension: 's',
        priority: 1,
      })
      .catch(() => {
        /* it is gone, or in the dialplan already */
      });
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #isKnown(channelId: string): boolean {
    if (attemptOfChannel(channelId) !== null) return this.#board.calls.ofChannel(channelId) !== undefined;
    return agentOfChannel(channelId) === null || this.#board.legs.ofChannel(channelId) !== undefined;
  }

  #adoptLeg(world: World, channel: Channel): void {
    const pair = [...world.bridges.keys()].find(
      (attemptId) => partnerOf(world, attemptId)?.channelId === channel.id,
    );
    const call = pair === undefined ? null : (this.#board.calls.get(pair) ?? null);
    if (pair !== undefined && call === null) return; // they talk: the call's campaign, or its end, decides
    if (this.#board.legs.adopt(channel.id, call) === null)
      this.#board.ari.call('channels.hangup', { channelId: channel.id }).catch(() => {
        /* next look */
      });
  }

  #watch(world: World, channel: Channel, now: number): void {
    const attemptId = attemptOfChannel(channel.id) as AttemptId;
    if (partnerOf(world, attemptId) !== null || contextOf(channel) === 'message') return;
    const since = this.#seenAt.get(channel.id);
    if (since === undefined) this.#seenAt.set(channel.id, now);
    else if (now - since >= this.#board.settings.watch.strayMs) this.#giveUp(channel);
  }

  #giveUp(channel: Channel): void {
    if (channel.state === 'Up' && channel.dialplan.app_name === 'Stasis') this.giveMessage(channel.id);
    else if (channel.state !== 'Up')
      this.#board.ari.call('channels.hangup', { channelId: channel.id, reason: 'normal' }).catch(() => {
        /* next look */
      });
  }

  /** Bridges of ours that hold nobody, of calls that are over. */
  async #dropEmptyBridges(world: World): Promise<void> {
    for (const [attemptId, bridge] of world.bridges) {
      if (bridge.channels.length === 0 && !this.#board.calls.get(attemptId))
        await this.#board.ari.call('bridges.destroy', { bridgeId: bridge.id }).catch(() => {
          /* gone already */
        });
    }
  }
}
