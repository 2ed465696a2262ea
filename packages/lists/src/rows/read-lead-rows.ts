/** Reads leads that a program gives as rows, by the same column names as a file. */
import { defined } from '@outdial/core';
import type { ColumnTarget } from '../columns/column-targets.js';
import { mapColumns } from '../columns/columns.js';
import { settleColumns } from '../columns/settle-columns.js';
import type { DateOrder } from '../values/dates.js';
import type { NumberStyle } from '../numbers/number-style.js';
import { RowReader, checkCountry } from './read-row.js';
import type { RowReading } from './read-row.js';

/** How rows are read. */
export interface LeadRowOptions {
  /** ISO country of numbers written without a country code. */
  readonly defaultCountry: string;
  /** Name of a value to what it holds; the rest is guessed from names and values. */
  readonly columns?: Readonly<Record<string, ColumnTarget>>;
  /** For 03/04/2026. @default month first for the US, day first elsewhere */
  readonly dateOrder?: DateOrder;
  /** Epoch ms: facts of the past cannot be later, and it dates facts that come without a day. @default now */
  readonly at?: number;
  /** What digits without a plus sign begin with. @default 'careful' */
  readonly numbers?: NumberStyle;
}

/**
 * Reads rows given as objects: for each, a lead or the reason why it cannot be used. Throws where no row has
 * a telephone number.
 */
export function readLeadRows(
  rows: readonly Readonly<Record<string, string>>[],
  options: LeadRowOptions,
): RowReading[] {
  if (rows.length === 0) return [];
  checkCountry(options.defaultCountry);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const values = rows.map((row) => names.map((name) => row[name] ?? ''));
  const { at = Date.now() } = options;
  const reader = new RowReader(settleColumns(mapColumns(names, options.columns), values, at), {
    defaultCountry: options.defaultCountry,
    dateOrder: options.dateOrder ?? (options.defaultCountry === 'US' ? 'month-first' : 'day-first'),
    isOrderSaid: options.dateOrder !== undefined,
    at,
    ...defined({ numbers: options.numbers }),
  });
  return values.map((fields) => reader.read(fields));
}
