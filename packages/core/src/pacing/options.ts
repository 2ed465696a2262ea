/** Options of the pacer with their defaults, checked. */
import { defined } from '../defined.js';
import { PACING_MODES, type PacerOptions, type PacerPriors, type PacingMode } from './contract.js';
import { USUAL_PROMISE } from './service-level.js';

/** Options with every default filled in. */
export interface ResolvedOptions {
  readonly mode: PacingMode;
  readonly abandonmentTarget: number;
  readonly connectGrace: number;
  readonly ringTimeout: number;
  readonly callsPerAgent: number;
  readonly lines: number;
  readonly callsPerSecond: number;
  readonly priors: Required<PacerPriors>;
  readonly speed: number;
  readonly serviceShare: number;
  readonly serviceWithin: number;
  /** Shortest ring time (ms) before a call may be hung up; undefined: calls are never hung up. */
  readonly minimumRing: number | undefined;
}

/** A tenth below the 3 % of the United States and the United Kingdom; see docs/concepts/pacing.md. */
export const DEFAULT_ABANDONMENT_TARGET = 0.027;
const DEFAULT_CONNECT_GRACE_MS = 2_000;
const DEFAULT_RING_TIMEOUT_MS = 30_000;
const DEFAULT_PRIORS: Required<PacerPriors> = {
  answerRate: 0.3,
  ringTime: 12_000,
  talkTime: 90_000,
  wrapUp: 15_000,
};

/**
 * Fills in defaults. Throws a RangeError that names field, value and remedy when an option is out of range.
 */
export function resolveOptions(options: PacerOptions): ResolvedOptions {
  if (!PACING_MODES.includes(options.mode)) {
    throw new RangeError(
      `pacer option mode is ${JSON.stringify(options.mode)}; use one of ${PACING_MODES.join(', ')}`,
    );
  }
  const priors = { ...DEFAULT_PRIORS, ...defined(options.priors ?? {}) };
  const hangUp = options.hangUp;
  return {
    mode: options.mode,
    abandonmentTarget: within(
      'abandonment.target',
      options.abandonment?.target ?? DEFAULT_ABANDONMENT_TARGET,
      0,
      1,
    ),
    connectGrace: within('connectGrace', options.connectGrace ?? DEFAULT_CONNECT_GRACE_MS, 0, Infinity),
    ringTimeout: positive('ringTimeout', options.ringTimeout ?? DEFAULT_RING_TIMEOUT_MS),
    callsPerAgent: within('power.callsPerAgent', options.power?.callsPerAgent ?? 1, 0, Infinity),
    lines: within('lines', options.lines ?? Infinity, 0, Infinity),
    callsPerSecond: within('callsPerSecond', options.callsPerSecond ?? Infinity, 0, Infinity),
    speed: within('speed', options.speed ?? 1, 0, Infinity),
    serviceShare: within(
      'serviceLevel.share',
      options.serviceLevel?.share ?? 1 - USUAL_PROMISE.lateShare,
      0,
      1,
    ),
    serviceWithin: within(
      'serviceLevel.within',
      options.serviceLevel?.within ?? USUAL_PROMISE.within,
      0,
      Infinity,
    ),
    minimumRing:
      hangUp === undefined ? undefined : within('hangUp.minimumRing', hangUp.minimumRing, 0, Infinity),
    priors: {
      answerRate: within('priors.answerRate', priors.answerRate, 0, 1),
      ringTime: positive('priors.ringTime', priors.ringTime),
      talkTime: positive('priors.talkTime', priors.talkTime),
      wrapUp: within('priors.wrapUp', priors.wrapUp, 0, Infinity),
    },
  };
}

function within(name: string, value: number, low: number, high: number): number {
  if (value >= low && value <= high) return value;
  throw new RangeError(`pacer option ${name} is ${value}; give a number from ${low} to ${high}`);
}

function positive(name: string, value: number): number {
  if (value > 0 && value < Infinity) return value;
  throw new RangeError(`pacer option ${name} is ${value}; give a finite number of milliseconds above 0`);
}
