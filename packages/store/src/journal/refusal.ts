import type { GateDecision, Refusal } from '@outdial/core';
import type { Tx } from '../database/engine.js';
import { execute } from '../database/statements.js';
import type { LeadRow, PhoneRow } from '../leads/lead-row.js';

/** What a refusal means to the lead. */
export type Consequence =
  /** Scope 'call' or 'campaign': the lead stays as it is. */
  | { readonly kind: 'untouched' }
  | { readonly kind: 'wait'; readonly until: number }
  /** Waiting does not cure it for this number; another number may be tried. */
  | { readonly kind: 'never' };

/** Reads the consequence of a decision: only refusals about the lead touch the lead. */
export function consequenceOf(decision: Pick<GateDecision, 'refusals' | 'nextAllowedAt'>): Consequence {
  const about = decision.refusals.filter((refusal) => refusal.scope === 'lead');
  if (about.length === 0) return { kind: 'untouched' };
  const instants = about.map((refusal) => refusal.nextAllowedAt);
  if (instants.some((instant) => instant === null)) return { kind: 'never' };
  return { kind: 'wait', until: decision.nextAllowedAt ?? Math.max(...instants.map(Number)) };
}

/** A refusal by the store itself. */
export function ownRefusal(rule: string, message: string, scope: Refusal['scope']): Refusal {
  return { rule, citation: 'outdial interlock', message, scope, nextAllowedAt: null };
}

/**
 * Settles a refused lead: it waits, goes on to its next number, or is closed. A lead that stays untouched
 * remains claimed until the campaign gives it back.
 */
export async function settleRefused(
  tx: Tx,
  lead: LeadRow,
  phones: readonly PhoneRow[],
  decision: Pick<GateDecision, 'refusals' | 'nextAllowedAt'>,
  at: number,
): Promise<void> {
  const consequence = consequenceOf(decision);
  if (consequence.kind === 'untouched') return;
  const rule = decision.refusals.find((refusal) => refusal.scope === 'lead')?.rule ?? '';
  const why = `refused: ${rule}`.slice(0, 128);
  if (consequence.kind === 'wait') {
    const state = lead.reason === 'callback' ? 'callback' : 'waiting';
    await execute(
      tx,
      'update leads set state = ?, next_dialable_at = ?, why = ?, claim_campaign = null, claim_epoch = null, updated_at = ? where lead_id = ?',
      [state, consequence.until, why, at, lead.lead_id],
    );
    return;
  }
  const next = phones.find((phone) => phone.open === 1 && phone.position > lead.phone_index)?.position;
  if (next === undefined) {
    await execute(
      tx,
      "update leads set state = 'closed', closed_by = 'refused', next_dialable_at = null, why = ?, claim_campaign = null, claim_epoch = null, updated_at = ? where lead_id = ?",
      [why, at, lead.lead_id],
    );
    return;
  }
  const state = lead.reason === 'callback' ? 'callback' : 'waiting';
  await execute(
    tx,
    'update leads set state = ?, phone_index = ?, next_dialable_at = ?, why = ?, claim_campaign = null, claim_epoch = null, updated_at = ? where lead_id = ?',
    [state, next, at, why, at, lead.lead_id],
  );
}
