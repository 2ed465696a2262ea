/**
 * The transport over ari-client, for applications that hold it already. ari-client runs in a thread of its
 * own, which is replaced after every loss of the event socket; time-outs, pings, the bound on requests and
 * the attempts to reconnect are those of the adapter. See docs/decisions/0022-ari-client-in-a-thread.md.
 */
import { errorFrom } from '@outdial/core';
import { startDeadline, type Deadline } from '../deadline.js';
import { ASTERISK_ERRORS } from '../errors.js';
import { failureReason } from '../failure-reason.js';
import type { AriEvent } from '../generated/models.js';
import type { OperationName, OperationParameters, OperationResults } from '../generated/operations.js';
import { AriRequestError } from '../transport/ari-request-error.js';
import { reconnectPauseMs, SOCKET_TIMING, type SocketTiming } from '../transport/event-socket.js';
import { baseAddress, HttpRequests } from '../transport/http-requests.js';
import type { NativeTransportOptions } from '../transport/native-transport.js';
import type { AriTransport, TransportHandlers } from '../transport/transport.js';
import { AriClientRequests } from './requests.js';
import { AriClientThread, isAriClientInstalled } from './thread.js';

/** Time that requests in progress get when the transport is closed, ms. */
const CLOSE_MS = 1_000;
const CLOSED = 'the transport is closed';

/**
 * A transport to one server over ari-client 2.2, which the application has to install. Recordings are fetched
 * by the adapter's own requests: ari-client would hold a whole file in memory.
 *
 * @throws when ari-client is not installed.
 */
export function createAriClientTransport(options: NativeTransportOptions): AriTransport {
  if (!isAriClientInstalled()) throw errorFrom(ASTERISK_ERRORS, 'ari-client-missing', {});
  return new AriClientTransport(options);
}

class AriClientTransport implements AriTransport {
  readonly #options: NativeTransportOptions;
  readonly #timing: SocketTiming;
  readonly #limitMs: number;
  readonly #requests: AriClientRequests;
  /** The adapter's own: whether the server answers, and files. */
  readonly #http: HttpRequests;
  #handlers: TransportHandlers | null = null;
  #thread: AriClientThread | null = null;
  /** An attempt to connect is on its way, or the pause before the next. */
  #connecting = false;
  #failures = 0;
  #closed = false;
  /** What runs out: the attempt, the pause before the next, the wait for a pong. */
  readonly #timers = new Map<'attempt' | 'retry' | 'ping' | 'pong', Deadline>();

  constructor(options: NativeTransportOptions) {
    this.#options = options;
    this.#timing = { ...SOCKET_TIMING, ...options.socket };
    this.#limitMs = options.requestTimeoutMs ?? 5_000;
    this.#requests = new AriClientRequests(options.connections ?? 16);
    this.#http = new HttpRequests(options.server, 2);
  }

