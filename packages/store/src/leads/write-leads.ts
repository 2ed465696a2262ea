import { parseJson } from '../parse-json.js';
import type { Tx } from '../database/engine.js';
import { execute, inChunks, insertRows, marks, query } from '../database/statements.js';
import type { Parameter } from '../database/statements.js';
import { TryAgain } from '../database/transact.js';
import { leadIdOf, numberKey, personIdOf, personKey } from '../identity.js';
import { writeConsents } from '../law/consents.js';
import type { Consent } from '../law/consents.js';
import { listedSubjects } from '../law/do-not-call.js';
import type { Store } from '../open-store.js';
import { readPhones } from './lead-row.js';
import type { LeadRow } from './lead-row.js';
import { placeOfLead } from './new-lead.js';
import type { NewLead } from './new-lead.js';

/** What became of a new lead. */
export type WriteVerdict = 'added' | 'updated' | 'duplicate-in-file' | 'duplicate-in-list' | 'do-not-call';

/** How leads are written. */
export interface WriteOptions {
  readonly listId: string;
  /** Names the upload, to tell duplicates within it from duplicates against the list. */
  readonly importId: string;
  readonly duplicates: 'skip' | 'update';
  /** 'person': a person stands in a list once; 'account': once an account. */
  readonly onePer: 'person' | 'account';
  /** Epoch ms of the upload. */
  readonly at: number;
}

/** A new lead with its line in the file. */
export interface LineOf {
  readonly lead: NewLead;
  readonly line: number;
}

interface Entry extends LineOf {
  readonly leadId: string;
  readonly personId: string;
}

const LEAD_COLUMNS = [
  'lead_id',
  'list_id',
  'person_id',
  'state',
  'next_dialable_at',
  'place',
  'dial_order',
  'seq',
  'reason',
  'phone_index',
  'owner_agent_id',
  'skills',
  'answer_probability',
  'attempts',
  'touched',
  'outcomes',
  'recent_attempts',
  'why',
  'account',
  'seller',
  'facts',
  'fields',
  'import_id',
  'import_line',
  'created_at',
  'updated_at',
] as const;
const PHONE_COLUMNS = [
  'lead_id',
  'position',
  'phone',
  'person_id',
  'line_type',
  'open',
  'closed_why',
] as const;
/**
 * Rows of one upload stay in their order, and behind those of uploads before: whole seconds, then the line.
 * 2^53 is not reached before the year 2041.
 */
const LINES_A_SECOND = 4_000_000;

/**
 * Writes leads in the transaction at hand and says what became of each, in their order. Attempts,
 * dispositions, opt-outs and closed numbers of leads that were there are never touched.
 */
export async function writeLeads(
  store: Store,
  tx: Tx,
  lines: readonly LineOf[],
  options: WriteOptions,
): Promise<WriteVerdict[]> {
  const entries = lines.map((line) => entryOf(line, options));
  const listed = await listedSubjects(tx, [
    ...new Set(
      entries.flatMap((entry) => [
        personKey(entry.personId),
        ...entry.lead.phones.map((phone) => numberKey(phone.phone)),
      ]),
    ),
  ]);
  const existing = await readExisting(tx, entries);
  const fresh = new Map<string, Entry>();
  const updates: Entry[] = [];
  const seen = new Set<string>();
  const verdicts = entries.map((entry): WriteVerdict => {
    if (isListed(entry, listed)) return 'do-not-call';
    const known = existing.get(entry.leadId);
    const inFile =
      fresh.has(entry.leadId) ||
      known?.import_id === options.importId ||
      (options.duplicates === 'update' && seen.has(entry.leadId));
    seen.add(entry.leadId);
    if (!known && !fresh.has(entry.leadId)) {
      fresh.set(entry.leadId, entry);
      return 'added';
    }
    if (options.duplicates === 'update') updates.push(entry);
    if (inFile) return 'duplicate-in-file';
    return options.duplicates === 'update' ? 'updated' : 'duplicate-in-list';
  });
  await insertFresh(store, tx, [...fresh.values()], listed, options);
  for (const entry of updates) await updateLead(store, tx, entry, listed, options);
  return verdicts;
}

