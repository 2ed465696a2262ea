/** How far history was archived, as the audit trail says it, and the database for what lies before. */
import { withArchive } from '../database/archive-db.js';
import type { Db } from '../database/engine.js';
import { asJson, parseJson } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';

/** Kind of the entry that announces what is moved: from then on it may stand in the archive. */
export const ARCHIVE_BEGAN = 'history.archive-began';
/** Kind of the entry that says what was moved. */
export const ARCHIVE_ENDED = 'history.archived';

const selectBeginnings = preparedQuery((db: Db, { kind }: Given<{ kind: string }>) =>
  db
    .selectFrom('audit')
    .select('detail')
    .where('campaign_id', '=', '')
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .limit(BEGINNINGS_MOST),
);

/** Each announces a later instant than the one before it: the newest are enough. */
const BEGINNINGS_MOST = 5;

/** Epoch ms before which rows may stand in the archive; null: none was ever moved. */
export async function readArchivedBefore(db: Db): Promise<number | null> {
  const rows = await selectBeginnings.all(db, { kind: ARCHIVE_BEGAN });
  const instants = rows.map(({ detail }) =>
    Number(parseJson(asJson<{ before?: number }>(detail), {}).before),
  );
  const known = instants.filter(Number.isFinite);
  return known.length === 0 ? null : Math.max(...known);
}

/** The database for history from an instant (epoch ms) on: with the archive where it reaches so far. */
export async function historyFrom(db: Db, from: number): Promise<Db> {
  const before = await readArchivedBefore(db);
  return before !== null && from < before ? withArchive(db) : db;
}
