/** The instants for which the predictive mode looks ahead. */
import type { IncidenceCurve } from '../estimation/incidence-curve.js';

/**
 * Instants at which a call placed now may be answered: the middles of equal shares of the ring-time
 * distribution.
 */
export const HORIZONS = 6;

/** Instants looked at, ms from now, and how the answers of each campaign are spread over them. */
export interface Horizons {
  readonly until: readonly number[];
  /** For each campaign, the part of its answers that each horizon stands for: 1 on average. */
  readonly parts: readonly Float64Array[];
}

/** Halvings with which an instant is found; 2^-40 of the longest ring time is far below 1 ms. */
const HALVINGS = 40;
const LONGEST_RING_MS = 600_000;

/**
 * Horizons of campaigns that share agents: equal shares of their answers together, each campaign counting
 * alike. All risks of a floor are then computed at the same few instants, however many campaigns there are.
 */
export function horizonsOf(curves: readonly IncidenceCurve[]): Horizons {
  const places = Array.from({ length: HORIZONS }, (_, j) => (j + 0.5) / HORIZONS);
  const [only] = curves;
  if (curves.length === 1)
    return {
      until: places.map((share) => only!.answerQuantile(share)),
      parts: [new Float64Array(HORIZONS).fill(1)],
    };
  const edges = Array.from({ length: HORIZONS - 1 }, (_, j) => quantile(curves, (j + 1) / HORIZONS));
  return {
    until: places.map((share) => quantile(curves, share)),
    parts: curves.map((curve) => partsOf(curve, edges)),
  };
}

function partsOf(curve: IncidenceCurve, edges: readonly number[]): Float64Array {
  const within = [0, ...edges.map((edge) => curve.answeredWithin(edge)), 1];
  return Float64Array.from({ length: HORIZONS }, (_, j) => HORIZONS * (within[j + 1]! - within[j]!));
}

/** Time by which this share of the answers of all campaigns has come. */
function quantile(curves: readonly IncidenceCurve[], share: number): number {
  let [low, high] = [0, LONGEST_RING_MS];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    const answered = curves.reduce((sum, curve) => sum + curve.answeredWithin(middle), 0) / curves.length;
    if (answered < share) low = middle;
    else high = middle;
  }
  return high;
}
