/** The leads that a claim picks before it takes them. */
import type { CampaignLeadRow } from './lead-row.js';

/** A lead that was picked. */
export interface PickedLead {
  /** Epoch ms at which its window closes. */
  readonly closesAt: number | null;
  /** Undefined: it is not read yet. */
  readonly row?: CampaignLeadRow;
}

/** By lead id, in dial order. */
export type Picked = Map<string, PickedLead>;
