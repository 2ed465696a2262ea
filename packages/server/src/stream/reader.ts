/**
 * One client of the stream. What waits for it is bounded by the number of documents: older states are
 * skipped.
 */
import type { Change, Hub, Viewer } from './hub.js';

/** The connection to a client, as `ws` has it. */
export interface StreamSocket {
  readonly bufferedAmount: number;
  send(text: string): void;
}

/** Where a client left off; absent: it begins. */
export interface ResumePoint {
  readonly epoch: string;
  readonly after: number;
}

/** A client that has this much unread gets nothing more until it has read. */
const MOST_UNREAD_BYTES = 262_144;

/** Sends what a viewer may see, as fast as the client reads. */
export class StreamReader {
  readonly #hub: Hub;
  readonly #socket: StreamSocket;
  readonly #now: () => number;
  /** Keys of documents that changed and were not sent yet, in order of their first change. */
  readonly #waiting = new Set<string>();
  readonly #stop: () => void;
  #isScheduled = false;

  constructor(
    parts: { readonly hub: Hub; readonly socket: StreamSocket; readonly now: () => number },
    viewer: Viewer,
    resume: ResumePoint | null,
  ) {
    this.#hub = parts.hub;
    this.#socket = parts.socket;
    this.#now = parts.now;
    const { hub } = parts;
    const missed = resume?.epoch === hub.epoch ? hub.since(viewer, resume.after) : null;
    if (missed === null) this.#send('snapshot', hub.snapshot(viewer));
    else this.#send('changes', missed);
    this.#stop = hub.listen(viewer, ({ key }) => this.#take(key));
  }

  /** Sends what waits, where the client has read enough; otherwise says that the connection lives. */
  beat(): void {
    if (this.#socket.bufferedAmount > MOST_UNREAD_BYTES) return;
    this.#flush(true);
  }

  /** Ends the reader. */
  close(): void {
    this.#stop();
    this.#waiting.clear();
  }

  #take(key: string): void {
    this.#waiting.add(key);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    // Changes of one turn of the loop go in one message.
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.#flush(false);
    });
  }

  #flush(alsoEmpty: boolean): void {
    if (this.#waiting.size === 0 && !alsoEmpty) return;
    if (this.#socket.bufferedAmount > MOST_UNREAD_BYTES) return;
    const changes = [...this.#waiting].flatMap((key) => this.#hub.newest(key) ?? []);
    this.#waiting.clear();
    this.#send('changes', changes);
  }

  #send(type: 'snapshot' | 'changes', changes: readonly Change[]): void {
    const documents = changes.map(({ key, text }) => `${JSON.stringify(key)}:${text}`).join(',');
    const head = {
      type,
      epoch: this.#hub.epoch,
      seq: this.#hub.seq,
      now: new Date(this.#now()).toISOString(),
    };
    this.#socket.send(`${JSON.stringify(head).slice(0, -1)},"documents":{${documents}}}`);
  }
}
