/** Work of a port that no caller awaits. It is tracked until it is done; failures are reported. */
import { faultText } from '@outdial/core';

/** Something outside failed and the work went on. `detail` names no person and no number. */
export type FaultSink = (fault: { readonly what: string; readonly detail: string }) => void;

/** The work under way of one port. */
export class UnderWay {
  readonly #onFault: FaultSink | undefined;
  readonly #work = new Set<Promise<void>>();

  constructor(onFault: FaultSink | undefined) {
    this.#onFault = onFault;
  }

  /** Tracks the work until it is done; a failure is reported, never thrown. */
  run(what: string, work: Promise<void>): void {
    const guarded: Promise<void> = work
      .catch((error: unknown) => this.report(what, error))
      .finally(() => this.#work.delete(guarded));
    this.#work.add(guarded);
  }

  /** Resolves when all work is done, including work that began meanwhile. */
  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
  }

  /** Reports a failure. */
  report(what: string, error: unknown): void {
    this.#onFault?.({ what: `store ${what}`, detail: faultText(error) });
  }
}
