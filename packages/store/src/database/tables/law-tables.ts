/** Tables of what the law has to know of persons and numbers. */
import type { ComplianceFactKind } from '@outdial/core';
import type { Generated } from 'kysely';
import type { FactDetail } from '../../law/fact-detail.js';
import type { StandingOrderKind } from '../../law/standing-order-kind.js';
import type { JsonText } from '../json-text.js';

/**
 * The internal do-not-call list. `subject`: `n:<number>` or `p:<person>`; `scope`: 'company' or a campaign
 * id.
 */
export interface DoNotCallTable {
  subject: string;
  scope: string;
  at: number;
  source: string;
}

/** What a row of `consents` is: a grant, by its form, or a revocation. */
export type ConsentType = 'written' | 'express' | 'revocation';

/** Grants and revocations of consent. `phone` '' covers all numbers of the person. */
export interface ConsentsTable {
  consent_id: string;
  person_id: string;
  phone: string;
  type: ConsentType;
  at: number;
  /** Purposes; null: all. */
  scope: JsonText<readonly string[]> | null;
  /** Sellers; null: any. */
  sellers: JsonText<readonly string[]> | null;
  /** The form with its version, a recording: where the proof is. */
  evidence: string | null;
  source: string;
  /** From where it was given. */
  address: string | null;
  /** Identifier of a certificate by a third party. */
  certificate_id: string | null;
  /** From then on it does not count. */
  expires_at: number | null;
  /** Recorded by mistake: it does not count, and stays on record. */
  withdrawn_at: number | null;
  withdrawn_why: string | null;
}

/** Facts learned on calls or entered by an operator. `phone` '' covers the person. */
export interface LearnedTable {
  id: Generated<number>;
  person_id: string;
  phone: string;
  kind: ComplianceFactKind;
  at: number;
  source: string;
  attempt_id: string | null;
  /** What the fact carries besides its date. */
  detail: JsonText<FactDetail> | null;
  /** Not so, as it turned out: it does not count, and stays on record. */
  withdrawn_at: number | null;
  withdrawn_why: string | null;
}

/** Contacts other than our attempts: inbound calls, e-mails. They are part of the person's history. */
export interface ContactsTable {
  id: Generated<number>;
  person_id: string;
  phone: string;
  at: number;
  /** The history entry in the compliance module's terms. */
  entry: JsonText<Readonly<Record<string, unknown>>>;
  /** Where it was read; null in rows of versions that did not write it. */
  source: string | null;
  withdrawn_at: number | null;
  withdrawn_why: string | null;
}

/** Emergencies that a state has declared, and legal holds. They end, and stay on record. */
export interface StandingOrdersTable {
  order_id: string;
  kind: StandingOrderKind;
  subject: string;
  at: number;
  until_at: number | null;
  reason: string;
  ended_at: number | null;
  ended_why: string | null;
}
