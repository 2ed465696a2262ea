/** Stores the answers that a flow gathered. */
import { LIMITS } from '@outdial/core';
import type { AttemptResult } from '@outdial/core';
import { insertStated } from '../audit/insert-stated.js';
import type { StatedRows } from '../audit/stated-rows.js';
import type { InsertManyOptions } from '../database/insert-many.js';
import type { Tx } from '../database/engine.js';

/** Longest name of an answer kept. */
const NAME_MOST = LIMITS.storedId.max;

/** Stores the answers of an attempt. With `ifAbsent`, an answer of the same name that is there stays. */
export async function writeAnswers(
  tx: Tx,
  attemptId: string,
  result: AttemptResult,
  stated: StatedRows,
  options: InsertManyOptions = {},
): Promise<void> {
  const answers = Object.entries(result.variables ?? {}).map(([name, value]) => ({
    attempt_id: attemptId,
    name: name.slice(0, NAME_MOST),
    value,
  }));
  if (!options.ifAbsent) {
    await insertStated(tx, stated, 'answers', answers);
    return;
  }
  for (const answer of answers) await insertStated(tx, stated, 'answers', [answer], options);
}
