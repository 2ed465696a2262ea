/** Which answer rate to expect of each list in this hour, from calls of earlier weeks and of today. */

/** Calls of one list in one span of time. */
export interface AnswersOfList {
  readonly listId: string;
  /** Dialed calls whose end is known, and those among them that a live person answered. */
  readonly calls: number;
  readonly liveAnswers: number;
}

/** What was seen of a campaign's lists. Each span has one entry a list that was dialed in it. */
export interface ObservedAnswers {
  /** The same hour of the week in earlier weeks. */
  readonly sameHour: readonly (readonly AnswersOfList[])[];
  /** The last hour. */
  readonly lastHour: readonly AnswersOfList[];
}

/** Calls below which an hour of the week is not known. */
const FEWEST_CALLS = 100;
/** Answers as expected that a list counts for before its own calls do. */
const USUAL_ANSWERS = 10;
const LEAST = 0.005;
const MOST = 0.95;

/**
 * Expected answer rates (0..1) of lists: the rate of the hour, from the same hour of earlier weeks, times
 * what each list answered beside the other lists dialed in the same spans. A list of which nothing is known
 * has the rate of the hour. Before the hour is known, the last hour stands for it where several lists were
 * dialed, for only their difference tells more than the pacer learns by itself.
 *
 * The pacer takes these as scores and calibrates them: only their relation to each other matters, not their
 * level.
 *
 * Source: indirect standardisation with a gamma prior; J. Yerushalmy, "A mortality index for use in place of
 * the age-adjusted death rate", American Journal of Public Health 41 (1951).
 */
export class ListAnswerRates {
  /** Null: neither the hour nor a difference of lists is known. */
  readonly #rate: number | null;
  /** Observed over expected answers of each list. */
  readonly #ratios: ReadonlyMap<string, number>;

  constructor({ sameHour, lastHour }: ObservedAnswers) {
    const ofHour = rateOf(sameHour.flat());
    const ofLists = lastHour.length > 1 ? rateOf(lastHour) : null;
    this.#rate = ofHour ?? ofLists;
    this.#ratios = ratiosOf([...sameHour, lastHour]);
  }

  /** The rate to expect of a call of this list; undefined where nothing is known. */
  of(listId: string): number | undefined {
    if (this.#rate === null) return undefined;
    return Math.min(MOST, Math.max(LEAST, this.#rate * (this.#ratios.get(listId) ?? 1)));
  }
}

/** The answer rate of all these calls; null where they are few. */
function rateOf(lists: readonly AnswersOfList[]): number | null {
  const calls = lists.reduce((sum, list) => sum + list.calls, 0);
  if (calls < FEWEST_CALLS) return null;
  return lists.reduce((sum, list) => sum + list.liveAnswers, 0) / calls;
}

/** Each list's answers over those it would have had at the rate of its spans. */
function ratiosOf(spans: readonly (readonly AnswersOfList[])[]): ReadonlyMap<string, number> {
  const seen = new Map<string, { answers: number; expected: number }>();
  for (const span of spans) {
    const rate = rateOf(span);
    if (rate === null) continue;
    for (const { listId, calls, liveAnswers } of span) {
      const list = seen.get(listId) ?? { answers: USUAL_ANSWERS, expected: USUAL_ANSWERS };
      seen.set(listId, { answers: list.answers + liveAnswers, expected: list.expected + calls * rate });
    }
  }
  return new Map([...seen].map(([listId, { answers, expected }]) => [listId, answers / expected]));
}
