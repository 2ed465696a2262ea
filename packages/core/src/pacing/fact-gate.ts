/** Facts in the pacer's own time. */
import { MonotoneClock } from './monotone-clock.js';

/** Most facts that wait for the next decision, which shows whether they are late or the clock has stepped. */
const MAX_SUSPECT_FACTS = 1_000;

/** Passes facts on, each with its instant on the pacer's own clock; never throws. */
export class FactGate<Fact extends { readonly at: number }> {
  readonly clock: MonotoneClock = new MonotoneClock();
  readonly #apply: (fact: Fact, at: number) => void;
  readonly #isRinging: () => boolean;
  #suspect: Fact[] = [];

  /** @param isRinging whether any call rings: only then may the clock not step forward */
  constructor(apply: (fact: Fact, at: number) => void, isRinging: () => boolean) {
    this.#apply = apply;
    this.#isRinging = isRinging;
  }

  observe(fact: Fact): void {
    if (!Number.isFinite(fact.at)) return;
    if (this.clock.isSuspect(fact.at) && this.#suspect.length < MAX_SUSPECT_FACTS) this.#suspect.push(fact);
    else this.#pass(fact);
  }

  /** A decision or an order states the present instant. */
  present(now: number): void {
    if (Number.isFinite(now)) this.clock.present(now, this.#isRinging());
  }

  /** Passes on what waited. */
  flush(): void {
    if (this.#suspect.length === 0) return;
    const facts = this.#suspect;
    this.#suspect = [];
    for (const fact of facts) this.#pass(fact);
  }

  #pass(fact: Fact): void {
    this.#apply(fact, this.clock.read(fact.at, this.#isRinging()));
  }
}
