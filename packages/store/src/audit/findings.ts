/** What a check of the audit trail finds, listed up to a bound and counted beyond it. */

/** One place where the trail does not hold. */
export interface AuditBreak {
  /** 'entry <writer> <n>', a row, or a head. Without personal data. */
  readonly place: string;
  readonly problem: string;
}

/** Breaks listed at most; the others are only counted. */
const LISTED_MOST = 100;

/** Gathers breaks. */
export class Findings {
  readonly #listed: AuditBreak[] = [];
  #count = 0;

  /** Notes a break. */
  add(place: string, problem: string): void {
    this.#count += 1;
    if (this.#listed.length < LISTED_MOST) this.#listed.push({ place, problem });
  }

  /** All breaks, the listed and the others. */
  get count(): number {
    return this.#count;
  }

  /** The first breaks. */
  get listed(): readonly AuditBreak[] {
    return this.#listed;
  }
}

/** The place of an entry. */
export function entryPlace({ writer, n }: { readonly writer: string; readonly n: number }): string {
  return `entry ${writer} ${n}`;
}
