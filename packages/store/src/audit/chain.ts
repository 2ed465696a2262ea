/** The audit trail of one writer: hash chains. Each entry is written in the transaction that it is about. */
import { canonicalJson } from '@outdial/core';
import type { Insertable } from 'kysely';
import type { Db, Engine, Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { asJson } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { AuditTable, RecordPlace } from '../database/tables.js';
import { TryAgain, orTryAgain, transact } from '../database/transact.js';
import { sha256 } from '../identity.js';
import type { AuditKey } from './audit-key.js';
import type { EntryKind } from './entry-kinds.js';
import { recordRows, writeRecords } from './write-records.js';
import type { Evaluation, RecordedCall } from './write-records.js';

/**
 * Something that happened, for the audit trail. `detail` must not hold what the law wants erasable: hashes
 * and ids, not numbers or names.
 */
export interface AuditEntry {
  readonly at: number;
  readonly campaignId: string;
  readonly kind: EntryKind;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Appends within a transaction, in the order given. */
export type Append = (...entries: readonly AuditEntry[]) => Promise<void>;

/** The records of one decision: of which call, and the questions to the law with their answers. */
export interface DecisionToRecord {
  readonly call: RecordedCall;
  readonly evaluations: readonly Evaluation[];
}

/**
 * Appends the records of decisions within a transaction, in the order given. Answers the places of the
 * records, one list a decision.
 */
export type AppendRecords = (
  ...decisions: readonly DecisionToRecord[]
) => Promise<readonly (readonly RecordPlace[])[]>;

interface Head {
  readonly n: number;
  readonly hash: string;
}

/** Where the chains of a lane end; undefined: to be read. */
interface Heads {
  head: Head | undefined;
  recordHead: Head | undefined;
}

interface Lane extends Heads {
  readonly writer: string;
  busy: boolean;
}

/** The lanes of a writer, and who waits for one. */
interface Lanes {
  readonly all: readonly Lane[];
  readonly waiting: ((lane: Lane) => void)[];
}

function lanesOf(engine: Engine, writer: string): Lanes {
  const all = Array.from({ length: engine.writers }, (_, lane) => ({
    writer: `${writer}/${lane}`,
    head: undefined,
    recordHead: undefined,
    busy: false,
  }));
  return { all, waiting: [] };
}

/** Hash before the first entry of a chain. */
export const FIRST_HASH = '';

/** An entry with its place, its detail as the canonical JSON that the table keeps. */
export interface PlacedEntry {
  readonly writer: string;
  readonly n: number;
  readonly at: number;
  readonly campaignId: string;
  readonly kind: string;
  /** Canonical JSON. */
  readonly detail: string;
}

/**
 * Hash of one entry: over the hash before it and its canonical JSON. The keys stand in order, with the detail
 * as it is, since making canonical JSON twice would cost at every attempt.
 */
export function hashOfEntry(previous: string, entry: PlacedEntry): string {
  const { at, campaignId, detail, kind, n, writer } = entry;
  return sha256(
    `${previous}{"at":${JSON.stringify(at)},"campaignId":${JSON.stringify(campaignId)},"detail":${detail},` +
      `"kind":${JSON.stringify(kind)},"n":${n},"writer":${JSON.stringify(writer)}}`,
  );
}

/** What the entries of a chain carry besides their content. */
export interface ChainOptions {
  /** Makes the keyed hash of each entry. */
  readonly key?: AuditKey | undefined;
  /** Who gives the orders that are written, where an entry does not say it. */
  readonly by?: string | undefined;
}

/**
 * The audit trail as one writer keeps it. A chain needs its entries one after the other, so a writer has as
 * many lanes (`<writer>/<lane>`, each a chain of its own) as transactions may run side by side: an entry is
 * written in the transaction that it is about, and no transaction waits for another.
 */
export class AuditChain {
  readonly #engine: Engine;
  readonly #options: ChainOptions;
  readonly #lanes: Lanes;

  constructor(engine: Engine, writer: string, options: ChainOptions = {}, lanes?: Lanes) {
    this.#engine = engine;
    this.#options = options;
    this.#lanes = lanes ?? lanesOf(engine, writer);
  }

  /** The same chain, whose entries name this author where they do not say it. */
  by(author: string): AuditChain {
    return new AuditChain(this.#engine, '', { ...this.#options, by: author }, this.#lanes);
  }

  /** The chain of another writer under the same key. Its entries come from the engine and name no author. */
  of(writer: string): AuditChain {
    return new AuditChain(this.#engine, writer, { key: this.#options.key });
  }

  /**
   * Runs `work` in one transaction that may append. Tries again as {@link transact} does; what it appended
   * tells whether a commit without an answer is in force, so that nothing is done twice.
   *
   * `engine`: of the same database, opened for much work.
   */
  async within<Result>(
    work: (tx: Tx, append: Append, appendRecords: AppendRecords) => Promise<Result>,
    engine: Engine = this.#engine,
  ): Promise<Result> {
    const lane = await this.#take();
    try {
      const { result, ...heads } = await transact(engine, (tx) => this.#try(tx, lane, work), {
        landed: (heads) => isWritten(engine.db, lane, heads),
      });
      Object.assign(lane, heads);
      return result;
    } catch (error) {
      lane.head = lane.recordHead = undefined;
      throw error;
    } finally {
      this.#give(lane);
    }
  }

  /** One try: what `work` answers, and where its entries end. */
  async #try<Result>(
    tx: Tx,
    lane: Lane,
    work: (tx: Tx, append: Append, appendRecords: AppendRecords) => Promise<Result>,
  ): Promise<Heads & { readonly result: Result }> {
    let { head, recordHead } = lane;
    const append: Append = async (...entries) => {
      head ??= await readAuditHead(tx, lane.writer);
      head = await this.#write(tx, lane, head, entries);
    };
    const appendRecords: AppendRecords = async (...decisions) => {
      if (decisions.every(({ evaluations }) => evaluations.length === 0)) return decisions.map(() => []);
      let end = (recordHead ??= await readRecordHead(tx, lane.writer));
      const recorded = decisions.map(({ call, evaluations }) => {
        const rows = recordRows(lane.writer, end, call, evaluations);
        end = rows.at(-1) ?? end;
        return { call, rows };
      });
      await this.#orTryAgain(writeRecords(tx, lane.writer, recorded));
      recordHead = end;
      return recorded.map(({ rows }) => rows.map(({ n, hash }) => ({ writer: lane.writer, n, hash })));
    };
    try {
      const result = await work(tx, append, appendRecords);
      return { result, head, recordHead };
    } catch (error) {
      // Another process writes under this name, or the head kept here is of a commit that was lost: the next
      // try reads it again.
      if (error instanceof TryAgain) lane.head = lane.recordHead = undefined;
      throw error;
    }
  }

  /** Appends entries in a transaction of their own. */
  async record(...entries: readonly AuditEntry[]): Promise<void> {
    await this.within(async (_tx, append) => {
      await append(...entries);
    });
  }

  async #write(tx: Tx, { writer }: Lane, head: Head, entries: readonly AuditEntry[]): Promise<Head> {
    let { n, hash } = head;
    const rows = entries.map((entry): Insertable<AuditTable> => {
      const row = this.#rowAfter({ n, hash }, writer, entry);
      ({ n, hash } = row);
      return row;
    });
    await this.#orTryAgain(insertMany(tx, 'audit', rows));
    return { n, hash };
  }

  /** The entry as it stands after `head` in the chain. */
  #rowAfter(head: Head, writer: string, entry: AuditEntry): Insertable<AuditTable> {
    const { key, by } = this.#options;
    const n = head.n + 1;
    const { at, campaignId, kind } = entry;
    const detail = canonicalJson(by === undefined ? entry.detail : { by, ...entry.detail });
    const hash = hashOfEntry(head.hash, { writer, n, at, campaignId, kind, detail });
    return {
      writer,
      n,
      at,
      campaign_id: campaignId,
      kind,
      detail: asJson(detail),
      prev_hash: head.hash,
      hash,
      mac: key?.mac(hash) ?? null,
    };
  }

  async #orTryAgain(writing: Promise<unknown>): Promise<void> {
    await orTryAgain(this.#engine, writing, 'the audit chain grew elsewhere');
  }

  async #take(): Promise<Lane> {
    const { all, waiting } = this.#lanes;
    const free = all.find((lane) => !lane.busy);
    if (!free) return new Promise((resolve) => waiting.push(resolve));
    free.busy = true;
    return free;
  }

  #give(lane: Lane): void {
    const next = this.#lanes.waiting.shift();
    if (next) next(lane);
    else lane.busy = false;
  }
}

