/** The codes by which orders are rejected. */

/** Why an order cannot be followed: what a program tests. */
export const ORDER_REJECTIONS = [
  /** The order names a campaign that is not here. */
  'unknown-campaign',
  /** The agent is not logged in at this campaign, or at none. */
  'agent-not-logged-in',
  /** The agent is logged in at this campaign already. */
  'agent-logged-in-already',
  /** The agent's state does not allow it. */
  'agent-state',
  /** No lead is on offer. */
  'no-lead-on-offer',
  /** The agent has asked for a call already, and the lead queue has not answered. */
  'call-asked-for-already',
  /** The lead that the agent asked for is not dialable now, or no lead is. */
  'lead-not-dialable',
  /** The lead queue did not answer in time. */
  'lead-queue-silent',
  /** All lines are in use. */
  'no-line-free',
  /** The agent has no call that this order could concern. */
  'no-call',
  /** The campaign has no disposition of this code. */
  'unknown-disposition',
  /** The disposition calls back, and the order has no time for it. */
  'callback-time-missing',
  /** The time of the callback is past. */
  'callback-time-past',
  /** The run state of the campaign does not allow it. */
  'campaign-state',
  /** The settings cannot work together. */
  'settings-conflict',
  /** The engine broke an invariant while it handled the order: the campaign has stopped dialing. */
  'engine-fault',
] as const;

/** Code of a rejection. */
export type OrderRejectionCode = (typeof ORDER_REJECTIONS)[number];

/** Why an order is not followed. */
export interface OrderRejection {
  readonly code: OrderRejectionCode;
  /** One sentence for a person. */
  readonly reason: string;
}

/** What the engine says of an order at once. Accepted: it is followed; events tell what comes of it. */
export type OrderVerdict = { readonly accepted: true } | ({ readonly accepted: false } & OrderRejection);
