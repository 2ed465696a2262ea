/** A refusal: one reason why a call must not be placed. */

/** One reason why a call must not be placed. */
export interface CallRefusal {
  readonly rule: string;
  readonly citation: string;
  readonly message: string;
  /**
   * What is refused. 'call': this mode or voice at this time. 'lead': until `nextAllowedAt`, or always.
   * 'campaign': every call; leads stay unchanged. 'setting': this number, by a setting of the campaign; the
   * lead stays unchanged, and the campaign goes on with others.
   */
  readonly scope: 'call' | 'lead' | 'campaign' | 'setting';
  readonly nextAllowedAt: number | null;
}
