/** Recording called parties. Fact: `call.recorded`, once for each order while the call lasts. */
import type { AttemptId, FinishKey } from '@outdial/core';
import { stamp, type Call } from '../calls/call.js';
import { failureReason } from '../failure-reason.js';
import type { LiveRecording } from '../generated/models.js';
import type { Settings } from '../options.js';
import type { AriRequests, FactOutlet, NoticeOutlet } from '../roles.js';
import { whatExists } from '../sync/existence.js';
import { isAnsweredInDoubt } from '../transport/ari-request-error.js';
import type { CallMedia } from './call-media.js';

/** What recording needs. */
export interface RecordingsParts {
  readonly settings: Pick<Settings, 'recordingFormat'>;
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
}

/** One order to record. */
export interface RecordingOrder {
  readonly recordingId: string;
  /** Longest recording, ms; Asterisk counts whole seconds. */
  readonly maxMs: number;
  /** The key that ends it. */
  readonly finishOn: FinishKey;
}

interface Recording {
  readonly call: Call;
  readonly recordingId: string;
  readonly startedAt: number;
}

/** What is recorded of calls. The files are `outdial/<channel>/<recording id>` on Asterisk. */
export class Recordings implements CallMedia {
  readonly #parts: RecordingsParts;
  readonly #byName = new Map<string, Recording>();

  constructor(parts: RecordingsParts) {
    this.#parts = parts;
  }

  /** Orders in progress. */
  get size(): number {
    return this.#byName.size;
  }

  /** Records the called party. A second order with the same id is dropped. */
  record(call: Call, order: RecordingOrder): void {
    const { ari, facts, notices, settings } = this.#parts;
    const name = nameOf(call, order.recordingId);
    if (this.#byName.has(name)) return;
    this.#byName.set(name, { call, recordingId: order.recordingId, startedAt: facts.now() });
    if (call.stage !== 'answered' || call.control === 'message') {
      this.ended({ name }, 0);
      return;
    }
    ari
      .call('channels.record', {
        channelId: call.channelId,
        name,
        format: settings.recordingFormat,
        ifExists: 'overwrite',
        beep: false,
        maxDurationSeconds: Math.max(1, Math.ceil(order.maxMs / 1000)),
        terminateOn: order.finishOn,
      })
      .catch((error: unknown) => {
        notices.report('record-failed', failureReason(error));
        if (isAnsweredInDoubt(error)) this.#askWhetherRecording(name);
        else this.ended({ name }, 0);
      });
  }

  /** Ends one order early. */
  stop(call: Call, recordingId: string): void {
    const recordingName = nameOf(call, recordingId);
    if (!this.#byName.has(recordingName)) return;
    this.#parts.ari
      .call('recordings.stop', { recordingName })
      .catch(() => this.ended({ name: recordingName }));
  }

  stopAll(call: Call): void {
    for (const recording of this.#byName.values()) {
      if (recording.call === call) this.stop(call, recording.recordingId);
    }
  }

  /**
   * RecordingFinished and RecordingFailed. Without `durationMs` the adapter's own clock decides: Asterisk
   * gives whole seconds only.
   */
  ended(recording: Pick<LiveRecording, 'name'>, durationMs?: number): void {
    const known = this.#byName.get(recording.name);
    if (!known) return;
    this.#byName.delete(recording.name);
    const { facts } = this.#parts;
    const now = facts.now();
    facts.deliver({
      type: 'call.recorded',
      ...stamp(known.call, now),
      recordingId: known.recordingId,
      durationMs: durationMs ?? Math.max(0, Math.round(now - known.startedAt)),
    });
  }

  /** The request was answered with a fault, but may have been carried out: then RecordingFinished follows. */
  #askWhetherRecording(recordingName: string): void {
    const { ari, notices } = this.#parts;
    const recording = this.#byName.get(recordingName);
    notices.run('ask after a recording', async () => {
      const existence = await whatExists(
        () => ari.call('recordings.getLive', { recordingName }),
        () => recording !== undefined && this.#byName.get(recordingName) === recording,
      );
      if (existence?.is === 'missing') this.ended({ name: recordingName }, 0);
    });
  }

  forget(attemptId: AttemptId): void {
    for (const [name, recording] of this.#byName) {
      if (recording.call.attemptId === attemptId) this.#byName.delete(name);
    }
  }
}

const nameOf = (call: Call, recordingId: string): string =>
  `outdial/${call.channelId}/${encodeURIComponent(recordingId)}`;
