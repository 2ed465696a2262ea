/** One event, e.g. of kind 'attempt.closed', with the ids by which the readers give the rest. */
export interface StoredEvent {
  /** The same whenever it is read: who must deal with each event once tells them apart by it. */
  readonly eventId: string;
  /** Epoch ms. */
  readonly at: number;
  /** Empty where it is about no campaign. */
  readonly campaignId: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Everything up to and with this event; give it as `after`. */
  readonly cursor: string;
}
