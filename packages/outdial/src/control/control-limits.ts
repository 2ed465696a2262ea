/** What clients of a control interface may take of the process: connections, memory, time. */
import { LIMITS } from '@outdial/core';

/** Limits of one control interface. */
export interface ControlLimits {
  /** Event streams at a time. */
  readonly eventStreams: number;
  /** Bytes of events that wait for one client to read them. */
  readonly eventQueueBytes: number;
  /** Time a request may take to arrive, with its body, ms; a server of your own has its own limit. */
  readonly requestMs: number;
}

/** The limits where nothing else is said: the largest that are allowed. */
const USUAL_LIMITS: ControlLimits = {
  eventStreams: LIMITS.eventStreams.max,
  eventQueueBytes: LIMITS.eventQueue.max,
  requestMs: LIMITS.requestMs.max,
};

/** Limits with those that were given instead of the usual ones. */
export function controlLimits(given: Partial<ControlLimits> | undefined): ControlLimits {
  return { ...USUAL_LIMITS, ...given };
}
