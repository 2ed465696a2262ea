/** Sorts the rows of a table by one of its columns, where all rows are in the browser. */
import { useState } from 'react';

/** What a row is sorted by; null stands last either way. */
export type SortValue = string | number | null;

/** A column that rows are sorted by. */
export interface SortedBy<Key extends string> {
  readonly key: Key;
  readonly isDown: boolean;
}

/** How a column sorts, and what a press of its head does. */
export interface ColumnSort {
  readonly order: 'ascending' | 'descending' | 'none';
  readonly turn: () => void;
}

/** The rows in the order of a column; rows of one value stay as they are. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  isDown: boolean,
): readonly Row[] {
  const compare = (a: SortValue, b: SortValue): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order =
      typeof a === 'number' && typeof b === 'number'
        ? a - b
        : String(a).localeCompare(String(b), undefined, { numeric: true });
    return isDown ? -order : order;
  };
  return [...rows].sort((a, b) => compare(valueOf(a), valueOf(b)));
}

/** The next order by a column: upwards, downwards, then as the rows came. */
export function turned<Key extends string>(by: SortedBy<Key> | null, key: Key): SortedBy<Key> | null {
  if (by?.key !== key) return { key, isDown: false };
  return by.isDown ? null : { key, isDown: true };
}

/** The rows as they are sorted now, and what the heads of the columns need. */
export function useSorting<Row, Key extends string>(
  rows: readonly Row[],
  values: Readonly<Record<Key, (row: Row) => SortValue>>,
): { readonly sorted: readonly Row[]; readonly sortOf: (key: Key) => ColumnSort } {
  const [by, setBy] = useState<SortedBy<Key> | null>(null);
  return {
    sorted: by === null ? rows : sortRows(rows, values[by.key], by.isDown),
    sortOf: (key) => ({
      order: by?.key !== key ? 'none' : by.isDown ? 'descending' : 'ascending',
      turn: () => setBy(turned(by, key)),
    }),
  };
}
