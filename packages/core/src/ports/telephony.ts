/** The port for calls and agents' legs. */
import type { AttemptId } from '../campaign/call/attempt.js';
import type { ConversationTelephony } from './conversation-telephony.js';
import type { RecordNode } from '../ivr/index.js';

/** The order to call an agent's station. */
export interface RingCommand {
  readonly agentId: string;
  readonly station: string;
  /** In place of what is left of an earlier leg. */
  readonly anew?: true;
  readonly at: number;
}

/**
 * Calls, agents' legs and conversations. Implemented by the Asterisk adapter and the simulated carrier. Both
 * pass the contract suite in packages/asterisk-adapter/test/contract.
 *
 * Order: the facts of one call come as `call.dialing`, `call.ringing` (left out when the network answers
 * without ringing), `call.answered`, `call.detected`, `call.ended`, each at most once. After the end no fact
 * follows. Instants never step back. Commands may be given while a fact is delivered.
 *
 * Loss: while the connection is down (`telephony.down`) new calls and legs are refused. Commands for calls
 * that are up are carried out when the connection is back (`telephony.up`). Missed ends are reported then.
 * Facts between the last reported one and the end are lost.
 */
export interface Telephony extends ConversationTelephony {
  /**
   * Places a call. Answers with `call.dialing` when the request is sent, with the name of its trunk,
   * `call.ringing`, `call.answered`, `call.detected` (only with `detectMachine`), and always exactly one
   * `call.ended`. A call waits while its trunk is full. It ends as 'expired' when it waits past
   * `expiresAt`. It ends as 'refused' without a caller number or while the connection is down. A second
   * command for an attempt in progress is dropped.
   */
  dial(command: DialCommand): void;
  /**
   * Ends a call. `call.ended` follows once, however often the hang-up is ordered. Unknown ids are answered
   * with `call.ended` (by 'lost'), so that a line is never lost.
   */
  hangUp(command: { readonly attemptId: AttemptId; readonly at: number }): void;
  /**
   * Bridges an answered call with the agent's leg. Ends what plays to the call and its recording. Answers
   * `call.connected` or `call.connect-failed`: unknown call, call not answered or already with an agent, no
   * leg, leg not free. A call whose agent's leg goes down stays on the line, hears music at once, and may be
   * connected or arranged again.
   */
  connect(command: ConnectCommand): void;
  /**
   * Calls the agent's station and keeps the leg up. Answers `agent.leg-up` or `agent.leg-down`. A leg that is
   * already up is reported again. A supervisor's leg is an agent's leg.
   *
   * `anew`: the station has begun anew. What is left of an earlier leg ends without a report, a call that it
   * had hears music, and the station is called.
   */
  ringAgent(command: RingCommand): void;
  /** Ends the agent's leg. `agent.leg-down` follows, also when there was no leg. */
  hangUpAgent(command: { readonly agentId: string; readonly at: number }): void;
  /**
   * Plays media to the call. Answers `call.played`, unless the call ends first. `completed` is false when the
   * play was stopped or could not begin, or when the call is unknown or not answered. A play that does not
   * begin is answered within seconds: the called party hears nothing meanwhile. Media names are
   * 'sound:<name>', 'recording:<name>' or 'silence:<ms>'.
   */
  play(command: {
    readonly attemptId: AttemptId;
    readonly playId: string;
    readonly media: readonly string[];
    readonly at: number;
  }): void;
  /** Ends a play early. Its `call.played` follows. Not answered when this id does not play. */
  stopPlay(command: { readonly attemptId: AttemptId; readonly playId: string; readonly at: number }): void;
  /**
   * Records the called party. Answers `call.recorded`, unless the call ends first. Answers at once with a
   * duration of 0 when the call is unknown or not answered. `finishOn`: the key that ends the recording.
   */
  record(command: {
    readonly attemptId: AttemptId;
    readonly recordingId: string;
    readonly maxMs: number;
    readonly finishOn: RecordNode['finishOn'];
    readonly at: number;
  }): void;
  /** Ends a recording early. Its `call.recorded` follows. Not answered when this id is not recorded. */
  stopRecord(command: {
    readonly attemptId: AttemptId;
    readonly recordingId: string;
    readonly at: number;
  }): void;
  /**
   * Listens for the end of a machine's greeting. Answers `call.beep`, unless the call ends first. Also
   * answers when `timeoutMs` ran out and when the call is unknown.
   */
  waitForBeep(command: {
    readonly attemptId: AttemptId;
    readonly timeoutMs: number;
    readonly at: number;
  }): void;
  /**
   * Asks whether these calls are still up. Answers `call.ended` (by 'lost') for each without a channel, so
   * that a lost end does not keep an agent waiting. Does not answer for the others. Dropped while the
   * connection is down.
   */
  probe(command: { readonly attemptIds: readonly AttemptId[]; readonly at: number }): void;
  /**
   * After a restart: reports the fate of each open attempt by one `call.reconciled` each. From then on these
   * calls report facts like any other. Channels of the campaign that match none of the attempts are hung up;
   * answered ones hear the message first. Channels of other campaigns stay as they are.
   */
  reconcile(command: {
    readonly campaignId: string;
    readonly attemptIds: readonly AttemptId[];
    readonly at: number;
  }): void;
}

/** An answered call to be bridged with an agent. */
export interface ConnectCommand {
  readonly attemptId: AttemptId;
  readonly agentId: string;
  readonly at: number;
}

/** One call to be placed. */
export interface DialCommand {
  readonly campaignId: string;
  readonly attemptId: AttemptId;
  /** E.164 of the called party. */
  readonly phone: string;
  /** E.164 shown to the called party. Without a caller number, the call is refused. */
  readonly callerNumber: string;
  /** Trunk to use. Absent: any trunk whose destinations allow the number. */
  readonly trunk?: string;
  /**
   * A call whose conversation this one is to join. Where telephony has several servers, both must be on one.
   * Absent: it stands alone.
   */
  readonly beside?: AttemptId;
  /** ms from the first 180 or 183. */
  readonly ringTimeoutMs: number;
  /** ms from the request until something rings. */
  readonly setupTimeoutMs: number;
  readonly detectMachine: boolean;
  readonly at: number;
  /** Epoch ms after which the command must not be carried out. */
  readonly expiresAt: number;
}
