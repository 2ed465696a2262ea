/** Writes leads into a list: new ones, and what a newer upload says of those that are there. */
import { defined } from '@outdial/core';
import type { Insertable } from 'kysely';
import type { StatedRows } from '../audit/stated-rows.js';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { insertMany } from '../database/insert-many.js';
import { parseJson, toJson } from '../database/json-text.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { LeadsTable, PhonesTable } from '../database/tables.js';
import { TryAgain } from '../database/transact.js';
import { entryOf, leadIdsOf, numberKey, personIdOf, personKey } from '../identity.js';
import { writeConsents } from '../law/consents.js';
import type { ConsentEntry } from '../law/consents.js';
import { listedSubjects } from '../law/do-not-call.js';
import type { Store } from '../open-store.js';
import { FLAGGED } from './closing.js';
import { dialOrderOf, orderPushed } from './dial-order.js';
import { closePersonsAndNumbers, storeFactsOfPersons } from './facts-of-persons.js';
import type { WithinUpload } from './facts-of-persons.js';
import { readPhonesOf } from './lead-row.js';
import type { LeadRow } from './lead-row.js';
import type { NewLead, NewPhone } from '@outdial/lists';
import { placeOfLead } from './place-of-lead.js';

/** What became of a new lead. */
export type WriteVerdict = 'added' | 'updated' | 'duplicate-in-file' | 'duplicate-in-list' | 'do-not-call';

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

/** How leads are written. */
export interface WriteOptions {
  readonly listId: string;
  /** Names the upload, to tell duplicates within it from duplicates against the list. */
  readonly importId: string;
  readonly duplicates: 'skip' | 'update';
  /** 'person': a list has a person once; 'account': once an account. */
  readonly onePer: 'person' | 'account';
  /** Leads go to the front of their lists: dialed before every priority, the newest first. */
  readonly first?: boolean;
  /** Epoch ms of the upload. */
  readonly at: number;
}

/** A new lead with its line in the file. */
export interface LineOf {
  readonly lead: NewLead;
  readonly line: number;
}

interface Entry extends LineOf {
  /** Of the lead that the list has, or of a new one. */
  readonly leadId: string;
  readonly personId: string;
  /** Which of the person's entries in the list it is. */
  readonly entry: string;
  /** Person and entry: what a list has once. */
  readonly key: string;
  /** What the list has of it already. */
  readonly known: Existing | undefined;
}

/**
 * Rows of one upload stay in their order, and behind those of uploads before: whole seconds, then the line.
 * 2^53 is not reached before the year 2041.
 */
const LINES_A_SECOND = 4_000_000;

/**
 * Writes leads in the given transaction and says what became of each, in their order. Attempts, dispositions,
 * opt-outs and closed numbers of leads that were there are never touched.
 */
export async function writeLeads(
  store: Store,
  within: WithinUpload,
  lines: readonly LineOf[],
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
  for (const entry of judged.updates) await updateLead(tx, entry, listed, options, stated);
  await closePersonsAndNumbers(within, entries, options.at);
  return judged.written;
}

/** What becomes of entries. */
interface Judged {
  readonly written: WrittenLead[];
  readonly fresh: readonly Entry[];
  readonly updates: readonly Entry[];
}

function judge(entries: readonly Entry[], listed: ReadonlySet<string>, options: WriteOptions): Judged {
  const fresh = new Map<string, Entry>();
  const updates: Entry[] = [];
  const seen = new Map<string, number>();
  const written = entries.map((entry): WrittenLead => {
    const { key, personId, known } = entry;
    const leadId = fresh.get(key)?.leadId ?? entry.leadId;
    const of = { leadId, personId, key };
    if (isListed(entry, listed)) return { verdict: 'do-not-call', ...of };
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
    if (options.duplicates === 'update') updates.push({ ...entry, leadId });
    if (inFile) return { verdict: 'duplicate-in-file', ...of, ...defined({ sameAs }) };
    return options.duplicates === 'update'
      ? { verdict: 'updated', ...of }
      : { verdict: 'duplicate-in-list', ...of, ...defined({ sameAs }) };
  });
  return { written, fresh: [...fresh.values()], updates };
}

/** The lines with the leads of the list that they are about. */
async function readEntries(tx: Tx, lines: readonly LineOf[], options: WriteOptions): Promise<Entry[]> {
  const personIds = lines.map(({ lead }) =>
    personIdOf({ key: lead.personKey, phone: lead.phones[0]?.phone ?? '' }),
  );
  const existing = await readExisting(tx, options.listId, personIds);
  const newId = leadIdsOf(options.at);
  return lines.map(({ lead, line }, index): Entry => {
    const personId = personIds[index] ?? '';
    const entry = entryOf(options.onePer === 'account' ? lead.account : undefined);
    const key = `${personId} ${entry}`;
    const known = existing.get(key);
    return { lead, line, personId, entry, key, known, leadId: known?.lead_id ?? newId(line) };
  });
}

