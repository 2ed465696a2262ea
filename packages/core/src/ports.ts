/** The ports: what the engine orders from telephony, lead queue, journal and scheduler. */
import type { AttemptId, AttemptResult, LearnedFact, OpenRequest } from './campaign/call/attempt.js';
import type { Fact } from './campaign/facts.js';
import type { Callback } from './campaign/supply/lead.js';
import type { CallVoice } from './campaign/modes.js';
import type { CallRefusal } from './campaign/placing/refusal.js';

/**
 * The ports of the engine. Every port takes commands and answers with facts, never with promises: adapters
 * hold the promises, so the runner is synchronous and the core can be checked for purity. A port answers
 * *later* or at once, from any call stack: a fact that arrives while another is handled is queued. Each
 * command that expects an answer names it; a port that cannot answer says so by a fact, and never throws.
 */

/** Where ports deliver facts. Never throws. */
export type FactSink = (fact: Fact) => void;

/** Time and timers. `now()` never steps back within a process. */
export interface Scheduler {
  /** Epoch ms by a clock that never steps back. */
  now(): number;
  /** Fires `timer` once at `at` (at once when past). Setting an id again moves it. */
  set(command: { readonly campaignId: string; readonly timerId: string; readonly at: number }): void;
  cancel(command: { readonly campaignId: string; readonly timerId: string }): void;
}

/**
 * Calls and agents' legs. Implemented by the Asterisk adapter and the simulated carrier; both pass the
 * contract suite in packages/asterisk-adapter/test/contract.
 *
 * Order: the facts of one call come as `call.dialing`, `call.ringing` (left out when the network answers
 * without ringing), `call.answered`, `call.detected`, `call.ended`, each at most once; nothing follows the
 * end. Instants never step back. Orders may be given from within the delivery of a fact.
 *
 * Loss: while the connection is down (`telephony.down`) new calls and legs are refused, and orders about
 * living calls are carried out when it is back (`telephony.up`). Ends that were missed are reported then;
 * facts between the last one and the end are lost.
 */
export interface Telephony {
  /**
   * Places a call. Answers with `call.dialing` when the request left, `call.ringing`, `call.answered`,
   * `call.detected` (only with `detectMachine`), and always, exactly once in the end, `call.ended`. A call
   * waits while its trunk is full; one that waits past `expiresAt` ends as 'expired', and one without a
   * caller number or while the connection is down as 'refused'. A second command for an attempt in progress
   * is dropped.
   */
  dial(command: DialCommand): void;
  /**
   * Ends a call; `call.ended` follows, once however often it is ordered. Unknown ids are answered with
   * `call.ended` (by 'lost'), so that no slot can leak.
   */
  hangUp(command: { readonly attemptId: AttemptId; readonly at: number }): void;
  /**
   * Bridges an answered call with the agent's leg and ends what plays to it and what is recorded of it.
   * Answers `call.connected` or `call.connect-failed`: unknown call, call not answered or with an agent
   * already, no leg, leg not free. A call whose agent's leg goes down stays on the line and may be connected
   * again.
   */
  connect(command: { readonly attemptId: AttemptId; readonly agentId: string; readonly at: number }): void;
  /**
   * Calls the agent's station and keeps the leg up. Answers `agent.leg-up` or `agent.leg-down`; a leg that is
   * up already is reported again.
   */
  ringAgent(command: { readonly agentId: string; readonly station: string; readonly at: number }): void;
  /** Ends the agent's leg; `agent.leg-down` follows, also when there was none. */
  hangUpAgent(command: { readonly agentId: string; readonly at: number }): void;
  /**
   * Plays media to the call. Answers `call.played`, unless the call ends first; `completed` is false when the
   * play was stopped, could not begin, or the call is unknown or not answered. Media names are
   * 'sound:<name>', 'recording:<name>' or 'silence:<ms>'.
   */
  play(command: {
    readonly attemptId: AttemptId;
    readonly playId: string;
    readonly media: readonly string[];
    readonly at: number;
  }): void;
  /** Ends a play early; its `call.played` follows. Not answered when nothing of this id plays. */
  stopPlay(command: { readonly attemptId: AttemptId; readonly playId: string; readonly at: number }): void;
  /**
   * Records the called party. Answers `call.recorded`, unless the call ends first; at once with a duration of
   * 0 when the call is unknown or not answered. `finishOn`: the key that ends it.
   */
  record(command: {
    readonly attemptId: AttemptId;
    readonly recordingId: string;
    readonly maxMs: number;
    readonly finishOn: 'none' | 'any' | '*' | '#';
    readonly at: number;
  }): void;
  /**
   * Ends a recording early; its `call.recorded` follows. Not answered when nothing of this id is recorded.
   */
  stopRecord(command: {
    readonly attemptId: AttemptId;
    readonly recordingId: string;
    readonly at: number;
  }): void;
  /**
   * Listens for the end of a machine's greeting. Answers `call.beep`, also when `timeoutMs` ran out and when
   * the call is unknown, unless the call ends first.
   */
  waitForBeep(command: {
    readonly attemptId: AttemptId;
    readonly timeoutMs: number;
    readonly at: number;
  }): void;
  /**
   * Are these calls still there? Answers `call.ended` (by 'lost') for each that has no living channel,
   * nothing for the rest: a lost ending must not keep an agent waiting. Dropped while the connection is down.
   */
  probe(command: { readonly attemptIds: readonly AttemptId[]; readonly at: number }): void;
  /**
   * After a restart: says of each open attempt what became of it, by one `call.reconciled` each; from then on
   * these calls report facts as any other. Channels of the campaign that match none of them hear the message,
   * when answered, and are hung up; other campaigns' are left alone.
   */
  reconcile(command: {
    readonly campaignId: string;
    readonly attemptIds: readonly AttemptId[];
    readonly at: number;
  }): void;
}

