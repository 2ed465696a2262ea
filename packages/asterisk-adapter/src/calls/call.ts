import type { AttemptId, HangupCause } from '@outdial/core';
import { bridgeIdOf, callChannelId } from '../channel-ids.js';
import type { Trunk } from '../trunks/trunk.js';

/** How far a call has come. */
export type CallStage = 'waiting' | 'dialing' | 'ringing' | 'answered';

/**
 * Who holds an answered channel: `us` (in our Stasis application, so that requests reach it), or the
 * dialplan, for machine detection or for the end of a greeting, from where it comes back; `message`: the
 * dialplan gives it the safe-harbour message and ends it.
 */
export type Holder = 'nobody' | 'us' | 'detection' | 'greeting' | 'message';

/** A call in progress, as the adapter sees it. */
export interface Call {
  readonly attemptId: AttemptId;
  readonly campaignId: string;
  readonly channelId: string;
  readonly bridgeId: string;
  readonly detectMachine: boolean;
  readonly ringTimeoutMs: number;
  stage: CallStage;
  holder: Holder;
  trunk: Trunk | null;
  /** Asterisk has confirmed the request or sent an event: the channel exists, or existed. */
  confirmedAt: number | null;
  /** We hung up, and why; null while nobody has. */
  hangUp: HangupCause['by'] | null;
  /** Final SIP response as the hangup handler saw it, e.g. `SIP 603 Network Blocked`. */
  hangupText: string | null;
  /** The agent it is bridged with, or being bridged with. */
  agentId: string | null;
  /** Set-up time-out, then ring time-out. */
  timer: NodeJS.Timeout | null;
  /** Looks after a hang-up that Asterisk has not confirmed. */
  hangUpCheck: NodeJS.Timeout | null;
  /** Gives a detection or a greeting up. */
  awayTimer: NodeJS.Timeout | null;
  /** Orders that wait until the dialplan gives the channel back. */
  readonly deferred: (() => void)[];
  /** Last key press seen, to drop the copy that a second subscription delivers. */
  lastDigit: string;
  /** An audit did not find its channel. */
  missed: boolean;
  /** An audit found its channel answered, and no event has said so. */
  ahead: boolean;
  /** The end of a bridge that lost its agent: the next bridge bears the same id. */
  bridgeGone: Promise<unknown>;
}

/** A call that does nothing yet. */
export function createCall(
  given: Pick<Call, 'attemptId' | 'campaignId'> &
    Partial<Pick<Call, 'detectMachine' | 'ringTimeoutMs' | 'stage' | 'holder'>>,
): Call {
  return {
    attemptId: given.attemptId,
    campaignId: given.campaignId,
    channelId: callChannelId(given.attemptId),
    bridgeId: bridgeIdOf(given.attemptId),
    detectMachine: given.detectMachine ?? false,
    ringTimeoutMs: given.ringTimeoutMs ?? 30_000,
    stage: given.stage ?? 'waiting',
    holder: given.holder ?? 'nobody',
    trunk: null,
    confirmedAt: null,
    hangUp: null,
    hangupText: null,
    agentId: null,
    timer: null,
    hangUpCheck: null,
    awayTimer: null,
    deferred: [],
    lastDigit: '',
    missed: false,
    ahead: false,
    bridgeGone: Promise.resolve(),
  };
}

/** What every fact about a call carries. */
export function stamp(
  call: Call,
  at: number,
): { readonly at: number; readonly campaignId: string; readonly attemptId: AttemptId } {
  return { at, campaignId: call.campaignId, attemptId: call.attemptId };
}

/** True while requests about an answered call reach its channel. */
export function isUsable(call: Call): boolean {
  return call.stage === 'answered' && call.holder === 'us' && call.hangUp === null;
}
