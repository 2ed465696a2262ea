/**
 * Calls that come in, until they are admitted or refused. Facts: `inbound.arrived`, `inbound.ended`, and
 * `call.answered` or `call.ended` of an admitted one.
 */
import { defined } from '@outdial/core';
import type { AdmitInboundCommand, AttemptId, ConversationTelephony, InboundRefusal } from '@outdial/core';
import { createCall, stamp, type Call } from '../calls/call.js';
import type { CallTable } from '../calls/call-table.js';
import type { CallEnding } from '../calls/ending.js';
import type { Rooms } from '../conversations/rooms.js';
import { failureReason } from '../failure-reason.js';
import type { Channel } from '../generated/models.js';
import type { Settings } from '../options.js';
import type { AriRequests, ConnectionState, FactOutlet, NoticeOutlet } from '../roles.js';
import { channelVariable } from '../sync/channel-variable.js';
import { isMissing } from '../transport/ari-request-error.js';
import { ATTEMPT_VARIABLE, calledNumberOf, e164Of } from './inbound-channel.js';

/** A call that nobody admits or refuses within this time is refused as busy. */
const ANSWER_MOST_MS = 20_000;
/** Time until a refusal that Asterisk did not take is tried again: nobody rings without end. */
const REFUSE_AGAIN_MS = 2_000;

/** What Asterisk tells the caller's side. */
const REASONS = { busy: 'busy', unassigned: 'unallocated', unwanted: 'rejected' } as const;

/** What calls that come in need. */
export interface InboundCallsParts {
  readonly settings: Pick<Settings, 'application'>;
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly connection: ConnectionState;
  readonly calls: Pick<CallTable, 'get' | 'has' | 'add' | 'ofChannel'>;
  readonly ending: Pick<CallEnding, 'end' | 'hangUp'>;
  readonly rooms: Pick<Rooms, 'regroup' | 'settle'>;
}

interface Pending {
  /** Refuses it where nobody does, and tells Asterisk again where it did not take the refusal. */
  timer: NodeJS.Timeout;
  /** It has been refused: its end is on the way. */
  isRefused: boolean;
}

/** Calls that come in. */
export class InboundCalls implements Pick<ConversationTelephony, 'admitInbound' | 'refuseInbound'> {
  readonly #parts: InboundCallsParts;
  readonly #pending = new Map<string, Pending>();

  constructor(parts: InboundCallsParts) {
    this.#parts = parts;
  }

  /** True while the channel is a call that is neither admitted nor over. */
  isPending(channelId: string): boolean {
    return this.#pending.has(channelId);
  }

