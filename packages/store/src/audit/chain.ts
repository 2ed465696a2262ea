import type { Engine, Tx } from '../database/engine.js';
import { execute, query } from '../database/statements.js';
import { TryAgain, transact } from '../database/transact.js';
import { canonicalJson } from '@outdial/core';
import { sha256 } from '../identity.js';
import { recordRows, writeRecords, type RecordedCall, type RecordPlace } from './decision-records.js';

/**
 * Something that happened, for the audit trail. `detail` must not hold what the law wants erasable: hashes
 * and ids, not numbers or names.
 */
export interface AuditEntry {
  readonly at: number;
  readonly campaignId: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Appends within the transaction at hand. */
export type Append = (entry: AuditEntry) => Promise<void>;

/** Appends the records of one decision within the transaction at hand, and says where they stand. */
export type AppendRecords = (
  call: RecordedCall,
  evaluations: readonly Readonly<Record<string, unknown>>[],
) => Promise<readonly RecordPlace[]>;

interface Head {
  readonly n: number;
  readonly hash: string;
}

interface Lane {
  readonly writer: string;
  head: Head | undefined;
  recordHead: Head | undefined;
  busy: boolean;
}

/** Hash before the first entry of a chain. */
export const FIRST_HASH = '';

/** Hash of one entry: over the hash before it and its canonical JSON. */
export function hashOfEntry(
  previous: string,
  entry: { readonly writer: string; readonly n: number } & AuditEntry,
): string {
  return sha256(
    previous +
      canonicalJson({
        writer: entry.writer,
        n: entry.n,
        at: entry.at,
        campaignId: entry.campaignId,
        kind: entry.kind,
        detail: entry.detail,
      }),
  );
}

/**
 * The audit trail as one writer keeps it. A chain needs its entries one after the other, so a writer has as
 * many lanes (`<writer>/<lane>`, each a chain of its own) as transactions may run side by side: an entry is
 * written in the very transaction it speaks of, and nobody waits for another.
 */
export class AuditChain {
  readonly #engine: Engine;
  readonly #lanes: Lane[];
  readonly #waiting: ((lane: Lane) => void)[] = [];

  constructor(engine: Engine, writer: string) {
    this.#engine = engine;
    this.#lanes = Array.from({ length: engine.writers }, (_, lane) => ({
      writer: `${writer}/${lane}`,
      head: undefined,
      recordHead: undefined,
      busy: false,
    }));
  }

  /** Runs `work` in one transaction that may append. Tries again as {@link transact} does. */
  async within<Result>(
    work: (tx: Tx, append: Append, appendRecords: AppendRecords) => Promise<Result>,
  ): Promise<Result> {
    const lane = await this.#take();
    let head: Head | undefined;
    let recordHead: Head | undefined;
    try {
      const result = await transact(this.#engine, async (tx) => {
        [head, recordHead] = [lane.head, lane.recordHead];
        const append: Append = async (entry) => {
          head ??= await readHead(tx, 'audit', lane.writer);
          head = await this.#write(tx, lane, head, entry);
        };
        const appendRecords: AppendRecords = async (call, evaluations) => {
          if (evaluations.length === 0) return [];
          recordHead ??= await readHead(tx, 'decision_records', lane.writer);
          const rows = recordRows(lane.writer, recordHead, call, evaluations);
          await this.#orTryAgain(writeRecords(tx, lane.writer, call, rows));
          recordHead = rows.at(-1) ?? recordHead;
          return rows.map(({ n, hash }) => ({ writer: lane.writer, n, hash }));
        };
        return work(tx, append, appendRecords).catch((error: unknown) => {
          // Another process writes under this name, or our memory of the head is of a commit that was lost:
          // read it anew.
          if (error instanceof TryAgain) lane.head = lane.recordHead = undefined;
          throw error;
        });
      });
      [lane.head, lane.recordHead] = [head, recordHead];
      return result;
    } catch (error) {
      lane.head = lane.recordHead = undefined;
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
    await this.#orTryAgain(
      execute(
        tx,
        'insert into audit (writer, n, at, campaign_id, kind, detail, prev_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?)',
        [
          lane.writer,
          n,
          entry.at,
          entry.campaignId,
          entry.kind,
          canonicalJson(entry.detail),
          head.hash,
          hash,
        ],
      ),
    );
    return { n, hash };
  }

  async #orTryAgain(writing: Promise<unknown>): Promise<void> {
    try {
      await writing;
    } catch (error) {
      if (this.#engine.isDuplicate(error))
        throw new TryAgain('the audit chain grew elsewhere', { cause: error });
      throw error;
    }
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

async function readHead(tx: Tx, table: 'audit' | 'decision_records', writer: string): Promise<Head> {
  const [last] = await query<{ n: number; hash: string }>(
    tx,
    `select n, hash from ${table} where writer = ? order by n desc limit 1`,
    [writer],
  );
  return last ? { n: Number(last.n), hash: last.hash } : { n: 0, hash: FIRST_HASH };
}
