import type { AttemptId, Telephony } from '@outdial/core';
import { stamp, type Call } from '../calls/call.js';
import type { LiveRecording } from '../generated/models.js';
import { describe } from '../error-text.js';
import { type Switchboard } from '../switchboard.js';

interface Recording {
  readonly call: Call;
  readonly recordingId: string;
  readonly startedAt: number;
}

/**
 * Recording the called party: each order ends with `call.recorded`, once, while the call lasts. Files are
 * `outdial/<channel>/<recording id>`.
 */
export class Recordings {
  readonly #board: Switchboard;
  readonly #byName = new Map<string, Recording>();

  constructor(board: Switchboard) {
    this.#board = board;
  }

  get size(): number {
    return this.#byName.size;
  }

  record(
    call: Call,
    command: Pick<Parameters<Telephony['record']>[0], 'recordingId' | 'maxMs' | 'finishOn'>,
  ): void {
    const name = nameOf(call, command.recordingId);
    if (this.#byName.has(name)) return;
    this.#byName.set(name, { call, recordingId: command.recordingId, startedAt: this.#board.now() });
    if (call.stage !== 'answered' || call.holder === 'message') {
      this.ended({ name }, 0);
      return;
    }
    this.#board.ari
      .call('channels.record', {
        channelId: call.channelId,
        name,
        format: this.#board.settings.recordingFormat,
        ifExists: 'overwrite',
        beep: false,
        maxDurationSeconds: Math.max(1, Math.ceil(command.maxMs / 1000)),
        terminateOn: command.finishOn,
      })
      .catch((error: unknown) => {
        this.#board.report({ level: 'warning', code: 'record-failed', message: describe(error) });
        this.ended({ name }, 0);
      });
  }

  stop(call: Call, recordingId: string): void {
    const recordingName = nameOf(call, recordingId);
    if (!this.#byName.has(recordingName)) return;
    this.#board.ari
      .call('recordings.stop', { recordingName })
      .catch(() => this.ended({ name: recordingName }));
  }

  /** Ends every recording of a call, for the same reason as playbacks. */
  stopAll(call: Call): void {
    for (const recording of this.#byName.values())
      if (recording.call === call) this.stop(call, recording.recordingId);
  }

  /**
   * RecordingFinished and RecordingFailed. Asterisk gives whole seconds; the adapter's own clock is finer.
   */
  ended(recording: Pick<LiveRecording, 'name'>, durationMs?: number): void {
    const known = this.#byName.get(recording.name);
    if (!known) return;
    this.#byName.delete(recording.name);
    const now = this.#board.now();
    this.#board.tell({
      type: 'call.recorded',
      ...stamp(known.call, now),
      recordingId: known.recordingId,
      durationMs: durationMs ?? Math.max(0, Math.round(now - known.startedAt)),
    });
  }

  forget(attemptId: AttemptId): void {
    for (const [name, recording] of this.#byName)
      if (recording.call.attemptId === attemptId) this.#byName.delete(name);
  }
}

const nameOf = (call: Call, recordingId: string): string =>
  `outdial/${call.channelId}/${encodeURIComponent(recordingId)}`;
