/**
 * The part of the `Telephony` port that holds conversations of several parties: who talks with whom, who
 * hears music, who listens, what is recorded; and calls that come in.
 */
import type { AttemptId } from '../campaign/call/attempt.js';

/**
 * A party of a conversation. 'call': a person on a trunk, called by us or calling in, by the id of their
 * attempt. 'agent': the leg of an agent or of a supervisor, rung by `ringAgent`.
 */
export type PartyRef =
  | { readonly kind: 'call'; readonly attemptId: AttemptId }
  | { readonly kind: 'agent'; readonly agentId: string };

/** Every place that a party of a conversation may have. */
export const PARTY_PLACES = [
  /** In the main room: hears and is heard by everyone who talks there. The customer's room. */
  'main',
  /** In the side room, for a consultation: hears and is heard by everyone there, and by nobody else. */
  'side',
  /** Hears music, and is heard by nobody. Never silence. */
  'music',
  /** A supervisor's leg: hears what the agent `watched` says and hears, in any room. Heard by nobody. */
  'listening',
  /** As 'listening', and the agent `watched` alone hears the supervisor. */
  'whispering',
] as const;

/** One of {@link PARTY_PLACES}. */
export type PartyPlace = (typeof PARTY_PLACES)[number];

/** One party in its place. */
export interface PlacedParty {
  readonly party: PartyRef;
  readonly place: PartyPlace;
  /** The party is not heard in its room. It hears as before. Absent: it is heard. */
  readonly muted?: boolean;
  /**
   * What an agent's leg hears for as long as nobody else is in its room: ringing, because somebody is being
   * reached. Only for a leg in a room. Absent: silence.
   */
  readonly aloneHears?: 'ringing';
  /** The agent whom a 'listening' or 'whispering' party hears. Present for these places, and only there. */
  readonly watchedAgentId?: string;
}

/** Where every party of one conversation belongs from now on. */
export interface ArrangeCommand {
  /** The customer's call, which names the conversation. It is one of the parties. */
  readonly attemptId: AttemptId;
  /** Grows with each arrangement of this conversation, from 1. */
  readonly revision: number;
  /** Everyone who takes part. Each party once. */
  readonly parties: readonly PlacedParty[];
  readonly at: number;
}

/** Keys to be sent to a call. */
export interface SendDigitsCommand {
  readonly attemptId: AttemptId;
  readonly digitsId: string;
  /** 0 to 9, `*`, `#`, A to D; one to 32 of them. */
  readonly digits: string;
  readonly at: number;
}

/** Every state that the recording of a conversation may be ordered into. */
export const RECORDING_STATES = ['on', 'paused', 'off'] as const;

/** One of {@link RECORDING_STATES}. */
export type RecordingState = (typeof RECORDING_STATES)[number];

/** What the recording of one conversation does from now on. */
export interface SetRecordingCommand {
  readonly attemptId: AttemptId;
  /** One for each file. A recording that was off or completed does not begin again under its id. */
  readonly recordingId: string;
  readonly state: RecordingState;
  /**
   * Name of the file without its extension: letters, digits, `-`, `_`, `.` and `/`; no leading `/`, no `..`.
   * The same in every command about the recording.
   */
  readonly file: string;
  readonly at: number;
}

/** A call that came in and is taken into a campaign. */
export interface AdmitInboundCommand {
  readonly inboundId: string;
  readonly campaignId: string;
  /** The call's id from now on, in every command and fact. Its journal entry is open already. */
  readonly attemptId: AttemptId;
  readonly at: number;
}

/** Why a call that came in is not taken. */
export const INBOUND_REFUSALS = ['busy', 'unassigned', 'unwanted'] as const;

/** One of {@link INBOUND_REFUSALS}. */
export type InboundRefusal = (typeof INBOUND_REFUSALS)[number];

/**
 * Conversations of several parties. Part of {@link Telephony}; its notes on order and loss hold here, too.
 *
 * No silence: a call whose last partner in its room is gone, whose leg went down, or that is moved between
 * rooms hears music within 200 ms, without an order. `connect`, `play` and a place in a room end the music.
 *
 * An implementation that cannot carry out a command answers with its refusal (`not-supported`), never with
 * silence. Commands about one conversation are carried out in the order in which they were given.
 */
export interface ConversationTelephony {
  /**
   * Puts every party of a conversation in its place: hold, resume, mute, consultation, three-way, attended
   * and blind transfer, parking, monitoring and taking over are arrangements. The command describes the whole
   * conversation. An agent's leg that it leaves out waits again as before `connect`. A call that it leaves
   * out hears music until it is hung up or arranged again.
   *
   * The customer's call must be answered, and so must every other call. Every agent's leg must be up and in
   * no other conversation. An agent who enters a room hears the connect beep first, as with `connect`. The
   * first agent of a call may come by `connect` or by an arrangement. Parties that stay in their room hear
   * each other without a gap.
   *
   * Answers `conversation.arranged` once everyone is placed, or `conversation.refused` with the party at
   * fault. After a refusal everyone is where they were before the command; who can no longer be there hears
   * music (calls) or waits (legs). Idempotent by `revision`: the one in force is answered again, a lower one
   * is dropped; after `reconcile` any revision is taken, and those of a later process are higher. An
   * arrangement that a higher revision overtakes may go without an answer. An unknown call is refused.
   *
   * Ends: a party that leaves the network is reported by `call.ended` or `agent.leg-down`; the others stay
   * where they are. With the customer's call the conversation is over: legs wait again, other calls hear
   * music until they are hung up or arranged again. A supervisor whose agent is gone waits again. While the
   * connection is down the last arrangement is kept, and carried out when it is back.
   */
  arrange(command: ArrangeCommand): void;
  /**
   * Sends keys to a call, as tones that the other parties do not hear. Answers `call.digits-sent`, unless the
   * call ends first, when the last tone has been sent. `refusal` says why they were not sent. Later commands
   * about the call may wait for the tones. A second command with the same id is dropped.
   */
  sendDigits(command: SendDigitsCommand): void;
  /**
   * Records a conversation, pauses, resumes or ends its recording. The file has the customer on the left
   * channel and all others on the right, also those who join later, from 'on' to 'off' or to the end of the
   * customer's call. A pause is silence of its length in the file. Music is not recorded.
   *
   * Answers `recording.changed` when the state is in force, `recording.completed` once when the file is
   * whole, also after the call's end, or `recording.failed` once, after which nothing follows about it.
   * Idempotent: a state that is in force is answered again; 'off' for an unknown recording is answered by
   * `recording.failed`. May be given before the first agent is connected. Facts may be lost with the
   * connection; 'off', given again when it is back, is answered with the completion.
   */
  setRecording(command: SetRecordingCommand): void;
  /**
   * Answers a call that was reported by `inbound.arrived` and makes it a call of the campaign. Answers
   * `call.answered` under the attempt, or `call.ended` (by 'lost') when the caller is gone. From then on it
   * is a call like any other. The caller hears ringing until then and music after, until placed or played to.
   */
  admitInbound(command: AdmitInboundCommand): void;
  /**
   * Refuses a call that came in. Answers `inbound.ended`. A call that is neither admitted nor refused within
   * 20 s is refused as 'busy' by the implementation. An unknown id is answered with `inbound.ended`.
   */
  refuseInbound(command: {
    readonly inboundId: string;
    readonly refusal: InboundRefusal;
    readonly at: number;
  }): void;
}
