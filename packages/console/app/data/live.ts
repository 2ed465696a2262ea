/** What the stream says, for components: documents by key, the server's clock, how the connection stands. */
import { followStream, type Desk, type FloorDocument, type StreamConnection } from '@outdial/client';
import { goElsewhere } from './other-node.js';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';

type Listener = () => void;

/** The state of the floor as this browser knows it. */
class Live {
  #documents = new Map<string, unknown>();
  #lists = new Map<string, readonly unknown[]>();
  /** Lists as they were before the last change: one that is the same stays the same object. */
  #listsBefore = new Map<string, readonly unknown[]>();
  readonly #listeners = new Set<Listener>();
  #connection: StreamConnection = 'connecting';
  /** ms that the server's clock is ahead of this machine's. */
  #offsetMs = 0;
  #heardAt = Date.now();
  #stop: (() => void) | null = null;
  #onEnded: (() => void) | null = null;
  /** The campaign of the desk of this page, or the last one. */
  #campaignId: string | null = null;
  #isLeaving = false;

  /** Follows the stream; `onEnded`: the session is over, or may be. */
  follow(onEnded: () => void): () => void {
    const { protocol, host } = window.location;
    this.#stop?.();
    this.#onEnded = onEnded;
    // Nothing is shown yet that could be old: the page may have stood at the log-in for an hour.
    if (this.#documents.size === 0) this.#heardAt = Date.now();
    this.#stop = followStream({
      url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/v1/stream`,
      open: (url, { message, closed }) => {
        const socket = new WebSocket(url);
        socket.addEventListener('message', ({ data }) => message(data));
        socket.addEventListener('close', ({ code }) => closed(code));
        return socket;
      },
      onChange: (documents, clockMs) => {
        this.#offsetMs = clockMs - Date.now();
        this.#heardAt = Date.now();
        this.#documents = new Map(documents);
        this.#listsBefore = new Map([...this.#listsBefore, ...this.#lists]);
        this.#lists = new Map();
        this.#noteCampaign();
        this.#tell();
      },
      elsewhere: async () => {
        await goElsewhere(this.#floor(), { campaignId: this.#campaignId, lostMs: this.ageMs() });
        return null;
      },
      onConnection: (connection) => {
        if (connection === this.#connection) return;
        this.#connection = connection;
        if (connection === 'ended' || connection === 'lost') onEnded();
        this.#tell();
      },
    });
    return () => {
      this.#stop?.();
      this.#stop = null;
      this.#onEnded = null;
      this.#documents = new Map();
      this.#lists = new Map();
      this.#listsBefore = new Map();
      this.#connection = 'connecting';
    };
  }

  /** Follows the stream anew, by the session that there is now. */
  again(): void {
    if (this.#onEnded) this.follow(this.#onEnded);
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  document(key: string): unknown {
    return this.#documents.get(key);
  }

  /** Documents whose keys begin so, in the order of the keys; the same list until one of them changes. */
  list(prefix: string): readonly unknown[] {
    const known = this.#lists.get(prefix);
    if (known) return known;
    const found = [...this.#documents]
      .filter(([key]) => key.startsWith(prefix))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, value]) => value);
    const before = this.#listsBefore.get(prefix);
    const isSame = before?.length === found.length && found.every((each, index) => each === before[index]);
    const list = isSame && before ? before : found;
    this.#lists.set(prefix, list);
    return list;
  }

  get connection(): StreamConnection {
    return this.#connection;
  }

  /** The server's clock, epoch ms. */
  now(): number {
    return Date.now() + this.#offsetMs;
  }

  /** ms since the server was heard last. */
  ageMs(): number {
    return Date.now() - this.#heardAt;
  }

  #floor(): FloorDocument | undefined {
    return this.#documents.get('floor') as FloorDocument | undefined;
  }

  /** A desk whose server drains goes where its campaign is run by now. */
  #noteCampaign(): void {
    const desk = [...this.#documents].find(([key]) => key.startsWith('desk/'))?.[1];
    if (desk !== undefined) this.#campaignId = (desk as Desk).campaignId;
    const isLeft = desk === undefined && this.#campaignId !== null && this.#floor()?.draining === true;
    if (!isLeft || this.#isLeaving) return;
    this.#isLeaving = true;
    const found = goElsewhere(this.#floor(), { campaignId: this.#campaignId, lostMs: 0 });
    void found.finally(() => (this.#isLeaving = false));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const live = new Live();

/** A document of the stream; undefined: there is none. */
export function useDocument<Document>(key: string): Document | undefined {
  const read = useCallback(() => live.document(key), [key]);
  return useSyncExternalStore(live.subscribe, read) as Document | undefined;
}

/** The documents whose keys begin so. */
export function useDocuments<Document>(prefix: string): readonly Document[] {
  const read = useCallback(() => live.list(prefix), [prefix]);
  return useSyncExternalStore(live.subscribe, read) as readonly Document[];
}

/** How the connection stands. */
export function useConnection(): StreamConnection {
  return useSyncExternalStore(live.subscribe, () => live.connection);
}

/** The server's clock, epoch ms, told so often. */
export function useNow(everyMs: number = 500): number {
  const [now, setNow] = useState(() => live.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(live.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
