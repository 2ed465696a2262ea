/** Dead letters: events that an address refused for good. A person sends them again, or dismisses them. */
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Tx } from '../database/engine.js';
import { readJson, toJson } from '../database/json-text.js';
import type { DeadLettersTable } from '../database/tables/webhook-tables.js';
import type { Store } from '../open-store.js';
import type { StoredEvent } from '../report/stored-event.js';

/** An event that was set aside. */
export interface DeadLetter {
  readonly deadLetterId: string;
  readonly webhookId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly event: StoredEvent;
  /** Why it was refused, e.g. 'answered 422'. */
  readonly problem: string;
}

/** Letters in a page. */
const PAGE = 200;

/** Where a page of letters ends. */
export type DeadLetterPlace = Pick<DeadLetter, 'at' | 'deadLetterId'>;

/** Dead letters, the oldest first. */
export interface DeadLetterPage {
  readonly letters: readonly DeadLetter[];
  /** Where the next page begins; null: these are all. */
  readonly more: DeadLetterPlace | null;
}

/** Sets an event aside. */
export async function writeDeadLetter(tx: Tx, letter: Omit<DeadLetter, 'deadLetterId'>): Promise<void> {
  const { webhookId, at, event, problem } = letter;
  await tx
    .insertInto('dead_letters')
    .values({
      dead_letter_id: randomUUID(),
      webhook_id: webhookId,
      at,
      event: toJson(event),
      problem,
    })
    .execute();
}

/** The dead letters of a webhook, 200 at a time; `after`: `more` of the page before. */
export async function listDeadLetters(
  store: Store,
  webhookId: string,
  after?: DeadLetterPlace,
): Promise<DeadLetterPage> {
  let letters = store.engine.db.selectFrom('dead_letters').selectAll().where('webhook_id', '=', webhookId);
  if (after !== undefined)
    letters = letters
      .where('at', '>=', after.at)
      .where((eb) => eb.or([eb('at', '>', after.at), eb('dead_letter_id', '>', after.deadLetterId)]));
  const rows = await letters
    .orderBy('at')
    .orderBy('dead_letter_id')
    .limit(PAGE + 1)
    .execute();
  const page = rows.slice(0, PAGE).map(letterOf);
  return {
    more: rows.length > PAGE ? (page.at(-1) ?? null) : null,
    letters: page.toSorted((a, b) => a.at - b.at || numberOf(a.event) - numberOf(b.event)),
  };
}

/** One dead letter; undefined: it was closed. */
export async function readDeadLetter(
  store: Store,
  { webhookId, deadLetterId }: Pick<DeadLetter, 'webhookId' | 'deadLetterId'>,
): Promise<DeadLetter | undefined> {
  const row = await store.engine.db
    .selectFrom('dead_letters')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .where('dead_letter_id', '=', deadLetterId)
    .executeTakeFirst();
  return row && letterOf(row);
}

function letterOf(row: Selectable<DeadLettersTable>): DeadLetter {
  return {
    deadLetterId: row.dead_letter_id,
    webhookId: row.webhook_id,
    at: row.at,
    event: readJson(row.event),
    problem: row.problem,
  };
}

/** The number of an event among those of its writer: several may be set aside in one millisecond. */
function numberOf({ eventId }: StoredEvent): number {
  return Number(eventId.slice(eventId.lastIndexOf(':') + 1));
}

/** Takes a dead letter off the list, because it was accepted or dismissed. False: it is not there. */
export async function takeDeadLetter(
  store: Store,
  { webhookId, deadLetterId }: Pick<DeadLetter, 'webhookId' | 'deadLetterId'>,
  { by, why }: { readonly by: string; readonly why: 'accepted' | 'dismissed' },
): Promise<boolean> {
  return store.audit.within(async (tx, append) => {
    const { numDeletedRows } = await tx
      .deleteFrom('dead_letters')
      .where('webhook_id', '=', webhookId)
      .where('dead_letter_id', '=', deadLetterId)
      .executeTakeFirst();
    if (Number(numDeletedRows) === 0) return false;
    const detail = { by, webhookId, deadLetterId, why };
    await append({ at: store.clock(), campaignId: '', kind: 'webhook.dead-letter-closed', detail });
    return true;
  });
}