  call<Name extends OperationName>(
    name: Name,
    parameters: OperationParameters[Name],
    { timeoutMs }: { readonly timeoutMs?: number } = {},
  ): Promise<OperationResults[Name]> {
    if (this.#closed)
      return Promise.reject(new AriRequestError({ operation: name, status: null, detail: CLOSED }));
    this.#connect();
    const given = parameters as Readonly<Record<string, unknown>>;
    return this.#requests.call(name, given, timeoutMs ?? this.#limitMs) as Promise<OperationResults[Name]>;
  }

  /** Called by the adapter without its object. */
  readonly download = (recordingName: string): AsyncIterable<Uint8Array> =>
    this.#http.download('recordings.getStoredFile', { recordingName }, this.#limitMs);

  open(handlers: TransportHandlers): void {
    if (this.#handlers !== null || this.#closed) return;
    this.#handlers = handlers;
    // Requests that were made before have a thread without events.
    if (this.#thread !== null) this.#end(this.#thread, 'the connection is opened anew, with events');
    this.#connect();
  }

  drop(reason: string): void {
    if (this.#thread !== null) this.#lost(this.#thread, reason);
  }

  async close(): Promise<void> {
    this.#handlers = null;
    if (this.#thread !== null) await this.#requests.settle(CLOSE_MS);
    this.#closed = true;
    for (const timer of this.#timers.values()) timer.cancel();
    this.#timers.clear();
    this.#requests.lost(CLOSED);
    const thread = this.#thread;
    this.#thread = null;
    await Promise.all([thread?.end(), this.#http.close()]);
  }

  #connect(): void {
    if (this.#connecting || this.#thread !== null || this.#closed) return;
    this.#connecting = true;
    // ari-client ends its thread when the server refuses the login or is not there; asking first says why.
    this.#http.call('asterisk.ping', {}, this.#timing.connectTimeoutMs).then(
      () => this.#start(),
      (error: unknown) => this.#failed(failureReason(error)),
    );
  }

  #start(): void {
    if (this.#closed) return;
    const { application, server } = this.#options;
    const withEvents = this.#handlers !== null;
    const address = { ...server, url: baseAddress(server.url) };
    const thread = new AriClientThread(
      { server: address, application: withEvents ? application : null },
      {
        attached: () => {
          this.#requests.use(thread);
          if (!withEvents) this.#settled();
        },
        opened: () => {
          this.#settled();
          this.#startPing(thread);
          this.#guard(() => this.#handlers?.connected());
        },
        lost: (reason) => this.#lost(thread, reason),
        pong: () => this.#clear('pong'),
        trouble: (reason) => this.#options.onTrouble?.(new Error(reason)),
        event: (text) => this.#guard(() => this.#handlers?.event(JSON.parse(text) as AriEvent)),
        answer: (id, status, text) => this.#requests.answer(id, status, text),
      },
    );
    this.#thread = thread;
    const limitMs = this.#timing.connectTimeoutMs;
    this.#after('attempt', limitMs, () =>
      this.#lost(thread, `ari-client was not connected after ${limitMs} ms`),
    );
  }

  #settled(): void {
    this.#clear('attempt');
    this.#connecting = false;
    this.#failures = 0;
  }

  #startPing(thread: AriClientThread): void {
    this.#after('ping', this.#timing.pingEveryMs, () => {
      this.#startPing(thread);
      if (this.#timers.has('pong')) return;
      this.#after('pong', this.#timing.pongTimeoutMs, () => this.#lost(thread, 'no answer to a ping'));
      thread.ping();
    });
  }

  #lost(thread: AriClientThread, reason: string): void {
    if (thread !== this.#thread) return;
    this.#end(thread, reason);
    this.#failed(reason);
  }

  #end(thread: AriClientThread, reason: string): void {
    this.#thread = null;
    for (const name of ['attempt', 'ping', 'pong'] as const) this.#clear(name);
    thread.end().catch((error: unknown) => this.#options.onTrouble?.(error));
    this.#connecting = false;
    this.#requests.lost(reason);
  }

  /** The next attempt comes after a pause, or with the next request where no events are asked for. */
  #failed(reason: string): void {
    if (this.#closed) return;
    this.#connecting = false;
    this.#requests.lost(reason);
    const handlers = this.#handlers;
    if (handlers === null) return;
    this.#connecting = true;
    this.#guard(() => handlers.disconnected(reason));
    this.#after('retry', reconnectPauseMs(this.#timing, this.#failures), () => {
      this.#connecting = false;
      this.#connect();
    });
    this.#failures += 1;
  }

  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#options.onTrouble?.(error);
    }
  }

  #after(name: 'attempt' | 'retry' | 'ping' | 'pong', ms: number, action: () => void): void {
    this.#clear(name);
    const timer = startDeadline(ms, () => {
      this.#timers.delete(name);
      action();
    });
    this.#timers.set(name, timer);
  }

  #clear(name: 'attempt' | 'retry' | 'ping' | 'pong'): void {
    this.#timers.get(name)?.cancel();
    this.#timers.delete(name);
  }
}
