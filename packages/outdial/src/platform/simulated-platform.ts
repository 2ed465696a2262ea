/** Virtual time and the simulated carrier of a campaign file. */
import type { FactSink } from '@outdial/core';
import {
  createRandom,
  createSimulatedCarrier,
  createVirtualClock,
  createVirtualScheduler,
  DEFAULT_CARRIER,
  type CarrierLog,
  type CarrierModel,
  type VirtualClock,
} from '@outdial/simulator';
import type { SimulationSection } from '../campaign-file/types.js';
import type { Platform } from './platform.js';

/** How a simulated platform is made. */
export interface SimulatedPlatformOptions {
  readonly simulation: SimulationSection;
  /** Calls at once. */
  readonly lines: number;
  readonly callsPerSecond: number;
  /** Virtual ms that pass in one real ms; absent: as fast as the work allows. */
  readonly pace?: number;
}

/** A platform of virtual time. */
export interface SimulatedPlatform extends Platform {
  readonly clock: VirtualClock;
  readonly carrierLog: CarrierLog;
}

const HOURS_A_DAY = 24;
/** Virtual time moves in steps of at most this length, so that `isDone` is asked often enough. */
const STEP_MS = 1000;

/** The simulated carrier of a campaign file on a virtual clock that begins at `simulation.startsAt`. */
export function createSimulatedPlatform(
  options: SimulatedPlatformOptions,
  sink: FactSink,
): SimulatedPlatform {
  const clock = createVirtualClock({ startAt: Date.parse(options.simulation.startsAt) });
  const carrier = createSimulatedCarrier({
    clock,
    random: createRandom(options.simulation.seed),
    model: carrierModel(options.simulation),
    trunk: { lines: options.lines, callsPerSecond: options.callsPerSecond },
  });
  const whole = wholeMilliseconds(sink);
  const scheduler = createVirtualScheduler({ clock, sink: whole });
  const pace = options.pace === undefined ? undefined : createPace(options.pace, clock.now());
  carrier.attach({ sink: whole });
  return {
    clock,
    carrierLog: carrier.log,
    scheduler: { ...scheduler, now: () => Math.floor(clock.now()) },
    telephony: carrier.telephony,
    legalNow: () => Math.floor(clock.now()),
    after: (delayMs, action) => {
      const booking = clock.after(delayMs, action);
      return () => clock.cancel(booking);
    },
    connect: () => Promise.resolve(carrier.setUp()),
    pass: async ({ isDone, idle }) => {
      while (!isDone()) {
        const until = pace ? await pace.nextStep() : clock.now() + STEP_MS;
        await clock.runAsync({ until, idle, goOn: () => !isDone() });
      }
    },
    close: () => {
      scheduler.dispose();
      return Promise.resolve();
    },
  };
}

/** Drawn times have fractions; databases keep whole milliseconds. */
function wholeMilliseconds(sink: FactSink): FactSink {
  return (fact) => sink({ ...fact, at: Math.floor(fact.at) });
}

/** Real time, sped up: where virtual time may go next. */
function createPace(factor: number, virtualStart: number): { nextStep(): Promise<number> } {
  const realStart = performance.now();
  const TICK_MS = 20;
  return {
    nextStep: () =>
      new Promise((resolve) => {
        setTimeout(() => resolve(virtualStart + (performance.now() - realStart) * factor), TICK_MS);
      }),
  };
}

const SECOND = 1000;
/** Of those who call back: who withholds their number, and who calls from one that no list has. */
const WITHHELD_SHARE = 0.05;
const STRANGER_SHARE = 0.05;

/** The shares of the campaign file as a carrier: what is left over rings unanswered. */
function carrierModel(simulation: SimulationSection): CarrierModel {
  const { answerShare, machineShare, busyShare, invalidShare } = simulation;
  const inService = 1 - invalidShare;
  const answered = inService > 0 ? answerShare / inService : 0;
  const unanswered = Math.max(0, inService - answerShare - machineShare - busyShare);
  return {
    ...DEFAULT_CARRIER,
    answerRateByHour: Array.from({ length: HOURS_A_DAY }, () => Math.min(1, answered)),
    invalidShare,
    otherwise: {
      machine: machineShare,
      busy: busyShare,
      'no-answer': unanswered * 0.9,
      rejected: unanswered * 0.05,
      congestion: unanswered * 0.03,
      blocked: unanswered * 0.01,
      'never-rings': unanswered * 0.01,
    },
    ringTime: {
      kind: 'shifted',
      by: SECOND,
      of: { kind: 'gamma', mean: Math.max(SECOND, (simulation.ringMeanSeconds - 1) * SECOND), shape: 2.2 },
    },
    conversationPatience: {
      kind: 'lognormal',
      mean: simulation.talkMeanSeconds * SECOND,
      sd: simulation.talkMeanSeconds * 0.7 * SECOND,
    },
    callers: {
      returnShare: simulation.returnShare,
      returnDelay: { kind: 'exponential', mean: simulation.returnMeanSeconds * SECOND },
      withheldShare: WITHHELD_SHARE,
      strangerShare: STRANGER_SHARE,
    },
  };
}
