/**
 * Channels of this dialer that no call of this process stands for: a crash left them. Campaigns adopt those
 * they ask for; of the others, answered ones hear the message and all are ended. Conversations with an agent
 * go on.
 */
import type { AgentLegs } from '../agents/agent-legs.js';
import type { CallTable } from '../calls/call-table.js';
import { agentOfChannel, attemptOfBridge, attemptOfChannel } from '../channel-ids.js';
import type { Adoption } from '../conversations/adoption.js';
import { supervisorOfSnoop } from '../conversations/watches.js';
import type { Channel } from '../generated/models.js';
import type { Settings } from '../options.js';
import type { AriRequests, FactOutlet, NoticeOutlet } from '../roles.js';
import type { InboundCalls } from '../inbound/inbound-calls.js';
import { isInbound } from '../inbound/inbound-channel.js';
import { channelVariable } from './channel-variable.js';
import { attemptAround, hasCall, partnersOf, placeOf, type ServerSnapshot } from './server-snapshot.js';

/** What the watch over strays needs. */
export interface StrayChannelsParts {
  readonly settings: Pick<Settings, 'application' | 'watch'>;
  readonly ari: AriRequests;
  readonly facts: Pick<FactOutlet, 'now'>;
  readonly notices: NoticeOutlet;
  readonly calls: Pick<CallTable, 'get' | 'ofChannel'>;
  readonly legs: Pick<AgentLegs, 'ofChannel' | 'dropUnclaimed'>;
  readonly adoption: Pick<Adoption, 'leg'>;
  readonly inbound: Pick<InboundCalls, 'arrived' | 'isPending' | 'settle'>;
}