function entryOf(line: LineOf, options: WriteOptions): Entry {
  const personId = personIdOf({ key: line.lead.personKey, phone: line.lead.phones[0]?.phone ?? '' });
  return {
    ...line,
    personId,
    leadId: leadIdOf({
      listId: options.listId,
      personId,
      account: options.onePer === 'account' ? line.lead.account : undefined,
    }),
  };
}

function isListed(entry: Entry, listed: ReadonlySet<string>): boolean {
  return (
    listed.has(personKey(entry.personId)) ||
    entry.lead.phones.every((phone) => listed.has(numberKey(phone.phone)))
  );
}

async function readExisting(
  tx: Tx,
  entries: readonly Entry[],
): Promise<Map<string, { import_id: string | null }>> {
  const existing = new Map<string, { import_id: string | null }>();
  for (const chunk of inChunks([...new Set(entries.map((entry) => entry.leadId))])) {
    const rows = await query<{ lead_id: string; import_id: string | null }>(
      tx,
      `select lead_id, import_id from leads where lead_id in (${marks(chunk.length)})`,
      chunk,
    );
    for (const row of rows) existing.set(row.lead_id, row);
  }
  return existing;
}

async function insertFresh(
  store: Store,
  tx: Tx,
  entries: readonly Entry[],
  listed: ReadonlySet<string>,
  options: WriteOptions,
): Promise<void> {
  if (entries.length === 0) return;
  const ignore = `${store.engine.insertIgnore} into`;
  const places = [...new Set(entries.map((entry) => placeOfLead(entry.lead)))];
  try {
    await insertRows(
      tx,
      ignore,
      'places',
      ['list_id', 'place'],
      places.map((place) => [options.listId, place]),
    );
    await insertRows(
      tx,
      ignore,
      'persons',
      ['person_id', 'created_at'],
      entries.map((entry) => [entry.personId, options.at]),
    );
    await insertRows(
      tx,
      'insert into',
      'leads',
      LEAD_COLUMNS,
      entries.map((entry) => leadRow(entry, listed, options)),
    );
    await insertRows(
      tx,
      'insert into',
      'phones',
      PHONE_COLUMNS,
      entries.flatMap((entry) => phoneRows(entry, listed)),
    );
  } catch (error) {
    if (store.engine.isDuplicate(error))
      throw new TryAgain('another upload wrote the same lead', { cause: error });
    throw error;
  }
  await writeConsents(tx, store.engine.insertIgnore, entries.flatMap(consentsOf));
}

function leadRow(entry: Entry, listed: ReadonlySet<string>, options: WriteOptions): Parameter[] {
  const { lead } = entry;
  const due = Math.max(options.at, lead.notBefore ?? 0);
  const firstOpen = lead.phones.findIndex((phone) => !listed.has(numberKey(phone.phone)));
  return [
    entry.leadId,
    options.listId,
    entry.personId,
    due > options.at ? 'waiting' : 'ready',
    due,
    placeOfLead(lead),
    lead.priority ? -lead.priority : 0,
    sequenceOf(entry.line, options.at),
    'fresh',
    Math.max(0, firstOpen),
    lead.ownerAgentId ?? null,
    JSON.stringify(lead.skills ?? []),
    lead.answerProbability ?? null,
    0,
    0,
    '{}',
    '[]',
    'fresh',
    lead.account ?? null,
    lead.seller ?? null,
    JSON.stringify(lead.facts ?? {}),
    JSON.stringify(lead.fields ?? {}),
    options.importId,
    entry.line,
    options.at,
    options.at,
  ];
}

function sequenceOf(line: number, at: number): number {
  return Math.floor(at / 1_000) * LINES_A_SECOND + line;
}

function phoneRows(entry: Entry, listed: ReadonlySet<string>): Parameter[][] {
  return entry.lead.phones.map((phone, position) => {
    const open = !listed.has(numberKey(phone.phone));
    return [
      entry.leadId,
      position,
      phone.phone,
      entry.personId,
      phone.lineType ?? null,
      open ? 1 : 0,
      open ? null : 'do-not-call',
    ];
  });
}

