/** The cells of one row: their texts by target, and the problems found in them. */
import { LIMITS } from '@outdial/core';
import type { Limit } from '@outdial/core';
import type { ColumnTarget } from '../columns/column-targets.js';
import { phoneColumns } from '../columns/columns.js';
import type { Column } from '../columns/columns.js';
import { withoutOwner } from '../columns/of-the-person.js';
import { plainWords } from '../columns/plain-words.js';
import type { RowProblem } from './row-problem.js';

/** Words for "nothing" in lists. */
const EMPTY = /^(?:|-+|n\/?a|none|null|nil|unknown|undefined|\?|#n\/a|keine?|0+)$/i;

/** Longest word for nothing. */
const LONGEST_WORD = 'undefined'.length;

/** Whether a cell holds nothing, or a word for nothing. */
export function isEmpty(text: string): boolean {
  if (text === '') return true;
  if (text.length > LONGEST_WORD && text[0] !== '-' && text[0] !== '0') return false;
  return EMPTY.test(text);
}

/** A column that the agent sees. */
export interface ShownColumn {
  readonly column: Column;
  readonly name: string;
}

/** The columns of a file, sorted out once. */
export class RowColumns {
  readonly all: readonly Column[];
  /** In dial order. */
  readonly phones: readonly Column[];
  readonly lineTypes: readonly Column[];
  /** Columns whose words are not known, and which may say who may be called. */
  readonly stopping: readonly Column[];
  /** Columns whose values are shown to the agent, with the name under which they are. */
  readonly shown: readonly ShownColumn[];
  readonly #flags: ReadonlyMap<Column, readonly Column[]>;
  readonly #parts: ReadonlyMap<Column, readonly Column[]>;
  readonly #every = new Map<ColumnTarget, readonly Column[]>();

  constructor(columns: readonly Column[]) {
    this.all = columns;
    this.phones = phoneColumns(columns);
    this.lineTypes = columns.filter((column) => column.target === 'lineType');
    this.stopping = columns.filter(({ stops }) => stops !== undefined);
    for (const column of columns)
      this.#every.set(column.target, [...(this.#every.get(column.target) ?? []), column]);
    this.shown = columns.flatMap((column) => {
      const name = shownAs(column);
      return name === null ? [] : [{ column, name }];
    });
    const parts = columns.filter(({ target }) => target === 'areaCode' || target === 'callingCode');
    this.#parts = new Map(this.phones.map((phone) => [phone, parts.filter((one) => isOf(one, phone))]));
    this.#flags = flagsByNumber(this.phones, this.every('phoneDoNotCall'));
  }

  /** The do-not-call columns of a column with numbers. */
  flagsOf(phone: Column): readonly Column[] {
    return this.#flags.get(phone) ?? [];
  }

  /** Every column of a target, in the order of the file. */
  every(target: ColumnTarget): readonly Column[] {
    return this.#every.get(target) ?? [];
  }

  /** The column of a part of a number that goes with a column of numbers. */
  beside(phone: Column, part: 'areaCode' | 'callingCode'): Column | undefined {
    return this.#parts.get(phone)?.find(({ target }) => target === part);
  }

  /** The column that counts for a target. */
  of(target: ColumnTarget): Column | undefined {
    return this.#every.get(target)?.[0];
  }
}

/** Whether a part of a number goes with a column of numbers: 'Home Area Code' with 'Home Phone' only. */
function isOf({ ordinal, about }: Column, phone: Column): boolean {
  const words = parted(plainWords(phone.header));
  const isNamed = (about?.split(' ') ?? []).every((word) => words.some((one) => one.startsWith(word)));
  return isNamed && ordinal === phone.ordinal;
}

const SHOWN: ReadonlySet<ColumnTarget> = new Set(['account', 'age', 'birthDate', 'personKey', 'status']);

/** What the agent sees of a column: custom fields, and what tells them whom the call is about. */
function shownAs({ target, header, asks }: Column): string | null {
  if (target.startsWith('field:')) return target.slice('field:'.length);
  return asks === 'status' || SHOWN.has(target) ? header : null;
}

/**
 * Which do-not-call columns are about which numbers: 'Mobile DNC' is about 'Mobile', 'DNC 2' about the number
 * with the ordinal 2. A column that is about none of the numbers of the file counts for each of them.
 */
function flagsByNumber(
  phones: readonly Column[],
  flags: readonly Column[],
): ReadonlyMap<Column, readonly Column[]> {
  const about = new Map(flags.map((flag) => [flag, numbersOf(flag, phones)]));
  return new Map(phones.map((phone) => [phone, flags.filter((flag) => about.get(flag)?.includes(phone))]));
}

function numbersOf({ about = '', ordinal, asks }: Column, phones: readonly Column[]): readonly Column[] {
  const wanted = about === '' ? [] : about.split(' ');
  // Beside 'Home Phone', 'Phone Status' is that of 'Phone'.
  const own = asks === 'status' ? phones.filter(({ header }) => plainWords(header) === about) : [];
  if (own.length > 0) return own;
  const named = [withoutOwner, plainWords]
    .map((wordsOf) =>
      phones.filter(({ header }) => {
        const words = parted(wordsOf(plainWords(header)) ?? '');
        return wanted.length > 0 && wanted.every((word) => words.includes(word));
      }),
    )
    .find((found) => found.length > 0);
  if (named) return named;
  const numbered = phones.filter((phone) => phone.ordinal === ordinal);
  return numbered.length > 0 ? numbered : phones;
}

/** Words of a header, digits apart. */
function parted(words: string): readonly string[] {
  return words.replace(/(?<=\p{L})(?=\d)/gu, ' ').split(' ');
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

  /**
   * The text for a target; undefined where there is no column or nothing in it, and, reported, where it is
   * longer than its limit.
   */
  text(target: ColumnTarget, limit: Limit = LIMITS.code): string | undefined {
    const column = this.columns.of(target);
    const value = column ? this.in(column) : '';
    if (isEmpty(value) && !(value === '0' && (target === 'priority' || target === 'answerProbability')))
      return undefined;
    if (value.length <= limit.max) return value;
    if (column) this.#reportLength(column, value, limit);
    return undefined;
  }

  /** Once for a column: several readers may ask for it. */
  #reportLength(column: Column, value: string, { max }: Limit): void {
    const problem = `it is longer than ${max} characters`;
    if (this.problems.some((known) => known.field === column.header && known.problem === problem)) return;
    this.problems.push({ field: column.header, value, problem, remedy: 'shorten it, or leave it empty' });
  }

  /**
   * The whole text for a target, however long: for values without which the law would allow more. Undefined
   * where there is no column or nothing in it.
   */
  whole(target: ColumnTarget): string | undefined {
    const column = this.columns.of(target);
    const value = column ? this.in(column) : '';
    return isEmpty(value) ? undefined : value;
  }

  /** The whole texts for a target that may have several columns, each with its column; empty ones are not. */
  wholes(target: ColumnTarget): readonly { readonly column: Column; readonly text: string }[] {
    return this.columns
      .every(target)
      .map((column) => ({ column, text: this.in(column) }))
      .filter(({ text }) => !isEmpty(text));
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