/** The watch over strays. */
export class StrayChannels {
  readonly #parts: StrayChannelsParts;
  readonly #seenAt = new Map<string, number>();
  /** Channels of other dialers on the same Asterisk. */
  readonly #foreign = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(parts: StrayChannelsParts) {
    this.#parts = parts;
  }

  /**
   * True when this dialer placed the channel, in this process or an earlier one. Rejects when Asterisk does
   * not answer.
   */
  async isOurs(channelId: string): Promise<boolean> {
    const { ari, settings } = this.#parts;
    if (this.#foreign.has(channelId)) return false;
    const application = await channelVariable(ari, channelId, 'OUTDIAL_APP');
    if (application === settings.application) return true;
    if (application !== '') this.#foreign.add(channelId);
    return false;
  }

  /**
   * An unknown called party has answered and is in our application: they wait in silence no longer than this.
   */
  answered(channelId: string): void {
    const { calls, settings } = this.#parts;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!calls.ofChannel(channelId)) this.giveMessage(channelId);
    }, settings.watch.strayAnsweredMs);
    this.#timers.add(timer);
  }

  /**
   * One look at what exists: ends what nobody asked for in time. Legs are adopted at the `first` look after
   * connecting, so that an agent who logs in again is not rung a second time; later only when seen twice,
   * because a leg may have ended since the list was made.
   */
  async look(snapshot: ServerSnapshot, first: boolean): Promise<void> {
    const now = this.#parts.facts.now();
    for (const id of [...this.#seenAt.keys(), ...this.#foreign]) {
      if (snapshot.channels.has(id)) continue;
      this.#seenAt.delete(id);
      this.#foreign.delete(id);
    }
    this.#parts.inbound.settle(snapshot.channels);
    for (const channel of snapshot.channels.values()) {
      if (isInbound(channel)) await this.#lookAtInbound(channel, now);
      if (this.#isKnown(channel.id) || !(await this.isOurs(channel.id))) continue;
      if (agentOfChannel(channel.id) === null) this.#watch(snapshot, channel, now);
      else if (first || this.#seenAt.has(channel.id)) this.#adoptLeg(snapshot, channel);
      else this.#seenAt.set(channel.id, now);
    }
    this.#endStraySnoops(snapshot, now);
    this.#parts.legs.dropUnclaimed();
    await this.#dropEmptyBridges(snapshot);
  }

  /** Sends a channel to the dialplan's message, which also leaves the mark. */
  giveMessage(channelId: string): void {
    const { ari, notices } = this.#parts;
    notices.report('stray-answered', 'an answered call that no campaign knows hears the message');
    ari
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

  /** Ends the watch. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /**
   * A call that came in while nobody looked rings still: it is reported. One that an earlier process answered
   * is adopted by its campaign, or ends.
   */
  async #lookAtInbound(channel: Channel, now: number): Promise<void> {
    const { calls, inbound, settings } = this.#parts;
    const { id, state } = channel;
    if (calls.ofChannel(id) || inbound.isPending(id) || !(await this.isOurs(id))) return;
    if (state !== 'Up') {
      inbound.arrived(channel);
      return;
    }
    const since = this.#seenAt.get(id);
    if (since === undefined) this.#seenAt.set(id, now);
    else if (now - since >= settings.watch.strayMs) this.giveUpInbound(id);
  }

  /** A caller whom no campaign knows hears that nobody can take the call. */
  giveUpInbound(channelId: string): void {
    const { ari, notices } = this.#parts;
    notices.report('stray-answered', 'a caller whom no campaign knows hears that nobody is there');
    const context = 'outdial-inbound';
    ari
      .call('channels.continueInDialplan', { channelId, context, extension: 'lost', priority: 1 })
      .catch(() => {
        /* it is gone */
      });
  }

  #isKnown(channelId: string): boolean {
    const { calls, legs } = this.#parts;
    if (attemptOfChannel(channelId) !== null) return calls.ofChannel(channelId) !== undefined;
    return agentOfChannel(channelId) === null || legs.ofChannel(channelId) !== undefined;
  }

  #adoptLeg(snapshot: ServerSnapshot, channel: Channel): void {
    const { adoption, calls } = this.#parts;
    const around = attemptAround(snapshot, channel.id);
    const isWithCall = around !== null && hasCall(snapshot, around);
    // They talk: the call's campaign, or its end, decides. A leg whose call has ended is alone in its room.
    if (isWithCall && !calls.get(around)) return;
    if (adoption.leg(snapshot, channel.id) === null) this.#hangUp(channel.id);
  }

  #watch(snapshot: ServerSnapshot, channel: Channel, now: number): void {
    const attemptId = attemptOfChannel(channel.id);
    if (attemptId === null) return;
    const { agentIds, callId } = partnersOf(snapshot, attemptId);
    // Somebody is in its conversation, or it hears music while its agent is aside: it ends with them.
    if (agentIds.length > 0 || callId !== null || placeOf(channel) === 'message') return;
    const since = this.#seenAt.get(channel.id);
    if (since === undefined) this.#seenAt.set(channel.id, now);
    else if (now - since >= this.#parts.settings.watch.strayMs) this.#giveUp(channel);
  }

  #giveUp(channel: Channel): void {
    if (channel.state === 'Up') {
      if (channel.dialplan.app_name === 'Stasis') this.giveMessage(channel.id);
      return;
    }
    this.#hangUp(channel.id);
  }

  /** Snoops whose supervisor is gone, or hears through another. */
  #endStraySnoops(snapshot: ServerSnapshot, now: number): void {
    const { legs } = this.#parts;
    for (const id of snapshot.channels.keys()) {
      const supervisor = supervisorOfSnoop(id);
      if (supervisor === null || legs.ofChannel(supervisor)?.snoopId === id) continue;
      const isForeign = !legs.ofChannel(supervisor) && snapshot.channels.has(supervisor);
      if (this.#seenAt.has(id) && !isForeign) this.#hangUp(id);
      else this.#seenAt.set(id, now);
    }
  }

  #hangUp(channelId: string): void {
    this.#parts.ari.call('channels.hangup', { channelId, reason: 'normal' }).catch(() => {
      /* next look */
    });
  }

  /** Destroys bridges of ours that hold no channel and whose calls, or supervisors, are gone. */
  async #dropEmptyBridges(snapshot: ServerSnapshot): Promise<void> {
    const { ari, calls } = this.#parts;
    for (const { channels, id } of snapshot.bridges.values()) {
      const attemptId = attemptOfBridge(id);
      const isRoom = attemptId !== null && !calls.get(attemptId);
      const isWatch = id.startsWith('ol-') && !snapshot.channels.has(id.slice(3));
      if (channels.length > 0 || (!isRoom && !isWatch)) continue;
      await ari.call('bridges.destroy', { bridgeId: id }).catch(() => {
        /* gone already */
      });
    }
  }
}
