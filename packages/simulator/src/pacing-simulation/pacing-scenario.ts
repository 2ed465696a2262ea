/** A campaign to simulate without engine and carrier, and the figures that come out. */
import type { PacerFact } from '@outdial/core';
import type { Sampler, UniformDraw } from './samplers.js';

/** A campaign to simulate; durations in ms, shares 0..1. */
export interface PacingScenario {
  readonly agents: number;
  /** Probability that a call is answered by a person, at this time since the start. */
  readonly answerRate: number | ((elapsed: number) => number);
  /** Dialing to the person's answer. */
  readonly ring: Sampler;
  /** Dialing to any other ending. */
  readonly failure: Sampler;
  readonly talk: Sampler;
  readonly wrapUp: Sampler;
  readonly connectGrace: number;
  readonly duration: number;
  /** Not counted at the start. */
  readonly warmUp: number;
  readonly seed: number;
  /** From the pacer's decision to the dial command; default 0. */
  readonly dialDelay?: number;
  /** Share of the calls that a machine answers (of those not answered by a person); default 0. */
  readonly machineShare?: number;
  /** From an answer, by person or machine, to the verdict of machine detection; default none. */
  readonly detection?: Sampler;
  /** Share of persons taken for a machine; default 0. */
  readonly falseMachine?: number;
  /** Between decisions without facts; default 1 s. */
  readonly tick?: number;
  /** Changes of the number of staffed agents: at these times since the start. */
  readonly roster?: readonly { readonly at: number; readonly agents: number }[];
  /** Whether there are leads to dial at this time since the start; default always. */
  readonly leads?: (elapsed: number) => boolean;
  /** Time of the first fact; default 0. */
  readonly origin?: number;
  /** Gives the pacer the campaign's own answer probabilities; default false. */
  readonly tellsProbability?: boolean;
  /** Per-call answer probability; overrides `answerRate` where given. */
  readonly callProbability?: (random: UniformDraw, elapsed: number) => number;
  /** Called with every fact after the pacer was. */
  readonly onFact?: (fact: PacerFact) => void;
  /** Length of the periods reported one by one; default: the whole. */
  readonly period?: number;
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
