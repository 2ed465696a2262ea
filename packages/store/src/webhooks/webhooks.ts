/** Webhooks: addresses of other systems that are told what happened. Each change has its author. */
import { parseJson, toJson } from '../database/json-text.js';
import type { WebhooksTable } from '../database/tables.js';
import { orTryAgain } from '../database/transact.js';
import type { Store } from '../open-store.js';
import { cursorOfNow, waitingAfter } from '../report/event-cursor.js';

/** A webhook as screens may show it. Instants are epoch ms. */
export interface Webhook {
  readonly webhookId: string;
  readonly url: string;
  /** Kinds of events it is told of, e.g. 'attempt.closed', or 'attempt.*' for a family; empty: all. */
  readonly kinds: readonly string[];
  readonly createdAt: number;
  readonly createdBy: string;
  /** Null while nobody ended it. */
  readonly endedAt: number | null;
  /** When the address last accepted a message; null: never. */
  readonly acceptedAt: number | null;
  /** Events, of whatever kind, between the last one it was told of and now. */
  readonly eventsBehind: number;
  /** Events that it refused for good and that nobody has dealt with. */
  readonly deadLetters: number;
  /** What stands in the way; null: the last message was accepted. */
  readonly failing: WebhookFailure | null;
}

/** Why an address is not told at present. */
export interface WebhookFailure {
  /** Epoch ms of the first try that failed since one succeeded. */
  readonly since: number;
  /** Tries since then. */
  readonly tries: number;
  /** Epoch ms. */
  readonly nextTryAt: number;
  /** What the last try met, e.g. 'answered 500'. */
  readonly problem: string;
}

/** A webhook to be made. */
export interface NewWebhook {
  readonly webhookId: string;
  readonly url: string;
  readonly kinds: readonly string[];
  /** Signs what is sent. */
  readonly secret: string;
  /** 'now': what happens from now on. 'beginning': everything that the store holds. */
  readonly from: 'now' | 'beginning';
}

/** Makes a webhook. False: the name is taken, by one in use or by one that has ended. */
export async function createWebhook(store: Store, webhook: NewWebhook, by: string): Promise<boolean> {
  const { webhookId, url, kinds, secret, from } = webhook;
  const toldTo = from === 'now' ? await cursorOfNow(store) : '{}';
  return store.audit.within(async (tx, append) => {
    const taken = await tx
      .selectFrom('webhooks')
      .select('webhook_id')
      .where('webhook_id', '=', webhookId)
      .forUpdate()
      .executeTakeFirst();
    if (taken) return false;
    const at = store.clock();
    const adding = tx
      .insertInto('webhooks')
      .values({
        webhook_id: webhookId,
        url,
        kinds: toJson(kinds),
        secret,
        told_to: toldTo,
        created_at: at,
        created_by: by,
        ended_at: null,
        accepted_at: null,
        failing_since: null,
        tries: 0,
        next_try_at: null,
        problem: null,
        sender: null,
        sender_until: null,
      })
      .execute();
    await orTryAgain(store.engine, adding, 'a webhook of this name was made meanwhile');
    // The path of an address may be a secret of the other system: the trail names the host.
    await append({
      at,
      campaignId: '',
      kind: 'webhook.created',
      detail: { by, webhookId, host: new URL(url).host, kinds, from },
    });
    return true;
  });
}

/** Ends a webhook at once; its secret is gone. False: there is none in use with this name. */
export async function endWebhook(store: Store, webhookId: string, by: string): Promise<boolean> {
  return store.audit.within(async (tx, append) => {
    const row = await tx
      .selectFrom('webhooks')
      .select('webhook_id')
      .where('webhook_id', '=', webhookId)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return false;
    const at = store.clock();
    await tx
      .updateTable('webhooks')
      .set({ ended_at: at, secret: '', failing_since: null, next_try_at: null, problem: null })
      .where('webhook_id', '=', webhookId)
      .execute();
    await append({ at, campaignId: '', kind: 'webhook.ended', detail: { by, webhookId } });
    return true;
  });
}

/** Every webhook, by name; those that have ended as well. */
export async function listWebhooks(store: Store): Promise<readonly Webhook[]> {
  const { db } = store.engine;
  const rows = await db.selectFrom('webhooks').selectAll().orderBy('webhook_id').execute();
  if (rows.length === 0) return [];
  const counts = await db
    .selectFrom('dead_letters')
    .select(({ fn }) => ['webhook_id', fn.countAll<number>().as('letters')])
    .groupBy('webhook_id')
    .execute();
  const letters = new Map(counts.map((row) => [row.webhook_id, Number(row.letters)]));
  const behind = await waitingAfter(store, rows.map(toldToOf));
  return rows.map((row, index) => ({
    webhookId: row.webhook_id,
    url: row.url,
    kinds: parseJson(row.kinds, []),
    createdAt: row.created_at,
    createdBy: row.created_by,
    endedAt: row.ended_at,
    acceptedAt: row.accepted_at,
    eventsBehind: row.ended_at === null ? (behind[index] ?? 0) : 0,
    deadLetters: letters.get(row.webhook_id) ?? 0,
    failing: failureOf(row),
  }));
}

function toldToOf(row: WebhooksTable): string {
  return row.told_to;
}

function failureOf(row: WebhooksTable): WebhookFailure | null {
  if (row.failing_since === null) return null;
  const { failing_since: since, tries, next_try_at: nextTryAt, problem } = row;
  return { since, tries, nextTryAt: nextTryAt ?? since, problem: problem ?? '' };
}
