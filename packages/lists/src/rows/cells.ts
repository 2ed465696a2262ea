/** The cells of one row: their texts by target, and the problems found in them. */
import { LIMITS } from '@outdial/core';
import type { ColumnTarget } from '../columns/column-targets.js';
import { phoneColumns } from '../columns/columns.js';
import type { Column } from '../columns/columns.js';
import type { RowProblem } from './row-problem.js';

/** Words for "nothing" in lists. */
const EMPTY = /^(?:|-+|n\/?a|none|null|nil|unknown|undefined|\?|#n\/a|keine?|0+)$/i;

/** Whether a cell holds nothing, or a word for nothing. */
export function isEmpty(text: string): boolean {
  return EMPTY.test(text);
}

/** The columns of a file, sorted out once. */
export class RowColumns {
  readonly all: readonly Column[];
  /** In dial order. */
  readonly phones: readonly Column[];
  readonly lineTypes: readonly Column[];
  readonly #first = new Map<ColumnTarget, Column>();

  constructor(columns: readonly Column[]) {
    this.all = columns;
    this.phones = phoneColumns(columns);
    this.lineTypes = columns.filter((column) => column.target === 'lineType');
    for (const column of columns) if (!this.#first.has(column.target)) this.#first.set(column.target, column);
  }

  /** The column that counts for a target. */
  of(target: ColumnTarget): Column | undefined {
    return this.#first.get(target);
  }
}

/** One row on its way to a lead: made for each row. */
export class Cells {
  readonly columns: RowColumns;
  readonly problems: RowProblem[] = [];
  readonly #fields: readonly string[];

  constructor(columns: RowColumns, fields: readonly string[]) {
    this.columns = columns;
    this.#fields = fields;
  }

  /** The text of a column, as it is. */
  in(column: Column): string {
    return this.#fields[column.index] ?? '';
  }

  /** The text for a target; undefined where there is no column or nothing in it. */
  text(target: ColumnTarget): string | undefined {
    const column = this.columns.of(target);
    const value = column ? this.in(column) : '';
    return isEmpty(value) && !(value === '0' && (target === 'priority' || target === 'answerProbability'))
      ? undefined
      : value.slice(0, LIMITS.code.max);
  }

  /** Header of the column that counts for a target, for a report. */
  headerOf(target: ColumnTarget): string {
    return this.columns.of(target)?.header ?? target;
  }

  /** Reports what is wrong with the value of a target. */
  report(target: ColumnTarget, value: string, problem: string, remedy: string): void {
    this.problems.push({ field: this.headerOf(target), value, problem, remedy });
  }

  /** Reports what is wrong with the value of one column of several. */
  reportIn(column: Column, problem: string, remedy: string): void {
    this.problems.push({ field: column.header, value: this.in(column), problem, remedy });
  }
}
