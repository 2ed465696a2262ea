/** The calls in progress, by attempt and by channel. */
import type { AttemptId } from '@outdial/core';
import { attemptOfChannel } from '../channel-ids.js';
import type { Call } from './call.js';

/** Every call from its dial command to its end. */
export class CallTable {
  readonly #byAttempt = new Map<AttemptId, Call>();
  /** Calls that came in: Asterisk chose the ids of their channels. */
  readonly #byChannel = new Map<string, Call>();

  /** Calls in progress, those that wait for a trunk included. */
  get size(): number {
    return this.#byAttempt.size;
  }

  /** The call of this attempt. */
  get(attemptId: AttemptId): Call | undefined {
    return this.#byAttempt.get(attemptId);
  }

  /** True while this very call is in progress: after its end the attempt's id may stand for another. */
  has(call: Call): boolean {
    return this.#byAttempt.get(call.attemptId) === call;
  }

  /** Adds a call. */
  add(call: Call): void {
    this.#byAttempt.set(call.attemptId, call);
    if (attemptOfChannel(call.channelId) === null) this.#byChannel.set(call.channelId, call);
  }

  /** Every call in progress. */
  all(): readonly Call[] {
    return [...this.#byAttempt.values()];
  }

  /** The call whose channel this is. */
  ofChannel(channelId: string): Call | undefined {
    const attemptId = attemptOfChannel(channelId);
    return attemptId === null ? this.#byChannel.get(channelId) : this.#byAttempt.get(attemptId);
  }

  /** Removes a call and stops its timers; false when it was removed before. */
  remove(call: Call): boolean {
    if (!this.has(call)) return false;
    this.#byAttempt.delete(call.attemptId);
    this.#byChannel.delete(call.channelId);
    for (const timer of [call.timer, call.hangUpCheck, call.dialplanTimer]) timer?.cancel();
    call.deferred.length = 0;
    return true;
  }
}
