import { parseJson } from '../parse-json.js';
import type { Tx } from '../database/engine.js';
import { execute, query } from '../database/statements.js';
import type { Store } from '../open-store.js';

/**
 * What became of the rows so far. They add up: `rows` is the sum of `added`, `updated`, both `duplicates...`,
 * `doNotCall` and `rejected`.
 */
export interface ImportTotals {
  rows: number;
  added: number;
  updated: number;
  duplicatesInFile: number;
  duplicatesInList: number;
  doNotCall: number;
  rejected: number;
  /** Values left out of rows that were taken. */
  valuesDropped: number;
}

/** How far an upload got. */
export interface ImportProgress {
  readonly importId: string;
  /** Records committed. */
  readonly position: number;
  readonly rejectsBytes: number;
  readonly totals: ImportTotals;
  /** Epoch ms at which it began; a resumed upload keeps it, so that its rows keep their age. */
  readonly startedAt: number;
  readonly resumed: boolean;
}

export function emptyTotals(): ImportTotals {
  return {
    rows: 0,
    added: 0,
    updated: 0,
    duplicatesInFile: 0,
    duplicatesInList: 0,
    doNotCall: 0,
    rejected: 0,
    valuesDropped: 0,
  };
}

/**
 * Begins an upload, or finds where an unfinished one of this id stands. A finished one of the same id begins
 * anew under the next number.
 */
export async function beginImport(store: Store, importId: string, listId: string): Promise<ImportProgress> {
  return store.audit.within(async (tx, append) => {
    const at = store.clock();
    await execute(tx, `${store.engine.insertIgnore} into lists (list_id, created_at) values (?, ?)`, [
      listId,
      at,
    ]);
    for (let run = 1; ; run += 1) {
      const id = run === 1 ? importId : `${importId}#${run}`;
      const [row] = await query<{
        list_id: string;
        position: number;
        rejects_bytes: number;
        totals: string;
        done: number;
        started_at: number;
      }>(tx, 'select * from imports where import_id = ?', [id]);
      if (row?.done === 1) continue;
      if (row)
        return {
          importId: id,
          position: row.position,
          rejectsBytes: row.rejects_bytes,
          totals: { ...emptyTotals(), ...parseJson<Partial<ImportTotals>>(row.totals, {}) },
          startedAt: row.started_at,
          resumed: true,
        };
      await execute(
        tx,
        "insert into imports (import_id, list_id, position, rejects_bytes, totals, done, started_at, updated_at) values (?, ?, 0, 0, '{}', 0, ?, ?)",
        [id, listId, at, at],
      );
      await append({ at, campaignId: '', kind: 'import.began', detail: { importId: id, listId } });
      return {
        importId: id,
        position: 0,
        rejectsBytes: 0,
        totals: emptyTotals(),
        startedAt: at,
        resumed: false,
      };
    }
  });
}

/**
 * Notes how far it got, in the transaction of the batch itself: leads and position are there together or not
 * at all.
 */
export async function noteProgress(
  tx: Tx,
  importId: string,
  progress: {
    readonly position: number;
    readonly rejectsBytes: number;
    readonly totals: ImportTotals;
    readonly done: boolean;
    readonly at: number;
  },
): Promise<void> {
  await execute(
    tx,
    'update imports set position = ?, rejects_bytes = ?, totals = ?, done = ?, updated_at = ? where import_id = ?',
    [
      progress.position,
      progress.rejectsBytes,
      JSON.stringify(progress.totals),
      progress.done ? 1 : 0,
      progress.at,
      importId,
    ],
  );
}
