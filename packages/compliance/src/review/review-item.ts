/**
 * What the campaign review asks and what it answers. A rule states its review items itself;
 * `review-campaign.ts` only collects them.
 */
import type { CampaignFacts } from '../contract.js';
import type { CampaignDuties } from '../duties/duty.js';

/** Facts of the campaign's call flow that the law asks about. An absent fact is a finding. */
export interface CampaignFlow {
  /**
   * Instant of the review, epoch ms; the law of that day applies. Absent: the day of the table's latest
   * verification.
   */
  readonly at?: number | undefined;
  /** The caller number shown, E.164. */
  readonly callerNumber?: string | undefined;
  /** The caller number (or the seller's) takes do-not-call requests in business hours. */
  readonly callerNumberTakesRequests?: boolean | undefined;
  /** The flow says who calls: caller, principal, and a number or address. */
  readonly identifies?: boolean | undefined;
  /** ms after the identification at which an automated opt-out is offered; null: never. */
  readonly optOutOfferedAfter?: number | null | undefined;
  /** The opt-out records the number and then ends the call. */
  readonly optOutDisconnects?: boolean | undefined;
  /** A toll-free number on voicemail reaches the same opt-out. */
  readonly voicemailTollFree?: boolean | undefined;
  /** Message played to a live answer without an agent. */
  readonly abandonmentMessage?: AbandonmentMessage | undefined;
  /** ms after the completed greeting by which an agent must be on the line. */
  readonly connectGrace?: number | undefined;
  /**
   * The caller is a firm authorised by the Financial Conduct Authority, or a pension scheme's trustee or
   * manager.
   */
  readonly authorisedFirm?: boolean | undefined;
  /** Calls are recorded. */
  readonly recordsCalls?: boolean | undefined;
  readonly recordingAnnounced?: boolean | undefined;
  /** An autodialer may seize several lines of one business. */
  readonly seizesSeveralLines?: boolean | undefined;
}

/** The message played to a live answer without an agent. */
export interface AbandonmentMessage {
  /** ms after the completed greeting. */
  readonly startsWithin: number;
  readonly namesCaller: boolean;
  readonly givesNumber: boolean;
  readonly offersOptOut: boolean;
  readonly markets: boolean;
}

/** One finding. */
export interface ReviewFinding {
  readonly rule: string;
  readonly severity: 'refuses' | 'notice';
  readonly message: string;
  /** What to change. */
  readonly remedy: string;
}

/** The result of a review. */
export interface CampaignReview {
  /** False where the campaign must not start. */
  readonly allowed: boolean;
  readonly findings: readonly ReviewFinding[];
  readonly duties: CampaignDuties;
}

/** The campaign that a rule reviews. */
export interface ReviewQuestion {
  readonly campaign: CampaignFacts;
  readonly flow: CampaignFlow & { readonly at: number };
  /** The duties of all countries of the campaign. */
  readonly duties: CampaignDuties;
}

/** Topics of findings, in the order in which findings are given. */
export const REVIEW_TOPICS = [
  'ringing',
  'caller-number',
  'abandonment',
  'recorded-message',
  'consent',
  'registry',
  'preparation',
  'coverage',
] as const;

/** The topic of a finding. */
export type ReviewTopic = (typeof REVIEW_TOPICS)[number];

/** A finding as a rule states it. */
export interface ReviewItem extends Omit<ReviewFinding, 'rule'> {
  readonly topic: ReviewTopic;
}
