/**
 * The stream of changes: documents by key, kept as the server has them, over connections that come and go.
 */

/** Documents by key: 'floor', 'unusable', 'campaign/<id>', 'agent/<id>', 'call/<attempt>', 'desk/<agent>'. */
export type StreamDocuments = ReadonlyMap<string, unknown>;

/** How the connection stands. 'ended': the session is over, and nothing more comes. */
export type StreamConnection = 'connecting' | 'live' | 'lost' | 'ended';

/** A connection that was opened. */
export interface StreamSocket {
  close(): void;
}

/** What a connection tells. */
export interface StreamListener {
  readonly message: (data: unknown) => void;
  readonly closed: (code: number) => void;
}

/** How a stream is followed. */
export interface StreamOptions {
  /** Address of the stream: 'ws://127.0.0.1:7788/api/v1/stream'. */
  readonly url: string;
  readonly open: (url: string, listener: StreamListener) => StreamSocket;
  /** The documents after each message; `clockMs`: the server's clock, epoch ms. */
  readonly onChange: (documents: StreamDocuments, clockMs: number) => void;
  readonly onConnection: (connection: StreamConnection) => void;
  /**
   * Asked when the same address did not answer twice: the address of the stream of another server, which is
   * followed from then on, or null: the same is tried again.
   */
  readonly elsewhere?: () => Promise<string | null>;
}

interface Message {
  readonly type: 'snapshot' | 'changes';
  readonly epoch: string;
  readonly seq: number;
  readonly now: string;
  readonly documents: Readonly<Record<string, unknown>>;
}

const SESSION_ENDED = 4401;
/** The server beats every second: after this long without a message the connection is given up. */
const SILENCE_MS = 4_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** Losses without a word between them after which another server is asked for. */
const LOSSES_UNTIL_GONE = 2;

/** Follows the stream until stopped; after a loss it goes on where it left off. Returns how to stop. */
export function followStream(options: StreamOptions): () => void {
  const stream = new Stream(options);
  stream.connect();
  return () => stream.stop();
}

class Stream {
  readonly #options: StreamOptions;
  readonly #documents = new Map<string, unknown>();
  #url: string;
  /** Losses since the last word of a server. */
  #losses = 0;
  #socket: StreamSocket | null = null;
  #resume: { readonly epoch: string; readonly seq: number } | null = null;
  #waitMs = FIRST_WAIT_MS;
  /** Counts the connections. */
  #turn = 0;
  #cancelTimer: () => void = () => undefined;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#url = options.url;
  }

  connect(): void {
    const { open, onConnection } = this.#options;
    const url = this.#url;
    onConnection('connecting');
    const { epoch, seq } = this.#resume ?? {};
    const from = epoch === undefined ? url : `${url}?epoch=${epoch}&after=${seq}`;
    const turn = (this.#turn += 1);
    // What a connection says after another has taken its place is not heard.
    this.#socket = open(from, {
      message: (data) => {
        if (turn === this.#turn) this.#take(JSON.parse(String(data)) as Message);
      },
      closed: (code) => {
        if (turn === this.#turn) this.#lost(code);
      },
    });
    this.#expectWord();
  }

  stop(): void {
    this.#turn += 1;
    this.#cancelTimer();
    this.#socket?.close();
  }

  #take(message: Message): void {
    this.#expectWord();
    this.#waitMs = FIRST_WAIT_MS;
    this.#losses = 0;
    if (message.type === 'snapshot') this.#documents.clear();
    for (const [key, value] of Object.entries(message.documents)) {
      if (value === null) this.#documents.delete(key);
      else this.#documents.set(key, value);
    }
    this.#resume = { epoch: message.epoch, seq: message.seq };
    this.#options.onConnection('live');
    this.#options.onChange(this.#documents, Date.parse(message.now));
  }

  #expectWord(): void {
    this.#cancelTimer();
    this.#cancelTimer = after(SILENCE_MS, () => {
      const silent = this.#socket;
      this.#lost(0);
      silent?.close();
    });
  }

  #lost(code: number): void {
    this.#turn += 1;
    this.#socket = null;
    this.#cancelTimer();
    if (code === SESSION_ENDED) {
      this.#options.onConnection('ended');
      return;
    }
    this.#losses += 1;
    this.#options.onConnection('lost');
    this.#cancelTimer = after(this.#waitMs, () => void this.#again());
    this.#waitMs = Math.min(LONGEST_WAIT_MS, this.#waitMs * 2);
  }

  /** Connects again, where need be to another server: what that one says begins with a snapshot. */
  async #again(): Promise<void> {
    const turn = this.#turn;
    const isGone = this.#losses >= LOSSES_UNTIL_GONE;
    const elsewhere = isGone ? await this.#options.elsewhere?.().catch(() => null) : null;
    if (turn !== this.#turn) return;
    if (elsewhere !== null && elsewhere !== undefined) {
      this.#url = elsewhere;
      this.#resume = null;
    }
    this.connect();
  }
}

/** Does something later; returns how to cancel it. */
function after(delayMs: number, action: () => void): () => void {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
}
