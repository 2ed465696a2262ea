/** What a claim works with. */
import type { Engine } from '../database/engine.js';
import type { PlaceWindows } from './place-windows.js';
import type { SelectedLeads } from './selection/selected-leads.js';

/** What a claim works with. */
export interface ClaimContext {
  readonly engine: Engine;
  readonly epoch: number;
  readonly windows: PlaceWindows | null;
  /** ms after which a callback promised by one agent is anybody's; null or absent: never. */
  readonly callbacksToAnybodyAfterMs?: number | null;
  /** The campaign's own filter, order and mix; null or absent: leads go by priority and age. */
  readonly selected?: SelectedLeads | null;
}
