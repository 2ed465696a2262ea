/**
 * Requests to Asterisk over the WebSocket of its events, where the server takes them there: one connection,
 * no heads, and the answers come with the events. Each connection asks the server once; until it has
 * answered, and where it never does, requests go over HTTP.
 */
import { errorText } from '@outdial/core';
import { startDeadline, type Deadline } from '../deadline.js';
import type { OperationName } from '../generated/operations.js';
import { resultOf } from './answer.js';
import { AriRequestError } from './ari-request-error.js';
import { requestOf, type RequestParameters } from './request-of.js';

/**
 * The operations that go over the socket: orders that Asterisk carries out at once, with a short answer.
 * Asterisk takes the requests of a socket one after the other, so that one which waits for its channel, such
 * as `bridges.addChannel` behind a beep, would keep all others waiting; and a list may be longer than a
 * message.
 */
const AT_ONCE: ReadonlySet<OperationName> = new Set<OperationName>([
  'bridges.create',
  'bridges.destroy',
  'channels.continueInDialplan',
  'channels.hangup',
  'channels.originate',
  'channels.ring',
  'channels.ringStop',
  'channels.startMoh',
  'channels.startSilence',
  'channels.stopMoh',
  'channels.stopSilence',
]);

/** Type of the messages with answers. */
const ANSWER = 'RESTResponse';

/** Id of the question whether the server takes requests here. */
const PROBE = 'probe';

/** An answer of Asterisk, whose fields may be anything. */
interface Answer {
  readonly type: typeof ANSWER;
  readonly request_id?: unknown;
  readonly status_code?: unknown;
  readonly message_body?: unknown;
}

function isAnswer(message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === ANSWER;
}

/** A request that waits for its answer. */
interface Waiting {
  readonly operation: OperationName;
  readonly limit: Deadline;
  resolve(result: unknown): void;
  reject(error: AriRequestError): void;
}

/** Requests over one event socket. */
export class SocketRequests {
  readonly #send: (text: string) => void;
  readonly #waiting = new Map<string, Waiting>();
  #serves = false;
  #sent = 0;

  /** `send`: sends a text over the socket; throws where it is not open. */
  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  /** The socket is open: the server is asked whether it takes requests. */
  opened(): void {
    this.#send(messageOf(PROBE, { method: 'GET', path: '/asterisk/ping' }));
  }

  /** The socket is gone: nobody knows what became of requests without an answer. */
  lost(reason: string): void {
    this.#serves = false;
    for (const [id, waiting] of this.#waiting) this.#fail(id, waiting, reason);
  }

  /** Whether this operation goes over the socket now. */
  takes(operation: OperationName): boolean {
    return this.#serves && AT_ONCE.has(operation);
  }

  /** Carries out one operation; rejects with {@link AriRequestError} at the latest after `timeoutMs`. */
  call(operation: OperationName, parameters: RequestParameters, timeoutMs: number): Promise<unknown> {
    const id = String((this.#sent += 1));
    return new Promise((resolve, reject) => {
      const late = (): void => this.#fail(id, waiting, `no answer within ${timeoutMs} ms`);
      const waiting: Waiting = { operation, limit: startDeadline(timeoutMs, late), resolve, reject };
      this.#waiting.set(id, waiting);
      try {
        this.#send(messageOf(id, requestOf(operation, parameters)));
      } catch (error) {
        this.#fail(id, waiting, errorText(error));
      }
    });
  }

  /** Takes a message of the socket; false: it holds no answer. */
  take(message: unknown): boolean {
    if (!isAnswer(message)) return false;
    const id = String(message.request_id);
    const status = Number(message.status_code);
    if (id === PROBE) this.#serves = status === 200;
    const waiting = this.#waiting.get(id);
    // The answer came after the time limit.
    if (!waiting) return true;
    this.#forget(id, waiting);
    const text = message.message_body;
    try {
      waiting.resolve(resultOf(waiting.operation, status, typeof text === 'string' ? text : ''));
    } catch (error) {
      waiting.reject(error as AriRequestError);
    }
    return true;
  }

  #fail(id: string, waiting: Waiting, detail: string): void {
    this.#forget(id, waiting);
    waiting.reject(new AriRequestError({ operation: waiting.operation, status: null, detail }));
  }

  #forget(id: string, { limit }: Waiting): void {
    limit.cancel();
    this.#waiting.delete(id);
  }
}

/** A request as Asterisk takes it over the socket. */
function messageOf(
  id: string,
  { method, path, body }: { readonly method: string; readonly path: string; readonly body?: string },
): string {
  return JSON.stringify({
    type: 'RESTRequest',
    transaction_id: id,
    request_id: id,
    method,
    uri: path.slice(1),
    ...(body === undefined ? {} : { content_type: 'application/json', message_body: body }),
  });
}
