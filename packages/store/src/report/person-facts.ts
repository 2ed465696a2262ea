/** The facts on file of persons and numbers, with source and date, for screens, exports, complaints. */
import { FACT_NAMES, WEEK_DAYS, complianceFact, isoInstant, weekDayText } from '@outdial/core';
import type { FactName } from '@outdial/core';
import { writeCsvRow } from '@outdial/lists';
import { breathe } from '../database/breathe.js';
import type { Db } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { parseJson } from '../database/json-text.js';
import { NUMBER_KEY, PERSON_KEY, numberKey, personKey } from '../identity.js';
import type { FactDetail } from '../law/fact-detail.js';
import type { FactSubject } from '../law/fact-subject.js';
import { CONTACT_OUTCOMES } from '../law/facts.js';
import { FROM_LIST } from '../law/learned.js';
import type { Store } from '../open-store.js';
import type { StoreSecret } from '../store-secret.js';

/** A fact on file. Personal data: for screens and exports, not for logs. */
export interface FactOnFile {
  readonly kind: FactName;
  readonly personId: string;
  /** E.164, where the fact is about one number. */
  readonly phone: string | null;
  /** Epoch ms from which it is so; null where a list does not say. */
  readonly at: number | null;
  /** What it carries besides its date, in words; '' where it carries nothing. */
  readonly value: string;
  /** How it came: 'agent', 'key-press', 'import', 'list spring', or words of an operator. */
  readonly source: string;
  /** The call it was learned on. */
  readonly attemptId: string | null;
  /** Epoch ms at which it was withdrawn, and why; null while it binds. */
  readonly withdrawnAt: number | null;
  readonly withdrawnWhy: string | null;
}

/** The facts on file of a subject, oldest first, withdrawn ones too. */
export async function readFacts(store: Store, subject: FactSubject): Promise<readonly FactOnFile[]> {
  const { phone, persons } = subject;
  const phones = phone === null ? persons.flatMap((person) => person.phones) : [phone];
  const personIds = [
    ...new Set([
      ...persons.map(({ personId }) => personId),
      ...phones.map((of) => store.secret.personIdOf({ phone: of })),
    ]),
  ];
  const facts = await factsOf(store, personIds, [...new Set(phones)]);
  return phone === null ? facts : facts.filter((fact) => fact.phone === null || fact.phone === phone);
}

/** The facts on file of several persons, also those of their numbers; oldest first, withdrawn ones too. */
export async function readFactsOfPersons(
  store: Store,
  persons: readonly { readonly personId: string; readonly phones: readonly string[] }[],
): Promise<readonly FactOnFile[]> {
  const ids = persons.map(({ personId }) => personId);
  return factsOf(store, [...new Set(ids)], [...new Set(persons.flatMap(({ phones }) => phones))]);
}

