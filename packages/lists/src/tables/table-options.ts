/** How a file is read as a table: what a list's settings and the command line say of it. */
import type { ColumnTarget } from '../columns/column-targets.js';

/** Everything is found out where it is not given. */
export interface TableOptions {
  /** Header (or position from 1) to what the column holds; the rest is guessed from the headers. */
  readonly columns?: Readonly<Record<string, ColumnTarget>> | undefined;
  /** @default detected */
  readonly delimiter?: string | undefined;
  /** Name of the encoding. @default detected: a byte-order mark, UTF-16, UTF-8, or what the letters fit */
  readonly encoding?: string | undefined;
  /** False: the file has no header line, and its columns are named by their position. @default true */
  readonly header?: boolean | undefined;
  /** Lines before the header. @default detected */
  readonly skipLines?: number | undefined;
  /** Sheet of a workbook. @default the first that is not hidden */
  readonly sheet?: string | undefined;
  /** Characters of each column, for lines of fixed width. */
  readonly widths?: readonly number[] | undefined;
  /** ISO country of numbers without a country code: tells numbers where no header names them. */
  readonly defaultCountry?: string | undefined;
  /** Instant of the upload, epoch ms: it says which years of dates are recent. @default now */
  readonly at?: number | undefined;
}
