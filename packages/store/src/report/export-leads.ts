/** A list as a CSV file, with the standing of every lead. */
import { isoInstant } from '@outdial/core';
import { breathe } from '../database/breathe.js';
import { parseJson } from '../database/json-text.js';
import type { LeadRow } from '../leads/lead-row.js';
import type { Store } from '../open-store.js';
import { writeCsvRow } from '@outdial/lists';
import { listLeads } from './list-leads.js';
import type { ListedLead } from './list-leads.js';

const PAGE = 500;
/** Numbers of a lead that get a column. */
const PHONES_MOST = 5;

const COLUMNS: readonly (readonly [string, (lead: ListedLead) => string])[] = [
  ['lead id', (lead) => lead.leadId],
  ['account', (lead) => lead.account ?? ''],
  ...Array.from({ length: PHONES_MOST }, (_, index): readonly [string, (lead: ListedLead) => string] => [
    `phone ${index + 1}`,
    (lead) => lead.phones[index]?.phone ?? '',
  ]),
  ['state', (lead) => lead.state],
  ['why', (lead) => lead.why],
  ['next dialable at', (lead) => instant(lead.nextDialableAt)],
  ['priority', (lead) => String(lead.priority)],
  ['attempts', (lead) => String(lead.attempts)],
  ['last outcome', (lead) => lead.lastOutcome ?? ''],
  ['last disposition', (lead) => lead.lastDisposition ?? ''],
  ['last attempt at', (lead) => instant(lead.lastAttemptAt)],
  ['callback at', (lead) => instant(lead.callbackAt)],
];

/**
 * A list as CSV with the standing of every lead, as text to be written piece by piece
 * (`Readable.from(exportLeads(...))`). Custom fields become columns. Memory use is constant.
 */
export async function* exportLeads(store: Store, listId: string): AsyncGenerator<string> {
  const fixed = new Set(COLUMNS.map(([header]) => header));
  const custom = (await customFields(store, listId)).filter((name) => !fixed.has(name.toLowerCase()));
  yield writeCsvRow([...COLUMNS.map(([header]) => header), ...custom]);
  let after = '';
  for (;;) {
    const page = await listLeads(store, { listId, after, limit: PAGE });
    if (page.length > 0)
      yield page
        .map((lead) =>
          writeCsvRow([
            ...COLUMNS.map(([, value]) => value(lead)),
            ...custom.map((name) => lead.fields[name] ?? ''),
          ]),
        )
        .join('');
    await breathe();
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.leadId;
  }
}

function instant(at: number | null): string {
  return at === null ? '' : isoInstant(at);
}

/** Names of all custom fields of the list, in the order of their first lead. */
async function customFields(store: Store, listId: string): Promise<string[]> {
  const names = new Set<string>();
  let after = '';
  for (;;) {
    const page: Pick<LeadRow, 'lead_id' | 'fields'>[] = await store.engine.db
      .selectFrom('leads')
      .select(['lead_id', 'fields'])
      .where('list_id', '=', listId)
      .where('lead_id', '>', after)
      .orderBy('lead_id')
      .limit(PAGE * 4)
      .execute();
    for (const row of page) for (const name of Object.keys(parseJson(row.fields, {}))) names.add(name);
    const last = page.at(-1);
    if (!last || page.length < PAGE * 4) return [...names];
    after = last.lead_id;
  }
}
