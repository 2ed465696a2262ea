/** Walks the ready leads of a list page by page, in dial order, and reads those that the filter takes. */
import type { Engine, Db } from '../../database/engine.js';
import { breathe } from '../../database/breathe.js';
import { PortableValues } from '../../database/portable-values.js';
import type { LeadBuilder, SqlColumn } from '../../database/portable-values.js';
import { preparedQuery } from '../../database/prepared.js';
import type { Given, PreparedQuery } from '../../database/prepared.js';
import { scoreSql } from '../../expressions/expression-sql.js';
import { filterOf } from './filter-sql.js';
import type { LeadSelection } from './lead-selection.js';
import type { OrderedRow } from './order-key.js';

/** Leads that one statement looks at: some milliseconds of a database in the process. */
const PAGE = 2_000;

/** A place of a list. */
interface OfPlace {
  readonly listId: string;
  readonly place: string;
}

/** Where a page ends: null where there is no full page any more. */
type Boundary = { readonly dial_order: number; readonly seq: number } | undefined;

interface AfterOrder extends OfPlace {
  readonly order: number;
}

interface BetweenOrders extends AfterOrder {
  readonly before: number;
  readonly at: number;
}

interface WithinOrder extends AfterOrder {
  readonly seq: number;
}

interface WithinPage extends WithinOrder {
  readonly last: number;
  readonly at: number;
}

/** Beyond every priority and every age: no bound. */
const UNBOUNDED = Number.MAX_SAFE_INTEGER;

const boundaryAfter = preparedQuery((db: Db, { listId, place, order }: Given<AfterOrder>) =>
  readyAt(db, listId, place)
    .where('dial_order', '>', order)
    .select(['dial_order', 'seq'])
    .orderBy('dial_order')
    .orderBy('seq')
    .limit(1)
    .offset(PAGE - 1),
);

const boundaryWithin = preparedQuery((db: Db, { listId, place, order, seq }: Given<WithinOrder>) =>
  readyAt(db, listId, place)
    .where('dial_order', '=', order)
    .where('seq', '>', seq)
    .select(['dial_order', 'seq'])
    .orderBy('seq')
    .limit(1)
    .offset(PAGE - 1),
);

// The return type is the builder's own; naming it would repeat the statement.

function readyAt(db: Db, listId: Given<OfPlace>['listId'], place: Given<OfPlace>['place']) {
  return db
    .selectFrom('leads')
    .where('list_id', '=', listId)
    .where('state', '=', 'ready')
    .where('place', '=', place);
}

/** The walks of one campaign: their statements hold its filter and its score. */
export class Passes {
  readonly #between: PreparedQuery<BetweenOrders, OrderedRow>;
  readonly #within: PreparedQuery<WithinPage, OrderedRow>;

  constructor(selection: LeadSelection, kind: Engine['kind']) {
    const filter = filterOf(selection, kind);
    const score = (eb: LeadBuilder, at: Given<{ at: number }>['at']): SqlColumn =>
      selection.order === 'score' && selection.score
        ? scoreSql(eb, selection.score, { kind, at })
        : new PortableValues(eb, kind).number(eb.lit(null));
    this.#between = preparedQuery((db: Db, { listId, place, order, before, at }: Given<BetweenOrders>) =>
      readyAt(db, listId, place)
        .where('dial_order', '>', order)
        .where('dial_order', '<', before)
        .where((eb) => filter(eb, at))
        .select((eb) => [...COLUMNS, score(eb, at).as('score')])
        .orderBy('dial_order')
        .orderBy('seq'),
    );
    this.#within = preparedQuery((db: Db, { listId, place, order, seq, last, at }: Given<WithinPage>) =>
      readyAt(db, listId, place)
        .where('dial_order', '=', order)
        .where('seq', '>', seq)
        .where('seq', '<=', last)
        .where((eb) => filter(eb, at))
        .select((eb) => [...COLUMNS, score(eb, at).as('score')])
        .orderBy('seq'),
    );
  }

  /** The pages of one place, in dial order. The caller stops when it has enough. */
  async *pages(db: Db, of: OfPlace, at: number): AsyncGenerator<readonly OrderedRow[]> {
    for (let order = -UNBOUNDED; ;) {
      const next: Boundary = await boundaryAfter.first(db, { ...of, order });
      const before = next?.dial_order ?? UNBOUNDED;
      yield await this.#between.all(db, { ...of, order, before, at });
      if (!next) return;
      yield* this.#ofOrder(db, { ...of, order: before }, at);
      order = before;
      await breathe();
    }
  }

  /** The leads of one priority: there may be a million. */
  async *#ofOrder(db: Db, of: AfterOrder, at: number): AsyncGenerator<readonly OrderedRow[]> {
    for (let seq = -UNBOUNDED; ;) {
      const next: Boundary = await boundaryWithin.first(db, { ...of, seq });
      const last = next?.seq ?? UNBOUNDED;
      yield await this.#within.all(db, { ...of, seq, last, at });
      if (!next) return;
      seq = last;
      await breathe();
    }
  }
}

const COLUMNS = ['lead_id', 'dial_order', 'seq', 'last_attempt_at'] as const;
