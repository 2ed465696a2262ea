/** A refusal: one reason why a call may not be placed. */
/** One reason why a call may not be placed. */
export interface CallRefusal {
  readonly rule: string;
  readonly citation: string;
  readonly message: string;
  /**
   * 'call': in this mode or audio now; 'lead': until `nextAllowedAt`, or never; 'campaign': leads stay
   * untouched.
   */
  readonly scope: 'call' | 'lead' | 'campaign';
  readonly nextAllowedAt: number | null;
}
