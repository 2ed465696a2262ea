/** The forecast of one campaign's calls in flight: answers ahead, by horizon. */
import { DurationGrid } from '../estimation/duration-grid.js';
import { IncidenceCurve, answersAhead, endingsAhead } from '../estimation/incidence-curve.js';
import type { AnswersAhead } from '../estimation/incidence-curve.js';
import type { HazardEstimator } from '../estimation/hazard-estimator.js';
import { SCORE_LEVELS, levelOf } from '../estimation/score-calibration.js';
import { SurvivalCurve } from '../estimation/survival-curve.js';
import { AgeLadder } from './age-ladder.js';
import type { LadderEntry } from './age-ladder.js';
import type { CallRecord } from './call-ledger.js';
import { HORIZONS } from './horizons.js';
import { ANSWERED, ENDED } from './learning.js';
import type { Learning } from './learning.js';
import { occupies } from './occupation.js';
import type { OccupationSpan } from './occupation.js';
import type { ResolvedOptions } from './options.js';
import { TrunkSilence } from './trunk-silence.js';

/**
 * Columns of the call table after those of the horizons: answers to be expected up to this age, the
 * probability of ever being answered, and endings of any kind to be expected up to this age.
 */
const EXPECTED_SO_FAR = HORIZONS;
const EVER = HORIZONS + 1;
const ENDINGS_SO_FAR = HORIZONS + 2;
const CALL_COLUMNS = HORIZONS + 3;
/** Change of the logarithm of the odds of an answer from which the tables mislead. */
const MISLEADING = 0.2;

const CALL_GRID = new DurationGrid(1_000, 1.12, 600_000);
/** The risk is computed with an answer rate this many standard errors above the estimate. */
const CAUTION = 2;
/**
 * Answers over which a change of the answer rate is tested; with more calls in flight, as many answers as
 * they are expected to bring.
 */
const LEAST_DRIFT_WINDOW = 40;
/**
 * After a sudden change of the answer rate, this many old calls still count: their ring times stay valid,
 * their answer rate does not.
 */
const CALLS_KEPT_AT_CHANGE = 150;
const KEPT_OF_RUNNING_AT_CHANGE = 2;
/** Calls dialed last whose scores stand for those of the calls placed now. */
const RECENT_CALLS = 100;

/** Means of the durations of a campaign, ms. */
export interface MeanTimes {
  readonly ringTime: number;
  readonly handleTime: number;
}

/** Places of the ring-time distribution over which its mean is taken. */
const RING_PLACES = 24;

/**
 * How many calls in flight will have been answered and still occupy an agent at each instant at which a call
 * placed now may be answered.
 */
export class CallOutlook {
  readonly calls: AgeLadder = new AgeLadder(CALL_GRID, SCORE_LEVELS, CALL_COLUMNS, HORIZONS);
  /** Answer rate of a call placed now, as estimated, and the cautious one that the risk is computed with. */
  answerRate: number;
  cautiousAnswerRate: number;
  /**
   * Probability, for each instant, that a call placed now has been answered by then and still occupies its
   * agent.
   */
  readonly newCall: Float64Array = new Float64Array(HORIZONS);
  readonly learning: Learning;
  /** Mean time from dialing to an answer, and mean of talk and wrap-up, ms. */
  meanTimes: MeanTimes;
  readonly #entries = new Map<CallRecord, LadderEntry>();
  /** Answers to be expected by each edge of age, by level of score. */
  #expectedByAge: Float64Array = new Float64Array(SCORE_LEVELS * (CALL_GRID.cells + 1));
  /** Expected answers of calls that left since the last decision, and of those in flight then. */
  #expectedOfLeft = 0;
  #expectedInFlight = 0;
  readonly #silence = new TrunkSilence();
  #endingsByAge: Float64Array = new Float64Array(SCORE_LEVELS * (CALL_GRID.cells + 1));
  /** The drift that the present tables count with. */
  #tabulatedFactor = 1;
  /** Levels of scores that the present tables cover: a new one needs new tables. */
  readonly #tabulated = new Set<number>([0]);
  /** Shares of the levels among the calls dialed last, and the answer rate learned of each. */
  readonly #recent: Float64Array = new Float64Array(SCORE_LEVELS);
  #dialed = 0;
  #rates: Float64Array;
  /** The same, as much higher as {@link cautiousAnswerRate}. */
  #cautiousRates: Float64Array;
  /** Probabilities of {@link newCall} by unit of its answer rate. */
  readonly #newAnswer: Float64Array = new Float64Array(HORIZONS);

  constructor(learning: Learning, options: ResolvedOptions) {
    this.learning = learning;
    this.answerRate = options.priors.answerRate;
    this.cautiousAnswerRate = options.priors.answerRate;
    this.#rates = new Float64Array(SCORE_LEVELS).fill(options.priors.answerRate);
    this.#cautiousRates = this.#rates;
    const { ringTime, talkTime, wrapUp } = options.priors;
    this.meanTimes = { ringTime, handleTime: talkTime + wrapUp };
  }

