/** The figures of a simulated campaign: time and calls, counted from the end of the warm-up. */
import type { PacingPeriod, PacingResult, PacingScenario } from './pacing-scenario.js';

/** What an agent of the simulation does. */
export type SimulatedState = 'ready' | 'talking' | 'wrap-up' | 'offline';

/** What is counted of calls. */
export type CountedCall = 'dials' | 'answers' | 'abandoned' | 'inbound' | 'late';

interface AgentCounts {
  staffed: number;
  busy: number;
  talking: number;
}

const COUNTS: Readonly<Record<SimulatedState, Readonly<AgentCounts>>> = {
  offline: { staffed: 0, busy: 0, talking: 0 },
  ready: { staffed: 1, busy: 0, talking: 0 },
  talking: { staffed: 1, busy: 1, talking: 1 },
  'wrap-up': { staffed: 1, busy: 1, talking: 0 },
};

/** Adds up how agents spend their time, and counts calls. */
export class PacingMeasure {
  /** End of the warm-up, by the clock of the simulation. */
  readonly #from: number;
  readonly #periodMs: number;
  readonly #now: AgentCounts = { staffed: 0, busy: 0, talking: 0 };
  readonly #timeMs: AgentCounts = { staffed: 0, busy: 0, talking: 0 };
  readonly #calls = { dials: 0, answers: 0, abandoned: 0, inbound: 0, late: 0 };
  readonly #periods: { answers: number; abandoned: number; busy: number; staffed: number }[] = [];
  #measuredAt: number;

  constructor({ origin = 0, warmUp, period = Infinity }: PacingScenario) {
    this.#from = origin + warmUp;
    this.#periodMs = period;
    this.#measuredAt = origin;
  }

  /** Counts a call at an instant, after the warm-up. */
  count(what: CountedCall, at: number): void {
    if (at < this.#from) return;
    this.#calls[what] += 1;
    if (what === 'answers' || what === 'abandoned') this.#period(at)[what] += 1;
  }

  /** An agent goes from one state into another. */
  enter(from: SimulatedState, to: SimulatedState, at: number): void {
    this.addUp(at);
    for (const what of ['staffed', 'busy', 'talking'] as const)
      this.#now[what] += COUNTS[to][what] - COUNTS[from][what];
  }

  /** Adds up the time since the last change. */
  addUp(at: number): void {
    const from = Math.max(this.#measuredAt, this.#from);
    if (at > from) {
      const span = at - from;
      for (const what of ['staffed', 'busy', 'talking'] as const)
        this.#timeMs[what] += span * this.#now[what];
      const period = this.#period(at);
      period.staffed += span * this.#now.staffed;
      period.busy += span * this.#now.busy;
    }
    this.#measuredAt = at;
  }

  /** The figures so far. */
  result(decisions: number): PacingResult {
    const { dials, answers, abandoned, inbound, late } = this.#calls;
    const { staffed, busy, talking } = this.#timeMs;
    const periods: readonly PacingPeriod[] = this.#periods;
    return {
      occupancy: staffed > 0 ? busy / staffed : 0,
      abandonment: answers > 0 ? abandoned / answers : 0,
      answers,
      abandoned,
      dials,
      inbound,
      late,
      decisions,
      periods,
      waitBetweenCalls: (staffed - busy) / Math.max(1, answers - abandoned + inbound),
      talkMinutesPerHour: staffed > 0 ? (60 * talking) / staffed : 0,
    };
  }

  #period(at: number): { answers: number; abandoned: number; busy: number; staffed: number } {
    const index = Math.max(0, Math.floor((at - this.#from) / this.#periodMs));
    while (this.#periods.length <= index)
      this.#periods.push({ answers: 0, abandoned: 0, busy: 0, staffed: 0 });
    return this.#periods[index]!;
  }
}
