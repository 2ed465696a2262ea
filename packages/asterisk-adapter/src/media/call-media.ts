/** What plays to a call and what is recorded of it, as one: both stop together and end together. */
import type { AttemptId } from '@outdial/core';
import type { Call } from '../calls/call.js';

/** Media of calls: playbacks, recordings, or both. */
export interface CallMedia {
  /**
   * Ends everything of a call; each order is answered. Asterisk carries out orders to one channel in turn.
   */
  stopAll(call: Call): void;
  /** The call is over: its orders are dropped without an answer. */
  forget(attemptId: AttemptId): void;
}

/** Several kinds of media as one. */
export function allMedia(...kinds: readonly CallMedia[]): CallMedia {
  return {
    stopAll: (call) => {
      for (const media of kinds) media.stopAll(call);
    },
    forget: (attemptId) => {
      for (const media of kinds) media.forget(attemptId);
    },
  };
}
