/** How far an upload got: written with each batch, so that a killed upload continues from there. */
import type { Insertable, Selectable } from 'kysely';
import type { Append } from '../audit/chain.js';
import { StatedRows } from '../audit/stated-rows.js';
import type { Db, Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { parseJson, toJson } from '../database/json-text.js';
import { preparedCommand } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { ImportsTable } from '../database/tables.js';
import type { Store } from '../open-store.js';
import type { StoreSecret } from '../store-secret.js';
import { emptyTotals } from './import-totals.js';
import type { ImportTotals } from './import-totals.js';

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

/**
 * Begins an upload, or finds how far an unfinished one of this id got. A finished one of the same id begins
 * anew under the next number.
 */
export async function beginImport(store: Store, importId: string, listId: string): Promise<ImportProgress> {
  return store.audit.within(async (tx, append) => {
    const at = store.clock();
    await addList(tx, listId, at);
    for (let run = 1; ; run += 1) {
      const id = run === 1 ? importId : `${importId}#${run}`;
      const row = await tx.selectFrom('imports').selectAll().where('import_id', '=', id).executeTakeFirst();
      if (row?.done === 1) continue;
      if (row) {
        return {
          importId: id,
          position: row.position,
          rejectsBytes: row.rejects_bytes,
          totals: { ...emptyTotals(), ...parseJson(row.totals, {}) },
          startedAt: row.started_at,
          resumed: true,
        };
      }
      await noteBeginning(tx, append, { importId: id, listId, at, secret: store.secret });
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

/** Adds the list, where it is not there. */
export async function addList(tx: Tx, listId: string, at: number): Promise<void> {
  await insertMany(tx, 'lists', [{ list_id: listId, created_at: at }], { ifAbsent: true });
}

/** Notes that an upload begins, under an id that no other has. */
export async function noteBeginning(
  tx: Tx,
  append: Append,
  upload: {
    readonly importId: string;
    readonly listId: string;
    readonly at: number;
    readonly secret: StoreSecret;
  },
): Promise<void> {
  const { importId, listId, at, secret } = upload;
  const began = beginning(importId, listId, at);
  await insertMany(tx, 'imports', [began]);
  const stated = new StatedRows(secret);
  stated.written('imports', began);
  await append({
    at,
    campaignId: '',
    kind: 'import.began',
    detail: { importId, listId, ...stated.detail() },
  });
}

/** The progress of an upload that is only tried: nothing is noted of it. */
export function notBegun(importId: string, at: number): ImportProgress {
  return { importId, position: 0, rejectsBytes: 0, totals: emptyTotals(), startedAt: at, resumed: false };
}

function beginning(importId: string, listId: string, at: number): Insertable<ImportsTable> {
  return {
    import_id: importId,
    list_id: listId,
    position: 0,
    rejects_bytes: 0,
    totals: toJson({}),
    done: 0,
    started_at: at,
    updated_at: at,
  };
}

const setProgress = preparedCommand(
  (db: Db, { import_id, ...progress }: Given<Omit<Selectable<ImportsTable>, 'list_id' | 'started_at'>>) =>
    db.updateTable('imports').set(progress).where('import_id', '=', import_id),
);

/**
 * Notes how far it got, in the transaction of the batch itself: leads and position are there together or not
 * at all. The end has an entry in the audit trail, and so have the rows that the batch wrote.
 */
export async function noteProgress(
  tx: Tx,
  append: Append,
  importId: string,
  progress: {
    readonly position: number;
    readonly rejectsBytes: number;
    readonly totals: ImportTotals;
    readonly done: boolean;
    readonly at: number;
    readonly stated: StatedRows;
  },
): Promise<void> {
  const { totals, done, at, stated } = progress;
  const row = {
    import_id: importId,
    position: progress.position,
    rejects_bytes: progress.rejectsBytes,
    totals: toJson<Partial<ImportTotals>>(totals),
    done: done ? 1 : 0,
    updated_at: at,
  } as const;
  await setProgress(tx, row);
  if (done) stated.written('import_ends', row);
  const written = stated.detail();
  if (done)
    await append({ at, campaignId: '', kind: 'import.ended', detail: { importId, totals, ...written } });
  else if (written.rows) {
    const detail = { importId, position: progress.position, ...written };
    await append({ at, campaignId: '', kind: 'import.batch', detail });
  }
}
