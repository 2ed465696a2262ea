/** Brings the calls and legs that the adapter knows in line with what exists on Asterisk. */
import type { AgentLegs } from '../agents/agent-legs.js';
import { stamp, type Call } from '../calls/call.js';
import type { CallTable } from '../calls/call-table.js';
import type { CallEnding } from '../calls/ending.js';
import type { CallProgress } from '../calls/progress.js';
import type { Channel } from '../generated/models.js';
import type { ServerClock } from '../connection/server-clock.js';
import type { Rooms } from '../conversations/rooms.js';
import type { FactOutlet } from '../roles.js';
import type { AbandonmentMarks } from './abandonment-marks.js';
import { answeredAtOf, placeOf, type ServerSnapshot } from './server-snapshot.js';

/** What settling needs. */
export interface SettlementParts {
  readonly facts: FactOutlet;
  readonly calls: Pick<CallTable, 'all' | 'has'>;
  readonly legs: Pick<AgentLegs, 'all' | 'arrived' | 'lost'>;
  readonly ending: Pick<CallEnding, 'end'>;
  readonly rooms: Pick<Rooms, 'compare'>;
  readonly progress: Pick<CallProgress, 'ringing' | 'arrived'>;
  readonly marks: Pick<AbandonmentMarks, 'read'>;
  readonly serverClock: Pick<ServerClock, 'ours'>;
}

/** How a snapshot is to be judged. */
export interface Judgement {
  /** Instant before the lists were asked for, epoch ms: what began later is not judged. */
  readonly asOf: number;
  /** One absence is enough, because no event about it can come; otherwise it takes two. */
  readonly final: boolean;
}

/** Settles after the connection was down (Asterisk never replays events), and at every audit. */
export class Settlement {
  readonly #parts: SettlementParts;

  constructor(parts: SettlementParts) {
    this.#parts = parts;
  }

  /** Compares calls and legs with the snapshot, reports what was missed, and ends what is gone. */
  async settle(snapshot: ServerSnapshot, judgement: Judgement): Promise<void> {
    const gone: Call[] = [];
    for (const call of this.#parts.calls.all()) {
      const channel = snapshot.channels.get(call.channelId);
      // An absent one may have come since.
      const isJudged = call.confirmedAt !== null && call.confirmedAt < judgement.asOf;
      if (channel) {
        call.absentAtAudit = false;
        this.#catchUp(call, channel, judgement.final);
      } else if (!isJudged) continue;
      else if (judgement.final || call.absentAtAudit) gone.push(call);
      else call.absentAtAudit = true;
    }
    this.#settleLegs(snapshot, judgement.final);
    await this.#endGone(gone);
    if (judgement.final)
      for (const call of this.#parts.calls.all()) this.#parts.rooms.compare(call.own, snapshot);
  }

  /** A living channel may be further than its call. */
  #catchUp(call: Call, channel: Channel, final: boolean): void {
    const { progress, serverClock } = this.#parts;
    if (channel.state === 'Ringing') progress.ringing(call);
    if (channel.state !== 'Up' || call.stage === 'answered') return;
    if (placeOf(channel) === 'message') {
      this.#reportAbandoned(call);
      return;
    }
    // It is in our application. At the first audit the event that says so may still be on its way.
    if (channel.dialplan.app_name !== 'Stasis') return;
    if (final || call.answeredAtAudit)
      progress.arrived(call, { args: [], answeredAt: serverClock.ours(answeredAtOf(channel)) });
    else call.answeredAtAudit = true;
  }

  /**
   * The dialplan plays the message, because the adapter was not connected when they answered; it ends the
   * call.
   */
  #reportAbandoned(call: Call): void {
    const { facts } = this.#parts;
    if (call.control === 'message') return;
    call.control = 'message';
    call.stage = 'answered';
    call.hangUp ??= 'us';
    call.timer?.cancel();
    call.timer = null;
    facts.deliver({ type: 'call.reconciled', ...stamp(call, facts.now()), fate: 'abandoned' });
  }

  /** Ends calls without a channel. One that was not answered when last heard of may have been abandoned. */
  async #endGone(gone: readonly Call[]): Promise<void> {
    const { calls, ending, marks } = this.#parts;
    const unsure = gone.filter((call) => call.stage !== 'answered').map((call) => call.attemptId);
    const marked = await marks.read(unsure).catch(() => new Set<string>());
    for (const call of gone) {
      if (!calls.has(call)) continue;
      if (marked.has(call.attemptId)) this.#reportAbandoned(call);
      ending.end(call, { q850: 0, by: call.hangUp ?? 'lost' });
    }
  }

  #settleLegs(snapshot: ServerSnapshot, final: boolean): void {
    const { legs } = this.#parts;
    for (const leg of legs.all()) {
      const channel = snapshot.channels.get(leg.channelId);
      if (channel) {
        leg.absentAtAudit = false;
        if (leg.stage !== 'ringing' || channel.state !== 'Up') continue;
        if (final || leg.answeredAtAudit) legs.arrived(leg);
        else leg.answeredAtAudit = true;
      } else if (final || leg.absentAtAudit) legs.lost(leg);
      else leg.absentAtAudit = true;
    }
  }
}
