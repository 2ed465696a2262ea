/** The forecast of the predictive mode: answers ahead and agents coming free, by horizon. */
import { DurationGrid } from '../estimation/duration-grid.js';
import { IncidenceCurve, answersAhead } from '../estimation/incidence-curve.js';
import { AgeLadder } from './age-ladder.js';
import { AgentReturn } from './agent-return.js';
import type { WrapUpRoom } from './agent-return.js';
import type { LadderEntry } from './age-ladder.js';
import type { AgentChange, AgentRecord } from './agent-roster.js';
import type { CallRecord } from './call-ledger.js';
import { ANSWERED, CALL_KINDS, ENDED, kindOf } from './learning.js';
import type { Learning } from './learning.js';
import { occupationSpan, occupies } from './occupation.js';
import type { OccupationSpan } from './occupation.js';
import type { ResolvedOptions } from './options.js';

/**
 * Instants at which a call placed now may be answered: the middles of equal shares of the ring-time
 * distribution.
 */
export const HORIZONS = 6;
/**
 * Further columns of the call table: answers to be expected up to this age, and the probability of ever being
 * answered.
 */
const EXPECTED_SO_FAR = HORIZONS;
const EVER = HORIZONS + 1;
const CALL_COLUMNS = HORIZONS + 2;

/** Groups of the agent ladder. */
const TALKING = 0;
const OTHER_WORK = 1;
const WRAP_UP = 2;

const CALL_GRID = new DurationGrid(1_000, 1.12, 600_000);
const AGENT_GRID = new DurationGrid(1_000, 1.12, 7_200_000);
/** Tables are recomputed when a tenth more facts are known, at the latest after this many. */
const MOST_FACTS_BETWEEN = 1_024;
const FIRST_FACTS_BETWEEN = 16;
const GROWTH = 0.1;
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

/**
 * The forecast: how many calls in flight will have been answered and still occupy an agent, and how many busy
 * agents will have become free, at each instant at which a call placed now may be answered.
 */
export class Outlook {
  readonly calls: AgeLadder = new AgeLadder(CALL_GRID, CALL_KINDS, CALL_COLUMNS);
  readonly agents: AgeLadder = new AgeLadder(AGENT_GRID, 3, HORIZONS);
  /** Answer rate of a call placed now, as estimated, and the cautious one that the risk is computed with. */
  answerRate: number;
  cautiousAnswerRate: number;
  /**
   * Probability, for each instant, that a call placed now has been answered by then and still occupies its
   * agent.
   */
  readonly newCall: Float64Array = new Float64Array(HORIZONS);
  readonly #learning: Learning;
  readonly #callEntries = new Map<CallRecord, LadderEntry>();
  readonly #agentEntries = new Map<AgentRecord, LadderEntry>();
  #facts = 0;
  #renewAt = 0;
  #grace = 0;
  /** Answers to be expected by each edge of age, by kind of call. */
  #expectedByAge: Float64Array = new Float64Array(CALL_KINDS * (CALL_GRID.cells + 1));
  /** Expected answers of calls that left since the last decision, and of those in flight then. */
  #expectedOfLeft = 0;
  #expectedInFlight = 0;
  /** Kinds of calls and of work that the present tables cover: a new one needs new tables. */
  readonly #tabulated = new Set<number>([0]);
  #othersTabulated = false;

  constructor(learning: Learning, options: ResolvedOptions) {
    this.#learning = learning;
    this.answerRate = options.priors.answerRate;
    this.cautiousAnswerRate = options.priors.answerRate;
    this.#grace = options.connectGrace;
  }

  /** Expected answers, in the end, of the calls ringing now. */
  get expectedAnswers(): number {
    return Math.max(0, this.calls.mean[EVER]!);
  }

  /** Probability that a call in flight is ever answered; 0 when it is not known to ring. */
  chanceOfAnswer(call: CallRecord): number {
    const entry = this.#callEntries.get(call);
    return entry === undefined ? 0 : this.calls.probability(entry.group * CALL_GRID.cells + entry.cell, EVER);
  }

  /** Agents busy now who are expected to be free when a call placed now would typically be answered. */
  get expectedFree(): number {
    return Math.max(0, this.agents.mean[HORIZONS >> 1]!);
  }

