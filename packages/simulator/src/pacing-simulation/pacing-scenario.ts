/** A campaign to simulate without engine and carrier, and the figures that come out. */
import type { PacerFact } from '@outdial/core';
import type { CallWorld, WorldChange } from './call-world.js';
import type { Sampler, UniformDraw } from './samplers.js';

/** A campaign to simulate; durations in ms, shares 0..1. */
export interface PacingScenario extends CallWorld {
  readonly agents: number;
  readonly connectGrace: number;
  readonly duration: number;
  /** Not counted at the start. */
  readonly warmUp: number;
  readonly seed: number;
  /** From the pacer's decision to the dial command; default 0. */
  readonly dialDelay?: number;
  /** Between decisions without facts; default 1 s. */
  readonly tick?: number;
  /** Changes of the number of staffed agents: at these times since the start. */
  readonly roster?: readonly { readonly at: number; readonly agents: number }[];
  /** Changes of what calls and conversations are like. */
  readonly changes?: readonly WorldChange[];
  /** A trunk that is dead for a while: whatever calls do meanwhile shows afterwards. */
  readonly outage?: TrunkOutage;
  /** Whether there are leads to dial at this time since the start; default always. */
  readonly leads?: (elapsed: number) => boolean;
  /** Calls that come in: they wait in order, and go before answers of dialed calls. Default none. */
  readonly inbound?: InboundTraffic;
  /** Time of the first fact; default 0. */
  readonly origin?: number;
  /** Gives the pacer the campaign's own answer probabilities; default false. */
  readonly tellsProbability?: boolean;
  /** What the pacer is told of the answer probability. It draws apart: calls are the same without it. */
  readonly score?: (probability: number, random: UniformDraw) => number;
  /** Per-call answer probability; overrides `answerRate` where given. */
  readonly callProbability?: (random: UniformDraw, elapsed: number) => number;
  /** Called with every fact after the pacer was. */
  readonly onFact?: (fact: PacerFact) => void;
  /** Length of the periods reported one by one; default: the whole. */
  readonly period?: number;
}

/** Calls that come in. */
export interface InboundTraffic {
  /** Calls an hour, at this time since the start. */
  readonly perHour: number | ((elapsed: number) => number);
  /** The most that `perHour` comes to. */
  readonly mostPerHour: number;
  readonly talk: Sampler;
  /** Waiting at most this long keeps the service level, ms. */
  readonly within: number;
}

/** When a trunk is dead, in times since the start. */
export interface TrunkOutage {
  readonly from: number;
  readonly until: number;
}

/** Figures of a simulated campaign, warm-up cut. */
export interface PacingResult {
  /** (talk + wrap-up) / staffed time. */
  readonly occupancy: number;
  /** Abandoned / live answers. */
  readonly abandonment: number;
  readonly answers: number;
  readonly abandoned: number;
  readonly dials: number;
  /** Calls that came in and were taken by an agent, and those of them who waited longer than they should. */
  readonly inbound: number;
  readonly late: number;
  /** Minutes of talk per hour of staffed agent. */
  readonly talkMinutesPerHour: number;
  /** Mean time an agent waits between two conversations, ms. */
  readonly waitBetweenCalls: number;
  readonly decisions: number;
  readonly periods: readonly PacingPeriod[];
}

/** One period of a simulated campaign; times in ms. */
export interface PacingPeriod {
  readonly answers: number;
  readonly abandoned: number;
  /** Talk and wrap-up of all agents. */
  readonly busy: number;
  readonly staffed: number;
}