async function factsOf(
  { engine: { db }, secret }: Store,
  personIds: readonly string[],
  phones: readonly string[],
): Promise<readonly FactOnFile[]> {
  const facts: FactOnFile[] = [];
  for (const chunk of inChunks(personIds))
    facts.push(
      ...(await learnedOf(db, chunk)),
      ...(await contactsOf(db, chunk)),
      ...(await revocationsOf(db, chunk)),
      ...(await listedFactsOf(db, chunk)),
      ...(await requestsOf(db, secret, chunk.map(personKey))),
    );
  for (const chunk of inChunks(phones)) facts.push(...(await requestsOf(db, secret, chunk.map(numberKey))));
  return withoutRepeats(withoutSaidByLists(facts, secret, phones)).sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

/**
 * What a list says stands with its lead, by the name of the list, and with the person and their numbers: it
 * is told by the name of the list.
 */
function withoutSaidByLists(
  facts: readonly FactOnFile[],
  secret: StoreSecret,
  phones: readonly string[],
): readonly FactOnFile[] {
  const said = new Set<string>();
  for (const { kind, personId, source } of facts)
    if (source.startsWith(OF_LIST)) said.add(`${kind} ${personId}`).add(kind);
  if (said.size === 0) return facts;
  const ofNumbers = new Set(phones.map((phone) => secret.personIdOf({ phone })));
  return facts.filter(
    ({ kind, personId, source, withdrawnAt }) =>
      source !== FROM_LIST ||
      withdrawnAt !== null ||
      !said.has(ofNumbers.has(personId) ? kind : `${kind} ${personId}`),
  );
}

/** What the source of a fact that stands with a lead begins with. */
const OF_LIST = 'list ';

/**
 * A request learned on a call is an entry of the list, too: it is said once. A fact that was withdrawn and
 * set again is two.
 */
function withoutRepeats(facts: readonly FactOnFile[]): FactOnFile[] {
  const seen = new Set<string>();
  return facts.filter(({ kind, personId, phone, at, value, withdrawnAt }) => {
    const isOfNumber = kind === 'do-not-call';
    const key = [kind, isOfNumber ? '' : personId, phone ?? '', at, value, withdrawnAt].join(' ');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

async function learnedOf(db: Db, personIds: readonly string[]): Promise<readonly FactOnFile[]> {
  const rows = await db.selectFrom('learned').selectAll().where('person_id', 'in', personIds).execute();
  return rows.map((row) => ({
    kind: row.kind,
    personId: row.person_id,
    phone: row.phone === '' ? null : row.phone,
    at: row.at,
    value: row.detail === null ? '' : detailText(parseJson(row.detail, { purposes: [] })),
    source: row.source,
    attemptId: row.attempt_id,
    withdrawnAt: row.withdrawn_at,
    withdrawnWhy: row.withdrawn_why,
  }));
}

async function contactsOf(db: Db, personIds: readonly string[]): Promise<readonly FactOnFile[]> {
  const rows = await db.selectFrom('contacts').selectAll().where('person_id', 'in', personIds).execute();
  return rows.map((row) => {
    const entry = parseJson(row.entry, {});
    return {
      kind: entry['outcome'] === CONTACT_OUTCOMES['conversation'] ? 'conversation' : 'past-call',
      personId: row.person_id,
      phone: row.phone === '' ? null : row.phone,
      at: row.at,
      value: entry['direction'] === 'inbound' ? 'inbound' : '',
      source: row.source ?? 'not on record',
      attemptId: null,
      withdrawnAt: row.withdrawn_at,
      withdrawnWhy: row.withdrawn_why,
    };
  });
}

/** Revocations that a list or a program recorded without a fact of their own. */
async function revocationsOf(db: Db, personIds: readonly string[]): Promise<readonly FactOnFile[]> {
  const rows = await db
    .selectFrom('consents')
    .selectAll()
    .where('person_id', 'in', personIds)
    .where('type', '=', 'revocation')
    .execute();
  return rows.map((row) => ({
    kind: 'consent-revoked',
    personId: row.person_id,
    phone: row.phone === '' ? null : row.phone,
    at: row.at,
    value: row.scope === null ? '' : parseJson(row.scope, []).join('; '),
    source: row.source,
    attemptId: null,
    withdrawnAt: row.withdrawn_at,
    withdrawnWhy: row.withdrawn_why,
  }));
}

async function requestsOf(
  db: Db,
  secret: StoreSecret,
  subjects: readonly string[],
): Promise<readonly FactOnFile[]> {
  const rows = await db.selectFrom('do_not_call').selectAll().where('subject', 'in', subjects).execute();
  return rows.map(({ subject, scope, at, source }) => {
    const isNumber = subject.startsWith(NUMBER_KEY);
    const phone = isNumber ? subject.slice(NUMBER_KEY.length) : null;
    return {
      kind: isNumber ? 'do-not-call' : 'do-not-call-person',
      personId: phone === null ? subject.slice(PERSON_KEY.length) : secret.personIdOf({ phone }),
      phone,
      at,
      value: scope === 'company' ? '' : `campaign ${scope}`,
      source,
      attemptId: null,
      withdrawnAt: null,
      withdrawnWhy: null,
    };
  });
}

/** What lists say with each lead. */
async function listedFactsOf(db: Db, personIds: readonly string[]): Promise<readonly FactOnFile[]> {
  const leads = await db
    .selectFrom('leads')
    .select(['list_id', 'person_id', 'facts'])
    .where('person_id', 'in', personIds)
    .execute();
  return leads.flatMap(({ list_id, person_id, facts: text }) => {
    const facts = parseJson(text, {});
    return FACT_NAMES.flatMap((kind): readonly FactOnFile[] => {
      const { lawFact } = complianceFact(kind);
      const found = lawFact === null ? undefined : facts[lawFact];
      if (found === undefined || (kind === 'time-zone' && facts['timeZoneSource'] !== 'confirmed')) return [];
      const said = readListed(found);
      return [
        {
          kind,
          personId: person_id,
          phone: null,
          ...said,
          source: `${OF_LIST}${list_id}`,
          attemptId: null,
          withdrawnAt: null,
          withdrawnWhy: null,
        },
      ];
    });
  });
}

/** A fact of a list: a date, a flag, hours, media, an answer with its date, or a zone. */
function readListed(found: unknown): { readonly at: number | null; readonly value: string } {
  if (typeof found === 'number') return { at: found, value: '' };
  if (typeof found === 'string') return { at: null, value: found };
  if (Array.isArray(found))
    return {
      at: null,
      value: found
        .map((item) => (typeof item === 'string' ? item : detailText(item as FactDetail)))
        .join('; '),
    };
  if (typeof found !== 'object' || found === null) return { at: null, value: '' };
  const { answer, queriedAt } = found as { readonly answer?: string; readonly queriedAt?: number };
  return { at: queriedAt ?? null, value: answer ?? '' };
}

/** A day of a week that begins on Monday. */
function dayText(day: number): string {
  const name = WEEK_DAYS[day];
  return name === undefined ? '' : weekDayText(name);
}

/** What a fact carries, in words that an import and `facts set` read again. */
export function detailText(detail: FactDetail): string {
  if ('purposes' in detail) return detail.purposes.join('; ');
  if ('media' in detail) return detail.media.join('; ');
  if ('answer' in detail) return detail.answer;
  if ('timeZone' in detail) return detail.timeZone;
  const days = detail.days.length === 7 ? 'daily' : detail.days.map(dayText).join(',');
  return `${days} ${detail.from}-${detail.to}`;
}

const PAGE = 500;
const COLUMNS = ['number', 'lead', 'fact', 'value', 'date', 'source', 'withdrawn', 'withdrawn why'];

/**
 * Every fact on file of the persons of a list as CSV, which `facts import` reads again; withdrawn ones are
 * among them. Memory use is constant.
 */
export async function* exportFacts(store: Store, listId: string): AsyncGenerator<string> {
  const { db } = store.engine;
  yield writeCsvRow(COLUMNS);
  for (let after = ''; ;) {
    const leads = await db
      .selectFrom('leads')
      .select(['lead_id', 'person_id'])
      .where('list_id', '=', listId)
      .where('lead_id', '>', after)
      .orderBy('lead_id')
      .limit(PAGE)
      .execute();
    const numbers = await numbersOf(
      db,
      leads.map(({ lead_id }) => lead_id),
    );
    yield await linesOf(store, leads, numbers);
    await breathe();
    after = leads.at(-1)?.lead_id ?? '';
    if (leads.length < PAGE) return;
  }
}

async function numbersOf(db: Db, leadIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const numbers = new Map<string, string[]>();
  for (const chunk of inChunks(leadIds)) {
    const rows = await db
      .selectFrom('phones')
      .select(['lead_id', 'phone'])
      .where('lead_id', 'in', chunk)
      .orderBy('position')
      .execute();
    for (const { lead_id, phone } of rows) numbers.set(lead_id, [...(numbers.get(lead_id) ?? []), phone]);
  }
  return numbers;
}

async function linesOf(
  store: Store,
  leads: readonly { readonly lead_id: string; readonly person_id: string }[],
  numbers: ReadonlyMap<string, readonly string[]>,
): Promise<string> {
  const lines: string[] = [];
  for (const { lead_id, person_id } of leads) {
    const own = numbers.get(lead_id) ?? [];
    const persons = [...new Set([person_id, ...own.map((phone) => store.secret.personIdOf({ phone }))])];
    for (const fact of await factsOf(store, persons, own))
      lines.push(
        writeCsvRow([
          fact.phone ?? own[0] ?? '',
          lead_id,
          fact.kind,
          fact.value,
          instant(fact.at),
          fact.source,
          instant(fact.withdrawnAt),
          fact.withdrawnWhy ?? '',
        ]),
      );
  }
  return lines.join('');
}

function instant(at: number | null): string {
  return at === null ? '' : isoInstant(at);
}
