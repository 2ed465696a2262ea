/** How a list is imported, and what an import reports. */
import type { ColumnTarget, DateOrder, NumberStyle, RejectedRow, TableOptions } from '@outdial/lists';
import type { ImportTotals } from './import-totals.js';

/** How to import a list. */
export interface ImportOptions extends Omit<TableOptions, 'at'> {
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
  /** When it aborts, the import stops between two batches and throws the reason: what was written stays. */
  readonly signal?: AbortSignal;
  /** Rows a transaction. @default 2000 */
  readonly batch?: number;
  readonly onProgress?: (totals: Readonly<ImportTotals>) => void;
}

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
