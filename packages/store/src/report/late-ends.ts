/**
 * Late ends in reports: a living person who answered, or a call that was abandoned, counts although only an
 * end that came late tells it.
 */
import type { Outcome } from '@outdial/core';
import type { AliasedExpression } from 'kysely';
import type { Db } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';

/** An end that came after the attempt had ended. */
export interface LateEnd {
  /** Epoch ms at which it came. */
  readonly at: number;
  readonly node: string;
  readonly outcome: Outcome;
  readonly disposition: string | null;
  readonly agentId: string | null;
  readonly liveAnswerAt: number | null;
  readonly connectedAt: number | null;
  readonly abandonedAt: number | null;
  readonly endedAt: number;
}

/** The late ends of these attempts, in the order in which they came. */
export async function lateEndsOf(
  db: Db,
  attemptIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LateEnd[]>> {
  const found = new Map<string, LateEnd[]>();
  for (const chunk of inChunks(attemptIds)) {
    const rows = await db
      .selectFrom('late_ends')
      .selectAll()
      .where('attempt_id', 'in', chunk)
      .orderBy('at')
      .orderBy('hash')
      .execute();
    for (const row of rows) {
      const ends = found.get(row.attempt_id) ?? [];
      found.set(row.attempt_id, ends);
      ends.push({
        at: row.at,
        node: row.node,
        outcome: row.outcome,
        disposition: row.disposition,
        agentId: row.agent_id,
        liveAnswerAt: row.live_answer_at,
        connectedAt: row.connected_at,
        abandonedAt: row.abandoned_at,
        endedAt: row.ended_at,
      });
    }
  }
  return found;
}

type Told = 'liveAnswerAt' | 'connectedAt' | 'abandonedAt';

/** The instant of the attempt's own end; else the first that a late end tells. */
export function toldAt(own: number | null, ends: readonly LateEnd[], what: Told): number | null {
  return own ?? ends.find((end) => end[what] !== null)?.[what] ?? null;
}

/** What the late ends of one attempt tell. */
export interface ToldRow {
  attempt_id: string;
  live_answer_at: number | null;
  connected_at: number | null;
  abandoned_at: number | null;
}

/** What the late ends of each attempt tell, to be joined with attempts. */
export function toldByLateEnds(db: Db): AliasedExpression<ToldRow, 'told'> {
  return db
    .selectFrom('late_ends')
    .select((eb) => [
      'late_ends.attempt_id',
      eb.fn.min<number | null>('late_ends.live_answer_at').as('live_answer_at'),
      eb.fn.min<number | null>('late_ends.connected_at').as('connected_at'),
      eb.fn.min<number | null>('late_ends.abandoned_at').as('abandoned_at'),
    ])
    .groupBy('late_ends.attempt_id')
    .as('told');
}
