/**
 * How calls end: limits that run out, hang-ups that are repeated until Asterisk has done them, and the one
 * place that reports `call.ended`.
 */
import type { HangupCause, HangupOrigin } from '@outdial/core';
import type { Rooms } from '../conversations/rooms.js';
import { startDeadline } from '../deadline.js';
import type { CallMedia } from '../media/call-media.js';
import type { Settings } from '../options.js';
import type { ConversationRecordings } from '../recording/conversation-recordings.js';
import type { AriRequests, ConnectionState, FactOutlet, NoticeOutlet } from '../roles.js';
import { isMissing } from '../transport/ari-request-error.js';
import type { TrunkAllocator } from '../trunks/trunk-allocator.js';
import { TrunkSilence } from '../trunks/trunk-silence.js';
import { stamp, type Call } from './call.js';
import type { CallTable } from './call-table.js';

/** Pause before a limit that ran out while the connection was down is looked at again, ms. */
const WAIT_FOR_CONNECTION_MS = 100;

/** What ending calls needs. */
export interface CallEndingParts {
  readonly settings: Pick<Settings, 'watch'>;
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly connection: ConnectionState;
  readonly calls: Pick<CallTable, 'has' | 'remove'>;
  readonly trunks: Pick<TrunkAllocator, 'withdraw' | 'release'>;
  readonly rooms: Pick<Rooms, 'leave'>;
  readonly conversationRecordings: Pick<ConversationRecordings, 'callEnded'>;
  readonly media: Pick<CallMedia, 'forget'>;
}

/** Ends calls, each exactly once. */
export class CallEnding {
  readonly #parts: CallEndingParts;
  readonly #silence: TrunkSilence;

  constructor(parts: CallEndingParts) {
    this.#parts = parts;
    this.#silence = new TrunkSilence(parts.notices);
  }

  /** Ends a call for good, once: frees slot, timers and bridge, and reports `call.ended`. */
  end(call: Call, cause: HangupCause): void {
    const { calls, facts, media, rooms, trunks } = this.#parts;
    if (!calls.remove(call)) return;
    trunks.withdraw(call.attemptId);
    media.forget(call.attemptId);
    rooms.leave(call);
    const { trunk } = call;
    call.trunk = null;
    facts.deliver({ type: 'call.ended', ...stamp(call, facts.now()), cause });
    this.#parts.conversationRecordings.callEnded(call);
    if (!trunk) return;
    this.#silence.ended(trunk, call, cause);
    trunks.release(trunk);
  }

  /**
   * Sets the one limit that a call has at a time: set-up, then ring time. When it runs out while the
   * connection is down, the call may have been answered and be hearing the message: it is not cut off until
   * the adapter knows.
   */
  limit(call: Call, by: Extract<HangupOrigin, 'setup-timeout' | 'ring-timeout'>, ms: number): void {
    call.timer?.cancel();
    call.timer = startDeadline(ms, () => {
      if (this.#parts.connection.isUp) this.hangUp(call, by);
      else this.limit(call, by, WAIT_FOR_CONNECTION_MS);
    });
  }

  /** Hangs a call up. Its end is reported whatever request or event is lost. */
  hangUp(call: Call, by: HangupCause['by']): void {
    if (!this.#parts.calls.has(call)) return;
    call.timer?.cancel();
    call.timer = null;
    if (call.stage === 'waiting') {
      this.end(call, { q850: 0, by });
      return;
    }
    call.hangUp ??= by;
    this.#requestHangUp(call);
  }

  #requestHangUp(call: Call): void {
    const { ari, connection, settings } = this.#parts;
    call.hangUpCheck?.cancel();
    call.hangUpCheck = startDeadline(settings.watch.hangUpCheckMs, () => this.#checkGone(call));
    // While the connection is down the call may be hearing the message; the next check knows.
    if (call.control === 'message' || !connection.isUp) return;
    ari.call('channels.hangup', { channelId: call.channelId, reason: 'normal' }).catch(() => {
      /* gone already, or no answer: the check decides */
    });
  }

  /** No ChannelDestroyed has come: either the channel is gone and the event lost, or the hang-up was. */
  #checkGone(call: Call): void {
    const { ari, calls, connection, notices } = this.#parts;
    if (!connection.isUp) {
      this.#requestHangUp(call);
      return;
    }
    notices.run('check a hang-up', async () => {
      try {
        await ari.call('channels.get', { channelId: call.channelId });
      } catch (error) {
        if (isMissing(error)) {
          this.end(call, { q850: 16, by: call.hangUp ?? 'lost' });
          return;
        }
      }
      if (calls.has(call)) this.#requestHangUp(call);
    });
  }
}
