/** What belongs to an attempt besides its row: the answers a flow gathered, and recordings. */
import { historyFrom } from '../audit/archived-before.js';
import type { Db } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { Store } from '../open-store.js';

/** A recording of a call. */
export interface AttemptRecording {
  readonly recordingId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly durationMs: number | null;
  /** Where it is kept, as the adapter names it. */
  readonly location: string | null;
}

const selectAnswers = preparedQuery((db: Db, { attemptIds }: Given<{ attemptIds: readonly string[] }>) =>
  db.selectFrom('answers').selectAll().where('attempt_id', 'in', attemptIds),
);

const selectRecordings = preparedQuery((db: Db, { attemptIds }: Given<{ attemptIds: readonly string[] }>) =>
  db.selectFrom('recordings').selectAll().where('attempt_id', 'in', attemptIds).orderBy('at'),
);

/** Answers by attempt and name. */
export async function answersOf(
  db: Db,
  attemptIds: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  const answers = new Map<string, Record<string, string>>();
  for (const chunk of inChunks(attemptIds)) {
    for (const row of await selectAnswers.all(db, { attemptIds: chunk })) {
      answers.set(row.attempt_id, { ...answers.get(row.attempt_id), [row.name]: row.value });
    }
  }
  return answers;
}

/** Recordings by attempt, in the order of their time. */
export async function recordingsOf(
  db: Db,
  attemptIds: readonly string[],
): Promise<Map<string, AttemptRecording[]>> {
  const recordings = new Map<string, AttemptRecording[]>();
  for (const chunk of inChunks(attemptIds)) {
    for (const row of await selectRecordings.all(db, { attemptIds: chunk })) {
      const { recording_id: recordingId, at, duration_ms: durationMs, location } = row;
      const known = recordings.get(row.attempt_id) ?? [];
      recordings.set(row.attempt_id, [...known, { recordingId, at, durationMs, location }]);
    }
  }
  return recordings;
}

/** What flows gathered from one called party. */
export interface GatheredAnswers {
  readonly attemptId: string;
  readonly campaignId: string;
  readonly leadId: string;
  /** Epoch ms of the attempt's opening. */
  readonly openedAt: number;
  readonly answers: Readonly<Record<string, string>>;
}

/** Which answers are read; all given conditions hold. */
export interface AnswerFilter {
  readonly campaignId?: string;
  readonly leadId?: string;
  readonly attemptId?: string;
  /** Attempts opened at this instant or later, epoch ms. */
  readonly from?: number;
  /** Attempts opened before this instant, epoch ms. */
  readonly to?: number;
}

/** Answers that flows gathered, in the order of their attempts. Personal data: not for logs. */
export async function readAnswers(store: Store, filter: AnswerFilter = {}): Promise<GatheredAnswers[]> {
  const db = await historyFrom(store.engine.db, filter.from ?? 0);
  let query = db
    .selectFrom('answers as n')
    .innerJoin('attempts as a', 'a.attempt_id', 'n.attempt_id')
    .select(['a.attempt_id', 'a.campaign_id', 'a.lead_id', 'a.opened_at', 'n.name', 'n.value']);
  if (filter.campaignId !== undefined) query = query.where('a.campaign_id', '=', filter.campaignId);
  if (filter.leadId !== undefined) query = query.where('a.lead_id', '=', filter.leadId);
  if (filter.attemptId !== undefined) query = query.where('a.attempt_id', '=', filter.attemptId);
  if (filter.from !== undefined) query = query.where('a.opened_at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('a.opened_at', '<', filter.to);
  const rows = await query.orderBy('a.opened_at').orderBy('a.attempt_id').orderBy('n.name').execute();

  const byAttempt = new Map<string, GatheredAnswers>();
  for (const row of rows) {
    const known = byAttempt.get(row.attempt_id);
    byAttempt.set(row.attempt_id, {
      attemptId: row.attempt_id,
      campaignId: row.campaign_id,
      leadId: row.lead_id,
      openedAt: row.opened_at,
      answers: { ...known?.answers, [row.name]: row.value },
    });
  }
  return [...byAttempt.values()];
}
