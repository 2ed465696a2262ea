/**
 * Erases from calls what names a person. The row of a call stays as a figure, the record of a decision as its
 * place and hash, so that reports add up and every chain still holds; the audit entry states both.
 */
import type { Selectable } from 'kysely';
import { ERASED_PERSON, statedEnd, statedOpening } from '../audit/attempt-statement.js';
import { endDigest, openingDigest } from '../audit/statement-digest.js';
import type { StatedRows } from '../audit/stated-rows.js';
import { archiveOf } from '../database/archive-db.js';
import type { Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { toJson } from '../database/json-text.js';
import type { AttemptsTable } from '../database/tables.js';

type AttemptRow = Selectable<AttemptsTable>;

/** What was erased of calls. */
export interface ErasedCalls {
  readonly calls: number;
  readonly records: number;
  readonly answers: number;
  /** Where recordings are kept, which nothing names any more: their files are to be removed. */
  readonly recordings: readonly string[];
}

/** Erases what the calls to these persons say of them. The calls have ended. */
export async function eraseCalls(
  tx: Tx,
  personIds: readonly string[],
  at: number,
  stated: StatedRows,
): Promise<ErasedCalls> {
  const counts = { calls: 0, records: 0, answers: 0 };
  const recordings: string[] = [];
  for (const persons of inChunks(personIds)) {
    const attempts: AttemptRow[] = [];
    // A row that is moved to the archive meanwhile is waited for, and found there.
    for (const part of [tx, archiveOf(tx)]) {
      const rows = await endedCalls(part, persons);
      for (const row of rows) await eraseAttempt(part, row, at, stated);
      attempts.push(...rows);
    }
    counts.calls += attempts.length;
    for (const some of inChunks(attempts)) {
      const ids = some.map(({ attempt_id }) => attempt_id);
      counts.answers += await eraseAnswers(tx, ids, stated);
      for (const part of [tx, archiveOf(tx)]) counts.records += await eraseRecords(part, some, at, stated);
      recordings.push(...(await forgetRecordings(tx, ids)));
    }
  }
  return { ...counts, recordings };
}

function endedCalls(tx: Tx, persons: readonly string[]): Promise<AttemptRow[]> {
  return tx
    .selectFrom('attempts')
    .selectAll()
    .where('person_id', 'in', persons)
    .where('ended_at', 'is not', null)
    .orderBy('attempt_id')
    .forUpdate()
    .execute();
}

async function eraseAttempt(tx: Tx, row: AttemptRow, at: number, stated: StatedRows): Promise<void> {
  const erased = { phone: '', account: null, person_id: ERASED_PERSON, result: null, erased_at: at };
  await tx.updateTable('attempts').set(erased).where('attempt_id', '=', row.attempt_id).execute();
  const about = { attemptId: row.attempt_id, campaignId: row.campaign_id, leadId: row.lead_id };
  const after = { ...row, ...erased };
  stated.goneDigest('attempts', openingDigest(about, statedOpening(stated.secret, row)));
  stated.goneDigest('attempt_ends', endDigest(about, statedEnd(stated.secret, row)));
  stated.writtenDigest('attempts', openingDigest(about, statedOpening(stated.secret, after)));
  stated.writtenDigest('attempt_ends', endDigest(about, statedEnd(stated.secret, after)));
}

async function eraseAnswers(tx: Tx, attemptIds: readonly string[], stated: StatedRows): Promise<number> {
  const answers = await tx.selectFrom('answers').selectAll().where('attempt_id', 'in', attemptIds).execute();
  for (const row of answers) stated.gone('answers', row);
  await tx.deleteFrom('answers').where('attempt_id', 'in', attemptIds).execute();
  return answers.length;
}

async function eraseRecords(
  tx: Tx,
  attempts: readonly Pick<AttemptRow, 'attempt_id' | 'phone'>[],
  at: number,
  stated: StatedRows,
): Promise<number> {
  const records = await tx
    .selectFrom('decision_records')
    .select(['writer', 'n', 'hash', 'attempt_id', 'campaign_id', 'lead_id', 'allowed'])
    // Records are found by their numbers: attempts are in no index of theirs.
    .where('phone', 'in', [...new Set(attempts.map(({ phone }) => phone))])
    .where(
      'attempt_id',
      'in',
      attempts.map(({ attempt_id }) => attempt_id),
    )
    .where('erased_at', 'is', null)
    .forUpdate()
    .execute();
  for (const { writer, n, hash } of records) {
    await tx
      .updateTable('decision_records')
      .set({
        phone: '',
        erased_at: at,
        record: toJson<Readonly<Record<string, unknown>>>({ erasedAt: at, hash }),
      })
      .where('writer', '=', writer)
      .where('n', '=', n)
      .execute();
    stated.written('erased_records', { writer, n, hash });
  }
  return records.length;
}

async function forgetRecordings(tx: Tx, attemptIds: readonly string[]): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('recordings')
    .select(['recording_id', 'location'])
    .where('attempt_id', 'in', attemptIds)
    .execute();
  await tx.deleteFrom('recordings').where('attempt_id', 'in', attemptIds).execute();
  return rows.map(({ recording_id, location }) => location ?? recording_id);
}
