/** Consent to be called and its revocation: how it is stored, and which consent counts for a call. */
import { defined } from '@outdial/core';
import type { Insertable, Selectable } from 'kysely';
import { insertStated } from '../audit/insert-stated.js';
import { StatedRows } from '../audit/stated-rows.js';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { parseJson, toJson } from '../database/json-text.js';
import type { JsonText } from '../database/json-text.js';
import { keptReason } from '../database/kept-values.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { ConsentType, ConsentsTable } from '../database/tables.js';
import { consentIdOf } from '../identity.js';
import type { Store } from '../open-store.js';
import type { ConsentFact } from './consent-fact.js';

/** Consent to be called, or its revocation. */
export interface ConsentEntry {
  readonly personId: string;
  /** E.164; absent: all numbers of the person. */
  readonly phone?: string;
  readonly type: ConsentType;
  /** Epoch ms at which it was given or revoked. */
  readonly at: number;
  /** Purposes it covers; absent: all. */
  readonly scope?: readonly string[];
  /** Sellers it names; absent: any. */
  readonly sellers?: readonly string[];
  /** Where the proof is: a form with its version, a file, a recording. */
  readonly evidence?: string;
  /** From where it was given: an IP address, an e-mail address, a page. */
  readonly address?: string;
  /** Identifier of a certificate by a third party. */
  readonly certificateId?: string;
  /** Epoch ms from which it does not count any more. */
  readonly expiresAt?: number;
  /** 'import', 'agent' ... */
  readonly source: string;
}

/** A consent or revocation as it is read for a call. */
export interface ConsentRow {
  readonly phone: string;
  readonly type: ConsentType;
  readonly at: number;
  readonly scope: JsonText<readonly string[]> | null;
  readonly sellers: JsonText<readonly string[]> | null;
  /** Epoch ms from which it does not count any more. */
  readonly expiresAt: number | null;
  readonly evidence: string | null;
  readonly address: string | null;
  readonly certificateId: string | null;
}

/** An entry that is on file with another end. */
export interface OtherEnd {
  readonly entry: ConsentEntry;
  /** Epoch ms from which the consent on file does not count any more; null: it has no end. */
  readonly before: number | null;
  /** The same from now on: the earlier of both. */
  readonly now: number;
}

/**
 * Records grants and revocations. The same one twice is kept once, so uploading a list again never undoes a
 * revocation; of two ends the earlier counts. `onOtherEnd`: called for entries on file with another end than
 * is given. Returns how many are new.
 */
export async function recordConsents(
  store: Store,
  consents: Iterable<ConsentEntry>,
  { onOtherEnd }: { readonly onOtherEnd?: (found: OtherEnd) => void } = {},
): Promise<number> {
  const entries = [...consents];
  let found: OtherEnd[] = [];
  const recorded = await store.audit.within(async (tx, append) => {
    const stated = new StatedRows(store.secret);
    found = [];
    const added = await writeConsents(tx, entries, stated, (end) => found.push(end));
    if (added > 0 || found.some(({ before, now }) => before !== now))
      await append({
        at: store.clock(),
        campaignId: '',
        kind: 'consents.recorded',
        detail: { count: added, ...stated.detail() },
      });
    return added;
  });
  if (onOtherEnd) for (const end of found) onOtherEnd(end);
  return recorded;
}