function isListed(entry: Entry, listed: ReadonlySet<string>): boolean {
  return listed.has(personKey(entry.personId)) || entry.lead.phones.every((phone) => isClosed(phone, listed));
}

/** On the company's list, or closed by the row itself. */
function isClosed(phone: NewPhone, listed: ReadonlySet<string>): boolean {
  return phone.doNotCall === true || listed.has(numberKey(phone.phone));
}

type Existing = Pick<LeadRow, 'lead_id' | 'person_id' | 'entry' | 'import_id' | 'import_line'>;

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
  for (const personIds of inChunks([...new Set(persons)])) {
    for (const row of await selectExisting.all(tx, { listId, personIds }))
      existing.set(`${row.person_id} ${row.entry}`, row);
  }
  return existing;
}

/** Leads whose rows are made in one turn of the event loop, a few milliseconds of it. */
const LEADS_AT_ONCE = 1_000;

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
  const places = [...new Set(entries.map((entry) => placeOfLead(entry.lead)))];
  try {
    await addPlaces(tx, listId, places);
    for (const some of inChunks(entries, LEADS_AT_ONCE)) {
      const leads = some.map((entry) => leadRow(entry, listed, options));
      await insertMany(tx, 'leads', leads);
      const phones = some.flatMap((entry) => phoneRows(entry, listed));
      await insertMany(tx, 'phones', phones);
    }
  } catch (error) {
    if (store.engine.isDuplicate(error)) {
      throw new TryAgain('another upload wrote the same lead', { cause: error });
    }
    throw error;
  }
  await writeConsents(tx, entries.flatMap(consentsOf), stated);
}

async function addPlaces(tx: Tx, listId: string, places: readonly string[]): Promise<void> {
  const rows = places.map((place) => ({ list_id: listId, place }));
  await insertMany(tx, 'places', rows, { ifAbsent: true });
}

function leadRow(entry: Entry, listed: ReadonlySet<string>, options: WriteOptions): Insertable<LeadsTable> {
  const { lead } = entry;
  const due = Math.max(options.at, lead.notBefore ?? 0);
  const firstOpen = lead.phones.findIndex((phone) => !isClosed(phone, listed));
  return {
    lead_id: entry.leadId,
    list_id: options.listId,
    person_id: entry.personId,
    entry: entry.entry,
    state: due > options.at ? 'waiting' : 'ready',
    next_dialable_at: due,
    place: placeOfLead(lead),
    dial_order: dialOrderOf(lead.priority, options.first),
    seq: sequenceOf(entry.line, options.at),
    reason: 'fresh',
    phone_index: Math.max(0, firstOpen),
    owner_agent_id: lead.ownerAgentId ?? null,
    skills: toJson(lead.skills ?? []),
    answer_probability: lead.answerProbability ?? null,
    attempts: 0,
    touched: 0,
    outcomes: toJson({}),
    recent_attempts: toJson([]),
    why: 'fresh',
    account: lead.account ?? null,
    seller: lead.seller ?? null,
    facts: toJson(lead.facts ?? {}),
    fields: toJson(lead.fields ?? {}),
    import_id: options.importId,
    import_line: entry.line,
    created_at: options.at,
    updated_at: options.at,
  };
}

function sequenceOf(line: number, at: number): number {
  return Math.floor(at / 1_000) * LINES_A_SECOND + line;
}

function phoneRows(entry: Entry, listed: ReadonlySet<string>): Insertable<PhonesTable>[] {
  return entry.lead.phones.map((phone, position) => phoneRow(entry, phone, position, listed));
}

function phoneRow(
  entry: Entry,
  phone: NewPhone,
  position: number,
  listed: ReadonlySet<string>,
): Insertable<PhonesTable> {
  const open = !isClosed(phone, listed);
  return {
    lead_id: entry.leadId,
    position,
    phone: phone.phone,
    person_id: entry.personId,
    line_type: phone.lineType ?? null,
    open: open ? 1 : 0,
    closed_why: open ? null : phone.doNotCall === true ? FLAGGED : 'do-not-call',
  };
}

function consentsOf(entry: Entry): ConsentEntry[] {
  return (entry.lead.consents ?? []).map((consent) => ({
    ...consent,
    personId: entry.personId,
    source: 'import',
  }));
}

