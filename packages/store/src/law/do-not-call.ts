/** The internal do-not-call list: of the company, and of single campaigns. */
import { isE164 } from '@outdial/core';
import { numberKeys } from '@outdial/lists';
import type { Insertable } from 'kysely';
import { insertStated } from '../audit/insert-stated.js';
import { StatedRows } from '../audit/stated-rows.js';
import { breathe } from '../database/breathe.js';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { keptReason } from '../database/kept-values.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { DoNotCallTable } from '../database/tables.js';
import { storeError } from '../errors.js';
import { NUMBER_KEY, PERSON_KEY, numberKey, personKey } from '../identity.js';
import { closeNumbers, closePersons } from '../leads/closing.js';
import type { Closing } from '../leads/closing.js';
import type { Store } from '../open-store.js';
import type { StoreSecret } from '../store-secret.js';

/** A request not to be called: by number, or by person (all numbers, present and future). */
export interface DoNotCallRequest {
  /** E.164. */
  readonly phone?: string;
  /** The key column's value of the person's leads. */
  readonly personKey?: string;
  readonly personId?: string;
  /** Epoch ms at which it was asked for. */
  readonly at: number;
  /** Where it came from, e.g. 'web form'. Not a name, not a number. */
  readonly source: string;
}

/** Scope of the whole company's list; lists of single campaigns have the campaign's id. */
export const COMPANY = 'company';

/** Whom a request is about. */
export type DoNotCallSubject = Pick<DoNotCallRequest, 'phone' | 'personKey' | 'personId'>;

/**
 * Keys under which a request is listed: a number under every form of it. Throws when it names neither number
 * nor person.
 */
export function subjectsOf(
  secret: StoreSecret,
  { phone, personKey: key, personId }: DoNotCallSubject,
): readonly string[] {
  if (personId !== undefined) return [personKey(personId)];
  if (key !== undefined) return [personKey(secret.personIdOf({ key, phone: '' }))];
  if (phone !== undefined && isE164(phone)) return subjectsOfNumber(phone);
  throw storeError('subject-missing', {});
}

/** Keys under which a number is listed: today's form, and others that the plan leaves open. */
export function subjectsOfNumber(phone: string): readonly string[] {
  return numberKeys(phone).map(numberKey);
}

/**
 * Puts numbers or persons on the internal do-not-call list, in force at once: their numbers and leads are
 * closed in every list, and campaigns that have claimed one learn of it within a second. An earlier request
 * stays as it is. `campaignId`: only for that campaign (its leads are then refused one by one). Returns how
 * many are new.
 */
export async function addDoNotCall(
  store: Store,
  requests: Iterable<DoNotCallRequest>,
  options: { readonly campaignId?: string } = {},
): Promise<number> {
  const scope = options.campaignId ?? COMPANY;
  let added = 0;
  for (const chunk of inChunks([...requests], 200)) {
    added += await store.audit.within(async (tx, append) => {
      const stated = new StatedRows(store.secret);
      const fresh = await list(tx, chunk, scope, stated);
      if (scope === COMPANY) await closeListed(tx, store.secret, chunk, store.clock());
      if (fresh > 0)
        await append({
          at: store.clock(),
          campaignId: options.campaignId ?? '',
          kind: 'do-not-call.added',
          detail: { count: fresh, scope, ...stated.detail() },
        });
      return fresh;
    });
    await breathe();
  }
  return added;
}

async function list(
  tx: Tx,
  requests: readonly DoNotCallRequest[],
  scope: string,
  stated: StatedRows,
): Promise<number> {
  let fresh = 0;
  for (const request of requests) {
    const { at, source } = request;
    const [main = '', ...further] = subjectsOf(stated.secret, request);
    fresh += await listSubject(tx, { subject: main, scope, at, source }, stated);
    for (const subject of further) await listSubject(tx, { subject, scope, at, source }, stated);
  }
  return fresh;
}

/** An entry of the list. */
export interface ListedSubject {
  readonly subject: string;
  readonly scope: string;
  readonly at: number;
  readonly source: string;
}

/**
 * Lists one subject unless it is listed: the first request's date counts. The audit entry of the transaction
 * states the new row. Returns how many are new.
 */
export async function listSubject(tx: Tx, entry: ListedSubject, stated: StatedRows): Promise<number> {
  const { subject, scope, at } = entry;
  const row = { subject, scope, at, source: keptReason(entry.source) };
  return insertStated(tx, stated, 'do_not_call', [row], { ifAbsent: true });
}

const selectSubjects = preparedQuery(
  (db: Db, { subjects, scope }: Given<{ subjects: readonly string[]; scope: string }>) =>
    db
      .selectFrom('do_not_call')
      .select('subject')
      .where('subject', 'in', subjects)
      .where('scope', '=', scope),
);

/** As {@link listSubject}, for many subjects in few statements. The first of two for one subject counts. */
export async function listSubjects(
  tx: Tx,
  entries: readonly ListedSubject[],
  stated: StatedRows,
): Promise<number> {
  let added = 0;
  for (const scope of new Set(entries.map((entry) => entry.scope))) {
    const rows = new Map<string, Insertable<DoNotCallTable>>();
    for (const { subject, at, source, ...entry } of entries)
      if (entry.scope === scope && !rows.has(subject))
        rows.set(subject, { subject, scope, at, source: keptReason(source) });
    for (const subjects of inChunks([...rows.keys()]))
      for (const known of await selectSubjects.all(tx, { subjects, scope })) rows.delete(known.subject);
    added += await insertStated(tx, stated, 'do_not_call', [...rows.values()], { ifAbsent: true });
  }
  return added;
}

async function closeListed(
  tx: Tx,
  secret: StoreSecret,
  requests: readonly DoNotCallRequest[],
  at: number,
): Promise<void> {
  const closing: Closing = { why: 'do-not-call', closedBy: 'do-not-call', at };
  const subjects = requests.flatMap((request) => subjectsOf(secret, request));
  await closeNumbers(tx, { phones: namedBy(NUMBER_KEY, subjects) }, closing);
  await closePersons(tx, namedBy(PERSON_KEY, subjects), closing);
}

/** What the keys of one kind name: numbers in E.164, or ids of persons. */
export function namedBy(key: string, subjects: readonly string[]): string[] {
  return subjects.filter((subject) => subject.startsWith(key)).map((subject) => subject.slice(key.length));
}

const selectListed = preparedQuery((db: Db, { subjects }: Given<{ subjects: readonly string[] }>) =>
  db
    .selectFrom('do_not_call')
    .select('subject')
    .where('subject', 'in', subjects)
    .where('scope', '=', COMPANY),
);

const selectAny = preparedQuery((db: Db) => db.selectFrom('do_not_call').select('subject').limit(1));

/** With more subjects than this, a first statement checks whether the table has any entry. */
const FEW = 50;

/** Which of these subjects are on the company's list. */
export async function listedSubjects(db: Db, subjects: readonly string[]): Promise<Set<string>> {
  const listed = new Set<string>();
  if (subjects.length > FEW && (await selectAny.first(db, {})) === undefined) return listed;
  for (const chunk of inChunks(subjects)) {
    for (const row of await selectListed.all(db, { subjects: chunk })) listed.add(row.subject);
  }
  return listed;
}
