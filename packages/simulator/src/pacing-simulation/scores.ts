/** Campaigns whose calls differ in how likely an answer is, and what the pacer is told of it. */
import type { PacingScenario } from './pacing-scenario.js';
import { exponential, lognormal, uniform } from './samplers.js';
import type { UniformDraw } from './samplers.js';

const MINUTE_MS = 60_000;

/** What the pacer is told of a call that is answered with this probability (0..1). */
export type Score = (probability: number, random: UniformDraw) => number;

/** Scores from exact to useless, by name. */
export const SCORES: Readonly<Record<string, Score>> = {
  exact: (probability) => probability,
  'twice too high': (probability) => Math.min(1, 2 * probability),
  'half too low': (probability) => probability / 2,
  'with noise': (probability, random) =>
    probabilityOf(logOdds(probability) + 2 * (random() + random() + random() + random() - 2)),
  reversed: (probability) => Math.max(0.01, 0.6 - probability),
  'drawn by chance': (_probability, random) => random(),
  'always 0.9': () => 0.9,
};

type ScoredWorld = Omit<PacingScenario, 'seed' | 'agents' | 'duration' | 'warmUp'>;

const realistic: ScoredWorld = {
  answerRate: 0.25,
  ring: uniform(4_000, 20_000),
  failure: uniform(5_000, 26_000),
  talk: lognormal(120_000, 1),
  wrapUp: exponential(20_000),
  connectGrace: 2_000,
};

/** Shares of the calls of a mixed list, and how many of each are answered. */
const MIXED = [
  { upTo: 0.4, probability: 0.06 },
  { upTo: 0.75, probability: 0.22 },
  { upTo: 1, probability: 0.55 },
] as const;
/** Answer rates of the parts of a list in its order, and how long each part is dialed. */
const PARTS = [0.12, 0.4, 0.2, 0.5] as const;
const PART_MS = 20 * MINUTE_MS;

/** Lists whose leads differ. */
export const SCORED_WORLDS: Readonly<Record<string, ScoredWorld>> = {
  'leads of three kinds, mixed': {
    ...realistic,
    callProbability: (random) => {
      const place = random();
      return MIXED.find(({ upTo }) => place < upTo)!.probability;
    },
  },
  'a list in four parts, one after the other': {
    ...realistic,
    callProbability: (_random, elapsed) => PARTS[Math.floor(elapsed / PART_MS) % PARTS.length]!,
  },
};

/** Answer rates of eight hours, one after the other. */
const HOURS = [0.15, 0.12, 0.14, 0.18, 0.2, 0.3, 0.42, 0.36] as const;
const HOUR_MS = 60 * MINUTE_MS;

/** A day whose hours differ, and what a week of the journal tells of them. */
export const HOURLY_WORLD: ScoredWorld = {
  ...realistic,
  callProbability: (_random, elapsed) => HOURS[Math.floor(elapsed / HOUR_MS) % HOURS.length]!,
};

/** What is told of an hour of {@link HOURLY_WORLD}, by name. */
export const HOURLY_SCORES: Readonly<Record<string, Score>> = {
  exact: (probability) => probability,
  'a tenth too high or too low': (probability) =>
    probability * (HOURS.findIndex((rate) => rate === probability) % 2 === 0 ? 0.9 : 1.1),
};

function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability));
}

function probabilityOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
