/** Time and telephony under a dialer: simulated, on Asterisk, or an embedder's own. */
import type { FactSink, Scheduler, Telephony } from '@outdial/core';

/** A part of telephony that is away: a trunk from which nothing comes, a server of several. */
export interface TelephonyTrouble {
  /** What is away, and what to look at, in one sentence. */
  readonly text: string;
  /** Epoch ms: since when it is known. */
  readonly since: number;
}

/** How far {@link Platform.pass} lets time pass. */
export interface PassUntil {
  readonly isDone: () => boolean;
  /** Resolves when no port has an answer outstanding: virtual time waits for it. Undefined: there is none. */
  readonly idle: () => Promise<void> | undefined;
}

/** The time and the telephony that a dialer runs on. */
export interface Platform {
  readonly scheduler: Scheduler;
  readonly telephony: Telephony;
  /** Legal time, epoch ms: the wall clock of this platform, which may step. */
  legalNow(): number;
  /** Runs `action` once, `delayMs` of this platform's time from now; returns how to cancel it. */
  after(delayMs: number, action: () => void): () => void;
  /**
   * Connects: `telephony.up` follows when calls can be placed. Rejects when that is impossible, and may be
   * asked again then.
   */
  connect(): Promise<void>;
  /**
   * Connects once nobody else has the place on telephony that this dialer would have, without hurry: what an
   * earlier process left there is looked after. Absent: there is nothing to look after.
   */
  attend?(): void;
  /** What is away of telephony while the rest goes on. Absent: a part is never away alone. */
  troubles?(): readonly TelephonyTrouble[];
  /**
   * True where time passes by itself, so that writes which come fast may wait some ms for each other. Absent:
   * time waits for every answer.
   */
  readonly passesByItself?: boolean;
  /** Lets time pass until `isDone` holds. */
  pass(until: PassUntil): Promise<void>;
  /** Ends every timer and connection. Idempotent. */
  close(): Promise<void>;
}

/** Creates a platform whose facts go to `sink`. */
export type PlatformFactory = (sink: FactSink) => Platform;
