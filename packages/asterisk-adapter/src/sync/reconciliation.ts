/**
 * After a restart: reports what became of each open attempt, adopts the living ones, and gives up channels of
 * the campaign that match none. Fact: `call.reconciled`.
 */
import type { AttemptId, CallFact } from '@outdial/core';
import { createCall, stamp, type Call } from '../calls/call.js';
import type { CallTable } from '../calls/call-table.js';
import type { CallEnding } from '../calls/ending.js';
import { attemptOfChannel, callChannelId, campaignOfAttempt } from '../channel-ids.js';
import type { Adoption } from '../conversations/adoption.js';
import type { Channel } from '../generated/models.js';
import { attemptOfInbound } from '../inbound/inbound-calls.js';
import { isInbound } from '../inbound/inbound-channel.js';
import type { AriRequests, FactOutlet } from '../roles.js';
import { isUnanswered } from '../transport/ari-request-error.js';
import type { TrunkAllocator } from '../trunks/trunk-allocator.js';
import type { AbandonmentMarks } from './abandonment-marks.js';
import { partnersOf, placeOf, readSnapshot, type ServerSnapshot } from './server-snapshot.js';
import type { StrayChannels } from './stray-channels.js';

type Reconciled = Extract<CallFact, { type: 'call.reconciled' }>;
type Fate = Reconciled['fate'];
type FoundPartners = Pick<Reconciled, 'agentIds' | 'partnerId'>;

/** Ring time allowed to a call found ringing after a restart, ms: how long it has rung is not known. */
const ADOPTED_RING_MS = 15_000;

/** How often Asterisk is asked, and the pause between, ms. */
const TRIES = 5;
const AGAIN_MS = 500;

/** What reconciling needs. */
export interface ReconciliationParts {
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly calls: Pick<CallTable, 'get' | 'add' | 'ofChannel'>;
  readonly adoption: Pick<Adoption, 'call'>;
  readonly trunks: Pick<TrunkAllocator, 'trunks'>;
  readonly ending: Pick<CallEnding, 'limit'>;
  readonly marks: Pick<AbandonmentMarks, 'read'>;
  readonly strays: Pick<StrayChannels, 'isOurs' | 'giveMessage' | 'giveUpInbound'>;
}

/** The open attempts of one campaign. */
export interface OpenAttempts {
  readonly campaignId: string;
  readonly attemptIds: readonly AttemptId[];
}

/** Reconciles campaigns after a restart. */
export class Reconciliation {
  readonly #parts: ReconciliationParts;

  constructor(parts: ReconciliationParts) {
    this.#parts = parts;
  }

