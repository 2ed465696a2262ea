/** A lead as a campaign gets it, and where it stands after an attempt. */
import type { Outcome } from '../call/outcomes.js';

/** One telephone number of a person. */
export interface LeadPhone {
  /** E.164 with the plus sign. */
  readonly phone: string;
  readonly lineType?: 'wireless' | 'landline' | 'voip' | 'unknown';
  /** False once closed: disconnected, wrong number, or the person asked. */
  readonly open: boolean;
}

/** A callback that was promised. */
export interface Callback {
  /** Epoch ms. */
  readonly at: number;
  /** The agent who promised it, or absent for anyone. */
  readonly agentId?: string;
  readonly note?: string;
}

/**
 * Why the lead is dialable now. 'callback' and 'abandoned' leads are dialed only with an agent reserved
 * beforehand: who was promised a call, or heard a message instead of a person, must never meet silence again.
 */
export type LeadReason = 'fresh' | 'retry' | 'callback' | 'abandoned';

/** A lead as it is handed to a campaign under a claim. Immutable: the campaign sends back what changes. */
export interface Lead {
  readonly leadId: string;
  /** Who it is: leads of one person are never dialed at once. */
  readonly personId: string;
  readonly listId: string;
  /** All numbers of the person in dial order. */
  readonly phones: readonly LeadPhone[];
  /** Which of {@link Lead.phones} is to be dialed now. */
  readonly phoneIndex: number;
  readonly reason: LeadReason;
  /** Larger is dialed earlier. */
  readonly priority: number;
  /** Skills an agent must have to take it; none: anyone. */
  readonly skills: readonly string[];
  /** The agent who should get it when free. */
  readonly ownerAgentId?: string;
  readonly callback?: Callback;
  /** Attempts that counted, over the life of the lead. */
  readonly attempts: number;
  /** How often each outcome came since the last contact: retry rules count by it. */
  readonly attemptsByOutcome: Readonly<Partial<Record<Outcome, number>>>;
  /** Epoch ms of the attempts of the last 24 hours, oldest first. */
  readonly recentAttempts: readonly number[];
  /** Chance (0..1) that a live person answers, when the list knows better than the average. */
  readonly answerProbability?: number;
  /** When its calling window closes, epoch ms, if known: earlier is dialed first. */
  readonly windowClosesAt?: number;
  /** Name, account and custom fields for the agent's screen. Never logged. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Where a lead stands after an attempt: written with the attempt's end in one transaction. */
export interface LeadNext {
  /** 'open': dialable again from `nextDialableAt`; 'closed': never again in this list. */
  readonly status: 'open' | 'closed';
  /** Epoch ms; null when closed. */
  readonly nextDialableAt: number | null;
  readonly phoneIndex: number;
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
   * The rest by reason, with the first instant at which some of them become dialable (epoch ms, null: never
   * by waiting).
   */
  readonly waiting: readonly {
    readonly reason: string;
    readonly count: number;
    readonly nextAt: number | null;
  }[];
  /** All leads of the campaign's lists. */
  readonly total: number;
  /** Leads with at least one attempt: penetration is attempted / total. */
  readonly attempted: number;
}
