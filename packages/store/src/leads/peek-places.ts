/** Looks into many places of many lists at once, for the leads that come first in dial order. */
import { invariant } from '@outdial/core';
import type { Expression } from 'kysely';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given, PreparedQuery } from '../database/prepared.js';
import type { LeadRow } from './lead-row.js';

/** A place of a list. */
export interface ListPlace {
  readonly list_id: string;
  readonly place: string;
}

type Candidate = Pick<LeadRow, 'lead_id' | 'dial_order' | 'seq'>;

/** The places by number, and how many leads of each. */
interface PeekParameters {
  readonly [list: `list${number}`]: string;
  readonly [place: `place${number}`]: string;
  readonly count: number;
}

/** Places looked into by one statement. */
const PLACES_PER_STATEMENT = 100;

/** Ids of the first `count` ready leads of these places, in dial order. Nothing is locked. */
export async function peekPlaces(tx: Tx, places: readonly ListPlace[], count: number): Promise<string[]> {
  const found: Candidate[] = [];
  for (const chunk of inChunks(places, PLACES_PER_STATEMENT)) {
    const parameters: { -readonly [Name in keyof PeekParameters]: PeekParameters[Name] } = { count };
    for (const [index, { list_id, place }] of chunk.entries()) {
      parameters[`list${index}`] = list_id;
      parameters[`place${index}`] = place;
    }
    found.push(...(await peekInto(chunk.length).all(tx, parameters)));
  }
  return found
    .sort((a, b) => a.dial_order - b.dial_order || a.seq - b.seq)
    .slice(0, count)
    .map((row) => row.lead_id);
}

/** Statements by the number of places. */
const statements = new Map<number, PreparedQuery<PeekParameters, Candidate>>();

/** One statement for so many places: each is read along its own index, no further than `count`. */
function peekInto(places: number): PreparedQuery<PeekParameters, Candidate> {
  const known = statements.get(places);
  if (known) return known;
  const statement = preparedQuery((db: Db, given: Given<PeekParameters>) => {
    const [first, ...rest] = Array.from({ length: places }, (_, index) =>
      firstOf(db, given[`list${index}`], given[`place${index}`], given.count),
    );
    invariant(first !== undefined, 'there is no place to look into');
    return rest.reduce((before, next) => before.unionAll(next), first);
  });
  statements.set(places, statement);
  return statement;
}

// The return type is the builder's own; naming it would repeat the statement.

function firstOf(
  db: Db,
  listId: Expression<string> | undefined,
  place: Expression<string> | undefined,
  count: Expression<number>,
) {
  invariant(listId !== undefined && place !== undefined, 'a place has no number');
  const ofPlace = db
    .selectFrom('leads')
    .select(['lead_id', 'dial_order', 'seq'])
    .where('list_id', '=', listId)
    .where('state', '=', 'ready')
    .where('place', '=', place)
    .orderBy('dial_order')
    .orderBy('seq')
    .limit(count);
  return db.selectFrom(ofPlace.as('of_place')).select(['lead_id', 'dial_order', 'seq']);
}
