/** Writes leads into a list: new ones, and what a newer upload says of those that are there. */
import { defined } from '@outdial/core';
import type { StatedRows } from '../audit/stated-rows.js';
import { breathe } from '../database/breathe.js';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { insertMany, insertionOf } from '../database/insert-many.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { TryAgain } from '../database/transact.js';
import { leadIdsOf, numberKey, personKey } from '../identity.js';
import { writeConsents } from '../law/consents.js';
import { listedSubjects } from '../law/do-not-call.js';
import type { Store } from '../open-store.js';
import { addLimits } from './add-limits.js';
import { closePersonsAndNumbers, storeFactsOfPersons } from './facts-of-persons.js';
import type { WithinUpload } from './persons-lead.js';
import { LeadSums } from './lead-counts.js';
import { updateLeads } from './update-leads.js';
import { addPlaces, consentsOf, isClosed, leadRow, phoneRows } from './upload-rows.js';
import type { Entry, Existing, PreparedLine, WriteOptions } from './upload-rows.js';

/** What may become of a new lead. */
export const WRITE_VERDICTS = [
  'added',
  'updated',
  'duplicate-in-file',
  'duplicate-in-list',
  'do-not-call',
] as const;

/** What became of a new lead. */
export type WriteVerdict = (typeof WRITE_VERDICTS)[number];

/** A verdict with the lead it is about. */
export interface WrittenLead {
  readonly verdict: WriteVerdict;
  /** Of the lead in the list; of none where the list does not take it. */
  readonly leadId: string;
  readonly personId: string;
  /** Person and entry: what a list has once. */
  readonly key: string;
  /** Line of the same lead: in this file for a duplicate in it, else in the upload that brought it. */
  readonly sameAs?: number;
}

/**
 * Writes leads in the given transaction and says what became of each, in their order. Attempts, dispositions,
 * opt-outs and closed numbers of leads that were there are never touched. Where there are rivals, call
 * {@link takeTurn} before.
 */
export async function writeLeads(
  store: Store,
  within: WithinUpload,
  lines: readonly PreparedLine[],
  options: WriteOptions,
): Promise<WrittenLead[]> {
  const { tx, stated } = within;
  const entries = await readEntries(tx, lines, options);
  await storeFactsOfPersons(within, entries, options.at);
  const listed = await listedSubjects(tx, [
    ...new Set(
      entries.flatMap((entry) => [
        personKey(entry.personId),
        ...entry.lead.phones.map((phone) => numberKey(phone.phone)),
      ]),
    ),
  ]);
  const judged = judge(entries, listed, options);
  await insertFresh(store, tx, judged.fresh, listed, options, stated);
  await updateLeads(within, judged.updates, listed, options);
  const limited = judged.skipped.map(({ leadId, lead }) => ({ leadId, facts: lead.facts ?? {} }));
  await addLimits(tx, limited, options.at);
  await closePersonsAndNumbers(within, entries, options.at);
  return judged.written;
}

/**
 * Uploads into one list take turns: side by side they would meet at the same persons, again and again.
 * Answers whether the list is there.
 */
export async function takeTurn(tx: Tx, listId: string): Promise<boolean> {
  return (await lockList.first(tx, { listId })) !== undefined;
}

const lockList = preparedQuery((db: Db, { listId }: Given<{ listId: string }>) =>
  db.selectFrom('lists').select('list_id').where('list_id', '=', listId).forUpdate(),
);

/** What becomes of entries. */
interface Judged {
  readonly written: WrittenLead[];
  readonly fresh: readonly Entry[];
  readonly updates: readonly Entry[];
  /** Duplicates of leads, and rows not to be called: their leads stay as they are, but for new limits. */
  readonly skipped: readonly Entry[];
}

function judge(entries: readonly Entry[], listed: ReadonlySet<string>, options: WriteOptions): Judged {
  const fresh = new Map<string, Entry>();
  const updates: Entry[] = [];
  const skipped: Entry[] = [];
  const seen = new Map<string, number>();
  const written = entries.map((entry): WrittenLead => {
    const { key, personId, known } = entry;
    const leadId = fresh.get(key)?.leadId ?? entry.leadId;
    const of = { leadId, personId, key };
    if (isListed(entry, listed)) {
      if (known || fresh.has(key)) skipped.push({ ...entry, leadId });
      return { verdict: 'do-not-call', ...of };
    }
    const inFile =
      fresh.has(key) ||
      known?.import_id === options.importId ||
      (options.duplicates === 'update' && seen.has(key));
    const sameAs = seen.get(key) ?? known?.import_line ?? undefined;
    if (!seen.has(key)) seen.set(key, entry.line);
    if (!known && !fresh.has(key)) {
      fresh.set(key, entry);
      return { verdict: 'added', ...of };
    }
    (options.duplicates === 'update' ? updates : skipped).push({ ...entry, leadId });
    if (inFile) return { verdict: 'duplicate-in-file', ...of, ...defined({ sameAs }) };
    return options.duplicates === 'update'
      ? { verdict: 'updated', ...of }
      : { verdict: 'duplicate-in-list', ...of, ...defined({ sameAs }) };
  });
  return { written, fresh: [...fresh.values()], updates, skipped };
}

