/** What is counted of calls that came in, and how well callers are served. */

/** Counts of calls that came in, since this process started the campaign. */
export interface InboundCounts {
  /** Calls that came in, refused ones included. */
  readonly arrived: number;
  /** Calls that were not taken: too many waited, or the campaign did not run. */
  readonly refused: number;
  /** Callers whom an agent talked to. */
  readonly served: number;
  /** Of these, callers who waited no longer than the service level allows. */
  readonly servedInTime: number;
  /** Callers who hung up while they waited. */
  readonly left: number;
  /** Callers who asked to be called back. */
  readonly callback: number;
  /** Callers who waited for too long, and heard the message for that. */
  readonly overflow: number;
  /** Callers outside the hours. They are not part of the service level. */
  readonly closed: number;
  /** Calls that were lost with telephony or the journal. */
  readonly lost: number;
}

/** Calls that came in: counts, and those who wait now. */
export interface InboundStatistics extends InboundCounts {
  /** Callers who wait now. */
  readonly waiting: number;
  /** Callers who have hung up and keep their place. */
  readonly places: number;
  /** ms that the caller at the head has waited. Null: nobody waits. */
  readonly longestWaitMs: number | null;
  /** Mean ms from the arrival to the agent. Null before the first. */
  readonly meanWaitMs: number | null;
  /** Share (0..1) of callers within the hours who were served in time. Null before the first. */
  readonly serviceLevel: number | null;
  /** Share (0..1) of callers within the hours who waited in vain. Null before the first. */
  readonly lostInQueue: number | null;
}

/** The counts that a campaign keeps. */
export type InboundTally = Record<keyof InboundCounts | 'waitedMs', number>;

/** Nothing has come in yet. */
export function newInboundTally(): InboundTally {
  return {
    arrived: 0,
    refused: 0,
    served: 0,
    servedInTime: 0,
    left: 0,
    callback: 0,
    overflow: 0,
    closed: 0,
    lost: 0,
    waitedMs: 0,
  };
}
