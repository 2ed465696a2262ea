/** How called parties and the network behave: shares and durations. */
import type { Distribution } from '../random/distribution.js';

/** What becomes of a call that no person answers. */
export type UnansweredFate =
  'machine' | 'no-answer' | 'busy' | 'rejected' | 'congestion' | 'blocked' | 'never-rings';

/**
 * The fate of a call, which only the carrier knows. 'invalid' is a property of the number: it is so at every
 * call.
 */
export type CallFate = 'human' | 'invalid' | UnansweredFate;

/** The network and the called parties behind the trunk. Durations ms, shares 0..1. */
export interface CarrierModel {
  /** Hours the called parties' local time is ahead of UTC: which hour of {@link answerRateByHour} holds. */
  readonly utcOffsetHours: number;
  /** Share of calls to numbers in service that a person answers, by local hour: 24 values. */
  readonly answerRateByHour: readonly number[];
  /**
   * Shape of the spread between numbers: each number's own rate is the hour's rate times a gamma variable of
   * mean 1 and this shape, at most 1.
   */
  readonly reachabilityShape: number;
  /** Share of numbers that are out of service for good. */
  readonly invalidShare: number;
  /** Relative weights of what becomes of the calls that no person answers. */
  readonly otherwise: Readonly<Record<UnansweredFate, number>>;
  /** From the request until it rings, or until it fails. */
  readonly setupDelay: Distribution;
  /** From the first ringing to the answer of a person. */
  readonly ringTime: Distribution;
  /** From the first ringing until a machine answers. */
  readonly machineRingTime: Distribution;
  /** From the first ringing until the network gives up by itself, or the party rejects. */
  readonly giveUpTime: Distribution;
  /** Machine detection: its delay and its errors. */
  readonly detection: {
    readonly delay: Distribution;
    /** Share of machines taken for people. */
    readonly missShare: number;
    /** Share of people taken for machines. */
    readonly falseShare: number;
    /** Share of verdicts that are 'unsure' instead. */
    readonly unsureShare: number;
  };
  /**
   * With an agent: from the connection until the called party hangs up, if the agent has not done so before.
   */
  readonly conversationPatience: Distribution;
  /** In music, on hold or between agents: from its start until the called party hangs up. */
  readonly musicPatience: Distribution;
  /** In silence: from the last sound until the called party hangs up. */
  readonly silencePatience: Distribution;
  /** Hearing a recording: from its start until the called party hangs up. */
  readonly recordingPatience: Distribution;
  /**
   * Keys pressed during or after a recording: share of people who press, which keys, how long after its
   * start.
   */
  readonly keyPress: {
    readonly share: number;
    readonly keys: readonly string[];
    readonly delay: Distribution;
  };
  /** A machine's greeting, answer to beep; and for how long it records afterwards. */
  readonly greeting: Distribution;
  readonly machineRecords: Distribution;
  /** Length of a piece of audio, drawn once for each name. */
  readonly mediaLength: Distribution;
  /** What the called party says into a recording. */
  readonly utterance: Distribution;
  /** Length of the message that our dialplan plays by itself when nobody controls an answered call. */
  readonly fallbackLength: number;
  /** From the order until both hear each other; and how often that fails. */
  readonly bridgeDelay: Distribution;
  readonly bridgeFailShare: number;
  /** From the order to hang up until the call is gone. */
  readonly hangUpDelay: number;
  /** From an event until it is reported. The order of events is kept. */
  readonly reportDelay: number;
  /** People who call us. Absent: nobody does. */
  readonly callers?: {
    /** Share of people who call back after a call that they missed, or in which they heard a message. */
    readonly returnShare: number;
    /** From the end of that call until they call. */
    readonly returnDelay: Distribution;
    /** Of these: share that withholds its number, and share that calls from a number no list has. */
    readonly withheldShare: number;
    readonly strangerShare: number;
  };
  /** An agent's station: ringing until picked up, and the share of rings that nobody picks up. */
  readonly agentPickup: Distribution;
  readonly agentNoAnswerShare: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const BY_DAY: readonly number[] = [
  0.05, 0.05, 0.05, 0.05, 0.05, 0.08, 0.12, 0.18, 0.22, 0.24, 0.24, 0.25, 0.27, 0.26, 0.24, 0.24, 0.27, 0.31,
  0.34, 0.34, 0.3, 0.22, 0.12, 0.08,
];

/**
 * A consumer list dialed by day. The magnitudes are those of published dialer studies and of the lab's own
 * calls (ringing 5 to 25 s, answer rates of 20 to 35 %, two thirds of the rest machines); they describe no
 * particular carrier.
 */
export const DEFAULT_CARRIER: CarrierModel = {
  utcOffsetHours: 0,
  answerRateByHour: BY_DAY,
  reachabilityShape: 3,
  invalidShare: 0.05,
  otherwise: {
    machine: 0.5,
    'no-answer': 0.36,
    busy: 0.06,
    rejected: 0.04,
    congestion: 0.02,
    blocked: 0.01,
    'never-rings': 0.01,
  },
  setupDelay: { kind: 'lognormal', mean: 1.5 * SECOND, sd: 0.8 * SECOND },
  ringTime: { kind: 'shifted', by: SECOND, of: { kind: 'gamma', mean: 9 * SECOND, shape: 2.2 } },
  machineRingTime: {
    kind: 'mixture',
    parts: [
      { weight: 0.15, of: { kind: 'uniform', from: 300, to: 1_500 } },
      { weight: 0.85, of: { kind: 'lognormal', mean: 20 * SECOND, sd: 5 * SECOND } },
    ],
  },
  giveUpTime: { kind: 'weibull', scale: 40 * SECOND, shape: 2 },
  detection: {
    delay: { kind: 'uniform', from: 1_500, to: 4_300 },
    missShare: 0.06,
    falseShare: 0.04,
    unsureShare: 0.05,
  },
  conversationPatience: { kind: 'lognormal', mean: 4 * MINUTE, sd: 3 * MINUTE },
  musicPatience: { kind: 'shifted', by: 5 * SECOND, of: { kind: 'exponential', mean: 60 * SECOND } },
  silencePatience: { kind: 'shifted', by: 800, of: { kind: 'exponential', mean: 5 * SECOND } },
  recordingPatience: { kind: 'exponential', mean: 25 * SECOND },
  keyPress: { share: 0.15, keys: ['9', '1', '2'], delay: { kind: 'uniform', from: SECOND, to: 9 * SECOND } },
  greeting: { kind: 'uniform', from: 3 * SECOND, to: 15 * SECOND },
  machineRecords: { kind: 'uniform', from: 30 * SECOND, to: 2 * MINUTE },
  mediaLength: { kind: 'uniform', from: 3 * SECOND, to: 9 * SECOND },
  utterance: { kind: 'lognormal', mean: 6 * SECOND, sd: 4 * SECOND },
  fallbackLength: 8 * SECOND,
  bridgeDelay: { kind: 'uniform', from: 20, to: 150 },
  bridgeFailShare: 0.002,
  hangUpDelay: 20,
  reportDelay: 5,
  agentPickup: { kind: 'uniform', from: SECOND, to: 4 * SECOND },
  agentNoAnswerShare: 0.01,
};

/** Local hour (0..23) of the called parties at an instant. */
export function localHour(model: CarrierModel, at: number): number {
  const hour = Math.floor(at / 3_600_000 + model.utcOffsetHours) % 24;
  return hour < 0 ? hour + 24 : hour;
}
