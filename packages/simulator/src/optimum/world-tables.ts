/** The true distributions of a simulated world, from many draws. */
import { drawCall } from '../pacing-simulation/call-world.js';
import type { CallWorld } from '../pacing-simulation/call-world.js';
import { seededRandom } from '../pacing-simulation/samplers.js';

/** Instants at which a call placed now may be answered: the middles of equal shares of ring time. */
export const HORIZONS = 6;

const DRAWS = 40_000;
const SEED = 12_345;
/** Cells of call age. */
const STEP_MS = 250;
const CALL_CELLS = 400;
/** Ages of conversations and wrap-ups that are tabulated, and horizons after them. */
const AGES_MS: readonly number[] = Array.from({ length: 60 }, (_, i) => 1_000 * (1.12 ** i - 1));
const ROOM_STEP_MS = 1_000;
const ROOMS = 64;

/** Answers and other endings by age of the call, agents who come free by age of what they do. */
export class WorldTables {
  /** Share of the calls that are answered, by a person or by a machine taken for one. */
  readonly answerRate: number;
  /** Times from dialing to an answer: middles of equal shares. */
  readonly horizons: readonly number[];
  /** Share of all calls answered, and ended otherwise, by each cell's lower edge. */
  readonly #answered: Float64Array;
  readonly #ended: Float64Array;
  readonly #fromTalk: readonly Float64Array[];
  readonly #fromWrapUp: readonly Float64Array[];

  constructor(world: CallWorld) {
    if (typeof world.answerRate !== 'number')
      throw new Error('told-pacer: answerRate is a function; state each change of it in changes');
    const random = seededRandom(SEED);
    const answers: number[] = [];
    const endings: number[] = [];
    const work: { talk: number; wrapUp: number }[] = [];
    for (let i = 0; i < DRAWS; i += 1) {
      const call = drawCall(world, world.answerRate, random);
      if (call.outcome !== 'answered') endings.push(call.after);
      else {
        answers.push(call.after);
        work.push({ talk: call.talk(random), wrapUp: world.wrapUp(random) });
      }
    }
    answers.sort((a, b) => a - b);
    this.answerRate = answers.length / DRAWS;
    this.horizons = Array.from(
      { length: HORIZONS },
      (_, j) => answers[Math.floor(((j + 0.5) / HORIZONS) * answers.length)]!,
    );
    this.#answered = cumulative(answers);
    this.#ended = cumulative(endings);
    this.#fromTalk = AGES_MS.map((age) =>
      sharesByRoom(work.filter(({ talk }) => talk > age).map(({ talk, wrapUp }) => talk + wrapUp - age)),
    );
    this.#fromWrapUp = AGES_MS.map((age) =>
      sharesByRoom(work.filter(({ wrapUp }) => wrapUp > age).map(({ wrapUp }) => wrapUp - age)),
    );
  }

  /** Probability that a call of this age is answered within the horizon. */
  answeredWithin(age: number, horizon: number): number {
    const before = at(this.#answered, age);
    const alive = 1 - before - at(this.#ended, age);
    return alive <= 1e-9 ? 0 : Math.max(0, at(this.#answered, age + horizon) - before) / alive;
  }

  /** Probability that an agent who has done this for so long is free within the room. */
  freeWithin(activity: 'talking' | 'wrap-up', age: number, room: number): number {
    const table = activity === 'talking' ? this.#fromTalk : this.#fromWrapUp;
    const cell = Math.min(AGES_MS.length - 1, Math.floor(Math.log1p(age / 1_000) / Math.log(1.12)));
    return table[cell]![Math.min(ROOMS - 1, Math.round(room / ROOM_STEP_MS))]!;
  }
}

function cumulative(times: readonly number[]): Float64Array {
  const shares = new Float64Array(CALL_CELLS + 1);
  for (const time of times) shares[Math.min(CALL_CELLS, Math.floor(time / STEP_MS) + 1)]! += 1 / DRAWS;
  for (let c = 1; c <= CALL_CELLS; c += 1) shares[c]! += shares[c - 1]!;
  return shares;
}

function at(shares: Float64Array, time: number): number {
  const place = Math.min(CALL_CELLS, Math.max(0, time / STEP_MS));
  const cell = Math.min(CALL_CELLS - 1, Math.floor(place));
  return shares[cell]! + (place - cell) * (shares[cell + 1]! - shares[cell]!);
}

/** Share of these durations that is over within each whole number of room steps. */
function sharesByRoom(left: readonly number[]): Float64Array {
  const shares = new Float64Array(ROOMS);
  for (const duration of left) {
    const first = Math.ceil(duration / ROOM_STEP_MS);
    if (first < ROOMS) shares[first]! += 1 / left.length;
  }
  for (let r = 1; r < ROOMS; r += 1) shares[r]! += shares[r - 1]!;
  return shares;
}
