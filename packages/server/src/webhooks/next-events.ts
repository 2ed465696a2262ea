/** The next events of a webhook. */
import { readEvents, type Store, type StoredEvent } from '@outdial/store';
import { isTold } from './event-kinds.js';

/** Events looked at before the place is kept: a webhook of rare events does not read the same ones again. */
const LOOKED_AT = 2_000;
/** Characters of one message: receivers often take no more than 1 MB. */
const MOST_CHARACTERS = 256_000;

/** What is to be told next. */
export interface NextEvents {
  readonly events: readonly StoredEvent[];
  /** Cursor of the last event that was looked at; null: there is none after the last one told. */
  readonly upTo: string | null;
}

/** Reads the next events, at most `atOnce`. */
export async function nextEvents(
  store: Store,
  { toldTo, kinds }: { readonly toldTo: string; readonly kinds: readonly string[] },
  atOnce: number,
): Promise<NextEvents> {
  const events: StoredEvent[] = [];
  let upTo: string | null = null;
  let lookedAt = 0;
  let characters = 0;
  for await (const event of readEvents(store, { after: toldTo })) {
    const told = isTold(kinds, event.kind);
    if (told) {
      characters += JSON.stringify(event).length;
      if (events.length > 0 && characters > MOST_CHARACTERS) break;
      events.push(event);
    }
    upTo = event.cursor;
    lookedAt += 1;
    if (events.length >= atOnce || lookedAt >= LOOKED_AT) break;
  }
  return { events, upTo };
}
