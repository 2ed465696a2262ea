/** Imports a file of leads as it streams: batches in transactions, totals, rows not taken as they are. */
import { defined } from '@outdial/core';
import { NOT_LISTED, RowReader, checkCountry, listedTo, openListedRows, openTable } from '@outdial/lists';
import type {
  Column,
  ColumnTarget,
  DateOrder,
  ListTable,
  ListedRow,
  ListedRows,
  NumberStyle,
  RejectedRow,
  RowProblem,
  TableOptions,
  TableRow,
} from '@outdial/lists';
import { randomUUID } from 'node:crypto';
import { StatedRows } from '../audit/stated-rows.js';
import type { Store } from '../open-store.js';
import { breathe } from '../database/breathe.js';
import type { Engine, Tx } from '../database/engine.js';
import { transact } from '../database/transact.js';
import { writeLeads } from '../leads/write-leads.js';
import type { LineOf, WriteOptions } from '../leads/upload-rows.js';
import type { WriteVerdict, WrittenLead } from '../leads/write-leads.js';
import { beginImport, notBegun, noteProgress } from './import-progress.js';
import type { ImportProgress } from './import-progress.js';
import type { ImportTotals } from './import-totals.js';
import { listsBeside, standingElsewhere } from './other-lists.js';

/** How to import a list. */
export interface ImportOptions extends TableOptions {
  readonly listId: string;
  /** ISO country of numbers written without a country code. */
  readonly defaultCountry: string;
  /** For 03/04/2026. @default month first for the US, day first elsewhere */
  readonly dateOrder?: DateOrder;
  /** What digits without a plus sign begin with. @default 'careful' */
  readonly numbers?: NumberStyle;
  /** What happens to leads that the list has already. @default 'skip' */
  readonly duplicates?: 'skip' | 'update';
  /** A list has a person once, or once an account (a person with two debts). @default 'person' */
  readonly onePer?: 'person' | 'account';
  /**
   * File for rows that were rejected, taken without a value, or duplicates; or a function that takes each of
   * their problems.
   */
  readonly rejects?: string | ((row: RejectedRow) => void);
  /**
   * Lists that a campaign dials beside this one: rows whose number or person stands there are listed. Those
   * of registered campaigns are known. @default none further
   */
  readonly listsBeside?: readonly string[];
  /** Files that the file of rejected rows must not be. */
  readonly inputs?: readonly string[];
  /** True: everything is read and counted, and nothing is written but the file of rejected rows. */
  readonly dryRun?: boolean;
  /**
   * Name of this upload: a killed one with the same name goes on where it stopped. @default a random name
   * (re-running still doubles no lead)
   */
  readonly importId?: string;
  /** Rows a transaction. @default 2000 */
  readonly batch?: number;
  readonly onProgress?: (totals: Readonly<ImportTotals>) => void;
}

/**
 * Rows a transaction. More make it cheaper, since rows share pages of the indexes; a transaction of so many
 * takes about a tenth of a second, and calls wait for it on SQLite.
 */
const ROWS_A_BATCH = 2_000;

/** What an import did. */
export interface ImportReport extends Readonly<ImportTotals> {
  readonly importId: string;
  readonly listId: string;
  /** True when it went on where a killed run stopped; the totals are those of both. */
  readonly resumed: boolean;
  /** True: nothing was written to the store. */
  readonly isDryRun: boolean;
  /** What the file was: 'CSV', "workbook, sheet 'Leads'", 'JSON' ... */
  readonly format: string;
  /** '' where no sign parts the values. */
  readonly delimiter: string;
  /** Name of the encoding; 'mixed': UTF-8 with stray bytes of windows-1252. */
  readonly encoding: string;
  /** What each column was read as. */
  readonly columns: readonly ImportedColumn[];
  /** What to look at: skipped lines, columns that look legal and are not used. */
  readonly warnings: readonly string[];
}

/** A column of the file, and what it was read as. */
export interface ImportedColumn {
  readonly header: string;
  readonly target: ColumnTarget;
  /** Up to three of its values. They may be personal data. */
  readonly samples: readonly string[];
}

/**
 * Imports a file into a list as it streams: memory does not grow with the file, a batch of rows is one
 * transaction, and the source waits for the database. Throws when the file is no list, or has no header with
 * a telephone column, or the database fails for good; rows that cannot be used are counted and reported,
 * never thrown.
 */
