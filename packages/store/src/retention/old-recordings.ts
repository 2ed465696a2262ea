/** Recordings whose time is over: which they are, which a hold keeps, and that their files are gone. */
import { archiveOf } from '../database/archive-db.js';
import { inChunks } from '../database/in-chunks.js';
import type { Db } from '../database/engine.js';
import { pages, PAGE_ROWS } from '../database/paged.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { Store } from '../open-store.js';
import { heldPersons, readHeldSubjects } from './holds.js';

/** A recording that may go. */
export interface OldRecording {
  readonly recordingId: string;
  /** Its file, below the directory of recordings; null: it is not known. */
  readonly location: string | null;
}

/** Recordings of one batch, and how many a hold keeps. */
export interface OldRecordings {
  readonly free: readonly OldRecording[];
  readonly held: number;
}

/** Files of one batch, which one entry of the audit trail names. */
const BATCH = 100;

const selectOld = preparedQuery(
  (db: Db, { campaignId, before, after }: Given<{ campaignId: string; before: number; after: string }>) =>
    db
      .selectFrom('recordings as r')
      .innerJoin('attempts as a', 'a.attempt_id', 'r.attempt_id')
      .select(['r.recording_id', 'r.location', 'a.person_id'])
      .where('r.recording_id', '>', after)
      .where('r.at', '<', before)
      .where('a.campaign_id', '=', campaignId)
      .orderBy('r.recording_id')
      .limit(PAGE_ROWS),
);

/**
 * Recordings of a campaign that were whole before an instant (epoch ms), in batches. Those of a person whom a
 * legal hold is about are counted and left alone.
 */
export async function* readRecordingsBefore(
  store: Store,
  { campaignId, before }: { readonly campaignId: string; readonly before: number },
): AsyncGenerator<OldRecordings> {
  const { db } = store.engine;
  for (const part of [db, archiveOf(db)]) yield* recordingsIn(store, part, { campaignId, before });
}

/** Those of calls in one part of history. */
async function* recordingsIn(
  store: Store,
  db: Db,
  { campaignId, before }: { readonly campaignId: string; readonly before: number },
): AsyncGenerator<OldRecordings> {
  const found = pages((last: { readonly recording_id: string } | undefined) =>
    selectOld.all(db, { campaignId, before, after: last?.recording_id ?? '' }),
  );
  for await (const page of found) {
    for (const rows of inChunks(page, BATCH)) {
      // Asked for each batch: a hold may be set while files are removed.
      const holds = await readHeldSubjects(store);
      const persons = [...new Set(rows.map((row) => row.person_id))];
      const held = await heldPersons(store.engine.db, persons, holds);
      const free = rows.filter((row) => !held.has(row.person_id));
      yield {
        free: free.map(({ recording_id: recordingId, location }) => ({ recordingId, location })),
        held: rows.length - free.length,
      };
    }
  }
}

/**
 * Says that the files of these recordings are gone: no call names them any more, and the audit trail has who
 * removed them and why.
 */
export async function forgetRecordings(
  store: Store,
  recordingIds: readonly string[],
  { campaignId, reason }: { readonly campaignId: string; readonly reason: string },
): Promise<void> {
  if (recordingIds.length === 0) return;
  await store.audit.within(async (tx, append) => {
    for (const chunk of inChunks(recordingIds, BATCH)) {
      await tx.deleteFrom('recordings').where('recording_id', 'in', chunk).execute();
      await append({
        at: store.clock(),
        campaignId,
        kind: 'recordings.removed',
        detail: { reason, count: chunk.length, recordings: chunk },
      });
    }
  });
}
