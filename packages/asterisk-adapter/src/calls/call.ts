/** A call in progress, as the adapter sees it: its stage, who controls its channel, and its timers. */
import type { AttemptId, HangupCause } from '@outdial/core';
import { bridgeIdOf, callChannelId, sideBridgeIdOf } from '../channel-ids.js';
import { createParty, talking, type Conversation, type Party } from '../conversations/party.js';
import type { Deadline } from '../deadline.js';
import type { OutboundTrunk } from '../trunks/outbound-trunk.js';

/** Stage of a call. */
export type CallStage = 'waiting' | 'dialing' | 'ringing' | 'answered';

/**
 * Who controls a channel. `nobody`: not answered yet. `application`: it is in our Stasis application, so
 * requests reach it. `detection`, `greeting`: the dialplan runs machine detection or waits for the end of a
 * greeting, and gives the channel back. `message`: the dialplan plays the safe-harbour message and hangs up.
 */
export type ChannelControl = 'nobody' | 'application' | 'detection' | 'greeting' | 'message';

/** A call in progress, as the adapter sees it. */
export interface Call extends Party {
  readonly attemptId: AttemptId;
  readonly campaignId: string;
  /** The conversation that it is the customer of, alone or not. */
  readonly own: Conversation;
  readonly detectMachine: boolean;
  readonly ringTimeoutMs: number;
  stage: CallStage;
  control: ChannelControl;
  trunk: OutboundTrunk | null;
  /** Asterisk has confirmed the request or sent an event: the channel exists, or existed. */
  confirmedAt: number | null;
  /** Why we hung up; null while we have not. */
  hangUp: HangupCause['by'] | null;
  /** Final SIP response as the hangup handler saw it, e.g. `SIP 603 Network Blocked`. */
  hangupText: string | null;
  /** Set-up time-out, then ring time-out. */
  timer: Deadline | null;
  /** Checks a hang-up that Asterisk has not confirmed. */
  hangUpCheck: Deadline | null;
  /** Limit of a detection or of the wait for the end of a greeting. */
  dialplanTimer: Deadline | null;
  /** Orders that wait until the dialplan gives the channel back. */
  readonly deferred: (() => void)[];
  /** Last key press seen, to drop the copy that a second subscription delivers. */
  lastDigit: string;
  /** The last audit did not find its channel. */
  absentAtAudit: boolean;
  /** The last audit found its channel answered, and no event has said so. */
  answeredAtAudit: boolean;
}

/** A call that nothing has been requested for yet. */
export function createCall(
  given: Pick<Call, 'attemptId' | 'campaignId'> &
    Partial<Pick<Call, 'channelId' | 'detectMachine' | 'ringTimeoutMs' | 'stage' | 'control'>>,
): Call {
  const { attemptId, campaignId } = given;
  const own: Conversation = {
    attemptId,
    campaignId,
    rooms: { main: bridgeIdOf(attemptId), side: sideBridgeIdOf(attemptId) },
    revision: 0,
    members: [],
  };
  const call: Call = {
    ...createParty({ kind: 'call', attemptId }, given.channelId ?? callChannelId(attemptId), own),
    own,
    attemptId,
    campaignId,
    detectMachine: given.detectMachine ?? false,
    ringTimeoutMs: given.ringTimeoutMs ?? 30_000,
    stage: given.stage ?? 'waiting',
    control: given.control ?? 'nobody',
    trunk: null,
    confirmedAt: null,
    hangUp: null,
    hangupText: null,
    timer: null,
    hangUpCheck: null,
    dialplanTimer: null,
    deferred: [],
    lastDigit: '',
    absentAtAudit: false,
    answeredAtAudit: false,
  };
  own.members = [talking(call)];
  return call;
}

/** What every fact about a call carries. */
export interface CallStamp {
  /** Epoch ms. */
  readonly at: number;
  readonly campaignId: string;
  readonly attemptId: AttemptId;
}

/** The stamp of a fact about this call at an instant (epoch ms). */
export function stamp(call: Call, at: number): CallStamp {
  return { at, campaignId: call.campaignId, attemptId: call.attemptId };
}

/** True while requests about an answered call reach its channel. */
export function isUsable(call: Call): boolean {
  return call.stage === 'answered' && call.control === 'application' && call.hangUp === null;
}

/** Carries an order out when requests reach the channel: at once, or when the dialplan gives it back. */
export function whenControlled(call: Call, order: () => void): void {
  if (call.control === 'detection' || call.control === 'greeting') call.deferred.push(order);
  else order();
}