  /** Expected answers, in the end, of the calls ringing now. */
  get expectedAnswers(): number {
    return Math.max(0, this.calls.mean[EVER]!);
  }

  /** Whether answers come so much more or less often than the tables say that these mislead. */
  get isMisled(): boolean {
    const { factor } = this.learning.drift;
    if (factor === this.#tabulatedFactor) return false;
    return factor === 1 || Math.abs(Math.log(factor / this.#tabulatedFactor)) > MISLEADING;
  }

  /** Probability that a call in flight is ever answered; 0 when it is not known to ring. */
  chanceOfAnswer(call: CallRecord): number {
    const entry = this.#entries.get(call);
    return entry === undefined ? 0 : this.calls.probability(entry.group * CALL_GRID.cells + entry.cell, EVER);
  }

  /** A call began to ring. Returns whether the tables do not cover its level. */
  began(call: CallRecord, now: number): boolean {
    const level = levelOf(call.answerProbability);
    const isNew = !this.#tabulated.has(level);
    this.#tabulated.add(level);
    const { lasted } = this.#silence;
    this.#entries.set(call, this.calls.add((call.dialedAt ?? now) - lasted, level, now - lasted));
    this.#noteLevel(level);
    return isNew;
  }

  /** A call stopped ringing, answered or not. */
  left(call: CallRecord, at: number): void {
    const entry = this.#entries.get(call);
    if (entry === undefined) return;
    // Expected answers are taken by whole cells. Observed and expected answers then agree on average, at
    // whichever instant within a cell calls leave.
    const cell = CALL_GRID.cellOf(at - this.#silence.lasted - entry.since);
    this.#expectedOfLeft += this.#expectedByAge[entry.group * (CALL_GRID.cells + 1) + cell + 1]!;
    this.#silence.broken();
    this.calls.remove(entry);
    this.#entries.delete(call);
  }

  /**
   * Moves to `now` and reports to the drift detector how many answers were expected since the last decision,
   * from calls that left and from those in flight. Over the life of a call this adds up to its cumulative
   * answer hazard when it left, however rare decisions are.
   *
   * While the trunk is silent the calls in flight stay as old as they are: their answers are still expected,
   * for the instant at which something is heard again.
   */
  advance(now: number): void {
    this.#silence.advance(now);
    this.calls.advance(now - this.#silence.lasted);
    this.#silence.expected(this.calls.mean[ENDINGS_SO_FAR]!, this.calls.size);
    const inFlight = this.calls.mean[EXPECTED_SO_FAR]!;
    this.learning.drift.expect(this.#expectedOfLeft + inFlight - this.#expectedInFlight);
    this.#expectedOfLeft = 0;
    this.#expectedInFlight = inFlight;
  }

  /** Estimates when calls are answered, from everything observed and still ringing. */
  estimate(): IncidenceCurve {
    const { calls, drift } = this.learning;
    calls.clearRunning();
    this.calls.forEachCell((_, age, count) => calls.addRunning(age, count));
    if (drift.changed) {
      calls.rescale(ANSWERED, drift.factor);
      const kept = Math.max(CALLS_KEPT_AT_CHANGE, KEPT_OF_RUNNING_AT_CHANGE * this.calls.size);
      this.learning.scores.rescale(drift.factor, Math.min(1, kept / calls.observations));
      calls.forget(kept);
      drift.reset();
    }
    const hazards = calls.hazards();
    const answers = hazards[ANSWERED]!;
    const curve = new IncidenceCurve(calls.grid, answers, hazards[ENDED]!);
    drift.window = Math.max(LEAST_DRIFT_WINDOW, this.calls.size * curve.answerRate);
    drift.modelAnswers = 1 + calls.observations * curve.answerRate;
    this.#tabulatedFactor = drift.factor;
    this.answerRate = scaleOdds(Math.min(0.999, curve.answerRate), drift.factor);
    const weight = Math.min(calls.observations, 1e6) + 1;
    this.cautiousAnswerRate = Math.min(
      0.999,
      this.answerRate + CAUTION * Math.sqrt((this.answerRate * (1 - this.answerRate)) / weight),
    );
    this.#estimateLevels(curve.answerRate);
    return curve;
  }

  #estimateLevels(plain: number): void {
    if (!this.#isScored) {
      this.#rates = new Float64Array(SCORE_LEVELS).fill(plain);
      this.#cautiousRates = new Float64Array(SCORE_LEVELS).fill(this.cautiousAnswerRate);
      return;
    }
    const caution = oddsOf(this.cautiousAnswerRate) / oddsOf(Math.min(0.999, plain));
    this.#rates = this.learning.scores.rates(plain);
    this.#cautiousRates = this.#rates.map((rate) => scaleOdds(rate, caution));
  }

  /** Tabulates the curve for the horizons of these spans. */
  tabulate(curve: IncidenceCurve, spans: readonly OccupationSpan[]): void {
    this.calls.setTable(this.#callTable(curve, spans));
    this.#expectedInFlight = this.calls.mean[EXPECTED_SO_FAR]!;
    this.#silence.renewed(this.calls.mean[ENDINGS_SO_FAR]!);
    this.meanTimes = meanTimesOf(curve, this.learning);
    const ahead = answersAhead(curve, this.cautiousAnswerRate, 0);
    spans.forEach((span, j) => {
      this.newCall[j] = occupies(ahead, span);
      // Of a call that has not rung yet the probability is proportional to its answer rate.
      this.#newAnswer[j] = this.newCall[j]! / this.cautiousAnswerRate;
    });
    this.#expectRecent();
  }

  /** Whether calls came with scores. */
  get #isScored(): boolean {
    return this.#tabulated.size > 1;
  }

  /** A call placed now is taken to have a score as those dialed last. */
  #noteLevel(level: number): void {
    this.#dialed += 1;
    const news = 1 / Math.min(RECENT_CALLS, this.#dialed);
    const recent = this.#recent;
    for (let i = 0; i < SCORE_LEVELS; i += 1) recent[i]! += news * ((i === level ? 1 : 0) - recent[i]!);
    this.#expectRecent();
  }

  #expectRecent(): void {
    if (!this.#isScored) return;
    let rate = 0;
    for (let i = 0; i < SCORE_LEVELS; i += 1) rate += this.#recent[i]! * this.#cautiousRates[i]!;
    for (let j = 0; j < HORIZONS; j += 1) this.newCall[j] = this.#newAnswer[j]! * rate;
  }

  #callTable(curve: IncidenceCurve, spans: readonly OccupationSpan[]): Float64Array {
    const { cells } = CALL_GRID;
    const table = new Float64Array(SCORE_LEVELS * cells * CALL_COLUMNS);
    for (let level = 0; level < SCORE_LEVELS; level += 1) {
      if (!this.#tabulated.has(level)) continue;
      const cautious = this.#cautiousRates[level]!;
      // Observed answers are compared with the model without its drift factor: they measure that factor.
      const rate = this.#rates[level]!;
      sumByAge(this.#expectedByAge, level, (age) => answersAhead(curve, rate, age));
      sumByAge(this.#endingsByAge, level, (age) => endingsAhead(curve, rate, age));
      for (let cell = 0; cell < cells; cell += 1) {
        const age = CALL_GRID.middleOf(cell);
        const ahead = answersAhead(curve, cautious, age);
        const base = (level * cells + cell) * CALL_COLUMNS;
        spans.forEach((span, j) => {
          table[base + j] = occupies(ahead, span);
        });
        table[base + EXPECTED_SO_FAR] = expectedBy(this.#expectedByAge, level, age);
        table[base + EVER] = ahead(Infinity);
        table[base + ENDINGS_SO_FAR] = expectedBy(this.#endingsByAge, level, age);
      }
    }
    return table;
  }
}

function meanTimesOf(curve: IncidenceCurve, { talk, wrapUp }: Learning): MeanTimes {
  const places = Array.from({ length: RING_PLACES }, (_, i) => (i + 0.5) / RING_PLACES);
  return {
    ringTime: places.reduce((sum, share) => sum + curve.answerQuantile(share), 0) / RING_PLACES,
    handleTime: meanOf(talk) + meanOf(wrapUp),
  };
}

function meanOf(durations: HazardEstimator): number {
  return new SurvivalCurve(durations.grid, durations.hazards()[0]!).mean;
}

/** Sums the probabilities of what happens to a call in one cell of age after the other. */
function sumByAge(into: Float64Array, level: number, aheadOf: (age: number) => AnswersAhead): void {
  const { cells, edges } = CALL_GRID;
  const base = level * (cells + 1);
  for (let cell = 0; cell < cells; cell += 1) {
    const age = edges[cell]!;
    const horizon = (edges[cell + 1] ?? age * 2) - age;
    into[base + cell + 1] = into[base + cell]! + aheadOf(age)(horizon);
  }
}

function expectedBy(byAge: Float64Array, level: number, age: number): number {
  const cell = CALL_GRID.cellOf(age);
  const low = CALL_GRID.edges[cell]!;
  const width = (CALL_GRID.edges[cell + 1] ?? low * 2) - low;
  const base = level * (CALL_GRID.cells + 1) + cell;
  const part = Math.min(1, Math.max(0, (age - low) / width));
  return byAge[base]! + part * (byAge[base + 1]! - byAge[base]!);
}

function oddsOf(probability: number): number {
  return probability / (1 - probability);
}

function scaleOdds(probability: number, factor: number): number {
  const odds = oddsOf(probability) * factor;
  return odds / (1 + odds);
}