/** One call to be placed. */
export interface DialCommand {
  readonly campaignId: string;
  readonly attemptId: AttemptId;
  /** E.164 of the called party. */
  readonly phone: string;
  /** E.164 shown to the called party. No caller number, no call. */
  readonly callerNumber: string;
  /** Trunk to use; absent: any whose destinations allow it. */
  readonly trunk?: string;
  /** ms from the first 180 or 183. */
  readonly ringTimeout: number;
  /** ms from the request until something rings. */
  readonly setupTimeout: number;
  readonly detectMachine: boolean;
  readonly at: number;
  /** Epoch ms after which the command must not be carried out any more. */
  readonly expiresAt: number;
}

/** Lists of leads. Implemented by the store and the simulated list. */
export interface LeadQueue {
  /** Answers `leads.claimed` (perhaps with none) or `leads.claim-failed`. */
  claim(command: ClaimCommand): void;
  /** Gives leads back untouched, or held until `notBefore`. Idempotent; no answer. */
  release(command: ReleaseCommand): void;
  /** Answers `leads.surveyed`. */
  survey(command: { readonly campaignId: string; readonly at: number }): void;
}

/** A batch of leads that are dialable now: zones about to close first, callbacks first. */
export interface ClaimCommand {
  readonly campaignId: string;
  readonly requestId: string;
  readonly count: number;
  readonly at: number;
  /** Agents logged in: callbacks promised by one agent are handed out only while that agent is here. */
  readonly agentIds: readonly string[];
  /** One certain lead, for a manual call. */
  readonly leadId?: string;
}

/** Leads going back to the queue. */
export interface ReleaseCommand {
  readonly campaignId: string;
  readonly leadIds: readonly string[];
  readonly at: number;
  /** Not dialable before this instant (epoch ms); null: never again. Absent: at once. */
  readonly notBefore?: number | null;
  /** Why, for reports. */
  readonly why: string;
}

