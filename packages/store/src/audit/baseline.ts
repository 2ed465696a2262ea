/**
 * Baselines of the audit trail: what the tables held at one instant, and where every chain stood. Rows
 * written after a baseline are compared with their entries one by one. Rows written before it are compared
 * with the baseline, all together.
 */
import { randomUUID } from 'node:crypto';
import type { Db, Engine } from '../database/engine.js';
import { asJson, parseJson } from '../database/json-text.js';
import type { StoreSecret } from '../store-secret.js';
import type { AuditKey } from './audit-key.js';
import { AuditChain } from './chain.js';
import { headsIn } from './heads.js';
import type { ChainHead } from './heads.js';
import { RowSum } from './row-sum.js';
import type { StatedSum } from './row-sum.js';
import { readStatedRows } from './row-pages.js';
import type { StatedPart } from './row-pages.js';

/** Kind of the entries of baselines. */
export const BASELINE = 'audit.baseline';

/** Writer of the chain of baselines. */
const WRITER = 'baseline';
/** Its lane. */
export const BASELINE_WRITER: string = `${WRITER}/0`;

/** What the entry of a baseline holds. */
export interface BaselineDetail {
  /** Names the database, so that heads of another are told apart. */
  readonly storeId: string;
  readonly reason: string;
  readonly by: string;
  readonly heads: readonly ChainHead[];
  /** Every row that the trail states, by part. */
  readonly sums: Readonly<Partial<Record<StatedPart, StatedSum>>>;
}

/** What writing a baseline needs. */
export interface BaselinedStore {
  readonly engine: Engine;
  readonly clock: () => number;
  readonly auditKey: AuditKey | null;
  readonly secret: StoreSecret;
}

/** A baseline as it is stored in the trail. */
export interface Baseline extends BaselineDetail {
  readonly n: number;
  /** Epoch ms. */
  readonly at: number;
  readonly hash: string;
  readonly mac: string | null;
}

/**
 * States the tables anew: after a change of the schema, when the key is introduced or replaced, or after rows
 * were lawfully erased. It reads every row once. Changes made before a baseline are no longer found, so every
 * baseline stays on record and `audit verify` names it.
 */
export async function writeBaseline(
  store: BaselinedStore,
  order: { readonly reason: string; readonly by: string },
): Promise<void> {
  const { engine, auditKey, secret } = store;
  const stated = await engine.snapshot(async (db) => {
    const [first] = await readBaselines(db);
    return {
      storeId: first?.storeId ?? randomUUID(),
      heads: await headsIn(db),
      sums: await sumRows(db, secret),
    };
  });
  const chain = new AuditChain(engine, WRITER, { key: auditKey ?? undefined });
  const detail = { ...stated, ...order };
  await chain.record({ at: store.clock(), campaignId: '', kind: BASELINE, detail: { ...detail } });
}

async function sumRows(db: Db, secret: StoreSecret): Promise<BaselineDetail['sums']> {
  const sums = new Map<StatedPart, RowSum>();
  for await (const { part, digest } of readStatedRows(db, secret)) {
    const sum = sums.get(part) ?? new RowSum();
    sums.set(part, sum);
    sum.add(digest);
  }
  return Object.fromEntries([...sums].map(([part, sum]) => [part, sum.stated()]));
}

/** Every baseline in its order. */
export async function readBaselines(db: Db): Promise<readonly Baseline[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['n', 'at', 'detail', 'hash', 'mac'])
    .where('writer', '=', BASELINE_WRITER)
    .where('kind', '=', BASELINE)
    .orderBy('n')
    .execute();
  return rows.map(({ detail, ...row }) => ({ ...row, ...readDetail(detail) }));
}

/** A damaged detail reads as a baseline of nothing: the chain shows that it was changed. */
function readDetail(text: string): BaselineDetail {
  const nothing: BaselineDetail = { storeId: '', reason: '', by: '', heads: [], sums: {} };
  try {
    return { ...nothing, ...parseJson(asJson<Partial<BaselineDetail>>(text), {}) };
  } catch {
    return nothing;
  }
}

/** Name of this database, from its baselines; null where they were removed. */
export async function readStoreId({ engine }: { readonly engine: Engine }): Promise<string | null> {
  const [first] = await readBaselines(engine.db);
  return first?.storeId ?? null;
}
