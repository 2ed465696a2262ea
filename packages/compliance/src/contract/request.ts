/** The question to the compliance module: one call, with the attempts before it. */
import type { CampaignFacts } from './campaign-facts.js';
import type { LeadFacts } from './lead-facts.js';
import type { HistoryOutcome, Purpose, Voice } from './terms.js';

/** One earlier attempt to reach the person. */
export type HistoryEntry = {
  readonly at: number;
  readonly direction: 'outbound' | 'inbound';
  readonly outcome: HistoryOutcome;
  /** Absent: `lead.phone`. */
  readonly phone?: string | undefined;
  /** Absent: 'artificial' for 'message-delivered', else 'live'. */
  readonly voice?: Voice | undefined;
  readonly purpose?: Purpose | undefined;
  readonly seller?: string | undefined;
  readonly debtId?: string | undefined;
  readonly subject?: string | undefined;
  readonly eventId?: string | undefined;
  /** The person agreed to further calls from this local date on; `single`: to one call. */
  readonly callbackConsent?: { readonly from: string; readonly single?: boolean | undefined } | undefined;
};

/** One question: may this call be placed now? */
export interface Request {
  /** Epoch ms. */
  readonly at: number;
  readonly lead: LeadFacts;
  readonly campaign: CampaignFacts;
  /** All attempts to the person, any number, any campaign, any order. */
  readonly history: readonly HistoryEntry[];
}
