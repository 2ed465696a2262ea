/** A lead as a campaign gets it, and its state after an attempt. */
import type { Outcome } from '../call/outcomes.js';

/** Every kind of line that a number may be on. */
export const PHONE_LINE_TYPES = ['wireless', 'landline', 'voip', 'unknown'] as const;

/** One of {@link PHONE_LINE_TYPES}. */
export type PhoneLineType = (typeof PHONE_LINE_TYPES)[number];

/** One telephone number of a person. */
export interface LeadPhone {
  /** E.164 with the plus sign. */
  readonly phone: string;
  readonly lineType?: PhoneLineType;
  /** False once the number is closed: disconnected, wrong number, or the person asked. */
  readonly open: boolean;
}

/** A callback: an appointment at which the lead is called again. */
export interface Callback {
  /** Epoch ms. */
  readonly at: number;
  /** The agent who is to call. Absent: any agent. */
  readonly agentId?: string;
  readonly note?: string;
}

/**
 * Why a lead may be dialable. 'callback' and 'abandoned' leads are dialed only with a reserved agent. A
 * person who expects a callback, or heard a message instead of an agent, must not hear silence again.
 */
export const LEAD_REASONS = ['fresh', 'retry', 'callback', 'abandoned'] as const;

/** Why the lead is dialable now: one of {@link LEAD_REASONS}. */
export type LeadReason = (typeof LEAD_REASONS)[number];

/** A claimed lead. Immutable: the campaign sends back what changes. */
export interface Lead {
  readonly leadId: string;
  /** The person. Leads of one person are never dialed at the same time. */
  readonly personId: string;
  readonly listId: string;
  /** All numbers of the person in dial order. */
  readonly phones: readonly LeadPhone[];
  /** Which of {@link Lead.phones} is to be dialed now. */
  readonly phoneIndex: number;
  readonly reason: LeadReason;
  /** A larger priority is dialed earlier. */
  readonly priority: number;
  /** Skills that the agent must have. Empty: any agent. */
  readonly skills: readonly string[];
  /** The agent who gets the call when they are free. */
  readonly ownerAgentId?: string;
  readonly callback?: Callback;
  /** Attempts that counted, over the life of the lead. */
  readonly attempts: number;
  /** How often each outcome came since the last contact. Retry rules use these counts. */
  readonly attemptsByOutcome: Readonly<Partial<Record<Outcome, number>>>;
  /** Epoch ms of the attempts of the last 24 hours, oldest first. */
  readonly recentAttempts: readonly number[];
  /** Chance (0..1) that a live person answers, when the list has a better estimate than the average. */
  readonly answerProbability?: number;
  /**
   * When the lead's calling window closes (epoch ms), if known. Leads that close earlier are dialed first.
   */
  readonly windowClosesAt?: number;
  /** Name, account and custom fields for the agent's screen. Never logged. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A lead's state after an attempt. Written in one transaction with the attempt's end. */
export interface LeadNext {
  /** 'open': dialable again from `nextDialableAt`. 'closed': never again in this list. */
  readonly status: 'open' | 'closed';
  /** Epoch ms; null when closed. */
  readonly nextDialableAt: number | null;
  readonly phoneIndex: number;
  /**
   * Earliest instant of another call to the number just called (epoch ms), where the lead goes on to its next
   * number. Absent: `nextDialableAt`.
   */
  readonly numberNotBefore?: number;
  readonly reason: LeadReason;
  readonly callback?: Callback;
  /** Why, for reports: 'sale', 'attempts-used-up', 'retry-busy' ... */
  readonly why: string;
}

/** How many leads are dialable, and why the others are not. */
export interface Supply {
  /** Dialable at this instant and unclaimed. */
  readonly dialableNow: number;
  /**
   * The other leads by reason, with the first instant at which some become dialable (epoch ms). Null: waiting
   * does not make them dialable.
   */
  readonly waiting: readonly {
    /** 'callback for ann': the callbacks of an agent who is not logged in. */
    readonly reason: string;
    readonly count: number;
    readonly nextAt: number | null;
    /** Calling windows: the queue's name of the place that opens first. */
    readonly place?: string;
  }[];
  /** All leads of the campaign's lists. */
  readonly total: number;
  /** Leads with at least one attempt. Penetration is attempted / total. */
  readonly attempted: number;
}