/** The lines with the leads of the list that they are about. */
async function readEntries(tx: Tx, lines: readonly PreparedLine[], options: WriteOptions): Promise<Entry[]> {
  const persons = lines.map(({ personId }) => personId);
  const existing = await readExisting(tx, options.listId, persons);
  const newId = leadIdsOf(options.at);
  return lines.map((prepared): Entry => {
    const { lead, line, personId, entry, key, place, facts, fields } = prepared;
    const known = existing.size === 0 ? undefined : existing.get(key);
    const leadId = known?.lead_id ?? newId(line);
    return { lead, line, personId, entry, key, place, facts, fields, known, leadId };
  });
}

function isListed({ personId, lead }: Entry, listed: ReadonlySet<string>): boolean {
  if (listed.size > 0 && listed.has(personKey(personId))) return true;
  return lead.phones.every((phone) => isClosed(phone, listed));
}

const selectExisting = preparedQuery(
  (db: Db, { listId, personIds }: Given<{ listId: string; personIds: readonly string[] }>) =>
    db
      .selectFrom('leads')
      .select(['lead_id', 'person_id', 'entry', 'import_id', 'import_line'])
      .where('list_id', '=', listId)
      .where('person_id', 'in', personIds),
);

/** What the list has of these persons, by person and entry. */
async function readExisting(
  tx: Tx,
  listId: string,
  persons: readonly string[],
): Promise<Map<string, Existing>> {
  const existing = new Map<string, Existing>();
  for (const personIds of inChunks([...new Set(persons)], PERSONS_AT_ONCE)) {
    for (const row of await selectExisting.all(tx, { listId, personIds }))
      existing.set(`${row.person_id} ${row.entry}`, row);
  }
  return existing;
}

/** Persons looked up in one statement: each one is a way to another thread or machine, and back. */
const PERSONS_AT_ONCE = 2_000;

/** Leads whose rows are made in one turn of the event loop, a few milliseconds of it. */
const LEADS_AT_ONCE = 500;

async function insertFresh(
  store: Store,
  tx: Tx,
  entries: readonly Entry[],
  listed: ReadonlySet<string>,
  options: WriteOptions,
  stated: StatedRows,
): Promise<void> {
  if (entries.length === 0) return;
  const { listId } = options;
  const places = [...new Set(entries.map(({ place }) => place))];
  try {
    await addPlaces(tx, listId, places);
    await insertLeads(tx, entries, listed, options);
  } catch (error) {
    if (store.engine.isDuplicate(error)) {
      throw new TryAgain('another upload wrote the same lead', { cause: error });
    }
    throw error;
  }
  await writeConsents(tx, entries.flatMap(consentsOf), stated);
}

/** The rows of some leads are made while those before are written: both take about as long. */
async function insertLeads(
  tx: Tx,
  entries: readonly Entry[],
  listed: ReadonlySet<string>,
  options: WriteOptions,
): Promise<void> {
  const sums = new LeadSums();
  let writing: Promise<unknown> = Promise.resolve();
  try {
    for (const some of inChunks(entries, options.leadsAtOnce ?? LEADS_AT_ONCE)) {
      const rows = some.map((entry) => leadRow(entry, listed, options));
      const leads = insertionOf(tx, 'leads', rows);
      for (const row of rows) sums.add(row, 1);
      await breathe();
      const phones = insertionOf(
        tx,
        'phones',
        some.flatMap((entry) => phoneRows(entry, listed)),
      );
      await writing;
      writing = leads().then(phones);
      // Awaited before the next rows, or below.
      writing.catch(() => undefined);
    }
  } finally {
    // A statement at a time: after a failure the transaction may be over, and nothing must follow it.
    await writing;
  }
  await insertMany(tx, 'lead_counts', sums.rows());
}
