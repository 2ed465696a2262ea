/** Leads with where they stand, for screens and exports. */
import { parseJson } from '../database/json-text.js';
import type { LeadState } from '../database/tables.js';
import { priorityOf } from '../leads/dial-order.js';
import { readPhones } from '../leads/lead-row.js';
import type { LeadRow, PhoneRow } from '../leads/lead-row.js';
import type { Store } from '../open-store.js';

/** Leads in a page, where no limit is given. */
const LIMIT = 100;

/** Which leads to list. All given conditions hold. */
export interface LeadFilter {
  readonly listId?: string;
  readonly leadId?: string;
  readonly state?: LeadState;
  readonly account?: string;
  /** E.164. */
  readonly phone?: string;
  /** Continue after this lead id. */
  readonly after?: string;
  /** @default 100 */
  readonly limit?: number;
}

/** A lead with where it stands. Personal data: for screens and exports, not for logs. */
export interface ListedLead {
  readonly leadId: string;
  readonly listId: string;
  readonly personId: string;
  readonly state: LeadState;
  readonly why: string;
  /** Epoch ms; null once closed. */
  readonly nextDialableAt: number | null;
  readonly reason: string;
  readonly priority: number;
  readonly phones: readonly {
    readonly phone: string;
    readonly lineType: string | null;
    readonly open: boolean;
    readonly closedWhy: string | null;
  }[];
  readonly attempts: number;
  readonly lastOutcome: string | null;
  readonly lastDisposition: string | null;
  readonly lastAttemptAt: number | null;
  readonly callbackAt: number | null;
  /** The agent who promised the callback; null: anybody calls back. */
  readonly callbackAgentId: string | null;
  readonly account: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** Lists leads in the order of their ids, one page at a time. */
export async function listLeads(store: Store, filter: LeadFilter = {}): Promise<ListedLead[]> {
  const { db } = store.engine;
  let leads = db
    .selectFrom('leads as l')
    .selectAll()
    .where('l.lead_id', '>', filter.after ?? '');
  if (filter.listId !== undefined) leads = leads.where('l.list_id', '=', filter.listId);
  if (filter.leadId !== undefined) leads = leads.where('l.lead_id', '=', filter.leadId);
  if (filter.state !== undefined) leads = leads.where('l.state', '=', filter.state);
  if (filter.account !== undefined) leads = leads.where('l.account', '=', filter.account);
  const { phone } = filter;
  if (phone !== undefined) {
    leads = leads.where('l.lead_id', 'in', (eb) =>
      eb.selectFrom('phones as p').select('p.lead_id').where('p.phone', '=', phone),
    );
  }
  const rows = await leads
    .orderBy('l.lead_id')
    .limit(filter.limit ?? LIMIT)
    .execute();
  return withPhones(store, rows);
}

/** Leads by their rows, with all numbers. */
async function withPhones(store: Store, rows: readonly LeadRow[]): Promise<ListedLead[]> {
  const phones = await readPhones(
    store.engine.db,
    rows.map((row) => row.lead_id),
  );
  return rows.map((row) => listedLead(row, phones.get(row.lead_id) ?? []));
}

function listedLead(row: LeadRow, phones: readonly PhoneRow[]): ListedLead {
  return {
    leadId: row.lead_id,
    listId: row.list_id,
    personId: row.person_id,
    state: row.state,
    why: row.why,
    nextDialableAt: row.next_dialable_at,
    reason: row.reason,
    priority: priorityOf(row.dial_order),
    phones: phones.map((phone) => ({
      phone: phone.phone,
      lineType: phone.line_type,
      open: phone.open === 1,
      closedWhy: phone.closed_why,
    })),
    attempts: row.attempts,
    lastOutcome: row.last_outcome,
    lastDisposition: row.last_disposition,
    lastAttemptAt: row.last_attempt_at,
    callbackAt: row.callback_at,
    callbackAgentId: row.callback_agent_id,
    account: row.account,
    facts: parseJson(row.facts, {}),
    fields: parseJson(row.fields, {}),
  };
}

/** One lead by its id; null when the store has none. */
export async function getLead(store: Store, leadId: string): Promise<ListedLead | null> {
  const [lead] = await listLeads(store, { leadId });
  return lead ?? null;
}

/** What leads are looked for by; all given conditions hold. */
export interface LeadSearch {
  /** Anything on the agent's screen: a name, a custom field. Upper and lower case are the same. */
  readonly text?: string;
  readonly account?: string;
  /** E.164. */
  readonly phone?: string;
  readonly listId?: string;
  /** @default 100 */
  readonly limit?: number;
}

/**
 * Finds leads for a screen, in the order of their ids. By `phone` it uses an index, by `account` one with
 * `listId`; by `text` it reads every lead of the list.
 */
export async function findLeads(store: Store, search: LeadSearch): Promise<ListedLead[]> {
  let leads = store.engine.db.selectFrom('leads as l').selectAll();
  const { text, account, phone, listId } = search;
  if (listId !== undefined) leads = leads.where('l.list_id', '=', listId);
  if (account !== undefined) leads = leads.where('l.account', '=', account);
  if (phone !== undefined) {
    leads = leads.where('l.lead_id', 'in', (eb) =>
      eb.selectFrom('phones as p').select('p.lead_id').where('p.phone', '=', phone),
    );
  }
  if (text !== undefined && text !== '') {
    leads = leads.where(
      (eb) => eb.fn<number>('instr', [eb.fn('lower', ['l.fields']), eb.val(text.toLowerCase())]),
      '>',
      0,
    );
  }
  const rows = await leads
    .orderBy('l.lead_id')
    .limit(search.limit ?? LIMIT)
    .execute();
  return withPhones(store, rows);
}
