/**
 * What happened on a store, in entries that were written in the transactions they are about. A program that
 * tells others of it keeps the cursor of the last event it has told, and misses nothing after a crash.
 */
import { archiveOf } from '../database/archive-db.js';
import { parseJson } from '../database/json-text.js';
import type { JsonText } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { Db } from '../database/engine.js';
import { readHeads } from '../audit/heads.js';
import type { Store } from '../open-store.js';
import { cursorOf, positionsIn } from './event-cursor.js';
import type { StoredEvent } from './stored-event.js';

/** Which events are read. */
export interface EventFilter {
  /** The cursor of the last event that was read. Absent: from the beginning. */
  readonly after?: string;
}

/** Events read at once of one writer. */
const PAGE_ROWS = 500;

const selectPage = preparedQuery((db: Db, { writer, after }: Given<{ writer: string; after: number }>) =>
  db
    .selectFrom('audit')
    .select(['n', 'at', 'campaign_id', 'kind', 'detail'])
    .where('writer', '=', writer)
    .where('n', '>', after)
    .orderBy('n')
    .limit(PAGE_ROWS),
);

/** Entries behind one: of the archive, which has the beginning of each chain, as long as it has them. */
async function pageOf(db: Db, writer: string, after: number): Promise<readonly Entry[]> {
  const page = await selectPage.all(db, { writer, after });
  if (page[0]?.n === after + 1) return page;
  const archived = await selectPage.all(archiveOf(db), { writer, after });
  return archived.length > 0 ? archived : page;
}

/** An entry with the writer who keeps its chain. */
interface Entry {
  readonly n: number;
  readonly at: number;
  readonly campaign_id: string;
  readonly kind: string;
  readonly detail: JsonText<Readonly<Record<string, unknown>>>;
}

/**
 * Events after a cursor: those of one writer (a dialer, an import) in their order, those of several by their
 * time, as far as they are committed when the reading begins. Ends with the last one; ask again from its
 * cursor. Details name leads and persons by their ids. Throws `cursor-unreadable`.
 */
export async function* readEvents(store: Store, { after }: EventFilter = {}): AsyncGenerator<StoredEvent> {
  const positions: Record<string, number> = { ...(after === undefined ? {} : positionsIn(after)) };
  const heads = (await readHeads(store)).filter(({ chain }) => chain === 'events');
  const lanes = heads.map(({ writer, n }) => new Lane(store, writer, positions[writer] ?? 0, n));
  for (;;) {
    let first: { readonly lane: Lane; readonly entry: Entry } | undefined;
    for (const lane of lanes) {
      const entry = await lane.peek();
      if (entry && (!first || entry.at < first.entry.at)) first = { lane, entry };
    }
    if (!first) return;
    const { lane, entry } = first;
    lane.drop();
    positions[lane.writer] = entry.n;
    yield {
      eventId: `${lane.writer}:${entry.n}`,
      at: entry.at,
      campaignId: entry.campaign_id,
      kind: entry.kind,
      detail: toldOf(parseJson(entry.detail, {})),
      cursor: cursorOf(positions),
    };
  }
}

/** Members of an entry that state rows by their digests: they are for `audit verify` alone. */
const STATED: ReadonlySet<string> = new Set(['rows', 'gone']);

/** What is told of an entry. */
function toldOf(detail: StoredEvent['detail']): StoredEvent['detail'] {
  const isTold = ([name, value]: readonly [string, unknown]) =>
    !STATED.has(name) || typeof value !== 'object';
  return Object.fromEntries(Object.entries(detail).filter(isTold));
}

/** The entries of one writer, page by page, up to where its chain ended when the reading began. */
class Lane {
  readonly writer: string;
  readonly #store: Store;
  readonly #to: number;
  #read: number;
  #page: readonly Entry[] = [];
  #next = 0;

  constructor(store: Store, writer: string, after: number, to: number) {
    this.writer = writer;
    this.#store = store;
    this.#read = after;
    this.#to = to;
  }

  async peek(): Promise<Entry | undefined> {
    if (this.#next === this.#page.length && this.#read < this.#to) {
      const page = await pageOf(this.#store.engine.db, this.writer, this.#read);
      this.#page = page.filter(({ n }) => n <= this.#to);
      this.#next = 0;
      this.#read = this.#page.at(-1)?.n ?? this.#to;
    }
    return this.#page[this.#next];
  }

  drop(): void {
    this.#next += 1;
  }
}
