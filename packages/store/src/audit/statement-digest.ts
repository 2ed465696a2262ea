/** Digests of what entries state of attempts and decisions; the same from the entry and from the row. */
import { canonicalJson } from '@outdial/core';
import { digestOf } from '../identity.js';
import type { AttemptStatement } from './attempt-statement.js';

/** Which attempt an entry is about. */
export interface AboutAttempt {
  readonly attemptId: string;
  readonly campaignId: string;
  readonly leadId: string;
}

/** Digest of an opening. */
export function openingDigest(about: AboutAttempt, statement: AttemptStatement): string {
  return digest('opened', about, canonicalJson(statement));
}

/** Digest of an end. */
export function endDigest(about: AboutAttempt, statement: AttemptStatement): string {
  return digest('ended', about, canonicalJson(statement));
}

/** Digest of a decision: its instant, its mode, and the hash of its record. */
export function decisionDigest(
  about: AboutAttempt,
  decision: { readonly at: number; readonly mode: string; readonly decision: string },
): string {
  return digest('decided', about, canonicalJson(decision));
}

function digest(what: string, { attemptId, campaignId, leadId }: AboutAttempt, text: string): string {
  return digestOf(what, attemptId, campaignId, leadId, text);
}
