/** Imports a file of leads as it streams. */
import { NOT_LISTED, checkCountry, listedTo, openListedRows, openTable } from '@outdial/lists';
import type { ListTable, ListedRows } from '@outdial/lists';
import { randomUUID } from 'node:crypto';
import { foldLeadCounts, readLeadCounts } from '../leads/lead-counts.js';
import type { Store } from '../open-store.js';
import type { ImportOptions, ImportReport } from './import-options.js';
import { beginImport, notBegun } from './import-progress.js';
import type { ImportProgress } from './import-progress.js';
import { ImportRun } from './import-run.js';
import { listsBeside } from './other-lists.js';

/**
 * Imports a file into a list as it streams: memory does not grow with the file, a batch of rows is one
 * transaction, and the source waits for the database. Throws when the file is not a list, or has no header
 * with a telephone column, or the database fails for good; rows that cannot be used are counted and reported,
 * never thrown.
 */
export async function importLeads(
  store: Store,
  source: AsyncIterable<Uint8Array | string>,
  options: ImportOptions,
): Promise<ImportReport> {
  checkCountry(options.defaultCountry);
  const table = await openTable(source, { ...options, at: store.clock() });
  const importId = options.importId ?? randomUUID();
  const progress = options.dryRun
    ? notBegun(importId, store.clock())
    : await beginImport(store, importId, options.listId);
  const listed = listedRowsOf(options, table, progress);
  const ofItsOwn = store.engine.forBulk?.();
  try {
    const engine = ofItsOwn ?? store.engine;
    const beside = await listsBeside(store.engine.db, options.listId, options.listsBeside);
    const run = new ImportRun(store, { ...options, engine, beside }, table.columns, progress, listed);
    const totals = await run.all(table.rows);
    const { toFold } = await readLeadCounts(engine.db, [options.listId]);
    await foldLeadCounts(engine, [options.listId], toFold);
    return {
      ...totals,
      importId: progress.importId,
      listId: options.listId,
      resumed: progress.resumed,
      isDryRun: options.dryRun === true,
      format: table.format,
      delimiter: table.delimiter,
      encoding: table.encoding.encoding,
      columns: table.columns.map(({ header, target, index }) => ({
        header,
        target,
        samples: table.samples[index] ?? [],
      })),
      warnings: [...table.warnings(), ...run.warnings],
    };
  } finally {
    listed.close();
    await ofItsOwn?.db.destroy();
  }
}

function listedRowsOf(options: ImportOptions, { columns }: ListTable, progress: ImportProgress): ListedRows {
  const { rejects, inputs = [] } = options;
  if (rejects === undefined) return NOT_LISTED;
  if (typeof rejects !== 'string') return listedTo(rejects);
  const headers = columns.map(({ header }) => header);
  return openListedRows(rejects, { headers, from: progress.rejectsBytes, inputs });
}
