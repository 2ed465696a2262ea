/**
 * Recording conversations. Facts: `recording.changed`, and for each recording once `recording.completed` or
 * `recording.failed`.
 */
import type { RecordingFailure, RecordingState, SetRecordingCommand } from '@outdial/core';
import { whenControlled, type Call } from '../calls/call.js';
import type { CallTable } from '../calls/call-table.js';
import { campaignOfAttempt } from '../channel-ids.js';
import type { Party, Sound } from '../conversations/party.js';
import { failureReason } from '../failure-reason.js';
import type { ConnectionState, FactOutlet, NoticeOutlet } from '../roles.js';
import { isMissing, isUnanswered } from '../transport/ari-request-error.js';
import { EXTENSION, isDiskFull, type RecordedFiles } from './recorded-files.js';
import { sideNames, type RecordingKey, type RecordingSides } from './recording-sides.js';

const FILE = /^(?!.*\.\.)[\w.-]+(\/[\w.-]+)*$/;
/** Longest name of a file, characters. */
const FILE_LENGTH = 200;
/** Pause before unanswered work is tried again, and between two looks at a file that is being closed, ms. */
const AGAIN_MS = 100;
/** Asterisk closes a file within this time of its end, ms. */
const CLOSE_MS = 5_000;
/** A file may be shorter than the recording lasted by this much, ms and share. */
const SHORT_MS = 2_000;
const SHORT_SHARE = 0.05;
/** Recordings that are over and whose answer is remembered. */
const REMEMBERED = 500;

/** What recording conversations needs. */
export interface ConversationRecordingsParts {
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly connection: ConnectionState;
  readonly calls: Pick<CallTable, 'get'>;
  readonly sides: RecordingSides;
  /** Null: no directory of recordings is set. */
  readonly files: RecordedFiles | null;
}

interface Recording extends RecordingKey {
  readonly campaignId: string;
  readonly file: string;
  state: RecordingState;
  /** Begun by this process at this instant, epoch ms. */
  begunAt: number | null;
  isBegun: boolean;
  /** Whether what the customer hears is silenced in the file. */
  othersMuted: boolean;
  endedAt: number | null;
  isOver: boolean;
  work: Promise<void>;
}

interface Failure {
  readonly code: RecordingFailure;
  readonly reason: string;
}

/** The recordings of all conversations. */
export class ConversationRecordings {
  readonly #parts: ConversationRecordingsParts;
  readonly #byKey = new Map<string, Recording>();
  /** Gives the answer of a recording that is over once more. */
  readonly #over = new Map<string, () => void>();

  constructor(parts: ConversationRecordingsParts) {
    this.#parts = parts;
  }

  /** Recordings in progress, those that are being written included. */
  get size(): number {
    return this.#byKey.size;
  }

