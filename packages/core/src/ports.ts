/** The ports: the commands of the engine to telephony, lead queue, journal and scheduler. */
import type {
  AttemptId,
  AttemptMark,
  AttemptResult,
  LearnedFact,
  OpenInboundRequest,
  OpenRequest,
} from './campaign/call/attempt.js';
import type { Fact } from './campaign/facts.js';
import type { Callback } from './campaign/supply/lead.js';
import type { CallVoice } from './campaign/modes.js';
import type { CallRefusal } from './campaign/placing/refusal.js';
import type { ConversationTelephony } from './conversation-commands.js';
import type { RecordNode } from './ivr/index.js';

/**
 * The ports of the engine. A port takes commands and answers with facts, not with promises. Adapters keep the
 * promises, so that the runner is synchronous and core is checked for purity.
 *
 * A port answers later or at once, from any call stack. A fact that arrives while another is handled is
 * queued. Each command that expects an answer names it. A port that cannot answer reports that by a fact and
 * never throws.
 */

/** Where ports deliver facts. Never throws. */
export type FactSink = (fact: Fact) => void;

/** Time and timers. `now()` never steps back within a process. */
export interface Scheduler {
  /** Epoch ms by a clock that never steps back. */
  now(): number;
  /**
   * Fires the timer once at `at`, or at once when `at` is past. A second set of the same id moves the timer.
   */
  set(command: { readonly campaignId: string; readonly timerId: string; readonly at: number }): void;
  cancel(command: { readonly campaignId: string; readonly timerId: string }): void;
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
   * Places a call. Answers with `call.dialing` when the request is sent, `call.ringing`, `call.answered`,
   * `call.detected` (only with `detectMachine`), and always exactly one `call.ended`. A call waits while its
   * trunk is full. It ends as 'expired' when it waits past `expiresAt`. It ends as 'refused' without a caller
   * number or while the connection is down. A second command for an attempt in progress is dropped.
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
   */
  ringAgent(command: { readonly agentId: string; readonly station: string; readonly at: number }): void;
  /** Ends the agent's leg. `agent.leg-down` follows, also when there was no leg. */
  hangUpAgent(command: { readonly agentId: string; readonly at: number }): void;
  /**
   * Plays media to the call. Answers `call.played`, unless the call ends first. `completed` is false when the
   * play was stopped or could not begin, or when the call is unknown or not answered. Media names are
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
  /** ms from the first 180 or 183. */
  readonly ringTimeoutMs: number;
  /** ms from the request until something rings. */
  readonly setupTimeoutMs: number;
  readonly detectMachine: boolean;
  readonly at: number;
  /** Epoch ms after which the command must not be carried out. */
  readonly expiresAt: number;
}

/** Lists of leads. Implemented by the store and the simulated list. */
export interface LeadQueue {
  /** Answers `leads.claimed` (perhaps with none) or `leads.claim-failed`. */
  claim(command: ClaimCommand): void;
  /** Releases leads, unchanged or not dialable before `notBefore`. Idempotent; no answer. */
  release(command: ReleaseCommand): void;
  /** Answers `leads.surveyed`. */
  survey(command: SurveyCommand): void;
}

/** Asks for a batch of leads that are dialable now: callbacks first, and zones about to close first. */
export interface ClaimCommand {
  readonly campaignId: string;
  readonly requestId: string;
  readonly count: number;
  readonly at: number;
  /**
   * Agents who are logged in. A callback reserved for one agent is given out only while that agent is logged
   * in.
   */
  readonly agentIds: readonly string[];
  /** The one lead for a manual call. */
  readonly leadId?: string;
  /** The campaign is not live: only leads whose number is one of these are claimed. Absent: any lead. */
  readonly onlyNumbers?: readonly string[];
}

/** Leads that return to the queue. */
export interface ReleaseCommand {
  readonly campaignId: string;
  readonly leadIds: readonly string[];
  readonly at: number;
  /** Epoch ms before which the leads are not dialable. Null: never again. Absent: at once. */
  readonly notBefore?: number | null;
  /** Why, for reports. */
  readonly why: string;
}

/** The durable record of attempts, and the audit trail. */
export interface Journal {
  /**
   * Opens an attempt in one transaction: unique keys on number and person are taken; consent, do-not-call and
   * history are read; the gate is asked; decision and attempt are stored. Answers `attempt.opened`,
   * `attempt.refused`, `attempt.in-progress` or `attempt.open-failed`.
   */
  open(command: OpenRequest): void;
  /**
   * Opens the entry of a call that came in, matched to the campaign's lead that has the caller's number. The
   * law is not asked. Person and number are in progress from then on, unless they are already. Answers
   * `inbound.opened` or `attempt.open-failed`. Marks, facts and the end are as for attempts.
   */
  openInbound(command: OpenInboundRequest): void;
  /**
   * Notes a milestone of an open attempt, so that its outcome is right after a crash. No answer. Idempotent.
   */
  mark(command: MarkCommand): void;
  /**
   * Stores a fact learned during the call (a key-press opt-out) at once, before what follows is carried out.
   * It is in force from then on in every campaign. The attempt's end repeats it, so this is idempotent. No
   * answer.
   */
  learn(command: LearnCommand): void;
  /**
   * Closes an attempt in one transaction. Idempotent. What was said is in force under any lease, and also
   * where the attempt has ended: then `attempt.closed` names the earlier end, which stays. Answers
   * `attempt.closed` or `attempt.close-failed`.
   */
  close(command: CloseCommand): void;
  /**
   * After a restart: takes the campaign under a new epoch. Answers `campaign.recovered` with open attempts
   * and the counters since each instant.
   */
  recover(command: RecoverCommand): void;
  /** Asks whether this callback may be agreed. Answers `callback.checked`. */
  checkCallback(command: CheckCallbackCommand): void;
  /**
   * Appends to the audit trail (orders, mode changes, the kill switch, changes of the governor). No answer.
   */
  audit(command: AuditCommand): void;
}

