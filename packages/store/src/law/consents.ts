import type { Db, Tx } from '../database/engine.js';
import { insertRows } from '../database/statements.js';
import type { Parameter } from '../database/statements.js';
import { parseJson } from '../parse-json.js';
import { sha256 } from '../identity.js';
import type { Store } from '../open-store.js';

/** Consent to be called, or its revocation. */
export interface Consent {
  readonly personId: string;
  /** E.164; absent: all numbers of the person. */
  readonly phone?: string;
  readonly type: 'written' | 'express' | 'revocation';
  /** Epoch ms at which it was given or revoked. */
  readonly at: number;
  /** Purposes it covers; absent: all. */
  readonly scope?: readonly string[];
  /** Sellers it names; absent: any. */
  readonly sellers?: readonly string[];
  /** Where the proof lies: a file, an address of a web form, a recording. */
  readonly evidence?: string;
  /** 'import', 'agent' ... */
  readonly source: string;
}

export interface ConsentRow {
  readonly phone: string;
  readonly type: string;
  readonly at: number;
  readonly scope: string | null;
  readonly sellers: string | null;
}

const COLUMNS = [
  'consent_id',
  'person_id',
  'phone',
  'type',
  'at',
  'scope',
  'sellers',
  'evidence',
  'source',
] as const;

/**
 * Records grants and revocations. The same one twice is kept once, so uploading a list again never undoes a
 * revocation. Returns how many are new.
 */
export async function recordConsents(store: Store, consents: Iterable<Consent>): Promise<number> {
  return store.audit.within(async (tx, append) => {
    const added = await writeConsents(tx, store.engine.insertIgnore, [...consents]);
    if (added > 0)
      await append({
        at: store.clock(),
        campaignId: '',
        kind: 'consents.recorded',
        detail: { count: added },
      });
    return added;
  });
}

/** As {@link recordConsents}, inside a transaction. `verb`: the engine's `insertIgnore`. */
export async function writeConsents(
  tx: Tx | Db,
  verb: string,
  consents: readonly Consent[],
): Promise<number> {
  return insertRows(tx, `${verb} into`, 'consents', COLUMNS, consents.map(rowOf));
}

function rowOf(consent: Consent): Parameter[] {
  const scope = consent.scope ? JSON.stringify(consent.scope) : null;
  const sellers = consent.sellers ? JSON.stringify(consent.sellers) : null;
  const identity = [consent.personId, consent.phone ?? '', consent.type, consent.at, scope, sellers].join(
    '\n',
  );
  return [
    `c${sha256(identity).slice(0, 24)}`,
    consent.personId,
    consent.phone ?? '',
    consent.type,
    consent.at,
    scope,
    sellers,
    consent.evidence ?? null,
    consent.source,
  ];
}

/** Consent in the compliance module's words. */
export interface ConsentFact {
  readonly type: string;
  readonly at: number;
  readonly scope?: readonly string[];
  readonly sellers?: readonly string[];
  readonly revokedAt?: number;
  readonly scopeRevoked?: readonly string[];
}

/**
 * The one consent that speaks most for the call: the gate is told one. A revocation ends every grant at or
 * before it, whenever that grant was uploaded. Preferred: not revoked, then covering purpose and seller, then
 * written, then the newest.
 */
export function consentFor(
  rows: readonly ConsentRow[],
  call: {
    readonly phone: string;
    readonly at: number;
    readonly purpose?: string | null;
    readonly seller?: string | null;
  },
): ConsentFact | undefined {
  const own = rows.filter((row) => row.phone === '' || row.phone === call.phone);
  const revocations = own.filter((row) => row.type === 'revocation').sort((a, b) => a.at - b.at);
  const grants = own
    .filter((row) => row.type !== 'revocation' && row.at <= call.at)
    .map((row) => factOf(row, revocations));
  const covers = (named: readonly string[] | undefined, wanted: string | null | undefined): boolean =>
    !named || !wanted || named.includes(wanted);
  const worth = (fact: ConsentFact): number =>
    (fact.revokedAt === undefined ? 8 : 0) +
    (covers(fact.scope, call.purpose) ? 4 : 0) +
    (covers(fact.sellers, call.seller) ? 2 : 0) +
    (fact.type === 'written' ? 1 : 0);
  return grants.sort((a, b) => worth(b) - worth(a) || b.at - a.at)[0];
}

/**
 * Revocations of everything weigh more than those of single purposes: the first of the former, else all
 * purposes of the latter together.
 */
function factOf(row: ConsentRow, revocations: readonly ConsentRow[]): ConsentFact {
  const after = revocations.filter((revocation) => revocation.at >= row.at);
  const whole = after.find((revocation) => revocation.scope === null);
  const ended = whole ?? after[0];
  const purposes = whole
    ? null
    : [...new Set(after.flatMap((revocation) => parseJson<string[]>(revocation.scope, [])))];
  return {
    type: row.type,
    at: row.at,
    ...(row.scope === null ? {} : { scope: parseJson<string[]>(row.scope, []) }),
    ...(row.sellers === null ? {} : { sellers: parseJson<string[]>(row.sellers, []) }),
    ...(ended ? { revokedAt: ended.at } : {}),
    ...(ended && purposes ? { scopeRevoked: purposes } : {}),
  };
}