  /** Brings a recording into a state. */
  set(command: SetRecordingCommand): void {
    const { calls } = this.#parts;
    const call = calls.get(command.attemptId);
    if (call) whenControlled(call, () => this.#set(command, call));
    else this.#set(command, undefined);
  }

  /** The call is over: what was recorded of it is completed. */
  callEnded(call: Call): void {
    for (const recording of this.#of(call.attemptId)) this.#inTurn(recording, () => this.#finish(recording));
  }

  /** The music of a call begins or has ended: music is not recorded. */
  async heard(party: Party, sound: Sound): Promise<void> {
    if (party.ref.kind !== 'call') return;
    for (const recording of this.#of(party.ref.attemptId)) {
      if (!recording.isBegun || recording.isOver || recording.state !== 'on') continue;
      await this.#muteOthers(recording, sound === 'music').catch((error: unknown) => this.#report(error));
    }
  }

  #set(command: SetRecordingCommand, call: Call | undefined): void {
    const { attemptId, file, recordingId, state } = command;
    const key = `${attemptId} ${recordingId}`;
    const again = this.#over.get(key);
    if (again) {
      again();
      return;
    }
    const recording = this.#byKey.get(key) ?? createRecording({ attemptId, recordingId, file }, call);
    this.#byKey.set(key, recording);
    const refusal = this.#refusalOf(recording, state, call);
    if (refusal) this.#fail(recording, refusal);
    else if (state === 'off') this.#inTurn(recording, () => this.#stop(recording));
    else this.#inTurn(recording, () => this.#record(recording, state, call));
  }

  #refusalOf({ file, isBegun }: Recording, state: RecordingState, call: Call | undefined): Failure | null {
    if (this.#parts.files === null)
      return { code: 'not-supported', reason: 'no directory of recordings is set' };
    if (!FILE.test(file) || file.length > FILE_LENGTH)
      return { code: 'telephony-fault', reason: 'the name of the file is not permitted' };
    if (isBegun || state === 'off') return null;
    if (!call) return { code: 'unknown-call', reason: 'there is no such call' };
    if (call.stage !== 'answered' || call.hangUp !== null)
      return { code: 'unknown-call', reason: 'the call is not up' };
    return null;
  }

  /** Records, or pauses: a pause is silence in both files. */
  async #record(recording: Recording, state: 'on' | 'paused', call: Call | undefined): Promise<void> {
    const { facts, sides } = this.#parts;
    if (recording.isOver) return;
    if (!recording.isBegun && call) {
      const begunAt = facts.now();
      await sides.begin(call, recording);
      recording.begunAt ??= begunAt;
      recording.isBegun = true;
    }
    recording.state = state;
    if (!(await this.#silence(recording))) {
      await this.#finish(recording);
      return;
    }
    facts.deliver({ type: 'recording.changed', ...this.#stamp(recording), state });
  }

  /** Silences the sides as their state asks. False: the call ended meanwhile, and its recording with it. */
  async #silence(recording: Recording): Promise<boolean> {
    const { sides } = this.#parts;
    const isPaused = recording.state === 'paused';
    const music = this.#parts.calls.get(recording.attemptId)?.spot.sound === 'music';
    try {
      await Promise.all([
        sides.mute(recording, 'customer', isPaused),
        this.#muteOthers(recording, isPaused || music),
      ]);
      return true;
    } catch (error) {
      if (isMissing(error) && (await this.#callIsOver(recording))) return false;
      throw error;
    }
  }

  /** Whether the call is over: Asterisk may say so a moment after its sides have ended. */
  async #callIsOver({ attemptId }: Recording): Promise<boolean> {
    const { calls, facts } = this.#parts;
    const until = facts.now() + CLOSE_MS;
    while (calls.get(attemptId)?.stage === 'answered' && facts.now() < until) await pause();
    return calls.get(attemptId)?.stage !== 'answered';
  }

  async #muteOthers(recording: Recording, muted: boolean): Promise<void> {
    await this.#parts.sides.mute(recording, 'others', muted);
    recording.othersMuted = muted;
  }

  async #stop(recording: Recording): Promise<void> {
    if (recording.isOver) return;
    await this.#parts.sides.stop(recording);
    await this.#finish(recording);
  }

  /** Asterisk closes its files, which become one. */
  async #finish(recording: Recording): Promise<void> {
    const { facts, files, sides } = this.#parts;
    if (recording.isOver || files === null) return;
    recording.endedAt ??= facts.now();
    await this.#closed(recording);
    if (!(await sides.areStored(recording))) {
      await this.#completeEarlier(recording, files);
      return;
    }
    try {
      const { durationMs, leftMs, rightMs } = await files.make(sideNames(recording), recording.file);
      if (isShort(recording, Math.min(leftMs, rightMs)))
        this.#fail(recording, {
          code: 'disk-full',
          reason: 'the file is shorter than the recording lasted: the disk of Asterisk may be full',
        });
      else this.#complete(recording, durationMs);
    } catch (error) {
      if (isUnanswered(error)) throw error;
      const code = isDiskFull(error) ? 'disk-full' : 'telephony-fault';
      this.#fail(recording, { code, reason: failureReason(error) });
    }
  }

  /** The file may have been made already, by a process that could not say so. */
  async #completeEarlier(recording: Recording, files: RecordedFiles): Promise<void> {
    const durationMs = await files.durationOf(recording.file);
    if (durationMs === null)
      this.#fail(recording, { code: 'telephony-fault', reason: 'Asterisk holds no such recording' });
    else this.#complete(recording, durationMs);
  }

  async #closed(recording: Recording): Promise<void> {
    const { facts, sides } = this.#parts;
    const until = facts.now() + CLOSE_MS;
    while (facts.now() < until && !(await sides.areOver(recording))) await pause();
  }

  #complete(recording: Recording, durationMs: number): void {
    const file = `${recording.file}.${EXTENSION}`;
    this.#end(recording, () =>
      this.#parts.facts.deliver({ type: 'recording.completed', ...this.#stamp(recording), file, durationMs }),
    );
  }

  #fail(recording: Recording, { code, reason }: Failure): void {
    if (code !== 'not-supported' && code !== 'unknown-call')
      this.#parts.notices.report('recording-failed', `a conversation is not recorded: ${reason}`, { code });
    this.#end(recording, () =>
      this.#parts.facts.deliver({ type: 'recording.failed', ...this.#stamp(recording), code, reason }),
    );
  }

  /** The one answer that ends a recording, given now and whenever it is asked for again. */
  #end(recording: Recording, answer: () => void): void {
    if (recording.isOver) return;
    recording.isOver = true;
    const key = `${recording.attemptId} ${recording.recordingId}`;
    this.#byKey.delete(key);
    this.#over.set(key, answer);
    const [oldest] = this.#over.keys();
    if (this.#over.size > REMEMBERED && oldest !== undefined) this.#over.delete(oldest);
    answer();
  }

  /** Runs work about a recording after earlier work; while Asterisk does not answer, again and again. */
  #inTurn(recording: Recording, work: () => Promise<void>): void {
    recording.work = recording.work.then(async () => {
      for (;;) {
        await this.#whenUp();
        try {
          await work();
          return;
        } catch (error) {
          if (!isUnanswered(error)) {
            const code = isMissing(error) ? 'unknown-call' : 'telephony-fault';
            this.#fail(recording, { code, reason: failureReason(error) });
            await this.#drop(recording).catch((left: unknown) => this.#report(left));
            return;
          }
          await pause();
        }
      }
    });
  }

  /** Ends what is left of a recording that failed. One side alone is of no use: Asterisk removes it. */
  async #drop(recording: Recording): Promise<void> {
    const { files, sides } = this.#parts;
    await sides.stop(recording);
    await this.#closed(recording);
    if (!(await sides.areStored(recording))) await files?.discard(sideNames(recording));
  }

  #whenUp(): Promise<void> {
    return new Promise((resolve) => {
      this.#parts.connection.whenUp(resolve);
    });
  }

  #report(error: unknown): void {
    this.#parts.notices.report('recording-failed', failureReason(error));
  }

  #of(attemptId: string): readonly Recording[] {
    return [...this.#byKey.values()].filter((each) => each.attemptId === attemptId);
  }

  #stamp(recording: Recording): {
    at: number;
    campaignId: string;
    attemptId: string;
    recordingId: string;
  } {
    const { attemptId, campaignId, recordingId } = recording;
    return { at: this.#parts.facts.now(), campaignId, attemptId, recordingId };
  }
}

function createRecording(given: RecordingKey & { readonly file: string }, call: Call | undefined): Recording {
  return {
    ...given,
    campaignId: call?.campaignId ?? campaignOfAttempt(given.attemptId),
    state: 'on',
    begunAt: null,
    isBegun: false,
    othersMuted: false,
    endedAt: null,
    isOver: false,
    work: Promise.resolve(),
  };
}

/** Whether a file lacks more than rounding explains. Unknown of a recording that an earlier process began. */
function isShort({ begunAt, endedAt }: Recording, fileMs: number): boolean {
  if (begunAt === null || endedAt === null) return false;
  const lasted = endedAt - begunAt;
  return lasted - fileMs > SHORT_MS + lasted * SHORT_SHARE;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
