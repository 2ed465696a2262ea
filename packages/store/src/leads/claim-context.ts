/** What a claim works with, and the leads that it picks before it takes them. */
import type { Engine } from '../database/engine.js';
import type { CampaignLeadRow } from './lead-row.js';
import type { PlaceWindows } from './place-windows.js';

/** What a claim works with. */
export interface ClaimContext {
  readonly engine: Engine;
  readonly epoch: number;
  readonly windows: PlaceWindows | null;
  /** ms after which a callback promised by one agent is anybody's; null or absent: never. */
  readonly callbacksToAnybodyAfterMs?: number | null;
}

/** A lead that was picked. */
export interface PickedLead {
  /** Epoch ms at which its window closes. */
  readonly closesAt: number | null;
  /** Undefined: it is not read yet. */
  readonly row?: CampaignLeadRow;
}

/** By lead id, in dial order. */
export type Picked = Map<string, PickedLead>;
