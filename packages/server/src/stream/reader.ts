/**
 * One client of the stream. A client that does not read holds one number: once it has read, it gets what
 * changed since, or everything.
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
  readonly #viewer: Viewer;
  readonly #socket: StreamSocket;
  readonly #now: () => number;
  /** Keys of documents that changed in this turn, in order of their first change. */
  readonly #waiting = new Set<string>();
  readonly #stop: () => void;
  #isScheduled = false;
  /** The client did not read: changes after the last that was sent are missing. */
  #isBehind = false;
  #sentSeq = 0;

  constructor(
    parts: { readonly hub: Hub; readonly socket: StreamSocket; readonly now: () => number },
    viewer: Viewer,
    resume: ResumePoint | null,
  ) {
    this.#hub = parts.hub;
    this.#socket = parts.socket;
    this.#now = parts.now;
    this.#viewer = viewer;
    const { hub } = parts;
    this.#catchUp(resume?.epoch === hub.epoch ? resume.after : null);
    this.#stop = hub.listen(viewer, ({ key }) => this.#take(key));
  }

  /** Sends what the client has missed, or that the connection lives; nothing to one who does not read. */
  beat(): void {
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
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    if (this.#socket.bufferedAmount > MOST_UNREAD_BYTES) {
      this.#isBehind = true;
      return;
    }
    if (this.#isBehind) this.#catchUp(this.#sentSeq);
    else
      this.#send(
        'changes',
        waiting.flatMap((key) => this.#hub.newest(key) ?? []),
      );
  }

  /** Sends what changed after a number; everything without one, or where too much was missed. */
  #catchUp(after: number | null): void {
    const missed = after === null ? null : this.#hub.since(this.#viewer, after);
    this.#isBehind = false;
    if (missed === null) this.#send('snapshot', this.#hub.snapshot(this.#viewer));
    else this.#send('changes', missed);
  }

  #send(type: 'snapshot' | 'changes', changes: readonly Change[]): void {
    this.#sentSeq = this.#hub.seq;
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