/**
 * Facts in the compliance module's terms, which core and the store pass on unread. The compliance module
 * reads them at run time and refuses what it cannot read.
 */
export type LegalFacts = Readonly<Record<string, unknown>>;

/**
 * The compliance gate, asked synchronously inside the store's transaction. The application connects it. Its
 * gate names the types of the facts: `Lead` of the called party, `Entry` of one earlier attempt.
 */
export interface ComplianceGate<Lead = LegalFacts, Entry = LegalFacts> {
  decide(request: GateRequest<Lead, Entry>): GateDecision;
}

/** The question to the gate. */
export interface GateRequest<Lead = LegalFacts, Entry = LegalFacts> {
  readonly at: number;
  readonly campaignId: string;
  /** The called party as the compliance module describes it (phone, region, consent, do-not-call ...). */
  readonly lead: Lead;
  /** All attempts to the person, on any number and in any campaign. */
  readonly history: readonly Entry[];
  /** The mode in force for this one call. */
  readonly mode: OpenRequest['mode'];
  readonly humanInitiated: boolean;
  /** Every voice the call may play. Each must be allowed. */
  readonly voices: readonly CallVoice[];
  /** Every limit on abandonment that applies to the campaign, with the counts of its current period. */
  readonly abandonment?: readonly AbandonmentCount[];
}

/** The counts of one limit on abandonment in its current period. */
export interface AbandonmentCount {
  /** Rule id, e.g. 'us.tcpa.abandon3'. */
  readonly limitId: string;
  /** 'YYYY-MM-DD', by the calendar of the place whose limit it is. */
  readonly periodStart: string;
  readonly liveAnswers: number;
  readonly abandoned: number;
}

/** The gate's answer. The whole `record` is stored with the attempt. */
export interface GateDecision {
  readonly allowed: boolean;
  readonly refusals: readonly CallRefusal[];
  /** Epoch ms. Null when waiting does not make the call allowed. */
  readonly nextAllowedAt: number | null;
  readonly record: Readonly<Record<string, unknown>>;
  /**
   * Every evaluation of the compliance module, as its audit records without id and chain. The journal stores
   * each as the next record of its writer, so that it can be verified and replayed.
   */
  readonly evaluations?: readonly Readonly<Record<string, unknown>>[];
}

/** All ports of one engine. The gate is not one of them: the journal asks it inside its transaction. */
export interface Ports {
  readonly telephony: Telephony;
  readonly leads: LeadQueue;
  readonly journal: Journal;
  readonly scheduler: Scheduler;
}

/** A command to one port. {@link Campaign.handle} returns it and the runner carries it out. */
type CommandOf<Name extends keyof Ports> = {
  [Method in keyof Ports[Name]]: Ports[Name][Method] extends (command: infer Body) => void
    ? Body extends object
      ? { readonly port: Name; readonly method: Method; readonly command: Body }
      : never
    : never;
}[keyof Ports[Name]];

/** Any command to any port, as data. */
export type Command =
  CommandOf<'telephony'> | CommandOf<'leads'> | CommandOf<'journal'> | CommandOf<'scheduler'>;

/** A milestone that an open attempt has reached. */
export interface MarkCommand {
  readonly campaignId: string;
  readonly attemptId: AttemptId;
  readonly mark: AttemptMark;
  readonly at: number;
}

/** A fact learned during a call. */
export interface LearnCommand {
  readonly campaignId: string;
  readonly attemptId: AttemptId;
  readonly fact: LearnedFact;
  readonly at: number;
}

/** The end of an attempt. */
export interface CloseCommand {
  readonly campaignId: string;
  readonly attemptId: AttemptId;
  readonly result: AttemptResult;
  readonly at: number;
}

/** Takes a campaign under a new epoch. */
export interface RecoverCommand {
  readonly campaignId: string;
  /** Epoch ms. One pair of counters is answered for each. */
  readonly since: readonly number[];
  readonly at: number;
}

/** A callback that is about to be agreed. */
export interface CheckCallbackCommand {
  readonly campaignId: string;
  readonly requestId: string;
  readonly attemptId: AttemptId;
  readonly callback: Callback;
  readonly at: number;
}

/** An entry for the audit trail. */
export interface AuditCommand {
  readonly campaignId: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/** Asks how a campaign's list stands. */
export interface SurveyCommand {
  readonly campaignId: string;
  readonly at: number;
  /** Agents who are logged in: a callback reserved for another agent waits. Absent: nobody is logged in. */
  readonly agentIds?: readonly string[];
  /** The campaign is not live: leads with other numbers wait for 'not-live'. Absent: all are counted. */
  readonly onlyNumbers?: readonly string[];
}
