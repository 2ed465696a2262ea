/**
 * What was ordered of a campaign that several dialers work: a row that each of them looks at. It is a state
 * and no list of orders, so that a dialer that looks late, or joins, does what the others do.
 */
import { insertMany } from '../database/insert-many.js';
import type { Db, Tx } from '../database/engine.js';
import { parseJson, toJson } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given, RowOf } from '../database/prepared.js';
import { transact } from '../database/transact.js';
import { storeError } from '../errors.js';
import type { Store } from '../open-store.js';

/** What a campaign was ordered to do. */
export const SPREAD_STATES = ['running', 'paused', 'stopped', 'halted'] as const;

/** One of {@link SPREAD_STATES}. */
export type SpreadState = (typeof SPREAD_STATES)[number];

/** Settings of the whole campaign that orders have changed, by their names. */
export type SpreadChanges = Readonly<Record<string, unknown>>;

/** What was ordered of a campaign that several dialers work. */
export interface SpreadOrders {
  /** Grows with each order. */
  readonly version: number;
  readonly state: SpreadState;
  /** Why, as the order says. */
  readonly reason: string | null;
  readonly changes: SpreadChanges;
  /** Who gave the last order. */
  readonly author: string | null;
}

/** An order for every dialer of a campaign. */
export interface SpreadOrder {
  readonly campaignId: string;
  readonly state?: SpreadState;
  readonly reason?: string;
  readonly changes?: SpreadChanges;
  readonly author: string;
}

/** States that last until somebody starts the campaign. */
const ENDED: ReadonlySet<string> = new Set<SpreadState>(['stopped', 'halted']);

/**
 * A dialer has a share of the campaign. One that somebody started (`joins` false) begins a campaign anew that
 * an order had ended; another one leaves it alone.
 */
export async function beginSpread(
  tx: Tx,
  campaignId: string,
  { joins }: { readonly joins: boolean },
): Promise<void> {
  const none = { campaign_id: campaignId, revision: 0, version: 0, state: 'running', reason: null };
  await insertMany(tx, 'spreads', [{ ...none, changes: toJson<SpreadChanges>({}), author: null }], {
    ifAbsent: true,
  });
  const row = await lockRow(tx, campaignId);
  if (!row || !ENDED.has(row.state)) return;
  if (joins) throw storeError('campaign-ended', { campaign: campaignId, state: row.state });
  await write(tx, { campaignId, state: 'running', author: row.author ?? '' }, { ...row, changes: {} });
}

const readRow = preparedQuery((db: Db, { campaignId }: Given<{ campaignId: string }>) =>
  db.selectFrom('spreads').selectAll().where('campaign_id', '=', campaignId),
);

/** What is ordered of a campaign; null: it was never spread. */
export async function readSpreadOrders(
  { engine }: Pick<Store, 'engine'>,
  campaignId: string,
): Promise<SpreadOrders | null> {
  const row = await readRow.first(engine.db, { campaignId });
  return row ? ordersOf(row) : null;
}

/** Orders something of every dialer of a campaign. Answers what is ordered by then. */
export function orderSpread(
  { engine }: Pick<Store, 'engine'>,
  order: SpreadOrder,
): Promise<SpreadOrders | null> {
  return transact(engine, async (tx) => {
    const row = await lockRow(tx, order.campaignId);
    return row && write(tx, order, row);
  });
}

async function write(tx: Tx, order: SpreadOrder, before: SpreadOrders): Promise<SpreadOrders> {
  const { campaignId, state = before.state, author } = order;
  const reason = order.state === undefined ? before.reason : (order.reason ?? null);
  const changes = { ...before.changes, ...order.changes };
  await tx
    .updateTable('spreads')
    .set((eb) => ({
      ...{ state, reason, author },
      version: eb('version', '+', 1),
      changes: toJson<SpreadChanges>(changes),
    }))
    .where('campaign_id', '=', campaignId)
    .execute();
  return { version: before.version + 1, state, reason, author, changes };
}

async function lockRow(tx: Tx, campaignId: string): Promise<SpreadOrders | null> {
  const row = await tx
    .selectFrom('spreads')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .forUpdate()
    .executeTakeFirst();
  return row ? ordersOf(row) : null;
}

function ordersOf({ version, reason, author, changes, ...row }: RowOf<typeof readRow>): SpreadOrders {
  const state = SPREAD_STATES.find((known) => known === row.state) ?? 'running';
  return { version, state, reason, author, changes: parseJson(changes, {}) };
}
