/** Imports a CSV file of leads as it streams: batches in transactions, totals, rejected rows. */
import { LIMITS, defined } from '@outdial/core';
import {
  NO_REJECTS,
  RowReader,
  checkCountry,
  decodeText,
  detectDelimiter,
  listError,
  mapColumns,
  openRejectsFile,
  readRecords,
  rejectsTo,
} from '@outdial/lists';
import type {
  Column,
  ColumnTarget,
  CsvRecord,
  DateOrder,
  EncodingReport,
  NumberStyle,
  RejectedRow,
  RejectsSink,
} from '@outdial/lists';
import { randomUUID } from 'node:crypto';
import { StatedRows } from '../audit/stated-rows.js';
import type { Store } from '../open-store.js';
import { breathe } from '../database/breathe.js';
import { writeLeads } from '../leads/write-leads.js';
import type { LineOf, WriteOptions, WriteVerdict } from '../leads/write-leads.js';
import { beginImport, noteProgress } from './import-progress.js';
import type { ImportProgress } from './import-progress.js';
import type { ImportTotals } from './import-totals.js';

/** How to import a list. */
export interface ImportOptions {
  readonly listId: string;
  /** ISO country of numbers written without a country code. */
  readonly defaultCountry: string;
  /** Header (or position from 1) to what the column holds; the rest is guessed from the headers. */
  readonly columns?: Readonly<Record<string, ColumnTarget>>;
  /** @default detected */
  readonly delimiter?: string;
  /** A label of the WHATWG Encoding standard. @default detected: a byte-order mark, UTF-8, Latin-1 */
  readonly encoding?: string;
  /** For 03/04/2026. @default month first for the US, day first elsewhere */
  readonly dateOrder?: DateOrder;
  /** What digits without a plus sign begin with. @default 'careful' */
  readonly numbers?: NumberStyle;
  /** What happens to leads that the list has already. @default 'skip' */
  readonly duplicates?: 'skip' | 'update';
  /** A list has a person once, or once an account (a person with two debts). @default 'person' */
  readonly onePer?: 'person' | 'account';
  /** File for rejected rows and dropped values, or a function that takes them. */
  readonly rejects?: string | ((row: RejectedRow) => void);
  /**
   * Name of this upload: a killed one with the same name goes on where it stopped. @default a random name
   * (re-running still doubles no lead)
   */
  readonly importId?: string;
  /** Rows a transaction. @default 500 */
  readonly batch?: number;
  readonly onProgress?: (totals: Readonly<ImportTotals>) => void;
}

/** What an import did. */
export interface ImportReport extends Readonly<ImportTotals> {
  readonly importId: string;
  readonly listId: string;
  /** True when it went on where a killed run stopped; the totals are those of both. */
  readonly resumed: boolean;
  readonly delimiter: string;
  /** Name of the encoding; 'mixed': UTF-8 with stray bytes of windows-1252. */
  readonly encoding: string;
  /** What each column was taken for. */
  readonly columns: readonly { readonly header: string; readonly target: ColumnTarget }[];
}

/** Text looked at to find delimiter and header. */
const SNIFFED = 16_384;

/**
 * Imports a CSV file into a list as it streams: memory does not grow with the file, a batch of rows is one
 * transaction, and the source waits for the database. Throws when the file has no header with a telephone
 * column, or the database fails for good; rows that cannot be used are counted and reported, never thrown.
 */
export async function importLeads(
  store: Store,
  source: AsyncIterable<Uint8Array | string>,
  options: ImportOptions,
): Promise<ImportReport> {
  checkCountry(options.defaultCountry);
  const encoding: EncodingReport = { encoding: 'utf-8' };
  const file = await sniff(decodeText(source, encoding, options.encoding), options.delimiter);
  const records = readRecords(file.text, file.delimiter);
  const header = await records.next();
  if (header.done) throw listError('list-empty', {});
  const columns = mapColumns(header.value.fields, options.columns);
  const progress = await beginImport(store, options.importId ?? randomUUID(), options.listId);
  const rejects = sinkOf(options, progress);
  try {
    const run = new ImportRun(store, options, columns, progress, rejects);
    const totals = await run.all(records);
    return {
      ...totals,
      importId: progress.importId,
      listId: options.listId,
      resumed: progress.resumed,
      delimiter: file.delimiter,
      encoding: encoding.encoding,
      columns: columns.map(({ header: name, target }) => ({ header: name, target })),
    };
  } finally {
    rejects.close();
  }
}

function sinkOf(options: ImportOptions, progress: ImportProgress): RejectsSink {
  if (options.rejects === undefined) return NO_REJECTS;
  return typeof options.rejects === 'string'
    ? openRejectsFile(options.rejects, progress.rejectsBytes)
    : rejectsTo(options.rejects);
}

/**
 * Reads enough to find the delimiter, and gives all of it back. A first line 'sep=;' (spreadsheets write it)
 * says it outright.
 */
