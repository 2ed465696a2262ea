/** What an agent's hour is worth to a campaign: by this, campaigns that share agents are ranked. */

/** What the worth of a campaign depends on; times in any one unit. */
export interface WorthOf {
  /** Staffed agents who can take its calls. */
  readonly agents: number;
  /** Probability that a call is answered live. */
  readonly answerRate: number;
  /** Mean time from dialing to a live answer. */
  readonly ringTime: number;
  /** Mean of talk and wrap-up. */
  readonly handleTime: number;
  /** Share of live answers that may be abandoned. */
  readonly target: number;
}

/**
 * Coefficients fitted to 86 exact optima of memoryless campaigns (1 to 14 agents, answer rates of 0.1 to 0.7,
 * handle times of 2 to 27 ring times, targets of 1 and 3 %): root mean square error 0.9 points of occupancy.
 */
const AT_THREE_PERCENT = 0.825;
const PER_LOG_TARGET = 0.194;
const RING_EXPONENT = 0.28;
const JOIN_EXPONENT = 1.953;
const LEAST_TARGET = 1e-4;
const MOST_IDLE = 0.95;

/**
 * Occupancy (0..1) that a campaign reaches alone on its agents at its target, estimated in closed form.
 *
 * Two laws are joined. One call per free agent idles `ringTime / answerRate` for each conversation. With many
 * agents, idle time shrinks with the square root of their number, as the random part of answers and ends of
 * conversations within a ring time does.
 */
export function reachableOccupancy({ agents, answerRate, ringTime, handleTime, target }: WorthOf): number {
  if (!(agents > 0) || !(answerRate > 0)) return 0;
  const rings = Math.max(1e-6, ringTime / Math.max(1e-6, handleTime));
  const oneByOne = rings / answerRate;
  if (!(target > 0)) return 1 / (1 + oneByOne);
  const spread = AT_THREE_PERCENT + PER_LOG_TARGET * Math.log(0.03 / Math.max(LEAST_TARGET, target));
  const idle = Math.min(
    MOST_IDLE,
    Math.max(1e-6, spread * Math.sqrt((2 - answerRate) / agents) * rings ** RING_EXPONENT),
  );
  const together = idle / (1 - idle);
  const idlePerBusy = (oneByOne ** -JOIN_EXPONENT + together ** -JOIN_EXPONENT) ** (-1 / JOIN_EXPONENT);
  return 1 / (1 + idlePerBusy);
}
