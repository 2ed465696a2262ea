/** What one check of the doctor found. */
export interface Finding {
  /** 'campaign file', 'database', 'Asterisk modules' ... */
  readonly check: string;
  /** 'warning': it dials, but not as it might. */
  readonly verdict: 'ok' | 'warning' | 'failed';
  readonly detail: string;
  /** What to do; absent when all is well. */
  readonly remedy?: string;
}