export async function importLeads(
  store: Store,
  source: AsyncIterable<Uint8Array | string>,
  options: ImportOptions,
): Promise<ImportReport> {
  checkCountry(options.defaultCountry);
  const table = await openTable(source, options);
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
      warnings: table.warnings(),
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

/** Of the time that a transaction took: so long a database with one writer is left to others after it. */
const FREE_SHARE = 0.1;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const TOTAL_OF: Readonly<Record<WriteVerdict, keyof ImportTotals>> = {
  added: 'added',
  updated: 'updated',
  'duplicate-in-file': 'duplicatesInFile',
  'duplicate-in-list': 'duplicatesInList',
  'do-not-call': 'doNotCall',
};

/** Rows that were read and are to be written in one transaction. */
interface Batch {
  readonly leads: { readonly lead: LineOf; readonly row: TableRow }[];
  /** Rows to be listed. */
  readonly waiting: ListedRow[];
  /** Rows of the file, read or not. */
  records: number;
  /** Rows of the file up to its end. */
  position: number;
}

/** What became of the leads of a batch, in their order. */
interface Verdicts {
  written: readonly WrittenLead[];
  /** What rows are listed with that stand in another list of the campaign. */
  elsewhere: readonly (RowProblem | null)[];
}

function emptyBatch(position: number): Batch {
  return { leads: [], waiting: [], records: 0, position };
}

/** One upload in progress: a batch is read while the one before is written. */
class ImportRun {
  readonly #store: Store;
  readonly #engine: Engine;
  /** Lists that a campaign dials beside this one. */
  readonly #beside: readonly string[];
  readonly #reader: RowReader;
  readonly #progress: ImportProgress;
  readonly #listed: ListedRows;
  readonly #isDryRun: boolean;
  /** Leads that a dry run has seen: they are not in the store. */
  readonly #seen = new Map<string, number>();
  readonly #write: WriteOptions;
  readonly #batchSize: number;
  readonly #onProgress: ImportOptions['onProgress'];
  #totals: ImportTotals;
  #batch = emptyBatch(0);

  constructor(
    store: Store,
    options: ImportOptions & { readonly engine: Engine; readonly beside: readonly string[] },
    columns: readonly Column[],
    progress: ImportProgress,
    listed: ListedRows,
  ) {
    this.#store = store;
    this.#engine = options.engine;
    this.#beside = options.beside;
    this.#progress = progress;
    this.#listed = listed;
    this.#isDryRun = options.dryRun === true;
    this.#totals = { ...progress.totals };
    this.#reader = new RowReader(columns, {
      defaultCountry: options.defaultCountry,
      dateOrder: options.dateOrder ?? (options.defaultCountry === 'US' ? 'month-first' : 'day-first'),
      at: progress.startedAt,
      ...defined({ numbers: options.numbers }),
    });
    this.#write = {
      listId: options.listId,
      importId: progress.importId,
      duplicates: options.duplicates ?? 'skip',
      onePer: options.onePer ?? 'person',
      at: progress.startedAt,
    };
    this.#batchSize = options.batch ?? ROWS_A_BATCH;
    this.#onProgress = options.onProgress;
  }

  async all(batches: AsyncIterable<readonly TableRow[]>): Promise<ImportTotals> {
    let writing: Promise<void> = Promise.resolve();
    try {
      for await (const rows of batches) {
        for (const row of rows) {
          this.#batch.position += 1;
          if (this.#batch.position <= this.#progress.position) continue;
          this.#take(row);
          if (this.#batch.records < this.#batchSize) continue;
          await writing;
          writing = this.#flush(this.#taken(), false);
          // Awaited before the next batch, which then reports a failure.
          writing.catch(() => undefined);
        }
        // What was read ahead comes without a pause.
        await breathe();
      }
    } finally {
      await writing;
    }
    await this.#flush(this.#taken(), true);
    return this.#totals;
  }

  #taken(): Batch {
    const batch = this.#batch;
    this.#batch = emptyBatch(batch.position);
    return batch;
  }

  #take(row: TableRow): void {
    this.#batch.records += 1;
    if (row.problem && row.isReadable !== true) return this.#list(row, 'rejected', [row.problem]);
    const { lead, problems } = this.#reader.read(row.fields);
    const all = row.problem ? [row.problem, ...problems] : problems;
    if (lead) this.#batch.leads.push({ lead: { lead, line: row.line }, row });
    if (all.length > 0) this.#list(row, lead ? 'value-dropped' : 'rejected', all);
  }

  #list(
    { line, fields, beyond }: TableRow,
    status: ListedRow['status'],
    problems: readonly RowProblem[],
  ): void {
    this.#batch.waiting.push({ line, status, fields, beyond, problems });
  }

  /**
   * One batch: listed rows are on disk before the position that counts them, and the position is committed
   * with the leads.
   */
  async #flush(batch: Batch, done: boolean): Promise<void> {
    const before = this.#totals;
    const counted: ImportTotals = { ...before, rows: before.rows + batch.records };
    for (const { status, problems } of batch.waiting) {
      if (status === 'rejected') counted.rejected += 1;
      counted.valuesDropped += problems.length - (status === 'rejected' ? 1 : 0);
    }
    const began = performance.now();
    this.#totals = this.#isDryRun
      ? await this.#tryBatch(batch, counted)
      : await this.#writeBatch(batch, counted, done);
    this.#listed.commit();
    this.#onProgress?.(this.#totals);
    await (this.#engine.writers === 1 ? pause((performance.now() - began) * FREE_SHARE) : breathe());
  }

  #writeBatch(batch: Batch, counted: ImportTotals, done: boolean): Promise<ImportTotals> {
    return this.#store.audit.within(async (tx, append) => {
      const stated = new StatedRows(this.#store.secret);
      const lines = batch.leads.map(({ lead }) => lead);
      const written = await writeLeads(this.#store, { tx, append, stated }, lines, this.#write);
      const elsewhere = await this.#elsewhere(tx, batch, written);
      const totals = this.#accounted(batch, counted, { written, elsewhere });
      await noteProgress(tx, append, this.#progress.importId, {
        stated,
        position: Math.max(batch.position, this.#progress.position),
        rejectsBytes: this.#listed.size(),
        totals,
        done,
        at: this.#store.clock(),
      });
      return totals;
    }, this.#engine);
  }

  /** Writes the batch in a transaction that is rolled back. */
  async #tryBatch(batch: Batch, counted: ImportTotals): Promise<ImportTotals> {
    const tried: Verdicts = { written: [], elsewhere: [] };
    const append = (): Promise<void> => Promise.resolve();
    const takenBack = new Error('a dry run writes nothing');
    const lines = batch.leads.map(({ lead }) => lead);
    await transact(this.#engine, async (tx) => {
      tried.written = await writeLeads(
        this.#store,
        { tx, append, stated: new StatedRows(this.#store.secret) },
        lines,
        this.#write,
      );
      tried.elsewhere = await this.#elsewhere(tx, batch, tried.written);
      throw takenBack;
    }).catch((error: unknown) => {
      if (error !== takenBack) throw error;
    });
    const written = tried.written.map((one, index): WrittenLead => {
      const line = this.#seen.get(one.key);
      if (one.verdict === 'added' && line !== undefined)
        return { ...one, verdict: 'duplicate-in-file', sameAs: line };
      if (one.verdict === 'added') this.#seen.set(one.key, lines[index]?.line ?? 0);
      return one;
    });
    return this.#accounted(batch, counted, { written, elsewhere: tried.elsewhere });
  }

  /** What rows are listed with that stand in another list of the campaign. */
  #elsewhere(
    tx: Tx,
    { leads }: Batch,
    written: readonly WrittenLead[],
  ): Promise<readonly (RowProblem | null)[]> {
    const sought = leads.map(({ lead: { lead } }, index) => ({
      lead,
      personId: written[index]?.personId ?? '',
    }));
    return standingElsewhere(tx, sought, this.#beside);
  }

  /** Counts the verdicts and writes the rows to be listed, duplicates among them. */
  #accounted(batch: Batch, counted: ImportTotals, { written, elsewhere }: Verdicts): ImportTotals {
    const totals = { ...counted };
    const rows = [...batch.waiting];
    for (const [index, lead] of written.entries()) {
      totals[TOTAL_OF[lead.verdict]] += 1;
      const row = batch.leads[index]?.row;
      const problem = row ? duplicateProblem(lead) : null;
      if (row && problem) rows.push({ ...row, status: 'duplicate', problems: [problem] });
      const other = elsewhere[index];
      if (!row || !other || (lead.verdict !== 'added' && lead.verdict !== 'updated')) continue;
      totals.inOtherLists += 1;
      rows.push({ ...row, status: 'in-other-list', problems: [other] });
    }
    this.#listed.write(rows.sort((a, b) => a.line - b.line));
    return totals;
  }
}

function duplicateProblem({ verdict, sameAs }: WrittenLead): RowProblem | null {
  const from = sameAs === undefined ? '' : ` (its line ${sameAs})`;
  const common = { field: '', value: '' };
  if (verdict === 'duplicate-in-file')
    return {
      ...common,
      problem:
        sameAs === undefined ? 'the person is in the file before' : `it is the person of line ${sameAs}`,
      remedy: 'nothing is to be done; two persons with one number need a person key each',
    };
  if (verdict === 'duplicate-in-list')
    return {
      ...common,
      problem: `the list has the person already, from an earlier import${from}`,
      remedy: "nothing is to be done; 'duplicates: update' takes the newer values",
    };
  return null;
}
