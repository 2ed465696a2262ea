/** Attempts counted by day, list, caller number, trunk and seller, and outcomes by hour, in one pass. */
import type { CountValues, Disposition } from '@outdial/core';
import type { ReportedAttempt } from '@outdial/store';
import { zonedText } from '../local-time/instant-in-zone.js';

/** What attempts are counted by. */
export const BREAKDOWNS = ['days', 'lists', 'callerNumbers', 'trunks', 'sellers'] as const;

/** One of {@link BREAKDOWNS}. */
export type Breakdown = (typeof BREAKDOWNS)[number];

/** What is counted of each. */
export type BrokenDownCounts = Required<
  Pick<
    CountValues,
    | 'attempts'
    | 'resolvedDials'
    | 'answered'
    | 'shortCalls'
    | 'liveAnswers'
    | 'connected'
    | 'abandoned'
    | 'rightParties'
    | 'conversions'
  >
>;

/** The attempts of one day, list, caller number, trunk or seller. */
export interface BrokenDown {
  readonly name: string;
  readonly counts: BrokenDownCounts;
}

/** Attempts of one hour of the day with one outcome. */
export interface OutcomeHour {
  /** '13:00', in the agency's zone. */
  readonly hour: string;
  readonly outcome: string;
  readonly attempts: number;
}

/** Counts attempts as they are read. */
export class Breakdowns {
  readonly #timeZone: string;
  readonly #tables: Readonly<Record<Breakdown, Map<string, BrokenDownCounts>>> = {
    days: new Map(),
    lists: new Map(),
    callerNumbers: new Map(),
    trunks: new Map(),
    sellers: new Map(),
  };
  readonly #outcomes = new Map<string, Map<string, number>>();
  /** Local day and hour by the hour of the clock: offsets change on the quarter of an hour. */
  readonly #localHours = new Map<number, { readonly day: string; readonly hour: string }>();

  /** `timeZone`: IANA name of the agency's zone. */
  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** Counts one attempt; `disposition`: what its code means to the campaign. */
  add(attempt: ReportedAttempt, disposition: Disposition | undefined): void {
    const { day, hour } = this.#localHour(attempt.openedAt);
    const { listId: lists, callerNumber: callerNumbers, trunk, seller } = attempt;
    const names = { days: day, lists, callerNumbers, trunks: trunk ?? '', sellers: seller ?? '' };
    for (const by of BREAKDOWNS) {
      const counts = this.#tables[by].get(names[by]) ?? NONE;
      this.#tables[by].set(names[by], counted(counts, attempt, disposition));
    }
    if (attempt.outcome === null) return;
    const ofHour = this.#outcomes.get(hour) ?? new Map<string, number>();
    ofHour.set(attempt.outcome, (ofHour.get(attempt.outcome) ?? 0) + 1);
    this.#outcomes.set(hour, ofHour);
  }

  /** The counts of a breakdown, by name in its order. */
  list(by: Breakdown): readonly BrokenDown[] {
    return [...this.#tables[by]]
      .map(([name, counts]) => ({ name, counts }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Outcomes by hour of the day. */
  outcomeHours(): readonly OutcomeHour[] {
    return [...this.#outcomes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([hour, outcomes]) =>
        [...outcomes].map(([outcome, attempts]) => ({ hour, outcome, attempts })),
      );
  }

  #localHour(at: number): { readonly day: string; readonly hour: string } {
    const quarter = Math.floor(at / QUARTER_MS);
    const known = this.#localHours.get(quarter);
    if (known) return known;
    const [day = '', time = ''] = zonedText(quarter * QUARTER_MS, this.#timeZone, 'minute').split(' ');
    const local = { day, hour: `${time.slice(0, 2)}:00` };
    this.#localHours.set(quarter, local);
    return local;
  }
}

const QUARTER_MS = 900_000;

const NONE: BrokenDownCounts = {
  attempts: 0,
  resolvedDials: 0,
  answered: 0,
  shortCalls: 0,
  liveAnswers: 0,
  connected: 0,
  abandoned: 0,
  rightParties: 0,
  conversions: 0,
};

/** An answered call of less is one that carriers surcharge. */
const SHORT_CALL_MS = 6_000;

/** Whether an answered call ended within 6 s. */
export function isShort({ answeredAt, endedAt }: Pick<ReportedAttempt, 'answeredAt' | 'endedAt'>): boolean {
  return answeredAt !== null && endedAt !== null && endedAt - answeredAt < SHORT_CALL_MS;
}

function counted(
  counts: BrokenDownCounts,
  attempt: ReportedAttempt,
  disposition: Disposition | undefined,
): BrokenDownCounts {
  const isResolved = attempt.dialedAt !== null && (attempt.endedAt !== null || attempt.answeredAt !== null);
  return {
    attempts: counts.attempts + 1,
    resolvedDials: counts.resolvedDials + Number(isResolved),
    answered: counts.answered + Number(attempt.answeredAt !== null),
    shortCalls: counts.shortCalls + Number(isShort(attempt)),
    liveAnswers: counts.liveAnswers + Number(attempt.liveAnswerAt !== null),
    connected: counts.connected + Number(attempt.connectedAt !== null),
    abandoned: counts.abandoned + Number(attempt.abandonedAt !== null),
    rightParties: counts.rightParties + Number(disposition?.rightParty === true),
    conversions: counts.conversions + Number(disposition?.conversion === true),
  };
}
