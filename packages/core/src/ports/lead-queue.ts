/** The port for lists of leads. */

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

/** Asks how a campaign's list stands. */
export interface SurveyCommand {
  readonly campaignId: string;
  readonly at: number;
  /** Agents who are logged in: a callback reserved for another agent waits. Absent: nobody is logged in. */
  readonly agentIds?: readonly string[];
  /** The campaign is not live: leads with other numbers wait for 'not-live'. Absent: all are counted. */
  readonly onlyNumbers?: readonly string[];
}
