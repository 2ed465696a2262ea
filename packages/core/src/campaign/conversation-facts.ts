/** Facts of telephony about conversations, their recordings, and calls that come in. */
import type { PartyRef } from '../ports/conversation-telephony.js';
import type { AttemptId } from './call/attempt.js';

/** Why telephony does not carry out a command about a conversation. Programs test these codes. */
export const TELEPHONY_REFUSALS = [
  /** This implementation cannot do it, or not on this network. */
  'not-supported',
  /** There is no such call, or it has ended. */
  'unknown-call',
  /** The call is not answered. */
  'not-answered',
  /** The agent or supervisor has no leg that is up. */
  'no-leg',
  /** The leg is in another conversation. */
  'leg-busy',
  /** The command contradicts itself: a party twice, the customer missing, a bad file name or key. */
  'bad-command',
  /** The telephone side failed to carry it out. */
  'telephony-fault',
] as const;

/** One of {@link TELEPHONY_REFUSALS}. */
export type TelephonyRefusalCode = (typeof TELEPHONY_REFUSALS)[number];

/** Why a command was not carried out. */
export interface TelephonyRefusal {
  readonly code: TelephonyRefusalCode;
  /** One sentence for a person. */
  readonly reason: string;
}

/** Why a recording ended without a whole file. Programs test these codes. */
export const RECORDING_FAILURES = ['not-supported', 'unknown-call', 'disk-full', 'telephony-fault'] as const;

/** One of {@link RECORDING_FAILURES}. */
export type RecordingFailure = (typeof RECORDING_FAILURES)[number];

/** What every fact about a conversation carries: `attemptId` is the customer's call. */
interface OfConversation {
  readonly at: number;
  readonly campaignId: string;
  readonly attemptId: AttemptId;
}

/** Everyone is in the place that the arrangement gives them. */
export interface ConversationArrangedFact extends OfConversation {
  readonly type: 'conversation.arranged';
  readonly revision: number;
}

/** The arrangement was not carried out. */
export interface ConversationRefusedFact extends OfConversation {
  readonly type: 'conversation.refused';
  readonly revision: number;
  readonly refusal: TelephonyRefusal;
  /** The party at fault, where there is one. */
  readonly party?: PartyRef;
}

/** The state of a recording is in force. */
export interface RecordingChangedFact extends OfConversation {
  readonly type: 'recording.changed';
  readonly recordingId: string;
  readonly state: 'on' | 'paused';
}

/** The file of a recording is whole. May come after the call's end. */
export interface RecordingCompletedFact extends OfConversation {
  readonly type: 'recording.completed';
  readonly recordingId: string;
  /** Path below the directory of recordings, with its extension. */
  readonly file: string;
  /** Length of the file, ms, pauses included. */
  readonly durationMs: number;
}

/** The recording did not begin, or broke off: what there is of the file is not a record of the talk. */
export interface RecordingFailedFact extends OfConversation {
  readonly type: 'recording.failed';
  readonly recordingId: string;
  readonly code: RecordingFailure;
  readonly reason: string;
}

/** Facts about conversations and recordings. They may come late, twice, or for calls that ended long ago. */
export type ConversationFact =
  | ConversationArrangedFact
  | ConversationRefusedFact
  | RecordingChangedFact
  | RecordingCompletedFact
  | RecordingFailedFact;

/** Facts about calls that came in and are not taken into a campaign yet. */
export type InboundFact =
  /** A call came in. It rings until it is admitted or refused. */
  | {
      readonly at: number;
      readonly type: 'inbound.arrived';
      /** Chosen by telephony, never used twice. */
      readonly inboundId: string;
      /** E.164 of the caller. Null: withheld or unreadable. */
      readonly callerNumber: string | null;
      /** E.164 that was called. */
      readonly calledNumber: string;
    }
  /** The call is over before it was admitted: the caller gave up, or it was refused. */
  | { readonly at: number; readonly type: 'inbound.ended'; readonly inboundId: string };
