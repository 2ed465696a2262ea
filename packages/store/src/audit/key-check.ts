/** Checks the keyed hashes of entries, which cannot be computed without the key. */
import type { AuditKey } from './audit-key.js';
import type { Baseline } from './baseline.js';
import { entryPlace } from './findings.js';
import type { Findings } from './findings.js';

/** What was found of keyed hashes. */
export interface KeyVerdict {
  /** Entries with a keyed hash, of whatever key. */
  readonly keyed: number;
  /** Entries whose keyed hash was checked; 0 without the key. */
  readonly checked: number;
  /** Epoch ms of the first baseline under the key; null where there is none, or no key was given. */
  readonly since: number | null;
}

interface KeyedEntry {
  readonly writer: string;
  readonly n: number;
  readonly hash: string;
  readonly mac: string | null;
}

/**
 * With the key, every entry must carry its keyed hash, or be at or before a head that a baseline under the
 * key names: that baseline confirms it.
 */
export class KeyCheck {
  readonly #key: AuditKey | null;
  readonly #findings: Findings;
  readonly #covered = new Map<string, number>();
  readonly #since: number | null;
  /** First and last entry of a writer that neither key nor baseline confirms. */
  readonly #open = new Map<string, { readonly first: number; last: number }>();
  #keyed = 0;
  #checked = 0;

  constructor(key: AuditKey | null, baselines: readonly Baseline[], findings: Findings) {
    this.#key = key;
    this.#findings = findings;
    const own = key ? baselines.filter(({ hash, mac }) => mac === key.mac(hash)) : [];
    this.#since = own[0]?.at ?? null;
    for (const { heads } of own)
      for (const { chain, writer, n } of heads)
        if (chain === 'events') this.#covered.set(writer, Math.max(n, this.#covered.get(writer) ?? 0));
  }

  /** Checks one entry. */
  check(row: KeyedEntry): void {
    if (row.mac !== null) this.#keyed += 1;
    if (!this.#key) return;
    const isOwn = row.mac?.startsWith(`${this.#key.id}:`) === true;
    if (isOwn) {
      this.#checked += 1;
      if (row.mac !== this.#key.mac(row.hash))
        this.#findings.add(entryPlace(row), 'its keyed hash is not that of its content: it was changed');
    } else if (row.n > (this.#covered.get(row.writer) ?? 0)) {
      const open = this.#open.get(row.writer);
      if (open) open.last = row.n;
      else this.#open.set(row.writer, { first: row.n, last: row.n });
    }
  }

  /** All entries were read. */
  end(): void {
    for (const [writer, { first, last }] of this.#open)
      this.#findings.add(
        first === last ? `entry ${writer} ${first}` : `entries ${writer} ${first} to ${last}`,
        'no keyed hash of this key, and no baseline under the key vouches for them: they were written ' +
          'without the key, or made anew by somebody who has it not. Where you know why, ' +
          "'outdial audit baseline' with the key puts them under it",
      );
  }

  /** What was found. */
  verdict(): KeyVerdict {
    return { keyed: this.#keyed, checked: this.#checked, since: this.#since };
  }
}
