/** Compares each row with the columns: a row that has another shape is reported, never shifted. */
import { countOf, LIMITS } from '@outdial/core';
import type { CsvRecord, RecordFault } from '../records/read-records.js';
import type { RowProblem } from '../rows/row-problem.js';
import { asideOf } from './row-aside.js';
import { looksLikeNumber } from '../numbers/looks-like-number.js';

/** A row of a table. */
export interface TableRow {
  readonly line: number;
  /** One for each column, or fewer where the row ends early. */
  readonly fields: readonly string[];
  /** Text that has no column: values beyond the last one, or a line that cannot be split. */
  readonly beyond: readonly string[];
  /** Why the row cannot be read as it stands. */
  readonly problem?: RowProblem;
  /** All values of a row that cannot be read as it stands, empty ones too, in the order of the line. */
  readonly values?: readonly string[];
  /** Why values may be shifted in a row that has further empty ones, as other rows have not. */
  readonly doubt?: RowProblem;
  /** True: the row ends early, and what it has may stand in wrong columns. */
  readonly isShort?: true;
  /** True: the row can be read, without the text beyond its columns. */
  readonly isReadable?: true;
  /** True: it is about no person, as far as one can see; its number is barred where the row says so. */
  readonly isAside?: true;
}

/** What the check must know of the file. */
export interface ShapeOptions {
  readonly columns: number;
  /** Indexes of the columns with numbers. */
  readonly phones: readonly number[];
  /** Values of most rows, where those behind the columns are empty. */
  readonly usual?: number;
  /** False for workbooks and JSON: their cells have a place of their own and cannot shift. */
  readonly canShift: boolean;
}

const FAULTS: Readonly<Record<RecordFault, readonly [problem: string, remedy: string]>> = {
  'open-quote': [
    'a quotation mark is opened and never closed',
    'close it, or double the marks that belong to the text',
  ],
  'too-long': ['the line is longer than any row', 'remove it, or check what the file is'],
  'too-many-fields': ['the row has more values than a table has columns', 'check the delimiter of the file'],
};

/** Checks the rows of a file one after the other. */
export class ShapeCheck {
  readonly #options: ShapeOptions;
  /** A short row that may go on in the next one. */
  #held: TableRow | null = null;
  /** Line of a quotation mark that was never closed: rows behind it may be the inside of its text. */
  #openedAt: number | null = null;
  /** Rows that end early and were taken: the values they lack are empty. */
  readonly short = { rows: 0, firstLine: 0 };

  constructor(options: ShapeOptions) {
    this.#options = options;
  }

  /** The rows that are decided by this record. */
  take(record: CsvRecord, out: TableRow[]): void {
    const row = this.#checked(record);
    const before = this.#held;
    this.#held = null;
    if (before) {
      if (this.#goesOn(before, row)) {
        const problem = this.#cutInTwo(before, row);
        const values = joinedValues(before.fields, row.fields);
        out.push({ ...before, problem, values, beyond: ['the next line may belong to this row'] });
        out.push({ ...row, problem, beyond: ['the line before may belong to this row'] });
        return;
      }
      this.#countShort(before);
      out.push(before);
    }
    if (row.problem === undefined && row.fields.length < this.#options.columns && this.#options.canShift)
      this.#held = { ...row, isShort: true };
    else out.push(row);
  }

  end(out: TableRow[]): void {
    if (this.#held) {
      this.#countShort(this.#held);
      out.push(this.#held);
    }
    this.#held = null;
  }

  #countShort(row: TableRow): void {
    if (this.short.rows === 0) this.short.firstLine = row.line;
    this.short.rows += 1;
  }

  #checked({ line, fields, broken, fault }: CsvRecord): TableRow {
    const { columns, canShift, usual = columns } = this.#options;
    if (broken !== undefined) {
      const [problem, remedy] = FAULTS[fault ?? 'open-quote'];
      if (fault === 'open-quote') this.#openedAt = line;
      const values = roughly(broken);
      return { line, fields: [], beyond: [broken], values, problem: problemOf(broken, problem, remedy) };
    }
    const beyond = fields.slice(columns).filter((field) => field !== '');
    const kept = fields.length > columns ? fields.slice(0, columns) : fields;
    if (beyond.length > 0) {
      const problem = problemOf(beyond.join(' '), this.#tooMany(fields.length), TOO_MANY_REMEDY);
      return {
        line,
        fields: kept,
        beyond,
        problem,
        ...(canShift ? { values: fields } : { isReadable: true }),
      };
    }
    const aside = asideOf(fields);
    if (aside !== null) {
      const problem = problemOf(fields.join(' '), aside.problem, aside.remedy);
      return { line, fields: kept, beyond: [], problem, isAside: true };
    }
    if (canShift && fields.length > Math.max(columns, usual)) {
      const doubt = problemOf('', `${this.#tooMany(fields.length)} (the last is empty)`, TOO_MANY_REMEDY);
      return { line, fields: kept, beyond: [], values: fields, doubt };
    }
    if (fields.length >= columns) this.#openedAt = null;
    else if (this.#openedAt !== null) {
      const problem =
        `${countOf(fields.length, 'value')} for ${countOf(columns, 'column')}, and line ` +
        `${this.#openedAt} opens a quotation mark ` +
        'that is never closed: this may be the inside of its text';
      const remedy = 'close the mark there; then import the corrected row';
      return { line, fields: kept, beyond: [INSIDE], problem: problemOf(kept[0] ?? '', problem, remedy) };
    }
    return { line, fields: kept, beyond: [] };
  }

  #tooMany(count: number): string {
    const { columns, canShift } = this.#options;
    return (
      `${countOf(count, 'value')} for ` +
      `${countOf(columns, 'column')}${canShift ? ': an unquoted comma?' : ''}`
    );
  }

  /** A row without a number that has exactly the values which the one before it lacks. */
  #goesOn(before: TableRow, row: TableRow): boolean {
    const { columns, phones } = this.#options;
    return (
      row.problem === undefined &&
      row.fields.length < columns &&
      before.fields.length + row.fields.length - 1 === columns &&
      !phones.some((index) => looksLikeNumber(row.fields[index] ?? ''))
    );
  }

  #cutInTwo(before: TableRow, row: TableRow): RowProblem {
    const { columns } = this.#options;
    const counts =
      `${before.fields.length} and ${countOf(row.fields.length, 'value')} for ` +
      `${countOf(columns, 'column')}`;
    return problemOf(
      row.fields.join(' '),
      `${counts} in lines ${before.line} and ${row.line}: a line break outside of quotation marks?`,
      'join the two lines, or put quotation marks around the value',
    );
  }
}

/** The values of a row that a line break cuts in two. */
function joinedValues(before: readonly string[], row: readonly string[]): readonly string[] {
  const cut = `${before.at(-1) ?? ''} ${row[0] ?? ''}`.trim();
  return [...before.slice(0, -1), cut, ...row.slice(1)];
}

/** Most values that are looked for in a line that cannot be split. */
const ROUGHLY = 1_000;

/** What stands between the delimiters of a line whose quotation marks do not fit. */
function roughly(line: string): readonly string[] {
  return line.split(/[,;|\t^~]/, ROUGHLY).map((value) => value.replaceAll('"', '').trim());
}

const TOO_MANY_REMEDY = 'put quotation marks around the value that holds the delimiter';
const INSIDE = 'this may be the inside of a text';

function problemOf(value: string, problem: string, remedy: string): RowProblem {
  return { field: '', value: value.slice(0, LIMITS.shownValue.max), problem, remedy };
}
