/**
 * What happened on a store, in entries that were written in the transactions they are about. A program that
 * tells others of it keeps the cursor of the last event it has told, and misses nothing after a crash.
 */
import { parseJson } from '../database/json-text.js';
import type { JsonText } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { Db } from '../database/engine.js';
import { readHeads } from '../audit/heads.js';
import { storeError } from '../errors.js';
import type { Store } from '../open-store.js';

/** One event, e.g. of kind 'attempt.closed', with the ids by which the readers give the rest. */
export interface StoredEvent {
  /** Epoch ms. */
  readonly at: number;
  /** Empty where it is about no campaign. */
  readonly campaignId: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Everything up to and with this event; give it as `after`. */
  readonly cursor: string;
}

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

/** An entry with the writer who keeps its chain. */
interface Entry {
  readonly n: number;
  readonly at: number;
  readonly campaign_id: string;
  readonly kind: string;
  readonly detail: JsonText<Readonly<Record<string, unknown>>>;
}

/** How far each writer was read. */
type Positions = Readonly<Record<string, number>>;

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
      at: entry.at,
      campaignId: entry.campaign_id,
      kind: entry.kind,
      detail: parseJson(entry.detail, {}),
      cursor: JSON.stringify(positions),
    };
  }
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
      const page = await selectPage.all(this.#store.engine.db, { writer: this.writer, after: this.#read });
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

function positionsIn(cursor: string): Positions {
  const given = parsed(cursor);
  const isPositions =
    typeof given === 'object' &&
    given !== null &&
    !Array.isArray(given) &&
    Object.values(given).every((n) => Number.isSafeInteger(n));
  if (!isPositions) throw storeError('cursor-unreadable', {});
  return given as Positions;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
