/** Which leads of its lists a campaign dials, in which order, and how its lists are mixed. */
import type { LeadCondition, LeadScore } from '../../expressions/parse-expression.js';
import type { PlaceHints } from '../places.js';

/**
 * The orders of leads of one priority. 'oldest-first' also puts places that are about to close before
 * others; another order is kept whatever the hour of the place.
 */
export const LEAD_ORDERS = ['oldest-first', 'newest-first', 'longest-uncalled', 'score', 'random'] as const;

/** One of {@link LEAD_ORDERS}. */
export type LeadOrder = (typeof LEAD_ORDERS)[number];

/** How a list stands among the lists of its campaign. */
export interface ListWeight {
  readonly listId: string;
  /** Lists of a larger priority are dialed first. @default 0 */
  readonly priority?: number;
  /**
   * Share (0..1) of the claimed leads, among the lists of its priority that have leads. Absent: the leads of
   * these lists are dialed in one order.
   */
  readonly share?: number;
}

/** What a campaign says of its leads. Everything is optional: without, leads go by priority and age. */
export interface LeadSelection {
  /** Leads for which it is not true are passed by: they stay as they are. */
  readonly filter?: LeadCondition;
  /** @default 'oldest-first' */
  readonly order?: LeadOrder;
  /** Order 'score': the larger, the earlier; leads without a known score come last. */
  readonly score?: LeadScore;
  /** Order 'random': the same seed gives the same order. @default '' */
  readonly seed?: string;
  readonly lists?: readonly ListWeight[];
}

/** What an application says of the leads of a campaign. */
export interface LeadHints extends PlaceHints {
  readonly selection?: LeadSelection;
}

/** Whether claims differ from those by priority and age alone. */
export function selects({ filter, order = 'oldest-first', lists = [] }: LeadSelection): boolean {
  const isMixed = lists.some(({ priority = 0, share }) => priority !== 0 || share !== undefined);
  return filter !== undefined || order !== 'oldest-first' || isMixed;
}
