/** Uploads of a list with what became of them, for screens. */
import { parseJson } from '../database/json-text.js';
import type { Store } from '../open-store.js';
import { emptyTotals } from './import-totals.js';
import type { ImportTotals } from './import-totals.js';
import { isUsed } from './undo-import.js';

/** An upload. Instants are epoch ms. */
export interface ListUpload {
  readonly importId: string;
  readonly listId: string;
  readonly startedAt: number;
  readonly updatedAt: number;
  /** False: it was stopped before its end, or runs. */
  readonly isDone: boolean;
  readonly totals: Readonly<ImportTotals>;
  /** Leads that it added and that are called already, or claimed: then it cannot be undone. */
  readonly used: number;
}

/** The uploads of a list, the newest first. */
export async function readImports(store: Store, listId: string): Promise<readonly ListUpload[]> {
  const { db } = store.engine;
  const rows = await db
    .selectFrom('imports')
    .selectAll()
    .where('list_id', '=', listId)
    .orderBy('started_at', 'desc')
    .execute();
  // One look at the list for all uploads. A lead that an upload brought up to date is older than it.
  const used = await db
    .selectFrom('leads')
    .select(['import_id', 'created_at', ({ fn }) => fn.countAll<number>().as('n')])
    .where('list_id', '=', listId)
    .where(isUsed)
    .groupBy(['import_id', 'created_at'])
    .execute();
  return rows.map((row) => ({
    importId: row.import_id,
    listId: row.list_id,
    startedAt: row.started_at,
    updatedAt: row.updated_at,
    isDone: row.done === 1,
    totals: { ...emptyTotals(), ...parseJson(row.totals, {}) },
    used: Number(
      used.find(({ import_id, created_at }) => import_id === row.import_id && created_at === row.started_at)
        ?.n ?? 0,
    ),
  }));
}

/** The list that an upload went into; undefined: there is no such upload. */
export async function listOfImport(store: Store, importId: string): Promise<string | undefined> {
  const row = await store.engine.db
    .selectFrom('imports')
    .select('list_id')
    .where('import_id', '=', importId)
    .executeTakeFirst();
  return row?.list_id;
}