async function sniff(
  text: AsyncGenerator<string>,
  given: string | undefined,
): Promise<{ delimiter: string; text: AsyncIterable<string> }> {
  let start = '';
  let ended = false;
  while (start.length < SNIFFED) {
    const next = await text.next();
    if (next.done) {
      ended = true;
      break;
    }
    start += next.value;
  }
  const said = /^sep=(.)\r?\n/.exec(start);
  if (said) start = start.slice(said[0].length);
  const lines = start.split(/\r\n|\n|\r/);
  // The last line may be cut short.
  const whole = (ended ? lines : lines.slice(0, -1)).filter((line) => line.trim() !== '').slice(0, 30);
  const delimiter = given ?? said?.[1] ?? detectDelimiter(whole);
  return { delimiter, text: withStart(start, text) };
}

async function* withStart(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  yield* rest;
}

const TOTAL_OF: Readonly<Record<WriteVerdict, keyof ImportTotals>> = {
  added: 'added',
  updated: 'updated',
  'duplicate-in-file': 'duplicatesInFile',
  'duplicate-in-list': 'duplicatesInList',
  'do-not-call': 'doNotCall',
};

/** One upload on its way. */
class ImportRun {
  readonly #store: Store;
  readonly #reader: RowReader;
  readonly #columns: readonly Column[];
  readonly #progress: ImportProgress;
  readonly #rejects: RejectsSink;
  readonly #write: WriteOptions;
  readonly #batchSize: number;
  readonly #onProgress: ImportOptions['onProgress'];
  #totals: ImportTotals;
  #position = 0;
  #batch: LineOf[] = [];
  #rejected: RejectedRow[] = [];
  #records = 0;

  constructor(
    store: Store,
    options: ImportOptions,
    columns: readonly Column[],
    progress: ImportProgress,
    rejects: RejectsSink,
  ) {
    this.#store = store;
    this.#columns = columns;
    this.#progress = progress;
    this.#rejects = rejects;
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
    this.#batchSize = options.batch ?? 500;
    this.#onProgress = options.onProgress;
  }

  async all(records: AsyncIterable<CsvRecord>): Promise<ImportTotals> {
    for await (const record of records) {
      this.#position += 1;
      if (this.#position <= this.#progress.position) continue;
      this.#take(record);
      if (this.#records >= this.#batchSize) await this.#flush(false);
    }
    await this.#flush(true);
    return this.#totals;
  }

  #take(record: CsvRecord): void {
    this.#records += 1;
    if (record.broken !== undefined) {
      this.#reject(record.line, 'rejected', {
        field: '',
        value: record.broken,
        problem: 'a quotation mark is opened and never closed',
        remedy: 'close it, or double the marks that belong to the text',
      });
      return;
    }
    const { lead, problems } = this.#reader.read(this.#realigned(record.fields));
    const reason = lead ? -1 : problems.length - 1;
    for (const [index, problem] of problems.entries())
      this.#reject(record.line, index === reason ? 'rejected' : 'value-dropped', problem);
    if (lead) this.#batch.push({ lead, line: record.line });
  }

  /**
   * A row with more fields than the header has an unquoted delimiter somewhere: what is beyond cannot be
   * placed and is left out.
   */
  #realigned(fields: readonly string[]): readonly string[] {
    return fields.length > this.#columns.length ? fields.slice(0, this.#columns.length) : fields;
  }

  #reject(line: number, status: RejectedRow['status'], problem: Omit<RejectedRow, 'line' | 'status'>): void {
    this.#rejected.push({ line, status, ...problem, value: problem.value.slice(0, LIMITS.shownValue.max) });
  }

  /**
   * One batch: rejected rows are on disk before the position that counts them, and the position is committed
   * with the leads.
   */
  async #flush(done: boolean): Promise<void> {
    const batch = this.#batch;
    const before = this.#totals;
    const counted: ImportTotals = { ...before, rows: before.rows + this.#records };
    for (const row of this.#rejected) counted[row.status === 'rejected' ? 'rejected' : 'valuesDropped'] += 1;
    this.#rejects.write(this.#rejected);
    const rejectsBytes = this.#rejects.settle();
    this.#totals = await this.#store.audit.within(async (tx, append) => {
      const totals = { ...counted };
      const stated = new StatedRows();
      for (const verdict of await writeLeads(this.#store, { tx, append, stated }, batch, this.#write))
        totals[TOTAL_OF[verdict]] += 1;
      await noteProgress(tx, append, this.#progress.importId, {
        stated,
        position: Math.max(this.#position, this.#progress.position),
        rejectsBytes,
        totals,
        done,
        at: this.#store.clock(),
      });
      return totals;
    });
    [this.#batch, this.#rejected, this.#records] = [[], [], 0];
    this.#onProgress?.(this.#totals);
    await breathe();
  }
}
