/** A list as a CSV file, with the standing of every lead. */
import { isoInstant } from '@outdial/core';
import { breathe } from '../database/breathe.js';
import { parseJson } from '../database/json-text.js';
import type { LeadRow } from '../leads/lead-row.js';
import type { Store } from '../open-store.js';
import { writeCsvRow } from '@outdial/lists';
import { FACT_HEADERS, factCells } from './fact-columns.js';
import { listLeads } from './list-leads.js';
import type { ListedLead } from './list-leads.js';

const PAGE = 500;
type ExportColumn = readonly [header: string, value: (lead: ListedLead) => string];

/** Facts of the lead's place, under headers that an import knows. */
const PLACE: readonly ExportColumn[] = [
  ['region', (lead) => factText(lead, 'region')],
  ['postal code', (lead) => factText(lead, 'postalCode')],
  ['city', (lead) => factText(lead, 'city')],
  ['country', (lead) => factText(lead, 'country')],
  ['time zone', (lead) => factText(lead, 'timeZone')],
];

const STANDING: readonly ExportColumn[] = [
  ['lead state', (lead) => lead.state],
  ['why', (lead) => lead.why],
  ['next dialable at', (lead) => instant(lead.nextDialableAt)],
  ['priority', (lead) => String(lead.priority)],
  ['attempts', (lead) => String(lead.attempts)],
  ['last outcome', (lead) => lead.lastOutcome ?? ''],
  ['last disposition', (lead) => lead.lastDisposition ?? ''],
  ['last attempt at', (lead) => instant(lead.lastAttemptAt)],
  ['callback at', (lead) => instant(lead.callbackAt)],
];

function columnsFor(phones: number): readonly ExportColumn[] {
  return [
    ['lead id', (lead) => lead.leadId],
    ['account', (lead) => lead.account ?? ''],
    ...Array.from({ length: phones }, (_, index): ExportColumn => [
      `phone ${index + 1}`,
      (lead) => lead.phones[index]?.phone ?? '',
    ]),
    ...PLACE,
    ...STANDING,
  ];
}

function factText({ facts }: ListedLead, name: string): string {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
}

/**
 * A list as CSV with the standing of every lead and the facts of the law on file, as text to be written piece
 * by piece
 * (`Readable.from(exportLeads(...))`). Custom fields become columns. Memory use is constant.
 */
export async function* exportLeads(store: Store, listId: string): AsyncGenerator<string> {
  const columns = columnsFor(await mostPhones(store, listId));
  const headers = [...columns.map(([header]) => header), ...FACT_HEADERS];
  const fixed = new Set(headers.map((header) => header.toLowerCase()));
  const custom = (await customFields(store, listId)).filter((name) => !fixed.has(name.toLowerCase()));
  yield writeCsvRow([...headers, ...custom]);
  let after = '';
  for (;;) {
    const page = await listLeads(store, { listId, after, limit: PAGE });
    const facts = await factCells(store, page);
    if (page.length > 0)
      yield page
        .map((lead) =>
          writeCsvRow([
            ...columns.map(([, value]) => value(lead)),
            ...(facts.get(lead.leadId) ?? []),
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

/** Numbers of the lead that has the most. */
async function mostPhones(store: Store, listId: string): Promise<number> {
  const { last } = await store.engine.db
    .selectFrom('phones as p')
    .innerJoin('leads as l', 'l.lead_id', 'p.lead_id')
    .select(({ fn }) => fn.max('p.position').as('last'))
    .where('l.list_id', '=', listId)
    .executeTakeFirstOrThrow();
  return last === null ? 1 : Number(last) + 1;
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
