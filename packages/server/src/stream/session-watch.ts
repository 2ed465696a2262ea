/** Ends streams whose session has ended elsewhere. One question to the store for all of them. */
import { readOpenSessions, type Store } from '@outdial/store';

/** A session that ended elsewhere ends its streams within this time. */
const LOOK_EVERY_MS = 5_000;

/** The sessions of the open streams. */
export class SessionWatch {
  readonly #store: Store;
  /** What ends each stream, by the hash of its session. */
  readonly #streams = new Map<string, Set<() => void>>();
  readonly #timer: NodeJS.Timeout;
  #isAsking = false;

  constructor(store: Store) {
    this.#store = store;
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  /** Watches the session of a stream; `end` is called once it is over. Returns what stops this. */
  add(sessionHash: string, end: () => void): () => void {
    const streams = this.#streams.get(sessionHash) ?? new Set();
    this.#streams.set(sessionHash, streams.add(end));
    return () => {
      streams.delete(end);
      if (streams.size === 0 && this.#streams.get(sessionHash) === streams) this.#streams.delete(sessionHash);
    };
  }

  /** Ends the streams of sessions that are over. A store that does not answer ends none. */
  async look(): Promise<void> {
    const asked = [...this.#streams.keys()];
    if (asked.length === 0 || this.#isAsking) return;
    this.#isAsking = true;
    const open = await readOpenSessions(this.#store, asked).catch(() => null);
    this.#isAsking = false;
    if (open === null) return;
    for (const hash of asked) if (!open.has(hash)) for (const end of this.#streams.get(hash) ?? []) end();
  }

  /** Looks no more. */
  close(): void {
    clearInterval(this.#timer);
  }
}
