import { isE164 } from '@outdial/core';
import { breathe } from '../database/breathe.js';
import { execute, inChunks, marks, query } from '../database/statements.js';
import type { Db, Tx } from '../database/engine.js';
import { numberKey, personIdOf, personKey } from '../identity.js';
import { closeNumbers, closePersons } from '../leads/closing.js';
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

/** The whole company's list, beside lists of single campaigns. */
export const COMPANY = 'company';

/** Key under which a request is listed. Throws when it names neither number nor person. */
export function subjectOf(request: Pick<DoNotCallRequest, 'phone' | 'personKey' | 'personId'>): string {
  if (request.personId !== undefined) return personKey(request.personId);
  if (request.personKey !== undefined) return personKey(personIdOf({ key: request.personKey, phone: '' }));
  if (request.phone !== undefined && isE164(request.phone)) return numberKey(request.phone);
  throw new Error(
    "A do-not-call request needs `phone` in E.164 ('+' and digits), `personKey` or `personId`.",
  );
}

/**
 * Puts numbers or persons on the internal do-not-call list, in force at once: their numbers and leads are
 * closed in every list, and campaigns that hold one learn of it within a second. An earlier request stays as
 * it is. `campaignId`: only for that campaign (its leads are then refused one by one). Returns how many are
 * new.
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
      const fresh = await list(store, tx, chunk, scope);
      if (scope === COMPANY) await closeListed(store, tx, chunk);
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

async function list(
  store: Store,
  tx: Tx,
  requests: readonly DoNotCallRequest[],
  scope: string,
): Promise<number> {
  let fresh = 0;
  for (const request of requests)
    fresh += await listSubject(store, tx, {
      subject: subjectOf(request),
      scope,
      at: request.at,
      source: request.source,
    });
  return fresh;
}

/** Lists one subject unless it is listed already: the first request's date counts. */
export async function listSubject(
  store: Store,
  tx: Tx,
  entry: { readonly subject: string; readonly scope: string; readonly at: number; readonly source: string },
): Promise<number> {
  const text = `${store.engine.insertIgnore} into do_not_call (subject, scope, at, source) values (?, ?, ?, ?)`;
  return execute(tx, text, [entry.subject, entry.scope, entry.at, entry.source.slice(0, 128)]);
}

async function closeListed(store: Store, tx: Tx, requests: readonly DoNotCallRequest[]): Promise<void> {
  const closing = { why: 'do-not-call', closedBy: 'do-not-call' as const, at: store.clock() };
  const subjects = requests.map(subjectOf);
  const phones = subjects.filter((subject) => subject.startsWith('n:')).map((subject) => subject.slice(2));
  const persons = subjects.filter((subject) => subject.startsWith('p:')).map((subject) => subject.slice(2));
  await closeNumbers(tx, store.engine.forUpdate, { phones }, closing);
  await closePersons(tx, store.engine.forUpdate, persons, closing);
}

/** Takes a number or person off the list (a mistaken entry): closed leads stay closed. Journaled. */
export async function removeDoNotCall(
  store: Store,
  request: Pick<DoNotCallRequest, 'phone' | 'personKey' | 'personId'>,
  why: string,
): Promise<boolean> {
  return store.audit.within(async (tx, append) => {
    const removed = await execute(tx, 'delete from do_not_call where subject = ?', [subjectOf(request)]);
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

/** Which of these subjects are on the company's list. */
export async function listedSubjects(db: Db, subjects: readonly string[]): Promise<Set<string>> {
  const listed = new Set<string>();
  for (const chunk of inChunks(subjects)) {
    const rows = await query<{ subject: string }>(
      db,
      `select subject from do_not_call where subject in (${marks(chunk.length)}) and scope = ?`,
      [...chunk, COMPANY],
    );
    for (const row of rows) listed.add(row.subject);
  }
  return listed;
}