const selectAuditHead = preparedQuery((db: Db, { writer }: Given<{ writer: string }>) =>
  db.selectFrom('audit').select(['n', 'hash']).where('writer', '=', writer).orderBy('n', 'desc').limit(1),
);

const selectRecordHead = preparedQuery((db: Db, { writer }: Given<{ writer: string }>) =>
  db
    .selectFrom('decision_records')
    .select(['n', 'hash'])
    .where('writer', '=', writer)
    .orderBy('n', 'desc')
    .limit(1),
);

/** Both wait for a transaction that is writing the row. */
const shareEntry = preparedQuery((db: Db, { writer, n }: Given<{ writer: string; n: number }>) =>
  db.selectFrom('audit').select('hash').where('writer', '=', writer).where('n', '=', n).forShare(),
);
const shareRecord = preparedQuery((db: Db, { writer, n }: Given<{ writer: string; n: number }>) =>
  db.selectFrom('decision_records').select('hash').where('writer', '=', writer).where('n', '=', n).forShare(),
);

/** Whether a try is in force after which the lane ends here: false, too, where it appended nothing. */
async function isWritten(db: Db, lane: Lane, { head, recordHead }: Heads): Promise<boolean> {
  const { writer } = lane;
  if (head && head !== lane.head)
    return (await shareEntry.first(db, { writer, n: head.n }))?.hash === head.hash;
  if (recordHead && recordHead !== lane.recordHead)
    return (await shareRecord.first(db, { writer, n: recordHead.n }))?.hash === recordHead.hash;
  return false;
}

const NO_ENTRY: Head = { n: 0, hash: FIRST_HASH };

async function readAuditHead(tx: Tx, writer: string): Promise<Head> {
  return (await selectAuditHead.first(tx, { writer })) ?? NO_ENTRY;
}

async function readRecordHead(tx: Tx, writer: string): Promise<Head> {
  return (await selectRecordHead.first(tx, { writer })) ?? NO_ENTRY;
}
