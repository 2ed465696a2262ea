/** The rows that an upload did not take as they are: whole rows, which can be corrected and imported. */
import { closeSync, fsyncSync, ftruncateSync, writeSync } from 'node:fs';
import { LIMITS } from '@outdial/core';
import { OWN_COLUMNS, isOwnColumn } from '../columns/own-columns.js';
import { writeCsvRow } from '../csv/write-csv-row.js';
import { openOutput } from '../files/open-output.js';
import type { RowProblem } from '../rows/row-problem.js';
import type { RejectedRow } from './rejected-row.js';

/** A row that is listed, with all that is wrong with it. */
export interface ListedRow {
  readonly line: number;
  readonly status: RejectedRow['status'];
  /** One for each column of the file; fewer where the row ends early. */
  readonly fields: readonly string[];
  /** Text without a column. While it is there the row is rejected again. */
  readonly beyond: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** Where listed rows go. What is written counts once it is committed with the leads of its batch. */
export interface ListedRows {
  /** Takes the rows of a batch, in place of those taken since the last commit. */
  write(rows: readonly ListedRow[]): void;
  /** Size with what was written, in bytes. */
  size(): number;
  commit(): void;
  close(): void;
}

/** How the file is opened. */
export interface ListedRowsOptions {
  /** Headers of the list. */
  readonly headers: readonly string[];
  /** Size at the last committed batch of an upload that is resumed. @default 0 */
  readonly from?: number;
  /** Files that it must not be. */
  readonly inputs?: readonly string[];
}

/**
 * Writes a CSV file with the columns of the list, then line, status and problems with their remedies, then
 * text that has no column. The file can be corrected and imported as it is: these columns are ignored then.
 */
export function openListedRows(path: string, options: ListedRowsOptions): ListedRows {
  const { headers, from = 0, inputs = [] } = options;
  const file = openOutput(path, { from, inputs });
  const kept = headers.flatMap((header, index) => (isOwnColumn(header) ? [] : [index]));
  let committed = from;
  let size = from;
  const put = (text: string): void => {
    size += writeSync(file, text, size);
  };
  if (from === 0) {
    put(writeCsvRow([...kept.map((index) => headers[index] ?? ''), ...OWN_COLUMNS]));
    committed = size;
  }
  return {
    write: (rows) => {
      if (size > committed) ftruncateSync(file, committed);
      size = committed;
      if (rows.length > 0) put(rows.map((row) => writeCsvRow(cellsOf(row, kept))).join(''));
    },
    size: () => size,
    commit: () => {
      committed = size;
    },
    close: () => {
      fsyncSync(file);
      closeSync(file);
    },
  };
}

function cellsOf({ line, status, fields, beyond, problems }: ListedRow, kept: readonly number[]): string[] {
  const texts = problems.map(({ field, value, problem, remedy }) => {
    const where = field === '' ? '' : `${field} '${value.slice(0, LIMITS.shownValue.max)}': `;
    return `${where}${problem}; ${remedy}`;
  });
  return [...kept.map((index) => fields[index] ?? ''), String(line), status, texts.join(' | '), ...beyond];
}

/** Listed rows that no file keeps: a function gets every problem of them once its batch is committed. */
export function listedTo(take: (row: RejectedRow) => void): ListedRows {
  let waiting: readonly ListedRow[] = [];
  return {
    write: (rows) => {
      waiting = rows;
    },
    size: () => 0,
    commit: () => {
      for (const { line, status, problems } of waiting)
        for (const [index, problem] of problems.entries()) {
          const isReason = status !== 'value-dropped' && index === problems.length - 1;
          take({ line, status: isReason ? status : 'value-dropped', ...problem });
        }
      waiting = [];
    },
    close: () => undefined,
  };
}

/** For uploads that keep no listed rows. */
export const NOT_LISTED: ListedRows = {
  write: () => undefined,
  size: () => 0,
  commit: () => undefined,
  close: () => undefined,
};
