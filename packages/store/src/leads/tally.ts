/** Adds up leads by reason, into what a survey answers. */
import type { Supply } from '@outdial/core';

interface Waiting {
  count: number;
  nextAt: number | null;
  place?: string;
}

/** Adds up leads by reason. */
export class Tally {
  dialableNow = 0;
  total = 0;
  attempted = 0;
  readonly #waiting = new Map<string, Waiting>();

  /** Counts leads that are not dialable. `nextAt`: epoch ms of the first that will be. */
  wait(reason: string, count: number, nextAt: number | null, place?: string): void {
    if (count <= 0) return;
    const known = this.#waiting.get(reason) ?? { count: 0, nextAt: null };
    known.count += count;
    if (nextAt !== null && (known.nextAt === null || nextAt < known.nextAt)) {
      known.nextAt = nextAt;
      if (place !== undefined) known.place = place;
    }
    this.#waiting.set(reason, known);
  }

  /** The answer: the most frequent reason first. */
  supply(): Supply {
    const waiting = [...this.#waiting]
      .map(([reason, entry]) => ({ reason, ...entry }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
    // The counts are read one after the other: leads that moved in between must not make a sum negative.
    const dialableNow = Math.max(0, this.dialableNow);
    return { dialableNow, waiting, total: this.total, attempted: this.attempted };
  }
}
