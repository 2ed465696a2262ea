/** The rows that a new lead of an upload becomes. */
import type { NewLead, NewPhone } from '@outdial/lists';
import type { Insertable } from 'kysely';
import type { Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { toJson } from '../database/json-text.js';
import type { LeadsTable, PhonesTable } from '../database/tables.js';
import { entryOf, numberKey } from '../identity.js';
import type { ConsentEntry } from '../law/consents.js';
import type { StoreSecret } from '../store-secret.js';
import { FLAGGED } from './closing.js';
import { dialOrderOf } from './dial-order.js';
import type { LeadRow } from './lead-row.js';
import { placeOfLead } from './place-of-lead.js';

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
  /** Leads of one statement; those in progress hold up whatever runs in its thread. @default 500 */
  readonly leadsAtOnce?: number;
  /** Epoch ms of the upload. */
  readonly at: number;
}

/** A new lead with its line in the file. */
export interface LineOf {
  readonly lead: NewLead;
  readonly line: number;
}

/** A line with what can be made of it before its transaction. */
export interface PreparedLine extends LineOf {
  readonly personId: string;
  /** Which of the person's entries in the list it is. */
  readonly entry: string;
  /** Person and entry: what a list has once. */
  readonly key: string;
  /** Key of the place that the line names. */
  readonly place: string;
  readonly facts: LeadRow['facts'];
  readonly fields: LeadRow['fields'];
}

/** Makes of a line what needs no database, so that it can be made while the database is at other lines. */
export function prepareLine(
  secret: StoreSecret,
  { lead, line }: LineOf,
  onePer: WriteOptions['onePer'],
): PreparedLine {
  const personId = secret.personIdOf({ key: lead.personKey, phone: lead.phones[0]?.phone ?? '' });
  const entry = entryOf(onePer === 'account' ? lead.account : undefined);
  return {
    lead,
    line,
    personId,
    entry,
    key: `${personId} ${entry}`,
    place: placeOfLead(lead),
    facts: toJson(lead.facts ?? {}),
    fields: toJson(lead.fields ?? {}),
  };
}

/** What the list has of a lead already. */
export type Existing = Pick<LeadRow, 'lead_id' | 'person_id' | 'entry' | 'import_id' | 'import_line'>;

/** A lead of an upload, and what the list has of it. */
export interface Entry extends PreparedLine {
  /** Of the lead that the list has, or of a new one. */
  readonly leadId: string;
  /** What the list has of it already. */
  readonly known: Existing | undefined;
}

/**
 * Rows of one upload stay in their order, and behind those of uploads before: whole seconds, then the line.
 * 2^53 is not reached before the year 2041.
 */
const LINES_A_SECOND = 4_000_000;

/** On the company's list, or closed by the row itself. */
export function isClosed(phone: NewPhone, listed: ReadonlySet<string>): boolean {
  return phone.doNotCall === true || (listed.size > 0 && listed.has(numberKey(phone.phone)));
}

/** Adds the places of leads to those of their list. */
export async function addPlaces(tx: Tx, listId: string, places: readonly string[]): Promise<void> {
  const rows = places.map((place) => ({ list_id: listId, place }));
  await insertMany(tx, 'places', rows, { ifAbsent: true });
}

/** What every new lead has, written once: a list has a million of them. */
const NO_SKILLS: LeadRow['skills'] = toJson([]);
const NO_OUTCOMES: LeadRow['outcomes'] = toJson({});
const NO_ATTEMPTS: LeadRow['recent_attempts'] = toJson([]);

/** The row of a lead. `listed`: subjects on the company's do-not-call list. */
export function leadRow(
  entry: Entry,
  listed: ReadonlySet<string>,
  options: WriteOptions,
): Insertable<LeadsTable> {
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
    place: entry.place,
    dial_order: dialOrderOf(lead.priority, options.first),
    seq: sequenceOf(entry.line, options.at),
    reason: 'fresh',
    phone_index: Math.max(0, firstOpen),
    owner_agent_id: lead.ownerAgentId ?? null,
    skills: lead.skills ? toJson(lead.skills) : NO_SKILLS,
    answer_probability: lead.answerProbability ?? null,
    attempts: 0,
    touched: 0,
    outcomes: NO_OUTCOMES,
    recent_attempts: NO_ATTEMPTS,
    why: 'fresh',
    account: lead.account ?? null,
    seller: lead.seller ?? null,
    facts: entry.facts,
    fields: entry.fields,
    import_id: options.importId,
    import_line: entry.line,
    created_at: options.at,
    updated_at: options.at,
  };
}

function sequenceOf(line: number, at: number): number {
  return Math.floor(at / 1_000) * LINES_A_SECOND + line;
}

/** The rows of a lead's numbers. */
export function phoneRows(entry: Entry, listed: ReadonlySet<string>): Insertable<PhonesTable>[] {
  return entry.lead.phones.map((phone, position) => phoneRow(entry, phone, position, listed));
}

/** The row of one number. */
export function phoneRow(
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

/** The consents that a row brings. */
export function consentsOf(entry: Entry): ConsentEntry[] {
  return (entry.lead.consents ?? []).map((consent) => ({
    ...consent,
    personId: entry.personId,
    source: 'import',
  }));
}