/** As {@link recordConsents}, inside a transaction whose audit entry states the new rows. */
export async function writeConsents(
  tx: Tx,
  consents: readonly ConsentEntry[],
  stated: StatedRows,
  onOtherEnd?: (found: OtherEnd) => void,
): Promise<number> {
  if (consents.length === 0) return 0;
  const entries = new Map<string, ConsentEntry>();
  const rows = new Map<string, Insertable<ConsentsTable>>();
  for (const entry of consents) {
    const row = rowOf(entry);
    const ends = earlier(rows.get(row.consent_id)?.expires_at ?? null, row.expires_at ?? null);
    rows.set(row.consent_id, { ...row, expires_at: ends });
    entries.set(row.consent_id, entry);
  }
  for (const consentIds of inChunks([...rows.keys()]))
    for (const known of await selectKnown.all(tx, { consentIds })) {
      const { consent_id: id, expires_at: before } = known;
      const given = rows.get(id)?.expires_at ?? null;
      const entry = entries.get(id);
      rows.delete(id);
      if (given === null || given === before || !entry) continue;
      const now = earlier(before, given) ?? given;
      if (now !== before) await endEarlier(tx, known, now, stated);
      onOtherEnd?.({ entry, before, now });
    }
  const fresh = [...rows.values()];
  return insertStated(tx, stated, 'consents', fresh, { ifAbsent: true });
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

async function endEarlier(
  tx: Tx,
  row: Selectable<ConsentsTable>,
  now: number,
  stated: StatedRows,
): Promise<void> {
  await tx
    .updateTable('consents')
    .set({ expires_at: now })
    .where('consent_id', '=', row.consent_id)
    .execute();
  stated.gone('consents', row);
  stated.written('consents', { ...row, expires_at: now });
}

const selectKnown = preparedQuery((db: Db, { consentIds }: Given<{ consentIds: readonly string[] }>) =>
  db.selectFrom('consents').selectAll().where('consent_id', 'in', consentIds),
);

function rowOf(consent: ConsentEntry): Insertable<ConsentsTable> {
  const { personId, phone = '', type, at } = consent;
  const scope = consent.scope ? toJson(consent.scope) : null;
  const sellers = consent.sellers ? toJson(consent.sellers) : null;
  return {
    consent_id: consentIdOf({ person_id: personId, phone, type, at, scope, sellers }),
    person_id: personId,
    phone,
    type,
    at,
    scope,
    sellers,
    evidence: consent.evidence ?? null,
    source: keptReason(consent.source),
    address: consent.address ?? null,
    certificate_id: consent.certificateId ?? null,
    expires_at: consent.expiresAt ?? null,
  };
}

/**
 * The consent that counts most for the call, since the gate is given one. A revocation ends every grant of
 * the same instant or earlier, whenever that grant was uploaded. One that is not ended for the purpose, by
 * a revocation, its own end, or because the number was reassigned since, comes first, then one that covers
 * the purpose, then the seller, then a written one, then the newest.
 */
export function consentFor(
  rows: readonly ConsentRow[],
  call: {
    readonly phone: string;
    readonly at: number;
    readonly purpose?: string | null;
    readonly seller?: string | null;
    /** Epoch ms of the last answer that the number was reassigned. */
    readonly reassignedAt?: number | undefined;
  },
): ConsentFact | undefined {
  const own = rows.filter((row) => row.phone === '' || row.phone === call.phone);
  const revocations = own.filter((row) => row.type === 'revocation').sort((a, b) => a.at - b.at);
  const grants = own.flatMap((row) =>
    row.type === 'revocation' || row.at > call.at ? [] : [factOf({ ...row, type: row.type }, revocations)],
  );
  const covers = (named: readonly string[] | undefined, wanted: string | null | undefined): boolean =>
    !named || !wanted || named.includes(wanted);
  const worth = (fact: ConsentFact): number =>
    (isEnded(fact, call) ? 0 : 8) +
    (covers(fact.scope, call.purpose) ? 4 : 0) +
    (covers(fact.sellers, call.seller) ? 2 : 0) +
    (fact.type === 'written' ? 1 : 0);
  return grants.sort((a, b) => worth(b) - worth(a) || b.at - a.at)[0];
}

function isEnded(
  { at, revokedAt, expiresAt, scopeRevoked }: ConsentFact,
  {
    at: now,
    purpose,
    reassignedAt,
  }: {
    readonly at: number;
    readonly purpose?: string | null;
    readonly reassignedAt?: number | undefined;
  },
): boolean {
  if (expiresAt !== undefined && expiresAt <= now) return true;
  if (reassignedAt !== undefined && at <= reassignedAt) return true;
  return revokedAt !== undefined && (!scopeRevoked || !purpose || scopeRevoked.includes(purpose));
}

/**
 * Revocations of everything weigh more than those of single purposes: the first of the former, else all
 * purposes of the latter together.
 */
function factOf(
  row: ConsentRow & { readonly type: ConsentFact['type'] },
  revocations: readonly ConsentRow[],
): ConsentFact {
  const after = revocations.filter((revocation) => revocation.at >= row.at);
  const whole = after.find((revocation) => revocation.scope === null);
  const ended = whole ?? after[0];
  const purposes = new Set(after.flatMap((revocation) => parseJson(revocation.scope, [])));
  return defined({
    type: row.type,
    at: row.at,
    scope: row.scope === null ? undefined : parseJson(row.scope, []),
    sellers: row.sellers === null ? undefined : parseJson(row.sellers, []),
    revokedAt: ended?.at,
    expiresAt: row.expiresAt ?? undefined,
    scopeRevoked: ended && !whole ? [...purposes] : undefined,
    evidence: evidenceOf(row),
  });
}

function evidenceOf({ evidence, address, certificateId }: ConsentRow): ConsentFact['evidence'] {
  const given = defined({
    form: evidence ?? undefined,
    address: address ?? undefined,
    certificateId: certificateId ?? undefined,
  });
  return Object.keys(given).length > 0 ? given : undefined;
}
