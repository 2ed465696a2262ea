/** The codes of rejected orders. */

/** Why an order is rejected. Programs test these codes. */
export const ORDER_REJECTIONS = [
  /** The order names a campaign that the engine does not have. */
  'unknown-campaign',
  /** The agent is not logged in at this campaign, or at any. */
  'agent-not-logged-in',
  /** The agent is already logged in at this campaign. */
  'agent-logged-in-already',
  /** The agent is logged in at another dialer on the store. An agent has one conversation at a time. */
  'agent-elsewhere',
  /** Whether the agent is logged in elsewhere cannot be read now. The order may be given again. */
  'agent-place-unknown',
  /** The agent's leg must not be called at this station. */
  'station-not-permitted',
  /** The agent's state does not allow the order. */
  'agent-state',
  /** The agent has no lead on offer. */
  'no-lead-on-offer',
  /** The agent has already asked for a call, and the lead queue has not answered yet. */
  'call-asked-for-already',
  /** The lead that the agent asked for is not dialable now. Without a named lead: none is. */
  'lead-not-dialable',
  /** The lead queue did not answer in time. */
  'lead-queue-silent',
  /** Outside the campaign's own days and hours. */
  'outside-schedule',
  /** Telephony is not connected: no call can be placed for the agent. */
  'telephony-down',
  /** All lines are in use. */
  'no-line-free',
  /** The agent has no call to which the order applies. */
  'no-call',
  /** The agent does not own the conversation. Its owner may give the order. */
  'not-owner',
  /** The stage of the conversation does not allow the order. */
  'conversation-stage',
  /** The order before it is being carried out. It may be given again. */
  'conversation-busy',
  /** The agent who is meant is not logged in, not free, or the one who gives the order. */
  'agent-not-free',
  /** The telephone number is not in the directory, or an interlock keeps it from being dialed. */
  'number-not-permitted',
  /** No flow for transfers has the name, or the law does not let its voice speak to this person unasked. */
  'flow-not-permitted',
  /** The digits are none, too many, or hold other characters than 0 to 9, `*`, `#` and A to D. */
  'bad-digits',
  /** Recording is off for this campaign, or the law's duty before it is not fulfilled. */
  'recording-not-permitted',
  /** The campaign does not have a disposition with this code. */
  'unknown-disposition',
  /** The disposition schedules a callback, and the order does not give its time. */
  'callback-time-missing',
  /** The time of the callback is past. */
  'callback-time-past',
  /** The run state of the campaign does not allow the order. */
  'campaign-state',
  /** The settings cannot work together. */
  'settings-conflict',
  /** The engine broke an invariant while it handled the order. The campaign has stopped dialing. */
  'engine-fault',
] as const;

/** Code of a rejection. */
export type OrderRejectionCode = (typeof ORDER_REJECTIONS)[number];

/** Why an order is rejected. */
export interface OrderRejection {
  readonly code: OrderRejectionCode;
  /** One sentence for a person. */
  readonly reason: string;
}

/**
 * The engine's immediate answer to an order. Accepted: the order is carried out, and events report its
 * effects.
 */
export type OrderVerdict = { readonly accepted: true } | ({ readonly accepted: false } & OrderRejection);
