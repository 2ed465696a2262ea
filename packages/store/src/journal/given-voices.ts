/** After a crash: the voices of flows that the law allows for the people of open attempts. */
import type { CallVoice } from '@outdial/core';
import type { Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { parseJson, type JsonText } from '../database/json-text.js';
import type { StoredDecision } from '../database/tables/decision-tables.js';

/** By attempt. An attempt is not named where no voice was asked about, or where its record cannot be read. */
export async function readGivenVoices(
  tx: Tx,
  attemptIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CallVoice[]>> {
  const voices = new Map<string, readonly CallVoice[]>();
  for (const chunk of inChunks(attemptIds)) {
    const rows = await tx
      .selectFrom('decisions')
      .select(['attempt_id', 'record'])
      .where('attempt_id', 'in', chunk)
      .where('allowed', '=', 1)
      .execute();
    for (const { attempt_id: attemptId, record } of rows) {
      const given = givenVoicesIn(record);
      if (given) voices.set(attemptId, given);
    }
  }
  return voices;
}

/** A record that was tampered with allows nothing. */
function givenVoicesIn(record: JsonText<StoredDecision>): readonly CallVoice[] | undefined {
  try {
    return parseJson(record, {}).givenVoices;
  } catch {
    return undefined;
  }
}
