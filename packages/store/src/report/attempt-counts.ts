/** Dialed attempts of a report: sums, hours, outcomes, late ends. */
import type { ReportedCall } from './reported-attempts.js';

/** Attempts with one ending. */
export interface OutcomeCount {
  readonly outcome: string;
  /** Disposition code, or null where none was set. */
  readonly disposition: string | null;
  readonly attempts: number;
}

/** One hour of attempts by the instant of their opening. */
export interface HourReport {
  /** Epoch ms of its beginning. */
  readonly from: number;
  readonly attempts: number;
  readonly liveAnswers: number;
  readonly connected: number;
  readonly abandoned: number;
}

/** Sums of the dialed attempts of a report. */
export interface AttemptSums {
  readonly attempts: number;
  /** Not ended. */
  readonly open: number;
  /** Counted as tries of the lead. */
  readonly counted: number;
  /** Dialed, and answered or ended: `resolvedDials` of the table of counts. */
  readonly resolvedDials: number;
  readonly liveAnswers: number;
  readonly connected: number;
  readonly abandoned: number;
  /** With another end beside their own. */
  readonly lateEnds: number;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const HOUR = 3_600_000;

/** Counts dialed attempts as they are read. A late end counts by what it tells. */
export class AttemptCounts {
  readonly #sums: Writable<AttemptSums> = {
    ...{ attempts: 0, open: 0, counted: 0, resolvedDials: 0 },
    ...{ liveAnswers: 0, connected: 0, abandoned: 0, lateEnds: 0 },
  };
  readonly #hours = new Map<number, Writable<HourReport>>();
  readonly #outcomes = new Map<string, Writable<OutcomeCount>>();

  add({ attempt, hasLateEnd }: ReportedCall): void {
    const { dialedAt, answeredAt, endedAt, openedAt } = attempt;
    const sums = this.#sums;
    if (endedAt === null) sums.open += 1;
    if (attempt.countsAsAttempt === true) sums.counted += 1;
    if (dialedAt !== null && (endedAt !== null || answeredAt !== null)) sums.resolvedDials += 1;
    if (hasLateEnd) sums.lateEnds += 1;
    const from = openedAt - (openedAt % HOUR);
    const hour = this.#hours.get(from) ?? { from, attempts: 0, liveAnswers: 0, connected: 0, abandoned: 0 };
    this.#hours.set(from, hour);
    for (const counts of [sums, hour]) {
      counts.attempts += 1;
      if (attempt.liveAnswerAt !== null) counts.liveAnswers += 1;
      if (attempt.connectedAt !== null) counts.connected += 1;
      if (attempt.abandonedAt !== null) counts.abandoned += 1;
    }
    if (attempt.outcome !== null) this.#addOutcome(attempt.outcome, attempt.disposition);
  }

  #addOutcome(outcome: string, disposition: string | null): void {
    const key = `${outcome}\n${disposition ?? ''}`;
    const count = this.#outcomes.get(key);
    if (count) count.attempts += 1;
    else this.#outcomes.set(key, { outcome, disposition, attempts: 1 });
  }

  sums(): AttemptSums {
    return this.#sums;
  }

  /** The hours in which attempts were opened, in their order. */
  hours(): HourReport[] {
    return [...this.#hours.values()].sort((a, b) => a.from - b.from);
  }

  /** Endings with their dispositions, the most frequent first. */
  outcomes(): OutcomeCount[] {
    return [...this.#outcomes]
      .sort(([keyA, a], [keyB, b]) => b.attempts - a.attempts || (keyA < keyB ? -1 : 1))
      .map(([, count]) => count);
  }
}
