import type { AttemptId } from '@outdial/core';
import { attemptOfChannel } from '../channel-ids.js';
import type { Call } from './call.js';

/** The calls in progress, by attempt and by channel. */
export class CallTable {
  readonly #byAttempt = new Map<AttemptId, Call>();

  get size(): number {
    return this.#byAttempt.size;
  }
  get(attemptId: AttemptId): Call | undefined {
    return this.#byAttempt.get(attemptId);
  }
  add(call: Call): void {
    this.#byAttempt.set(call.attemptId, call);
  }
  all(): readonly Call[] {
    return [...this.#byAttempt.values()];
  }

  ofChannel(channelId: string): Call | undefined {
    const attemptId = attemptOfChannel(channelId);
    return attemptId === null ? undefined : this.#byAttempt.get(attemptId);
  }

  /** Takes a call out and stops its timers; false when it was out already. */
  remove(call: Call): boolean {
    if (this.#byAttempt.get(call.attemptId) !== call) return false;
    this.#byAttempt.delete(call.attemptId);
    for (const timer of [call.timer, call.hangUpCheck, call.awayTimer]) if (timer) clearTimeout(timer);
    call.deferred.length = 0;
    return true;
  }
}