  callBegan(call: CallRecord, now: number): void {
    this.#facts += 1;
    const kind = kindOf(call);
    if (!this.#tabulated.has(kind)) this.#renewAt = this.#facts;
    this.#tabulated.add(kind);
    this.#callEntries.set(call, this.calls.add(call.dialedAt ?? now, kind, now));
  }

  /** A call stopped ringing, answered or not. */
  callLeft(call: CallRecord, at: number): void {
    this.#facts += 1;
    const entry = this.#callEntries.get(call);
    if (entry === undefined) return;
    // Expected answers are taken by whole cells. Observed and expected answers then agree on average, at
    // whichever instant within a cell calls leave.
    this.#expectedOfLeft +=
      this.#expectedByAge[entry.group * (CALL_GRID.cells + 1) + CALL_GRID.cellOf(at - entry.since) + 1]!;
    this.calls.remove(entry);
    this.#callEntries.delete(call);
  }

  agentChanged({ agent }: AgentChange, now: number): void {
    this.#facts += 1;
    const entry = this.#agentEntries.get(agent);
    if (entry !== undefined) {
      this.agents.remove(entry);
      this.#agentEntries.delete(agent);
    }
    const group = groupOf(agent);
    if (group === OTHER_WORK && !this.#othersTabulated) {
      this.#othersTabulated = true;
      this.#renewAt = this.#facts;
    }
    if (group !== undefined) this.#agentEntries.set(agent, this.agents.add(agent.since, group, now));
  }

  /** Moves to `now`; recomputes the tables when enough was learned since. */
  advance(now: number, grace: number): void {
    this.calls.advance(now);
    this.agents.advance(now);
    this.#noteExpected();
    if (this.#facts >= this.#renewAt || grace !== this.#grace) this.#renew(grace);
  }

  /**
   * Reports to the drift detector how many answers were expected since the last decision, from calls that
   * left and from those in flight. Over the life of a call this adds up to its cumulative answer hazard when
   * it left, however rare decisions are.
   */
  #noteExpected(): void {
    const inFlight = this.calls.mean[EXPECTED_SO_FAR]!;
    this.#learning.drift.expect(this.#expectedOfLeft + inFlight - this.#expectedInFlight);
    this.#expectedOfLeft = 0;
    this.#expectedInFlight = inFlight;
  }

  #expectedBy(kind: number, age: number): number {
    const cell = CALL_GRID.cellOf(age);
    const low = CALL_GRID.edges[cell]!;
    const width = (CALL_GRID.edges[cell + 1] ?? low * 2) - low;
    const base = kind * (CALL_GRID.cells + 1) + cell;
    const part = Math.min(1, Math.max(0, (age - low) / width));
    return this.#expectedByAge[base]! + part * (this.#expectedByAge[base + 1]! - this.#expectedByAge[base]!);
  }

  /** Estimates the curves from everything observed and still running, and tabulates them. */
  #renew(grace: number): void {
    this.#grace = grace;
    this.#renewAt =
      this.#facts +
      Math.min(MOST_FACTS_BETWEEN, Math.max(FIRST_FACTS_BETWEEN, Math.floor(this.#facts * GROWTH)));
    const learning = this.#learning;
    learning.forget({ callsInFlight: this.calls.size, busyAgents: this.agents.size });
    this.#noteRunning();
    const curve = this.#callCurve();
    const horizons = Array.from({ length: HORIZONS }, (_, j) => curve.answerQuantile((j + 0.5) / HORIZONS));
    const agents = new AgentReturn(learning);
    const spans = horizons.map((until) => occupationSpan(until, grace, agents));
    this.calls.setTable(this.#callTable(curve, spans));
    this.#expectedInFlight = this.calls.mean[EXPECTED_SO_FAR]!;
    this.agents.setTable(
      this.#agentTable(
        agents,
        horizons.map((until) => agents.room(until + grace)),
      ),
    );
    const ahead = answersAhead(curve, this.cautiousAnswerRate, 0);
    spans.forEach((span, j) => {
      this.newCall[j] = occupies(ahead, span);
    });
  }

  #callCurve(): IncidenceCurve {
    const { calls, drift } = this.#learning;
    if (drift.changed) {
      calls.rescale(ANSWERED, drift.factor);
      calls.forget(Math.max(CALLS_KEPT_AT_CHANGE, KEPT_OF_RUNNING_AT_CHANGE * this.calls.size));
      drift.reset();
    }
    const hazards = calls.hazards();
    const answers = hazards[ANSWERED]!;
    const curve = new IncidenceCurve(calls.grid, answers, hazards[ENDED]!);
    drift.window = Math.max(LEAST_DRIFT_WINDOW, this.calls.size * curve.answerRate);
    drift.modelAnswers = 1 + calls.observations * curve.answerRate;
    this.answerRate = scaleOdds(Math.min(0.999, curve.answerRate), drift.factor);
    const weight = Math.min(calls.observations, 1e6) + 1;
    this.cautiousAnswerRate = Math.min(
      0.999,
      this.answerRate + CAUTION * Math.sqrt((this.answerRate * (1 - this.answerRate)) / weight),
    );
    return curve;
  }

  /** Calls and conversations that still run are right-censored observations. */
  #noteRunning(): void {
    const { calls, talk, other, wrapUp } = this.#learning;
    for (const estimator of [calls, talk, other, wrapUp]) estimator.clearRunning();
    forEachCell(this.calls, (_, age, count) => calls.addRunning(age, count));
    forEachCell(this.agents, (group, age, count) => [talk, other, wrapUp][group]!.addRunning(age, count));
  }