const lockUploaded = preparedQuery((db: Db, { leadId }: Given<{ leadId: string }>) =>
  db.selectFrom('leads').selectAll().where('lead_id', '=', leadId).forUpdate(),
);

const setUploaded = preparedCommand(
  (
    db: Db,
    given: Given<
      Pick<LeadRow, 'facts' | 'fields' | 'place' | 'dial_order' | 'skills'> &
        Pick<LeadRow, 'owner_agent_id' | 'answer_probability' | 'account' | 'seller'> &
        Pick<LeadRow, 'lead_id' | 'import_id' | 'import_line' | 'updated_at'>
    >,
  ) =>
    db
      .updateTable('leads')
      .set((eb) => ({
        facts: given.facts,
        fields: given.fields,
        place: given.place,
        dial_order: given.dial_order,
        skills: given.skills,
        owner_agent_id: eb.fn.coalesce(given.owner_agent_id, 'owner_agent_id'),
        answer_probability: eb.fn.coalesce(given.answer_probability, 'answer_probability'),
        account: eb.fn.coalesce(given.account, 'account'),
        seller: eb.fn.coalesce(given.seller, 'seller'),
        import_id: given.import_id,
        import_line: given.import_line,
        updated_at: given.updated_at,
      }))
      .where('lead_id', '=', given.lead_id),
);

/** What the list says now: facts, fields, priority, numbers. What was learned on calls stays. */
async function updateLead(
  tx: Tx,
  entry: Entry,
  listed: ReadonlySet<string>,
  options: WriteOptions,
  stated: StatedRows,
): Promise<void> {
  const row = await lockUploaded.first(tx, { leadId: entry.leadId });
  if (!row) return;
  const { lead } = entry;
  const facts = { ...parseJson(row.facts, {}), ...lead.facts };
  const place = placeOfLead({ ...lead, facts });
  const order = lead.priority === undefined ? row.dial_order : dialOrderOf(lead.priority);

  await addPlaces(tx, options.listId, [place]);
  await setUploaded(tx, {
    lead_id: entry.leadId,
    facts: toJson(facts),
    fields: toJson({ ...parseJson(row.fields, {}), ...lead.fields }),
    place,
    dial_order: options.first ? orderPushed(order) : order,
    skills: lead.skills ? toJson(lead.skills) : row.skills,
    owner_agent_id: lead.ownerAgentId ?? null,
    answer_probability: lead.answerProbability ?? null,
    account: lead.account ?? null,
    seller: lead.seller ?? null,
    import_id: options.importId,
    import_line: entry.line,
    updated_at: options.at,
  });

  const newNumber = await mergePhones(tx, entry, listed);
  const consents = await writeConsents(tx, consentsOf(entry), stated);
  const changed = JSON.stringify(facts) !== row.facts || consents > 0 || newNumber !== null;
  if (changed) await askAgain(tx, row, newNumber, options.at);
}

/**
 * Appends numbers that are new; known ones keep their position and stay closed when closed. Returns the
 * position of the first new open number.
 */
async function mergePhones(tx: Tx, entry: Entry, listed: ReadonlySet<string>): Promise<number | null> {
  const known = await readPhonesOf(tx, entry.leadId);
  let position = known.length;
  let first: number | null = null;
  for (const phone of entry.lead.phones) {
    const same = known.find((row) => row.phone === phone.phone);
    if (same) {
      if (phone.lineType && phone.lineType !== same.line_type) {
        await tx
          .updateTable('phones')
          .set({ line_type: phone.lineType })
          .where('lead_id', '=', entry.leadId)
          .where('position', '=', same.position)
          .execute();
      }
      continue;
    }
    const row = phoneRow(entry, phone, position, listed);
    await insertMany(tx, 'phones', [row]);
    if (row.open === 1) first ??= position;
    position += 1;
  }
  return first;
}

/**
 * The law refused the lead on facts that changed, or it had no number left and has one now: the law is asked
 * again. Nothing else in an upload reopens a lead.
 */
async function askAgain(tx: Tx, row: LeadRow, newNumber: number | null, at: number): Promise<void> {
  const refused = row.closed_by === 'refused' || (row.state === 'waiting' && row.why.startsWith('refused: '));
  const exhausted = row.state === 'closed' && row.why === 'no-number-left' && newNumber !== null;
  if (!refused && !exhausted) return;
  await tx
    .updateTable('leads')
    .set({
      state: 'waiting',
      closed_by: null,
      next_dialable_at: at,
      phone_index: exhausted ? newNumber : 0,
      why: 'facts-changed',
      updated_at: at,
    })
    .where('lead_id', '=', row.lead_id)
    .execute();
}
