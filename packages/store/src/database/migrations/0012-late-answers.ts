/** Schema change 12. */
import type { Kysely } from 'kysely';
import { WHOLE } from './column-types.js';
import { addColumn } from './table-options.js';

/** Columns of late ends as this change finds them. */
interface Before {
  late_ends: {
    attempt_id: string;
    hash: string;
    result: string;
    live_answer_at: number | null;
    abandoned_at: number | null;
  };
}

/** Of the end as it is kept: what is counted. */
interface KeptEnd {
  readonly liveAnswer?: boolean;
  readonly abandoned?: boolean;
  readonly answeredAt?: number;
  readonly endedAt?: number;
}

/** Late ends say when a living person answered, and when the call counted as abandoned, for reports. */
export async function addLateAnswers(db: Kysely<unknown>): Promise<void> {
  await addColumn(db, 'late_ends', 'live_answer_at', WHOLE);
  await addColumn(db, 'late_ends', 'abandoned_at', WHOLE);
  const ends = (db as Kysely<Before>).selectFrom('late_ends').select(['attempt_id', 'hash', 'result']);
  for (const { attempt_id, hash, result } of await ends.execute()) {
    const { liveAnswer, abandoned, answeredAt, endedAt = null } = JSON.parse(result) as KeptEnd;
    await (db as Kysely<Before>)
      .updateTable('late_ends')
      .set({
        live_answer_at: liveAnswer || abandoned ? (answeredAt ?? endedAt) : null,
        abandoned_at: abandoned ? endedAt : null,
      })
      .where('attempt_id', '=', attempt_id)
      .where('hash', '=', hash)
      .execute();
  }
}
