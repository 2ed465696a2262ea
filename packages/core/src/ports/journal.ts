/** The port for the durable record of attempts, and the audit trail. */
import type {
  AttemptId,
  AttemptMark,
  AttemptResult,
  LearnedFact,
  OpenInboundRequest,
  OpenRequest,
} from '../campaign/call/attempt.js';
import type { Callback } from '../campaign/supply/lead.js';
import type { CampaignEntryKind } from './entry-kinds.js';

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

/** A milestone that an open attempt has reached. */
export interface MarkCommand {
  readonly campaignId: string;
  readonly attemptId: AttemptId;
  readonly mark: AttemptMark;
  /** 'connected': who owns the conversation from now on. Given again with each owner. */
  readonly agentId?: string;
  /** 'flow': to which flow an agent gave the person. The next 'connected' ends it. */
  readonly flow?: string;
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
  readonly kind: CampaignEntryKind;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: number;
}
