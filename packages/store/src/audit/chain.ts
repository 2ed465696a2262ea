import type { Engine, Tx } from '../database/engine.js';
import { execute, query } from '../database/statements.js';
import { TryAgain, transact } from '../database/transact.js';
import { canonicalJson } from '../canonical-json.js';
import { sha256 } from '../identity.js';

/** Something that happened, for the audit trail. `detail` must not hold what the law wants erasable: hashes and ids, not numbers or names. */
export interface AuditEntry {
  readonly at: number;
  readonly campaignId: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Appends within the transaction at hand. */
export type Append = (entry: AuditEntry) => Promise<void>;

interface Head {
  readonly n: number;
  readonly hash: string;
}

interface Lane {
  readonly writer: string;
  head: Head | undefined;
  busy: boolean;
}

/** Hash before the first entry of a chain. */
export const FIRST_HASH = '';

/** Hash of one entry: over the hash before it and its canonical JSON. */
export function hashOfEntry(previous: string, entry: { readonly writer: string; readonly n: number } & AuditEntry): string {
  return sha256(previous + canonicalJson({ writer: entry.writer, n: entry.n, at: entry.at, campaignId: entry.campaignId, kind: entry.kind, detail: entry.detail }));
}

/**
 * The audit trail as one writer keeps it. A chain needs its entries one after the other, so a writer has as many lanes (`<writer>/<lane>`, each a
 * chain of its own) as transactions may run side by side: an entry is written in the very transaction it speaks of, and nobody waits for another.
 */
export class AuditChain {
  readonly #engine: Engine;
  readonly #lanes: Lane[];
  readonly #waiting: ((lane: Lane) => void)[] = [];

  constructor(engine: Engine, writer: string) {
    this.#engine = engine;
    this.#lanes = Array.from({ length: engine.writers }, (_, lane) => ({ writer: `${writer}/${lane}`, head: undefined, busy: false }));
  }

  /** Runs `work` in one transaction that may append. Tries again as {@link transact} does. */
  async within<Result>(work: (tx: Tx, append: Append) => Promise<Result>): Promise<Result> {
    const lane = await this.#take();
    let head: Head | undefined;
    try {
      const result = await transact(this.#engine, async (tx) => {
        head = lane.head;
        const append: Append = async (entry) => {
          head ??= await readHead(tx, lane.writer);
          head = await this.#write(tx, lane, head, entry);
        };
        return work(tx, append).catch((error: unknown) => {
          // Another process writes under this name, or our memory of the head is of a commit that was lost: read it anew.
          if (error instanceof TryAgain) lane.head = undefined;
          throw error;
        });
      });
      lane.head = head;
      return result;
    } catch (error) {
      lane.head = undefined;
      throw error;
    } finally {
      this.#give(lane);
    }
  }

  /** Appends entries in a transaction of their own. */
  async record(...entries: readonly AuditEntry[]): Promise<void> {
    await this.within(async (_tx, append) => {
      for (const entry of entries) await append(entry);
    });
  }

  async #write(tx: Tx, lane: Lane, head: Head, entry: AuditEntry): Promise<Head> {
    const n = head.n + 1;
    const hash = hashOfEntry(head.hash, { ...entry, writer: lane.writer, n });
    try {
      await execute(tx, 'insert into audit (writer, n, at, campaign_id, kind, detail, prev_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?)', [
        lane.writer, n, entry.at, entry.campaignId, entry.kind, canonicalJson(entry.detail), head.hash, hash,
      ]);
    } catch (error) {
      if (this.#engine.isDuplicate(error)) throw new TryAgain('the audit chain grew elsewhere', { cause: error });
      throw error;
    }
    return { n, hash };
  }

  async #take(): Promise<Lane> {
    const free = this.#lanes.find((lane) => !lane.busy);
    if (!free) return new Promise((resolve) => this.#waiting.push(resolve));
    free.busy = true;
    return free;
  }

  #give(lane: Lane): void {
    const next = this.#waiting.shift();
    if (next) next(lane);
    else lane.busy = false;
  }
}

async function readHead(tx: Tx, writer: string): Promise<Head> {
  const [last] = await query<{ n: number; hash: string }>(tx, 'select n, hash from audit where writer = ? order by n desc limit 1', [writer]);
  return last ? { n: Number(last.n), hash: last.hash } : { n: 0, hash: FIRST_HASH };
}