  /**
   * Reports the fate of every open attempt. While Asterisk does not answer it is asked again, some times:
   * callers whom nobody knows are given up soon. Rejects after that.
   */
  async reconcile(open: OpenAttempts): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#compare(open);
        return;
      } catch (error) {
        if (!isUnanswered(error) || tries === TRIES) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  async #compare(open: OpenAttempts): Promise<void> {
    const { ari, calls, facts, marks, strays } = this.#parts;
    const { attemptIds, campaignId } = open;
    const snapshot = await readSnapshot(ari);
    const cameIn = await this.#channelsThatCameIn(snapshot);
    const absent = attemptIds.filter(
      (attemptId) =>
        !snapshot.channels.has(callChannelId(attemptId)) && !cameIn.has(attemptId) && !calls.get(attemptId),
    );
    const marked = await marks.read(absent);

    for (const attemptId of attemptIds) {
      const channel = snapshot.channels.get(callChannelId(attemptId)) ?? cameIn.get(attemptId);
      if (channel) {
        this.#adopt(snapshot, channel, { attemptId, campaignId });
      } else if (!calls.get(attemptId)) {
        const fate = marked.has(attemptId) ? 'abandoned' : 'gone';
        facts.deliver({ type: 'call.reconciled', at: facts.now(), campaignId, attemptId, fate });
      }
    }
    await this.#giveUpOthers(snapshot, open);
    for (const [attemptId, { id }] of cameIn)
      if (!calls.get(attemptId) && campaignOfAttempt(attemptId) === campaignId) strays.giveUpInbound(id);
  }

  /** Channels of calls that came in and were answered, by the attempt that an earlier process gave them. */
  async #channelsThatCameIn(snapshot: ServerSnapshot): Promise<ReadonlyMap<AttemptId, Channel>> {
    const { ari, calls, strays } = this.#parts;
    const found = new Map<AttemptId, Channel>();
    for (const channel of snapshot.channels.values()) {
      if (!isInbound(channel) || channel.state !== 'Up' || calls.ofChannel(channel.id)) continue;
      if (!(await strays.isOurs(channel.id))) continue;
      const attemptId = await attemptOfInbound(ari, channel.id);
      if (attemptId !== null) found.set(attemptId, channel);
    }
    return found;
  }

  /** A living channel becomes a call of this process again. */
  #adopt(
    snapshot: ServerSnapshot,
    channel: Channel,
    whose: { readonly attemptId: AttemptId; readonly campaignId: string },
  ): void {
    const { calls, ending, facts } = this.#parts;
    if (calls.get(whose.attemptId)) return;
    const { id: channelId } = channel;
    const call = createCall({ ...whose, channelId, ringTimeoutMs: ADOPTED_RING_MS });
    call.confirmedAt = facts.now();
    calls.add(call);
    this.#adoptTrunk(call, channel);
    if (channel.state !== 'Up') {
      call.stage = 'ringing';
      ending.limit(call, 'ring-timeout', ADOPTED_RING_MS);
      this.#reportFate(call, 'ringing');
      return;
    }
    call.stage = 'answered';
    const place = placeOf(channel);
    if (place === 'message') {
      call.control = 'message';
      call.hangUp = 'us';
      this.#reportFate(call, 'abandoned');
      return;
    }
    call.control = place === 'other' ? 'application' : place;
    this.#adoptConversation(snapshot, call);
  }

  /**
   * An answered call talks with an agent, hears music while the agent is aside, talks with another call
   * alone, or has nobody.
   */
  #adoptConversation(snapshot: ServerSnapshot, call: Call): void {
    this.#parts.adoption.call(snapshot, call);
    const { attemptId, channelId } = call;
    const { agentIds, callId } = partnersOf(snapshot, attemptId, channelId);
    if (agentIds.length > 0) this.#reportFate(call, 'connected', { agentIds });
    else if (callId !== null) this.#reportFate(call, 'connected', { partnerId: callId });
    else this.#reportFate(call, 'answered');
  }

  #reportFate(call: Call, fate: Fate, partners: FoundPartners = {}): void {
    const { facts } = this.#parts;
    facts.deliver({
      type: 'call.reconciled',
      ...stamp(call, facts.now()),
      fate,
      ...partners,
    });
  }

  /** The adopted call takes its slot on the trunk whose endpoint its channel is named after. */
  #adoptTrunk(call: Call, channel: Channel): void {
    const trunk = this.#parts.trunks.trunks.find((each) =>
      channel.name.startsWith(`${each.eventSource.slice('endpoint:'.length)}-`),
    );
    if (!trunk) return;
    trunk.adopt();
    call.trunk = trunk;
  }

  /** Channels of the campaign that match no open attempt: answered ones hear the message, all are ended. */
  async #giveUpOthers(snapshot: ServerSnapshot, { attemptIds, campaignId }: OpenAttempts): Promise<void> {
    const { ari, calls, strays } = this.#parts;
    const open = new Set(attemptIds);
    for (const channel of snapshot.channels.values()) {
      const attemptId = attemptOfChannel(channel.id);
      if (attemptId === null || open.has(attemptId) || campaignOfAttempt(attemptId) !== campaignId) continue;
      if (calls.get(attemptId) || placeOf(channel) === 'message' || !(await strays.isOurs(channel.id)))
        continue;
      if (channel.state === 'Up') {
        strays.giveMessage(channel.id);
        continue;
      }
      await ari.call('channels.hangup', { channelId: channel.id, reason: 'normal' }).catch(() => {
        /* gone already */
      });
    }
  }
}