function consentsOf(entry: Entry): Consent[] {
  return (entry.lead.consents ?? []).map((consent) => ({
    ...consent,
    personId: entry.personId,
    source: 'import',
  }));
}

/** Newer wishes of the list: facts, fields, priority, numbers. What the telephone taught stays. */
async function updateLead(
  store: Store,
  tx: Tx,
  entry: Entry,
  listed: ReadonlySet<string>,
  options: WriteOptions,
): Promise<void> {
  const [row] = await query<LeadRow>(tx, `select * from leads where lead_id = ?${store.engine.forUpdate}`, [
    entry.leadId,
  ]);
  if (!row) return;
  const { lead } = entry;
  const facts = { ...parseJson<Record<string, unknown>>(row.facts, {}), ...lead.facts };
  const place = placeOfLead({ ...lead, facts });
  await execute(tx, `${store.engine.insertIgnore} into places (list_id, place) values (?, ?)`, [
    options.listId,
    place,
  ]);
  await execute(
    tx,
    'update leads set facts = ?, fields = ?, place = ?, dial_order = ?, skills = ?, owner_agent_id = coalesce(?, owner_agent_id), answer_probability = coalesce(?, answer_probability),' +
      ' account = coalesce(?, account), seller = coalesce(?, seller), import_id = ?, import_line = ?, updated_at = ? where lead_id = ?',
    [
      JSON.stringify(facts),
      JSON.stringify({ ...parseJson<Record<string, string>>(row.fields, {}), ...lead.fields }),
      place,
      lead.priority === undefined ? row.dial_order : lead.priority === 0 ? 0 : -lead.priority,
      lead.skills ? JSON.stringify(lead.skills) : row.skills,
      lead.ownerAgentId ?? null,
      lead.answerProbability ?? null,
      lead.account ?? null,
      lead.seller ?? null,
      options.importId,
      entry.line,
      options.at,
      entry.leadId,
    ],
  );
  const newNumber = await mergePhones(tx, entry, listed);
  const consents = await writeConsents(tx, store.engine.insertIgnore, consentsOf(entry));
  const changed = JSON.stringify(facts) !== row.facts || consents > 0 || newNumber !== null;
  if (changed) await askAgain(tx, row, newNumber, options.at);
}

/**
 * Appends numbers that are new; known ones keep their place and stay closed when closed. Returns the position
 * of the first new open number.
 */
async function mergePhones(tx: Tx, entry: Entry, listed: ReadonlySet<string>): Promise<number | null> {
  const known = (await readPhones(tx, [entry.leadId])).get(entry.leadId) ?? [];
  let position = known.length;
  let first: number | null = null;
  for (const phone of entry.lead.phones) {
    const same = known.find((row) => row.phone === phone.phone);
    if (same) {
      if (phone.lineType && phone.lineType !== same.line_type)
        await execute(tx, 'update phones set line_type = ? where lead_id = ? and position = ?', [
          phone.lineType,
          entry.leadId,
          same.position,
        ]);
      continue;
    }
    const open = !listed.has(numberKey(phone.phone));
    await insertRows(tx, 'insert into', 'phones', PHONE_COLUMNS, [
      [
        entry.leadId,
        position,
        phone.phone,
        entry.personId,
        phone.lineType ?? null,
        open ? 1 : 0,
        open ? null : 'do-not-call',
      ],
    ]);
    if (open) first ??= position;
    position += 1;
  }
  return first;
}

/**
 * The law refused it on facts that changed, or it had no number left and has one now: it is asked about
 * again. Nothing else reopens a lead.
 */
async function askAgain(tx: Tx, row: LeadRow, newNumber: number | null, at: number): Promise<void> {
  const refused = row.closed_by === 'refused' || (row.state === 'waiting' && row.why.startsWith('refused: '));
  const exhausted = row.state === 'closed' && row.why === 'no-number-left' && newNumber !== null;
  if (!refused && !exhausted) return;
  const phoneIndex = exhausted ? newNumber : 0;
  await execute(
    tx,
    "update leads set state = 'waiting', closed_by = null, next_dialable_at = ?, phone_index = ?, why = 'facts-changed', updated_at = ? where lead_id = ?",
    [at, phoneIndex, at, row.lead_id],
  );
}
