import type { FactSink, Scheduler, Telephony } from '@outdial/core';

/**
 * Time and telephones: what differs between a simulated run, a run on Asterisk, and an embedder's own
 * telephony.
 */
export interface World {
  readonly scheduler: Scheduler;
  readonly telephony: Telephony;
  /** Legal time, epoch ms: the wall clock of this world, which may step. */
  legalNow(): number;
  /** Runs `action` once, `delay` ms of this world's time from now; returns how to cancel it. */
  after(delay: number, action: () => void): () => void;
  /** Connects: `telephony.up` follows when calls can be placed. Rejects when that is impossible. */
  connect(): Promise<void>;
  /**
   * Lets time pass until `isDone` holds. `idle`: resolves when no port has an answer outstanding; virtual
   * time waits for it.
   */
  pass(until: {
    readonly isDone: () => boolean;
    readonly idle: () => Promise<void> | undefined;
  }): Promise<void>;
  /** Gives everything back. Idempotent. */
  close(): Promise<void>;
}

/** Makes a world whose facts go to `sink`. */
export type WorldFactory = (sink: FactSink) => World;
