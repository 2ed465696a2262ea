/** Consent as the law is given it. */

/** One consent in the compliance module's terms, with what ended it. */
export interface ConsentFact {
  readonly type: 'written' | 'express';
  /** Epoch ms at which it was given. */
  readonly at: number;
  /** Purposes it covers; absent: all. */
  readonly scope?: readonly string[];
  /** Sellers it names; absent: any. */
  readonly sellers?: readonly string[];
  /** Epoch ms at which it was revoked. */
  readonly revokedAt?: number;
  /** Epoch ms from which it does not count any more; absent: it has no end. */
  readonly expiresAt?: number;
  /** Purposes it was revoked for; absent: all. */
  readonly scopeRevoked?: readonly string[];
  /** Where the proof of it is. */
  readonly evidence?: {
    readonly form?: string;
    readonly address?: string;
    readonly certificateId?: string;
  };
}
