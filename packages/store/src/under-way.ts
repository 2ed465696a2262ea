/** Work of a port that no caller awaits. It is tracked until it is done; failures are reported. */
import { faultText } from '@outdial/core';

/** Something outside failed and the work went on. `detail` names no person and no number. */
export type FaultSink = (fault: { readonly what: string; readonly detail: string }) => void;

/** A piece of work that is not done yet. It names no person and no number. */
export interface WorkUnderWay {
  /** Kind of the command, such as 'close'. */
  readonly kind: string;
  readonly attemptId?: string;
  /** What is stored of the attempt: an outcome with its disposition, or the kind of a fact. */
  readonly stated?: string;
}

/** The work under way of one port. */
export class UnderWay {
  readonly #onFault: FaultSink | undefined;
  /** What each piece of work is. */
  readonly #work = new Map<Promise<void>, WorkUnderWay>();

  constructor(onFault: FaultSink | undefined) {
    this.#onFault = onFault;
  }

  /** Tracks the work until it is done; a failure is reported, never thrown. */
  run(what: string, work: Promise<void>, about: Omit<WorkUnderWay, 'kind'> = {}): void {
    const guarded: Promise<void> = work
      .catch((error: unknown) => this.report(what, error))
      .finally(() => this.#work.delete(guarded));
    this.#work.set(guarded, { kind: what, ...about });
  }

  /** Resolves when all work is done, including work that began meanwhile. */
  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work.keys());
  }

  /** What is under way. */
  all(): readonly WorkUnderWay[] {
    return [...this.#work.values()];
  }

  /** Reports a failure. */
  report(what: string, error: unknown): void {
    this.#onFault?.({ what: `store ${what}`, detail: faultText(error) });
  }
}
