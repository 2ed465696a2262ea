/** What a refusal means to the lead, and the refusals of the store itself. */
import type { GateDecision, CallRefusal } from '@outdial/core';
import type { Db, Tx } from '../database/engine.js';
import { keptReason } from '../database/kept-values.js';
import { preparedCommand } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { LeadState } from '../database/tables.js';
import { counted } from '../leads/lead-counts.js';
import type { LeadRow, LeadNumber } from '../leads/lead-row.js';

/** What a refusal means to the lead. */
export type Consequence =
  /** Scope 'call' or 'campaign': the lead stays as it is. */
  | { readonly kind: 'untouched' }
  | { readonly kind: 'wait'; readonly until: number }
  /** Waiting does not make a call to this number allowed. Another number may be tried. */
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
export function ownRefusal(rule: string, message: string, scope: CallRefusal['scope']): CallRefusal {
  return { rule, citation: 'outdial interlock', message, scope, nextAllowedAt: null };
}

/** The refusal of a call to someone the store knows must not be called. */
export function barredRefusal(rule: string): CallRefusal {
  return ownRefusal(rule, 'The store knows that this number or person must not be called.', 'lead');
}

/** When and why a lead is called later. Instants are epoch ms. */
export interface Postponed {
  readonly leadId: string;
  readonly state: LeadState;
  readonly phoneIndex: number;
  readonly until: number;
  readonly why: string;
  readonly at: number;
}

/** Puts a lead off, and takes it from the campaign. */
export async function postpone(tx: Tx, postponed: Postponed): Promise<void> {
  await counted(tx, [postponed.leadId], () => setPostponed(tx, postponed));
}

const setPostponed = preparedCommand(
  (db: Db, { leadId, state, phoneIndex, until, why, at }: Given<Postponed>) =>
    db
      .updateTable('leads')
      .set({
        state,
        phone_index: phoneIndex,
        next_dialable_at: until,
        why,
        claim_campaign: null,
        claim_epoch: null,
        updated_at: at,
      })
      .where('lead_id', '=', leadId),
);

const closeRefused = preparedCommand(
  (db: Db, { leadId, why, at }: Given<{ leadId: string; why: string; at: number }>) =>
    db
      .updateTable('leads')
      .set({
        state: 'closed',
        closed_by: 'refused',
        next_dialable_at: null,
        why,
        claim_campaign: null,
        claim_epoch: null,
        updated_at: at,
      })
      .where('lead_id', '=', leadId),
);

/**
 * Settles a refused lead: it waits, goes on to its next number, or is closed. A lead that stays untouched
 * remains claimed until the campaign releases it.
 */
export async function settleRefused(
  tx: Tx,
  lead: Pick<LeadRow, 'lead_id' | 'reason' | 'phone_index'>,
  phones: readonly LeadNumber[],
  decision: Pick<GateDecision, 'refusals' | 'nextAllowedAt'>,
  at: number,
): Promise<void> {
  const consequence = consequenceOf(decision);
  if (consequence.kind === 'untouched') return;
  const leadId = lead.lead_id;
  const rule = decision.refusals.find((refusal) => refusal.scope === 'lead')?.rule ?? '';
  const why = keptReason(`refused: ${rule}`);
  const state = lead.reason === 'callback' ? 'callback' : 'waiting';

  if (consequence.kind === 'wait') {
    const { until } = consequence;
    await postpone(tx, { leadId, state, phoneIndex: lead.phone_index, until, why, at });
    return;
  }
  const next = phones.find((phone) => phone.open === 1 && phone.position > lead.phone_index)?.position;
  if (next === undefined) await counted(tx, [leadId], () => closeRefused(tx, { leadId, why, at }));
  else await postpone(tx, { leadId, state, phoneIndex: next, until: at, why, at });
}
