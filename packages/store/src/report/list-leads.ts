import { parseJson } from '../parse-json.js';
import { query } from '../database/statements.js';
import type { Parameter } from '../database/statements.js';
import type { LeadState } from '../database/tables.js';
import { readPhones } from '../leads/lead-row.js';
import type { LeadRow } from '../leads/lead-row.js';
import type { Store } from '../open-store.js';

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
  readonly account: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** Lists leads in the order of their ids, one page at a time. */
export async function listLeads(store: Store, filter: LeadFilter = {}): Promise<ListedLead[]> {
  const { db } = store.engine;
  const conditions: string[] = ['l.lead_id > ?'];
  const values: Parameter[] = [filter.after ?? ''];
  for (const [column, value] of [
    ['list_id', filter.listId],
    ['lead_id', filter.leadId],
    ['state', filter.state],
    ['account', filter.account],
  ] as const) {
    if (value === undefined) continue;
    conditions.push(`l.${column} = ?`);
    values.push(value);
  }
  if (filter.phone !== undefined) {
    conditions.push('l.lead_id in (select p.lead_id from phones p where p.phone = ?)');
    values.push(filter.phone);
  }
  const rows = await query<LeadRow>(
    db,
    `select l.* from leads l where ${conditions.join(' and ')} order by l.lead_id limit ?`,
    [...values, filter.limit ?? 100],
  );
  const phones = await readPhones(
    db,
    rows.map((row) => row.lead_id),
  );
  return rows.map((row) => ({
    leadId: row.lead_id,
    listId: row.list_id,
    personId: row.person_id,
    state: row.state,
    why: row.why,
    nextDialableAt: row.next_dialable_at,
    reason: row.reason,
    priority: row.dial_order === 0 ? 0 : -row.dial_order,
    phones: (phones.get(row.lead_id) ?? []).map((phone) => ({
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
    account: row.account,
    facts: parseJson<Record<string, unknown>>(row.facts, {}),
    fields: parseJson<Record<string, string>>(row.fields, {}),
  }));
}
