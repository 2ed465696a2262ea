/** The internal do-not-call list: of the company, and of single campaigns. */
import { isE164 } from '@outdial/core';
import { breathe } from '../database/breathe.js';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { insertMany } from '../database/insert-many.js';
import { keptReason } from '../database/kept-reason.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { storeError } from '../errors.js';
import { NUMBER_KEY, PERSON_KEY, numberKey, personIdOf, personKey } from '../identity.js';
import { closeNumbers, closePersons } from '../leads/closing.js';
import type { Closing } from '../leads/closing.js';
import type { Store } from '../open-store.js';

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

/** Key under which a request is listed. Throws when it names neither number nor person. */
export function subjectOf(request: Pick<DoNotCallRequest, 'phone' | 'personKey' | 'personId'>): string {
  if (request.personId !== undefined) return personKey(request.personId);
  if (request.personKey !== undefined) return personKey(personIdOf({ key: request.personKey, phone: '' }));
  if (request.phone !== undefined && isE164(request.phone)) return numberKey(request.phone);
  throw storeError('subject-missing', {});
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
      const fresh = await list(tx, chunk, scope);
      if (scope === COMPANY) await closeListed(tx, chunk, store.clock());
      if (fresh > 0)
        await append({
          at: store.clock(),
          campaignId: options.campaignId ?? '',
          kind: 'do-not-call.added',
          detail: { count: fresh, scope },
        });
      return fresh;
    });
    await breathe();
  }
  return added;
}

async function list(tx: Tx, requests: readonly DoNotCallRequest[], scope: string): Promise<number> {
  let fresh = 0;
  for (const request of requests) {
    const { at, source } = request;
    fresh += await listSubject(tx, { subject: subjectOf(request), scope, at, source });
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

/** Lists one subject unless it is listed: the first request's date counts. Returns how many are new. */
export async function listSubject(tx: Tx, entry: ListedSubject): Promise<number> {
  const { subject, scope, at } = entry;
  const row = { subject, scope, at, source: keptReason(entry.source) };
  return insertMany(tx, 'do_not_call', [row], { ifAbsent: true });
}

async function closeListed(tx: Tx, requests: readonly DoNotCallRequest[], at: number): Promise<void> {
  const closing: Closing = { why: 'do-not-call', closedBy: 'do-not-call', at };
  const subjects = requests.map(subjectOf);
  await closeNumbers(tx, { phones: namedBy(NUMBER_KEY, subjects) }, closing);
  await closePersons(tx, namedBy(PERSON_KEY, subjects), closing);
}

function namedBy(key: string, subjects: readonly string[]): string[] {
  return subjects.filter((subject) => subject.startsWith(key)).map((subject) => subject.slice(key.length));
}

/** Takes a number or person off the list (a mistaken entry): closed leads stay closed. Journaled. */
export async function removeDoNotCall(
  store: Store,
  request: Pick<DoNotCallRequest, 'phone' | 'personKey' | 'personId'>,
  why: string,
): Promise<boolean> {
  return store.audit.within(async (tx, append) => {
    const { numDeletedRows } = await tx
      .deleteFrom('do_not_call')
      .where('subject', '=', subjectOf(request))
      .executeTakeFirst();
    const removed = Number(numDeletedRows);
    if (removed > 0)
      await append({
        at: store.clock(),
        campaignId: '',
        kind: 'do-not-call.removed',
        detail: { count: removed, why },
      });
    return removed > 0;
  });
}

const selectListed = preparedQuery((db: Db, { subjects }: Given<{ subjects: readonly string[] }>) =>
  db
    .selectFrom('do_not_call')
    .select('subject')
    .where('subject', 'in', subjects)
    .where('scope', '=', COMPANY),
);

/** Which of these subjects are on the company's list. */
export async function listedSubjects(db: Db, subjects: readonly string[]): Promise<Set<string>> {
  const listed = new Set<string>();
  for (const chunk of inChunks(subjects)) {
    for (const row of await selectListed.all(db, { subjects: chunk })) listed.add(row.subject);
  }
  return listed;
}
