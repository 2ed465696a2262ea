import { breathe } from '../database/breathe.js';
import { marks, query } from '../database/statements.js';
import type { Parameter } from '../database/statements.js';
import type { Tx } from '../database/engine.js';
import { personIdOf } from '../identity.js';
import type { Store } from '../open-store.js';
import { closeLeadRows } from './closing.js';

/** Names a lead to be closed: by id, by account, by person, or by number. */
export type LeadReference =
  | { readonly leadId: string }
  | { readonly account: string }
  | { readonly personKey: string }
  /** E.164. */
  | { readonly phone: string };

/** What {@link closeLeads} did. */
export interface CloseReport {
  /** References read. */
  readonly references: number;
  /** Leads closed now. */
  readonly closed: number;
  /** References that named no lead of the list. */
  readonly unknown: number;
  /** References whose leads were closed before. */
  readonly already: number;
}

const BATCH = 200;

/**
 * Closes leads from outside (recalled, paid), for good. Running campaigns learn within a second: calls not
 * yet answered are hung up, and an attempt that ends later does not open the lead again. `listId`: only leads
 * of that list; without it, of all lists.
 */
export async function closeLeads(
  store: Store,
  references: Iterable<LeadReference> | AsyncIterable<LeadReference>,
  options: { readonly reason: string; readonly listId?: string },
): Promise<CloseReport> {
  const report = { references: 0, closed: 0, unknown: 0, already: 0 };
  let batch: LeadReference[] = [];
  for await (const reference of references) {
    batch.push(reference);
    if (batch.length < BATCH) continue;
    await closeBatch(store, batch, options, report);
    batch = [];
  }
  if (batch.length > 0) await closeBatch(store, batch, options, report);
  return report;
}

async function closeBatch(
  store: Store,
  batch: readonly LeadReference[],
  options: { readonly reason: string; readonly listId?: string },
  report: { references: number; closed: number; unknown: number; already: number },
): Promise<void> {
  const done = await store.audit.within(async (tx, append) => {
    const found = await find(tx, batch, options.listId);
    const leadIds = [...new Set(found.flatMap((leads) => leads))];
    const closed = await closeLeadRows(tx, store.engine.forUpdate, leadIds, {
      why: options.reason.slice(0, 128),
      closedBy: 'withdrawn',
      at: store.clock(),
    });
    if (closed > 0)
      await append({
        at: store.clock(),
        campaignId: '',
        kind: 'leads.closed',
        detail: { reason: options.reason, closed, leadIds: leadIds.slice(0, BATCH) },
      });
    return { closed, unknown: found.filter((leads) => leads.length === 0).length, leads: leadIds.length };
  });
  await breathe();
  report.references += batch.length;
  report.closed += done.closed;
  report.unknown += done.unknown;
  report.already += done.leads - done.closed;
}

/** Leads by reference, in the order of the references. */
async function find(
  tx: Tx,
  batch: readonly LeadReference[],
  listId: string | undefined,
): Promise<string[][]> {
  const found = new Map<string, string[]>();
  const own =
    listId === undefined
      ? { text: '', values: [] as Parameter[] }
      : { text: ' and l.list_id = ?', values: [listId] };
  for (const [column, from] of COLUMNS) {
    const keys = batch
      .map((reference) => keyOf(reference))
      .filter(([of]) => of === column)
      .map(([, value]) => value);
    if (keys.length === 0) continue;
    const text = `select l.lead_id, ${column} as reference from ${from} where ${column} in (${marks(keys.length)})${own.text}`;
    for (const row of await query<{ lead_id: string; reference: string }>(tx, text, [
      ...keys,
      ...own.values,
    ])) {
      const key = `${column}\n${row.reference}`;
      found.set(key, [...(found.get(key) ?? []), row.lead_id]);
    }
  }
  return batch.map((reference) => found.get(keyOf(reference).join('\n')) ?? []);
}

const COLUMNS: readonly (readonly [string, string])[] = [
  ['l.lead_id', 'leads l'],
  ['l.account', 'leads l'],
  ['l.person_id', 'leads l'],
  ['p.phone', 'phones p join leads l on l.lead_id = p.lead_id'],
];

function keyOf(reference: LeadReference): readonly [string, string] {
  if ('leadId' in reference) return ['l.lead_id', reference.leadId];
  if ('account' in reference) return ['l.account', reference.account];
  if ('personKey' in reference) return ['l.person_id', personIdOf({ key: reference.personKey, phone: '' })];
  return ['p.phone', reference.phone];
}
