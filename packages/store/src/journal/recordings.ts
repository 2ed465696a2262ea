/** The files of recorded conversations, by call: written with the entry that says that a file is whole. */
import { insertMany } from '../database/insert-many.js';
import type { Tx } from '../database/engine.js';
import type { AuditEntry } from '../audit/chain.js';

/** The entry of a file that is whole. */
export const RECORDING_COMPLETED = 'recording.completed';

/** Notes the file of a recording that is whole. The same recording again changes nothing. */
export async function writeRecording(tx: Tx, { at, detail }: AuditEntry): Promise<void> {
  const { attemptId, recordingId, file, durationMs } = detail;
  if (typeof attemptId !== 'string' || typeof recordingId !== 'string') return;
  const row = {
    recording_id: recordingId,
    attempt_id: attemptId,
    at,
    duration_ms: typeof durationMs === 'number' ? Math.round(durationMs) : null,
    location: typeof file === 'string' ? file : null,
  };
  await insertMany(tx, 'recordings', [row], { ifAbsent: true });
}
