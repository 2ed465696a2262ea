/** The rows that a transaction writes and takes away, as the audit entry of that transaction states them. */
import { rowDigest } from './row-digest.js';
import type { StoreSecret } from '../store-secret.js';
import type { DigestedRow, DigestedTable } from './row-digest.js';

/** A digested table, or a part of attempts that an erasure states anew. */
export type StatedName = DigestedTable | 'attempts' | 'attempt_ends';

/** Digests of rows by table. */
export type StatedDigests = Readonly<Partial<Record<StatedName, readonly string[]>>>;

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
  readonly secret: StoreSecret;
  readonly #rows = new Map<StatedName, string[]>();
  readonly #gone = new Map<StatedName, string[]>();

  constructor(secret: StoreSecret) {
    this.secret = secret;
  }

  /** States a row that is in the table from now on. */
  written<Table extends DigestedTable>(table: Table, row: DigestedRow<Table>): void {
    add(this.#rows, table, rowDigest(this.secret, table, row));
  }

  /** States that a row, as it was, is no longer in the table. */
  gone<Table extends DigestedTable>(table: Table, row: DigestedRow<Table>): void {
    add(this.#gone, table, rowDigest(this.secret, table, row));
  }

  /** As {@link written}, for a part of attempts, by its digest. */
  writtenDigest(part: 'attempts' | 'attempt_ends', digest: string): void {
    add(this.#rows, part, digest);
  }

  /** As {@link gone}, for a part of attempts, by its digest. */
  goneDigest(part: 'attempts' | 'attempt_ends', digest: string): void {
    add(this.#gone, part, digest);
  }

  /** What the entry states; nothing where no such row was written. */
  detail(): StatedDetail {
    return {
      ...(this.#rows.size === 0 ? {} : { rows: Object.fromEntries(this.#rows) }),
      ...(this.#gone.size === 0 ? {} : { gone: Object.fromEntries(this.#gone) }),
    };
  }
}

function add(digests: Map<StatedName, string[]>, table: StatedName, digest: string): void {
  const known = digests.get(table);
  if (known) known.push(digest);
  else digests.set(table, [digest]);
}
