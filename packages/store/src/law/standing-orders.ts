/** Orders that hold until they end: emergencies that a state has declared, and legal holds. Journaled. */
import { insertStated } from '../audit/insert-stated.js';
import { StatedRows } from '../audit/stated-rows.js';
import type { Store } from '../open-store.js';
import type { StandingOrderKind } from './standing-order-kind.js';

/** An order as it stands. Instants are epoch ms. */
export interface StandingOrder {
  readonly orderId: string;
  /** An emergency's place ('US-LA'); a hold's subject: 'n:<number>', 'p:<person>', 'c:<campaign>', 'all'. */
  readonly subject: string;
  /** From when on. */
  readonly at: number;
  /** Until when; null: until it is ended. */
  readonly untilAt: number | null;
  readonly reason: string;
  /** When it was ended by an order, and why; null: it was not. */
  readonly endedAt: number | null;
  readonly endedWhy: string | null;
}

/** An order to be given. */
export interface NewStandingOrder {
  readonly kind: StandingOrderKind;
  readonly subject: string;
  /** Epoch ms. */
  readonly at: number;
  /** Epoch ms; absent: until it is ended. */
  readonly untilAt?: number;
  readonly reason: string;
}

/** Gives an order. Returns its id. */
export async function giveStandingOrder(store: Store, order: NewStandingOrder): Promise<string> {
  const { kind, subject, at, untilAt = null, reason } = order;
  const orderId = store.randomId();
  await store.audit.within(async (tx, append) => {
    const stated = new StatedRows(store.secret);
    const row = { order_id: orderId, kind, subject, at, until_at: untilAt, reason };
    await insertStated(tx, stated, 'standing_orders', [{ ...row, ended_at: null, ended_why: null }]);
    const detail = { orderId, kind, reason, ...stated.detail() };
    await append({ at: store.clock(), campaignId: '', kind: 'standing-order.given', detail });
  });
  return orderId;
}

/** Ends an order; it stays on record. False where there is none in force by that id. */
export async function endStandingOrder(store: Store, orderId: string, why: string): Promise<boolean> {
  return store.audit.within(async (tx, append) => {
    const row = await tx
      .selectFrom('standing_orders')
      .selectAll()
      .where('order_id', '=', orderId)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return false;
    const ended = { ended_at: store.clock(), ended_why: why };
    await tx.updateTable('standing_orders').set(ended).where('order_id', '=', orderId).execute();
    const stated = new StatedRows(store.secret);
    stated.gone('standing_orders', row);
    stated.written('standing_orders', { ...row, ...ended });
    const detail = { orderId, kind: row.kind, why, ...stated.detail() };
    await append({ at: ended.ended_at, campaignId: '', kind: 'standing-order.ended', detail });
    return true;
  });
}

/** Every order of a kind, in the order in which they begin, ended ones too. */
export async function readStandingOrders(
  store: Store,
  kind: StandingOrderKind,
): Promise<readonly StandingOrder[]> {
  const rows = await store.engine.db
    .selectFrom('standing_orders')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('at')
    .orderBy('order_id')
    .execute();
  return rows.map((row) => ({
    orderId: row.order_id,
    subject: row.subject,
    at: row.at,
    untilAt: row.until_at,
    reason: row.reason,
    endedAt: row.ended_at,
    endedWhy: row.ended_why,
  }));
}