/** The durable record of attempts, and the audit trail. */
export interface Journal {
  /**
   * Opens an attempt in one transaction: unique keys on number and person, the person's consent, do-not-call
   * and history read, the gate asked, decision and attempt stored. Answers `attempt.opened`,
   * `attempt.refused`, `attempt.in-progress` or `attempt.open-failed`.
   */
  open(command: OpenRequest): void;
  /**
   * Notes a milestone of an open attempt, so that a crash afterwards is booked rightly. No answer.
   * Idempotent.
   */
  mark(command: {
    readonly campaignId: string;
    readonly attemptId: AttemptId;
    readonly mark: 'live-answer' | 'connected' | 'abandoned';
    readonly at: number;
  }): void;
  /**
   * Stores a fact learned during the call (a key-press opt-out) at once, before what follows is carried out;
   * it is in force from then on in every campaign. The attempt's end repeats it: idempotent. No answer.
   */
  learn(command: {
    readonly campaignId: string;
    readonly attemptId: AttemptId;
    readonly fact: LearnedFact;
    readonly at: number;
  }): void;
  /** Closes an attempt in one transaction. Idempotent. Answers `attempt.closed` or `attempt.close-failed`. */
  close(command: {
    readonly campaignId: string;
    readonly attemptId: AttemptId;
    readonly result: AttemptResult;
    readonly at: number;
  }): void;
  /**
   * After a restart: takes the campaign under a new epoch. Answers `campaign.recovered` with open attempts
   * and the counters since each instant.
   */
  recover(command: {
    readonly campaignId: string;
    readonly since: readonly number[];
    readonly at: number;
  }): void;
  /** May this callback be promised? Answers `callback.checked`. */
  checkCallback(command: {
    readonly campaignId: string;
    readonly requestId: string;
    readonly attemptId: AttemptId;
    readonly callback: Callback;
    readonly at: number;
  }): void;
  /** Appends to the audit trail (orders, mode changes, the kill switch, governor's turns). No answer. */
  audit(command: {
    readonly campaignId: string;
    readonly kind: string;
    readonly detail: Readonly<Record<string, unknown>>;
    readonly at: number;
  }): void;
}

/**
 * Facts in the compliance module's terms, as core and the store hand them on. Neither looks into them: the law
 * reads them at run time, and refuses what it cannot read.
 */
export type LegalFacts = Readonly<Record<string, unknown>>;

/**
 * The law, asked synchronously inside the store's transaction. Wired by the application, whose gate names the
 * types of the facts: `Lead` of the called party, `Entry` of one earlier attempt.
 */
export interface ComplianceGate<Lead = LegalFacts, Entry = LegalFacts> {
  decide(request: GateRequest<Lead, Entry>): GateDecision;
}

/** What the gate is asked. */
export interface GateRequest<Lead = LegalFacts, Entry = LegalFacts> {
  readonly at: number;
  readonly campaignId: string;
  /** The called party as the compliance module describes it (phone, region, consent, do-not-call ...). */
  readonly lead: Lead;
  /** All attempts to the person, any number, any campaign. */
  readonly history: readonly Entry[];
  /** The mode in force for this one call. */
  readonly mode: OpenRequest['mode'];
  readonly humanInitiated: boolean;
  /** Every voice the call may play: each must be allowed. */
  readonly voices: readonly CallVoice[];
  /** Every limit on abandonment the campaign is held to, with the figures of its running period. */
  readonly abandonment?: readonly AbandonmentCount[];
}

/** What one limit on abandonment counts in its running period. */
export interface AbandonmentCount {
  /** Rule id, e.g. 'us.tcpa.abandon3'. */
  readonly limitId: string;
  /** 'YYYY-MM-DD', by the calendar of the place whose limit it is. */
  readonly periodStart: string;
  readonly liveAnswers: number;
  readonly abandoned: number;
}

/** The gate's answer. `record` is stored with the attempt, whole. */
export interface GateDecision {
  readonly allowed: boolean;
  readonly refusals: readonly CallRefusal[];
  /** Epoch ms; null when waiting does not cure. */
  readonly nextAllowedAt: number | null;
  readonly record: Readonly<Record<string, unknown>>;
  /**
   * Every question put to the law with its answer, as the compliance module's audit records without id and
   * chain: the journal stores each as the next record of its writer, so that it can be verified and replayed.
   */
  readonly evaluations?: readonly Readonly<Record<string, unknown>>[];
}

/**
 * All ports of one engine. The gate is not among them: it is asked by the journal, inside its transaction.
 */
export interface Ports {
  readonly telephony: Telephony;
  readonly leads: LeadQueue;
  readonly journal: Journal;
  readonly scheduler: Scheduler;
}

/** A command to one port: what {@link Campaign.handle} returns and the runner carries out. */
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
