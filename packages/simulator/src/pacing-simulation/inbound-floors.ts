/** Memoryless floors whose agents also take calls that come in, for the exact optimum and the simulation. */
import type { InboundCampaign } from '../optimum/inbound-optimum.js';
import type { PacingScenario } from './pacing-scenario.js';
import { constant, exponential } from './samplers.js';

const SECOND_MS = 1_000;
const HOUR_S = 3_600;
/** Waiting at most this long keeps the service level, s. */
const WITHIN_S = 20;
const RING_S = 15;

/** A floor; `inboundShare` is the share of the agents' time that calls which come in ask for. */
export interface InboundFloor {
  readonly agents: number;
  readonly answerRate: number;
  /** Mean of every conversation, s. */
  readonly handleTime: number;
  readonly inboundShare: number;
}

/** The floor as a Markov decision process, in seconds. */
export function inboundCampaign({
  agents,
  answerRate,
  handleTime,
  inboundShare,
}: InboundFloor): InboundCampaign {
  const rate = (inboundShare * agents) / handleTime;
  return { agents, answerRate, ringTime: RING_S, handleTime, inbound: { rate, within: WITHIN_S } };
}

/** The floor to simulate, without its length; `daily` multiplies the rate of calls that come in: 0 to 2. */
export function inboundScenario(
  floor: InboundFloor,
  daily?: (elapsed: number) => number,
): Omit<PacingScenario, 'seed' | 'duration' | 'warmUp'> {
  const { agents, answerRate, ringTime, handleTime, inbound } = inboundCampaign(floor);
  const perHour = inbound.rate * HOUR_S;
  const conversation = exponential(handleTime * SECOND_MS);
  return {
    agents,
    answerRate,
    ring: exponential(ringTime * SECOND_MS),
    failure: exponential(ringTime * SECOND_MS),
    talk: conversation,
    wrapUp: constant(0),
    connectGrace: 0,
    tick: 5 * SECOND_MS,
    inbound: {
      perHour: daily === undefined ? perHour : (elapsed) => perHour * daily(elapsed),
      mostPerHour: daily === undefined ? perHour : 2 * perHour,
      talk: conversation,
      within: WITHIN_S * SECOND_MS,
    },
  };
}
