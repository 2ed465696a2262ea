/** The text of an insert of many rows: what all of them have in a column stands in the text. */

/** The values of a row, in the order of the columns. */
export type RowValues = readonly unknown[];

/** The text of an insert. */
export interface InsertText {
  /** What stands before the rows. */
  readonly head: string;
  /** The parenthesis of one row, placeholders included. */
  readonly row: string;
  /** Places of the columns that are bound. */
  readonly bound: readonly number[];
}

/**
 * Writes constants of columns into the text: of a new lead half of the values are, and binding them costs a
 * fifth of an import. Only short values, of which there are few, as each set of them has texts of its own.
 */
export function withConstants({ head, bound }: InsertText, rows: readonly RowValues[]): InsertText {
  const [first = []] = rows;
  const literals = bound.map((index) => literalOf(first[index]));
  for (const values of rows) {
    for (let index = 0; index < literals.length; index += 1)
      if (literals[index] !== null && values[index] !== first[index]) literals[index] = null;
  }
  return {
    head,
    row: `(${literals.map((literal) => literal ?? '?').join(', ')})`,
    bound: literals.flatMap((literal, index) => (literal === null ? [index] : [])),
  };
}

/** Short texts without a sign that a database could read otherwise. */
const SHORT = /^[\w .:{}[\]-]{0,8}$/;

/** The literal of a short constant; null for what is bound. */
function literalOf(value: unknown): string | null {
  if (value === null) return 'null';
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < 10 ? String(value) : null;
  return typeof value === 'string' && SHORT.test(value) ? `'${value}'` : null;
}

/** The bound columns of some rows, by whether all rows have the same value. */
export interface BoundColumns {
  /** Places of columns with a value of their own in each row. */
  readonly own: readonly number[];
  /** Places of columns with one value: it goes to the database once a statement. */
  readonly shared: readonly number[];
}

/** Parts the bound columns of rows: of a new lead the upload and its instants are those of all others. */
export function boundColumns({ bound }: InsertText, rows: readonly RowValues[]): BoundColumns {
  const [first = []] = rows;
  const isShared = (index: number): boolean => rows.every((values) => values[index] === first[index]);
  const shared = bound.filter(isShared);
  return { own: bound.filter((index) => !shared.includes(index)), shared };
}
