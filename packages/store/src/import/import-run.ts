/** One upload in progress: batches in transactions, totals, rows not taken as they are. */
import { countOf, defined } from '@outdial/core';
import { RowReader, Turns, readTableRow } from '@outdial/lists';
import type { AgainstCalls, Column, ListedRow, ListedRows, RowProblem, TableRow } from '@outdial/lists';
import { StatedRows } from '../audit/stated-rows.js';
import { breathe } from '../database/breathe.js';
import type { Engine, Tx } from '../database/engine.js';
import { transact } from '../database/transact.js';
import { prepareLine } from '../leads/upload-rows.js';
import type { PreparedLine, WriteOptions } from '../leads/upload-rows.js';
import { writeAgainstCalls } from '../leads/write-against-calls.js';
import { takeTurn, writeLeads } from '../leads/write-leads.js';
import type { WriteVerdict, WrittenLead } from '../leads/write-leads.js';
import type { Store } from '../open-store.js';
import { duplicateProblem } from './duplicate-problem.js';
import type { ImportOptions } from './import-options.js';
import { noteProgress } from './import-progress.js';
import type { ImportProgress } from './import-progress.js';
import type { ImportTotals } from './import-totals.js';
import { standingElsewhere } from './other-lists.js';

/**
 * Rows a transaction. More make it cheaper, since rows share pages of the indexes; a transaction of so many
 * takes about a tenth of a second, and calls wait for it on SQLite.
 */
const ROWS_A_BATCH = 2_000;

/**
 * Leads of one statement where the database has a thread of its own. SQLite copies each page that a
 * statement changes, once a statement, to be able to undo it. Keys in random order change a page each:
 * statements of twice as many rows copy half as many pages.
 */
const LEADS_OF_THREAD = 1_000;

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
  readonly leads: { readonly lead: PreparedLine; readonly row: TableRow }[];
  /** What rejected rows say against calls. */
  readonly against: AgainstCalls[];
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
  return { leads: [], against: [], waiting: [], records: 0, position };
}

/** One upload in progress: a batch is read while the one before is written. */
export class ImportRun {
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
  readonly #signal: AbortSignal | undefined;
  #totals: ImportTotals;
  #batch = emptyBatch(0);
  /** Rejected rows that say something against calls. */
  #againstCalls = 0;

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
      isOrderSaid: options.dateOrder !== undefined,
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
      ...(options.engine === store.engine ? {} : { leadsAtOnce: LEADS_OF_THREAD }),
    };
    this.#batchSize = options.batch ?? ROWS_A_BATCH;
    this.#onProgress = options.onProgress;
    this.#signal = options.signal;
  }

  /** What the user should look at in the rows of the file. */
  get warnings(): readonly string[] {
    if (this.#againstCalls === 0) return this.#reader.warnings;
    const rows = countOf(this.#againstCalls, 'rejected row speaks', 'rejected rows speak');
    return [
      ...this.#reader.warnings,
      `${rows} against calls: it counts for the persons and numbers named, who may be in other lists`,
    ];
  }

  async all(batches: AsyncIterable<readonly TableRow[]>): Promise<ImportTotals> {
    // Opening the file and the import held the event loop.
    await breathe();
    const turns = new Turns();
    let writing: Promise<void> = Promise.resolve();
    try {
      for await (const rows of batches) {
        this.#signal?.throwIfAborted();
        for (const row of rows) {
          this.#batch.position += 1;
          if (this.#batch.position <= this.#progress.position) continue;
          this.#take(row);
          // Looked at after each row, since the first ones of a process take longest.
          if (turns.isOver) await turns.rest();
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
    this.#signal?.throwIfAborted();
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
    const { lead, problems, against } = readTableRow(this.#reader, row);
    if (against) {
      this.#batch.against.push(against);
      this.#againstCalls += 1;
    }
    if (lead) {
      const line = prepareLine(this.#store.secret, { lead, line: row.line }, this.#write.onePer);
      this.#batch.leads.push({ lead: line, row });
    }
    if (problems.length > 0) this.#list(row, lead ? 'value-dropped' : 'rejected', problems);
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
      if (this.#engine.hasRivals) await takeTurn(tx, this.#write.listId);
      const written = await writeLeads(this.#store, { tx, append, stated }, lines, this.#write);
      await writeAgainstCalls(this.#store.secret, { tx, append, stated }, batch.against, this.#write.at);
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
      if (this.#engine.hasRivals) await takeTurn(tx, this.#write.listId);
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