  #callTable(curve: IncidenceCurve, spans: readonly OccupationSpan[]): Float64Array {
    const { cells } = CALL_GRID;
    const table = new Float64Array(CALL_KINDS * cells * CALL_COLUMNS);
    const factor = this.#learning.drift.factor;
    for (let kind = 0; kind < CALL_KINDS; kind += 1) {
      if (!this.#tabulated.has(kind)) continue;
      const cautious =
        kind === 0 ? this.cautiousAnswerRate : scaleOdds(this.#learning.answerRateOf(kind), factor);
      // Observed answers are compared with the model without its drift factor: they measure that factor.
      const plain = kind === 0 ? curve.answerRate : this.#learning.answerRateOf(kind);
      this.#expectByAge(curve, kind, plain);
      for (let cell = 0; cell < cells; cell += 1) {
        const age = CALL_GRID.middleOf(cell);
        const ahead = answersAhead(curve, cautious, age);
        const base = (kind * cells + cell) * CALL_COLUMNS;
        spans.forEach((span, j) => {
          table[base + j] = occupies(ahead, span);
        });
        table[base + EXPECTED_SO_FAR] = this.#expectedBy(kind, age);
        table[base + EVER] = ahead(Infinity);
      }
    }
    return table;
  }

  /** Sums the probabilities of being answered in one cell of age after the other. */
  #expectByAge(curve: IncidenceCurve, kind: number, answerRate: number): void {
    const { cells, edges } = CALL_GRID;
    const base = kind * (cells + 1);
    for (let cell = 0; cell < cells; cell += 1) {
      const age = edges[cell]!;
      const horizon = (edges[cell + 1] ?? age * 2) - age;
      this.#expectedByAge[base + cell + 1] =
        this.#expectedByAge[base + cell]! + answersAhead(curve, answerRate, age)(horizon);
    }
  }

  #agentTable(agents: AgentReturn, rooms: readonly WrapUpRoom[]): Float64Array {
    const { cells } = AGENT_GRID;
    const table = new Float64Array(3 * cells * HORIZONS);
    for (let cell = 0; cell < cells; cell += 1) {
      const age = AGENT_GRID.middleOf(cell);
      rooms.forEach((room, j) => {
        table[(TALKING * cells + cell) * HORIZONS + j] = agents.fromTalk(age, room);
        if (this.#othersTabulated)
          table[(OTHER_WORK * cells + cell) * HORIZONS + j] = agents.fromOtherWork(age, room);
        table[(WRAP_UP * cells + cell) * HORIZONS + j] = agents.fromWrapUp(age, room);
      });
    }
    return table;
  }
}

function forEachCell(ladder: AgeLadder, visit: (group: number, age: number, count: number) => void): void {
  const { cells } = ladder.grid;
  for (let slot = 0; slot < ladder.counts.length; slot += 1) {
    const count = ladder.counts[slot]!;
    if (count > 0) visit(Math.floor(slot / cells), ladder.grid.middleOf(slot % cells), count);
  }
}

function scaleOdds(probability: number, factor: number): number {
  const odds = (probability / (1 - probability)) * factor;
  return odds / (1 + odds);
}

function groupOf({ state, ownCall }: AgentRecord): number | undefined {
  if (state === 'talking') return ownCall ? TALKING : OTHER_WORK;
  return state === 'wrap-up' ? WRAP_UP : undefined;
}
