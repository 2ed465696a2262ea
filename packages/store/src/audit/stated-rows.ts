/** The rows that a transaction writes and takes away, as the audit entry of that transaction states them. */
import { rowDigest } from './row-digest.js';
import type { DigestedRow, DigestedTable } from './row-digest.js';

/** Digests of rows by table. */
export type StatedDigests = Readonly<Partial<Record<DigestedTable, readonly string[]>>>;

/** Members of an entry's detail that state rows. */
export interface StatedDetail {
  /** Rows written. */
  readonly rows?: StatedDigests;
  /** Rows taken away or replaced, as they were. */
  readonly gone?: StatedDigests;
}

/**
 * Gathers the digests of rows that one transaction writes. Every entry that speaks of such rows has them in
 * its detail, so that `audit verify` finds a row that was changed, removed or invented.
 */
export class StatedRows {
  readonly #rows = new Map<DigestedTable, string[]>();
  readonly #gone = new Map<DigestedTable, string[]>();

  /** States a row that is in the table from now on. */
  written<Table extends DigestedTable>(table: Table, row: DigestedRow<Table>): void {
    add(this.#rows, table, rowDigest(table, row));
  }

  /** States that a row, as it was, is no longer in the table. */
  gone<Table extends DigestedTable>(table: Table, row: DigestedRow<Table>): void {
    add(this.#gone, table, rowDigest(table, row));
  }

  /** What the entry states; nothing where no such row was written. */
  detail(): StatedDetail {
    return {
      ...(this.#rows.size === 0 ? {} : { rows: Object.fromEntries(this.#rows) }),
      ...(this.#gone.size === 0 ? {} : { gone: Object.fromEntries(this.#gone) }),
    };
  }
}

function add(digests: Map<DigestedTable, string[]>, table: DigestedTable, digest: string): void {
  const known = digests.get(table);
  if (known) known.push(digest);
  else digests.set(table, [digest]);
}