  /** A channel that came in entered our application. It rings until it is admitted or refused. */
  arrived(channel: Channel): void {
    const { ari, calls, facts } = this.#parts;
    const { id: inboundId } = channel;
    if (this.#pending.has(inboundId) || calls.ofChannel(inboundId)) return;
    const timer = setTimeout(() => this.#refuse(inboundId, 'busy'), ANSWER_MOST_MS);
    this.#pending.set(inboundId, { timer, isRefused: false });
    ari.call('channels.ring', { channelId: inboundId }).catch(() => {
      /* gone already, or it rings by itself */
    });
    facts.deliver({
      type: 'inbound.arrived',
      at: facts.now(),
      inboundId,
      callerNumber: e164Of(channel.caller?.number),
      calledNumber: e164Of(calledNumberOf(channel)) ?? '',
    });
  }

  /** The channel of a call that is not admitted is gone. */
  destroyed(inboundId: string): void {
    const pending = this.#pending.get(inboundId);
    if (!pending) return;
    clearTimeout(pending.timer);
    this.#pending.delete(inboundId);
    this.#ended(inboundId);
  }

  /** Calls that were pending, and are not among the channels of a new look. */
  settle(channels: ReadonlyMap<string, Channel>): void {
    for (const inboundId of [...this.#pending.keys()])
      if (!channels.has(inboundId)) this.destroyed(inboundId);
  }

  admitInbound({ inboundId, campaignId, attemptId }: AdmitInboundCommand): void {
    const { calls, connection, ending, notices } = this.#parts;
    if (calls.get(attemptId)) return;
    const pending = this.#pending.get(inboundId);
    const channelId = pending ? inboundId : undefined;
    const call = createCall({
      attemptId,
      campaignId,
      stage: 'ringing',
      control: 'application',
      ...defined({ channelId }),
    });
    if (pending) clearTimeout(pending.timer);
    this.#pending.delete(inboundId);
    calls.add(call);
    if (!pending || pending.isRefused) {
      ending.end(call, { q850: 0, by: 'lost' });
      return;
    }
    call.confirmedAt = this.#parts.facts.now();
    connection.whenUp(() => notices.run('answer a call that came in', () => this.#answer(call)));
  }

  refuseInbound({
    inboundId,
    refusal,
  }: {
    readonly inboundId: string;
    readonly refusal: InboundRefusal;
  }): void {
    if (this.#pending.has(inboundId)) this.#refuse(inboundId, refusal);
    else this.#ended(inboundId);
  }

  /** Ends the watch. */
  stop(): void {
    for (const { timer } of this.#pending.values()) clearTimeout(timer);
    this.#pending.clear();
  }

  /** The variable names the call after a restart of the dialer. Music comes before anybody hears of it. */
  async #answer(call: Call): Promise<void> {
    const { ari, calls, ending, facts, notices, rooms } = this.#parts;
    const { channelId, attemptId } = call;
    try {
      await ari.call('channels.setChannelVar', { channelId, variable: ATTEMPT_VARIABLE, value: attemptId });
      await ari.call('channels.answer', { channelId });
    } catch (error) {
      if (!isMissing(error))
        notices.report('answering-failed', failureReason(error), { campaignId: call.campaignId });
      if (isMissing(error)) ending.end(call, { q850: 16, by: 'far' });
      else ending.hangUp(call, 'lost');
      return;
    }
    if (!calls.has(call) || call.hangUp !== null) return;
    const isNews = call.stage !== 'answered';
    call.stage = 'answered';
    const music = { party: call, place: 'music', muted: false, rings: false, watched: null } as const;
    await rooms.settle(rooms.regroup(call.own, [music]));
    if (isNews && calls.has(call)) facts.deliver({ type: 'call.answered', ...stamp(call, facts.now()) });
  }

  #refuse(inboundId: string, refusal: InboundRefusal): void {
    const pending = this.#pending.get(inboundId);
    if (!pending || pending.isRefused) return;
    pending.isRefused = true;
    clearTimeout(pending.timer);
    this.#sendRefusal(inboundId, refusal);
  }

  /** Tells Asterisk, until the channel is gone. */
  #sendRefusal(inboundId: string, refusal: InboundRefusal): void {
    const pending = this.#pending.get(inboundId);
    if (!pending) return;
    this.#parts.ari
      .call('channels.hangup', { channelId: inboundId, reason: REASONS[refusal] })
      .catch((error: unknown) => {
        if (isMissing(error)) this.destroyed(inboundId);
        else if (this.#pending.has(inboundId))
          pending.timer = setTimeout(() => this.#sendRefusal(inboundId, refusal), REFUSE_AGAIN_MS);
      });
  }

  #ended(inboundId: string): void {
    const { facts } = this.#parts;
    facts.deliver({ type: 'inbound.ended', at: facts.now(), inboundId });
  }
}

/** The attempt that a channel was admitted as, null where it was not. Rejects when Asterisk is silent. */
export async function attemptOfInbound(ari: AriRequests, channelId: string): Promise<AttemptId | null> {
  const attemptId = await channelVariable(ari, channelId, ATTEMPT_VARIABLE);
  return attemptId === '' ? null : attemptId;
}
