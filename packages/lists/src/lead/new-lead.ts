/** A lead as a list or a program gives it. */
import type { PhoneLineType } from '@outdial/core';
import type { ImportedFacts } from './imported-facts.js';

/** A number of a new lead. */
export interface NewPhone {
  /** E.164. */
  readonly phone: string;
  readonly lineType?: PhoneLineType;
  /** This number must not be called: it is stored closed. */
  readonly doNotCall?: true;
}

/** Consent that comes with a lead; it covers all its numbers unless it names one. */
export interface NewConsent {
  readonly type: 'written' | 'express';
  /** Epoch ms. */
  readonly at: number;
  /** Where the proof is: the form with its version, a recording. */
  readonly evidence?: string;
  /** From where it was given: an IP address, an e-mail address, a page. */
  readonly address?: string;
  /** Identifier of a certificate by a third party. */
  readonly certificateId?: string;
  /** Epoch ms from which it does not count any more. */
  readonly expiresAt?: number;
  readonly scope?: readonly string[];
  readonly sellers?: readonly string[];
  readonly phone?: string;
}

/** What is so of a person in every list. The bankrupt and the deceased are never called. */
export interface NewEnd {
  readonly kind: 'bankrupt' | 'deceased' | 'minor';
  /** Epoch ms at which it happened, or at which the list said so. */
  readonly at: number;
}

/** An earlier contact with the person, for laws that count calls. */
export interface NewContact {
  /** Epoch ms. */
  readonly at: number;
  /** 'unknown': a call of which only the day is known; it counts as a call. */
  readonly outcome: 'conversation' | 'unknown';
}

/** A lead to be added to a list. */
export interface NewLead {
  /** Who it is; absent: the person who has the first number. */
  readonly personKey?: string;
  /** At least one, in dial order. */
  readonly phones: readonly NewPhone[];
  readonly account?: string;
  readonly seller?: string;
  readonly ownerAgentId?: string;
  /** Whole; larger is dialed earlier. @default 0 */
  readonly priority?: number;
  readonly skills?: readonly string[];
  /** 0..1 */
  readonly answerProbability?: number;
  readonly consents?: readonly NewConsent[];
  /** Epoch ms at which the person revoked every consent given until then. */
  readonly consentRevokedAt?: number;
  /** Purposes that the revocation reaches; absent: all. */
  readonly consentRevokedScope?: readonly string[];
  /** In force for the person in every list, also where the lead itself is skipped as a duplicate. */
  readonly ends?: readonly NewEnd[];
  readonly contacts?: readonly NewContact[];
  /**
   * In the compliance module's terms: those the store knows are typed, every other fact of the law is passed
   * on as it is.
   */
  readonly facts?: ImportedFacts & Readonly<Record<string, unknown>>;
  /** For the agent's screen. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Not before this instant, epoch ms. */
  readonly notBefore?: number;
}
