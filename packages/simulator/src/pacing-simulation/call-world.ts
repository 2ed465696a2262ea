/** What calls and conversations of the small pacing simulation are like, and how that changes. */
import type { Sampler, UniformDraw } from './samplers.js';

/** Durations in ms, shares 0..1. */
export interface CallWorld {
  /** Probability that a call is answered by a person, at this time since the start. */
  readonly answerRate: number | ((elapsed: number) => number);
  /** Dialing to the person's answer. */
  readonly ring: Sampler;
  /** Dialing to any other ending. */
  readonly failure: Sampler;
  readonly talk: Sampler;
  readonly wrapUp: Sampler;
  /** Share of the calls that a machine answers (of those not answered by a person); default 0. */
  readonly machineShare?: number;
  /** From an answer, by person or machine, to the verdict of machine detection; default none. */
  readonly detection?: Sampler;
  /** Share of persons taken for a machine; default 0. */
  readonly falseMachine?: number;
  /** Share of machines taken for a person; default 0. */
  readonly falsePerson?: number;
  /** Conversation of an agent with a machine that was taken for a person; default `talk`. */
  readonly machineTalk?: Sampler;
}

/** From this time since the start, calls dialed are like this; what is not named stays. */
export interface WorldChange extends Partial<CallWorld> {
  readonly at: number;
}

/** What becomes of a call. */
export interface DrawnCall {
  readonly outcome: 'answered' | 'machine' | 'no-answer';
  /** From dialing to the fact that the pacer is told, ms. */
  readonly after: number;
  readonly talk: Sampler;
}

/** The world at the start, and after each change. */
export function worldsOf(scenario: CallWorld & { readonly changes?: readonly WorldChange[] }): CallWorld[] {
  const worlds: CallWorld[] = [scenario];
  for (const change of scenario.changes ?? []) worlds.push({ ...worlds[worlds.length - 1]!, ...change });
  return worlds;
}

/**
 * Draws what becomes of a call that a person answers with probability `answerRate`. Every call draws the same
 * number of values, so that all pacers meet the same chances.
 */
export function drawCall(world: CallWorld, answerRate: number, random: UniformDraw): DrawnCall {
  const [isPerson, machine, mistaken] = [random() < answerRate, random(), random()];
  const [ring, failure, detection] = [
    world.ring(random),
    world.failure(random),
    world.detection?.(random) ?? 0,
  ];
  const { talk } = world;
  const after = ring + detection;
  if (isPerson && mistaken >= (world.falseMachine ?? 0)) return { outcome: 'answered', after, talk };
  const machines = world.machineShare ?? 0;
  if (!isPerson && machine < machines * (world.falsePerson ?? 0))
    return { outcome: 'answered', after, talk: world.machineTalk ?? talk };
  if (isPerson || machine < machines) return { outcome: 'machine', after, talk };
  return { outcome: 'no-answer', after: failure, talk };
}
