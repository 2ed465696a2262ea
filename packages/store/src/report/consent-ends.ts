/** Counts the open leads of lists whose consents have ended, or will soon. */
import { breathe } from '../database/breathe.js';
import type { Db } from '../database/engine.js';
import type { Store } from '../open-store.js';

/**
 * Open leads by the last end of their consents. A lead without consent, or with one that has no end, is in
 * none.
 */
export interface ConsentEnds {
  /** Leads of which no consent counts any more. */
  readonly ended: number;
  /** Leads whose last consent ends within the time asked for. */
  readonly ending: number;
  /** Epoch ms at which the first of the latter ends; null: there is none. */
  readonly nextEnd: number | null;
}

/** What is counted. Instants are epoch ms. */
export interface ConsentEndsQuestion {
  readonly lists: readonly string[];
  readonly at: number;
  /** Ends up to here are those of soon. */
  readonly until: number;
}

/** Reads the consents of the persons of the open leads of the lists, and those of their numbers. */
export async function countConsentEnds(store: Store, question: ConsentEndsQuestion): Promise<ConsentEnds> {
  const { db } = store.engine;
  const { lists, at, until } = question;
  const lastEnds = new Map<string, number>();
  for (const listId of lists)
    for (const rows of [await endsByPerson(db, listId), await endsByNumber(db, listId)]) {
      for (const { lead_id: leadId, expires_at: expiresAt } of rows) {
        const end = expiresAt ?? Number.POSITIVE_INFINITY;
        lastEnds.set(leadId, Math.max(lastEnds.get(leadId) ?? 0, Number(end)));
      }
      await breathe();
    }
  const ends = [...lastEnds.values()];
  const soon = ends.filter((end) => end > at && end <= until);
  return {
    ended: ends.filter((end) => end <= at).length,
    ending: soon.length,
    nextEnd: soon.length === 0 ? null : soon.reduce((one, other) => Math.min(one, other)),
  };
}

/** Grants in the ledger of the persons of open leads. */
function endsByPerson(db: Db, listId: string) {
  return db
    .selectFrom('leads as l')
    .innerJoin('consents as c', 'c.person_id', 'l.person_id')
    .select(['l.lead_id', 'c.expires_at'])
    .where('l.list_id', '=', listId)
    .where('l.state', '<>', 'closed')
    .where('c.type', '<>', 'revocation')
    .where('c.withdrawn_at', 'is', null)
    .execute();
}

/** Grants for single numbers of open leads, under whichever person they were recorded. */
function endsByNumber(db: Db, listId: string) {
  return db
    .selectFrom('leads as l')
    .innerJoin('phones as p', 'p.lead_id', 'l.lead_id')
    .innerJoin('consents as c', 'c.phone', 'p.phone')
    .select(['l.lead_id', 'c.expires_at'])
    .where('l.list_id', '=', listId)
    .where('l.state', '<>', 'closed')
    .where('c.type', '<>', 'revocation')
    .where('c.withdrawn_at', 'is', null)
    .execute();
}
