/** Callbacks that were promised: listed, moved, cancelled from a screen. */
import type { EntryKind } from '../audit/entry-kinds.js';
import type { Updateable } from 'kysely';
import { parseJson } from '../database/json-text.js';
import type { LeadsTable } from '../database/tables.js';
import type { Store } from '../open-store.js';
import { counted } from './lead-counts.js';
import { lockLead, readPhones } from './lead-row.js';
import { defined } from '@outdial/core';

/** A scheduled callback. Personal data: for screens, not for logs. */
export interface ScheduledCallback {
  readonly leadId: string;
  readonly listId: string;
  readonly account: string | null;
  /** E.164 of the number to be called. */
  readonly phone: string | null;
  /** Epoch ms. */
  readonly at: number;
  /** The agent it is reserved for; null: any agent. */
  readonly agentId: string | null;
  readonly note: string | null;
  /** True while a campaign has the lead, so that the callback cannot be changed. */
  readonly claimed: boolean;
  /** For the agent's screen. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Which callbacks are listed; all given conditions hold. */
export interface CallbackFilter {
  /** Reserved for this agent. */
  readonly agentId?: string;
  /** Due at this instant or later, epoch ms. */
  readonly from?: number;
  /** Due before this instant, epoch ms. */
  readonly to?: number;
  readonly listId?: string;
  /** Continue after this one, the last of the page before. */
  readonly after?: Pick<ScheduledCallback, 'at' | 'leadId'>;
  /** @default 1000 */
  readonly limit?: number;
}

const LIMIT = 1_000;

/** Lists callbacks in the order in which they are due, one page at a time. */
export async function listCallbacks(store: Store, filter: CallbackFilter = {}): Promise<ScheduledCallback[]> {
  const { db } = store.engine;
  let leads = db
    .selectFrom('leads')
    .select(['lead_id', 'list_id', 'account', 'phone_index', 'callback_agent_id', 'callback_note'])
    .select(['callback_at', 'state', 'fields'])
    .where('state', 'in', ['callback', 'claimed'])
    .where('callback_at', 'is not', null)
    .where('callback_at', '>=', filter.from ?? 0)
    .where('callback_at', '<', filter.to ?? Number.MAX_SAFE_INTEGER);
  const { after } = filter;
  if (after !== undefined)
    leads = leads
      .where('callback_at', '>=', after.at)
      .where((eb) => eb.or([eb('callback_at', '>', after.at), eb('lead_id', '>', after.leadId)]));
  if (filter.agentId !== undefined) leads = leads.where('callback_agent_id', '=', filter.agentId);
  leads =
    filter.listId === undefined
      ? // The index begins with the list: naming all of them reads it instead of the table.
        leads.where('list_id', 'in', (eb) => eb.selectFrom('lists as t').select('t.list_id'))
      : leads.where('list_id', '=', filter.listId);
  const rows = await leads
    .orderBy('callback_at')
    .orderBy('lead_id')
    .limit(filter.limit ?? LIMIT)
    .execute();
  const phones = await readPhones(
    db,
    rows.map((row) => row.lead_id),
  );
  return rows.map((row) => ({
    leadId: row.lead_id,
    listId: row.list_id,
    account: row.account,
    phone: phones.get(row.lead_id)?.[row.phone_index]?.phone ?? null,
    at: row.callback_at ?? 0,
    agentId: row.callback_agent_id,
    note: row.callback_note,
    claimed: row.state === 'claimed',
    fields: parseJson(row.fields, {}),
  }));
}

/**
 * What became of a change to a callback. 'claimed': a campaign has the lead, it may be dialed right now;
 * 'no-callback': the lead has none, or there is no such lead.
 */
export type CallbackChange =
  { readonly done: true } | { readonly done: false; readonly reason: 'claimed' | 'no-callback' };

/** Where a callback is moved to. */
export interface CallbackMove {
  /** Epoch ms. */
  readonly at: number;
  /** Absent: stays as it is; null: anyone. */
  readonly agentId?: string | null;
  /** Absent: stays as it is. */
  readonly note?: string;
}

/** Moves a callback. Journaled. The law is asked again when it is dialed. */
export async function moveCallback(
  store: Store,
  leadId: string,
  move: CallbackMove,
): Promise<CallbackChange> {
  return changeCallback(store, leadId, 'callback.moved', { to: move.at }, (now) => ({
    state: 'callback' as const,
    callback_at: move.at,
    next_dialable_at: move.at,
    updated_at: now,
    ...defined({ callback_agent_id: move.agentId, callback_note: move.note }),
  }));
}

/**
 * Cancels a callback: the lead becomes an ordinary one that may be dialed from the same instant on. To end
 * the lead, close it. Journaled.
 */
export async function cancelCallback(store: Store, leadId: string, why: string): Promise<CallbackChange> {
  return changeCallback(store, leadId, 'callback.cancelled', { why }, (now) => ({
    state: 'waiting' as const,
    reason: 'retry' as const,
    why: 'callback-cancelled',
    callback_at: null,
    callback_agent_id: null,
    callback_note: null,
    updated_at: now,
  }));
}

async function changeCallback(
  store: Store,
  leadId: string,
  kind: EntryKind,
  detail: Readonly<Record<string, unknown>>,
  changed: (now: number) => Updateable<LeadsTable>,
): Promise<CallbackChange> {
  return store.audit.within(async (tx, append): Promise<CallbackChange> => {
    const lead = await lockLead(tx, leadId);
    if (lead?.reason !== 'callback' || lead.state === 'closed') return { done: false, reason: 'no-callback' };
    if (lead.state === 'claimed') return { done: false, reason: 'claimed' };
    const now = store.clock();
    const change = tx.updateTable('leads').set(changed(now)).where('lead_id', '=', leadId);
    await counted(tx, [leadId], () => change.execute());
    await append({ at: now, campaignId: '', kind, detail: { leadId, ...detail } });
    return { done: true };
  });
}
