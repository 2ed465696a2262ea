/**
 * How far each webhook was told. One process sends to one address at a time: it takes the sending for a
 * while and says what became of it, so that two servers on one store tell nobody twice.
 */
import type { Db } from '../database/engine.js';
import { parseJson } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Store } from '../open-store.js';
import type { StoredEvent } from '../report/stored-event.js';
import { writeDeadLetter } from './dead-letters.js';

/** What a sender needs of a webhook. */
export interface WebhookToSend {
  readonly webhookId: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly secret: string;
  /** Cursor of the last event it was told of. */
  readonly toldTo: string;
  /** Tries since one succeeded. */
  readonly tries: number;
  /** Epoch ms before which nothing is sent; null: at once. */
  readonly nextTryAt: number | null;
  /** The process that may send, and until when, epoch ms; null: none. */
  readonly sender: { readonly id: string; readonly until: number } | null;
}

/** A try that failed. */
export interface FailedTry {
  readonly problem: string;
  /** Epoch ms. */
  readonly nextTryAt: number;
}

/** A sender as the store knows it: an id of the process, and the webhook it sends for. */
export interface Sending {
  readonly webhookId: string;
  readonly sender: string;
}

const selectInUse = preparedQuery((db: Db) =>
  db.selectFrom('webhooks').selectAll().where('ended_at', 'is', null).orderBy('webhook_id'),
);

/** The webhooks in use. */
export async function webhooksToSend(store: Store): Promise<readonly WebhookToSend[]> {
  const rows = await selectInUse.all(store.engine.db, {});
  return rows.map((row) => ({
    webhookId: row.webhook_id,
    url: row.url,
    kinds: parseJson(row.kinds, []),
    secret: row.secret,
    toldTo: row.told_to,
    tries: row.tries,
    nextTryAt: row.next_try_at,
    sender: row.sender === null ? null : { id: row.sender, until: row.sender_until ?? 0 },
  }));
}

/**
 * Takes the sending of a webhook until an instant, epoch ms. False: another process has it, it was told more
 * than up to `toldTo` meanwhile, or it ended.
 */
export async function takeSending(
  store: Store,
  { webhookId, sender }: Sending,
  { until, toldTo }: { readonly until: number; readonly toldTo: string },
): Promise<boolean> {
  const { numUpdatedRows } = await store.engine.db
    .updateTable('webhooks')
    .set({ sender, sender_until: until })
    .where('webhook_id', '=', webhookId)
    .where('ended_at', 'is', null)
    .where('told_to', '=', toldTo)
    .where(({ eb, or }) =>
      or([eb('sender', 'is', null), eb('sender', '=', sender), eb('sender_until', '<', store.clock())]),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Gives the sending back. */
export async function endSending(store: Store, { webhookId, sender }: Sending): Promise<void> {
  await store.engine.db
    .updateTable('webhooks')
    .set({ sender: null, sender_until: null })
    .where('webhook_id', '=', webhookId)
    .where('sender', '=', sender)
    .execute();
}

/** The address was told up to a cursor: it accepted the events, or (`acceptedAt` null) none is for it. */
export async function noteTold(
  store: Store,
  { webhookId, sender }: Sending,
  told: { readonly toldTo: string; readonly acceptedAt: number | null },
): Promise<void> {
  const { toldTo, acceptedAt } = told;
  const healed = { accepted_at: acceptedAt, failing_since: null, tries: 0, next_try_at: null, problem: null };
  await store.engine.db
    .updateTable('webhooks')
    .set({ told_to: toldTo, ...(acceptedAt === null ? {} : healed) })
    .where('webhook_id', '=', webhookId)
    .where('sender', '=', sender)
    .execute();
}

/** A try failed: the same events are tried again. */
export async function noteFailedTry(
  store: Store,
  { webhookId, sender }: Sending,
  { problem, nextTryAt }: FailedTry,
): Promise<void> {
  await store.engine.db
    .updateTable('webhooks')
    .set(({ eb, fn }) => ({
      problem,
      next_try_at: nextTryAt,
      tries: eb('tries', '+', 1),
      failing_since: fn.coalesce('failing_since', eb.val(store.clock())),
    }))
    .where('webhook_id', '=', webhookId)
    .where('sender', '=', sender)
    .where('ended_at', 'is', null)
    .execute();
}

/** The address refuses one event for good: it becomes a dead letter, and the next events go on. */
export async function setEventAside(
  store: Store,
  { webhookId, sender }: Sending,
  refused: { readonly event: StoredEvent; readonly problem: string },
): Promise<void> {
  const { event, problem } = refused;
  await store.audit.within(async (tx, append) => {
    const { numUpdatedRows } = await tx
      .updateTable('webhooks')
      .set({ told_to: event.cursor, failing_since: null, tries: 0, next_try_at: null, problem: null })
      .where('webhook_id', '=', webhookId)
      .where('sender', '=', sender)
      .executeTakeFirst();
    if (Number(numUpdatedRows) === 0) return;
    const at = store.clock();
    await writeDeadLetter(tx, { webhookId, at, event, problem });
    await append({
      at,
      campaignId: '',
      kind: 'webhook.event-set-aside',
      detail: { webhookId, eventId: event.eventId, problem },
    });
  });
}
