/** How often something comes that nobody places: calls that come in, and other work of agents. */

/** JSON of an arrival rate. */
export interface SavedArrivals {
  readonly counts: readonly number[];
  readonly exposure: readonly number[];
  readonly recent: number;
  readonly expected: number;
  readonly at?: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HOURS = 24;
/** Time of each hour of the day that counts, in effect: that of the last five days. */
const MEMORY_MS = 5 * HOUR_MS;
/** Time at the mean rate of the day that an hour of the day begins with. */
const PRIOR_MS = HOUR_MS / 2;
/** Time over which the rate of now is compared with that of its hour. */
const RECENT_MS = HOUR_MS / 2;
/** Arrivals that the rate of the hour weighs against the recent ones. */
const FIRM = 10;

/**
 * The rate of a Poisson process that varies over the day: the rate of each hour of the day, times the ratio
 * of recent arrivals to those expected by it (both shrunk, as the mean of a gamma posterior).
 *
 * Times are ms of any one origin; the hours are those of a day from that origin.
 */
export class ArrivalRate {
  readonly #counts = new Float64Array(HOURS);
  readonly #exposure = new Float64Array(HOURS);
  #recent = 0;
  #expected = 0;
  #at: number | undefined;
  #hasCome = false;

  /** Whether anything ever came. */
  get hasCome(): boolean {
    return this.#hasCome;
  }

  /** Something came. */
  observe(at: number): void {
    this.advance(at);
    this.#hasCome = true;
    this.#counts[hourOf(at)]! += 1;
    this.#recent += 1;
  }

  /** The last that came was not what it seemed. */
  retract(at: number): void {
    const hour = hourOf(at);
    this.#counts[hour] = Math.max(0, this.#counts[hour]! - 1);
    this.#recent = Math.max(0, this.#recent - 1);
  }

  /** Time has passed. */
  advance(now: number): void {
    let at = Math.max(this.#at ?? now, now - DAY_MS);
    while (at < now) {
      const next = Math.min(now, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS);
      this.#pass(hourOf(at), next - at);
      at = next;
    }
    this.#at = Math.max(now, this.#at ?? now);
  }

  /** Arrivals by ms, as expected now. */
  rate(now: number): number {
    return (this.#base(hourOf(now)) * (this.#recent + FIRM)) / (this.#expected + FIRM);
  }

  toJSON(): SavedArrivals {
    const saved = {
      counts: [...this.#counts],
      exposure: [...this.#exposure],
      recent: this.#recent,
      expected: this.#expected,
    };
    return this.#at === undefined ? saved : { ...saved, at: this.#at };
  }

  restore({ counts, exposure, recent, expected, at }: SavedArrivals): void {
    this.#counts.set(counts);
    this.#exposure.set(exposure);
    this.#recent = recent;
    this.#expected = expected;
    this.#at = at;
    this.#hasCome = counts.some((count) => count > 0);
  }

  #pass(hour: number, time: number): void {
    const keep = Math.exp(-time / RECENT_MS);
    this.#expected = this.#expected * keep + this.#base(hour) * time;
    this.#recent *= keep;
    this.#exposure[hour]! += time;
    if (this.#exposure[hour]! <= MEMORY_MS) return;
    this.#counts[hour]! *= MEMORY_MS / this.#exposure[hour]!;
    this.#exposure[hour] = MEMORY_MS;
  }

  #base(hour: number): number {
    let [count, exposure] = [0, 0];
    for (let h = 0; h < HOURS; h += 1) {
      count += this.#counts[h]!;
      exposure += this.#exposure[h]!;
    }
    if (count === 0) return 0;
    const mean = count / Math.max(exposure, PRIOR_MS);
    return (this.#counts[hour]! + PRIOR_MS * mean) / (this.#exposure[hour]! + PRIOR_MS);
  }
}

function hourOf(at: number): number {
  return Math.floor((((at % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS);
}
