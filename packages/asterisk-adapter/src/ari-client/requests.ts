/**
 * Requests on their way through ari-client, whose own promises may never settle: each ends within its limit,
 * and only so many are on the way at once, because ari-client opens a connection for each.
 */
import { startDeadline, type Deadline } from '../deadline.js';
import type { OperationName } from '../generated/operations.js';
import { resultOf } from '../transport/answer.js';
import { AriRequestError } from '../transport/ari-request-error.js';
import type { RequestParameters } from '../transport/request-of.js';
import type { AriClientThread } from './thread.js';

/** One request that has not ended. */
interface Pending {
  readonly id: number;
  readonly name: OperationName;
  readonly parameters: RequestParameters;
  readonly limit: Deadline;
  /** Given to the thread: it may be carried out. */
  sent: boolean;
  resolve(result: unknown): void;
  reject(error: AriRequestError): void;
}

/** How often is looked whether the requests in progress have ended, ms. */
const LOOK_EVERY_MS = 20;

/** Requests of one transport. */
export class AriClientRequests {
  readonly #pending = new Map<number, Pending>();
  readonly #most: number;
  #thread: Pick<AriClientThread, 'call'> | null = null;
  #sent = 0;
  #ids = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Carries out one operation as soon as a thread is there; rejects at the latest after `timeoutMs`. */
  call(name: OperationName, parameters: RequestParameters, timeoutMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#ids;
      const limit = startDeadline(timeoutMs, () => this.#fail(id, `no answer within ${timeoutMs} ms`));
      this.#pending.set(id, { id, name, parameters, limit, sent: false, resolve, reject });
      this.#send();
    });
  }

  /** Takes a thread into use. */
  use(thread: Pick<AriClientThread, 'call'>): void {
    this.#thread = thread;
    this.#send();
  }

  /** The thread is gone: what was asked of it may or may not have been done. */
  lost(reason: string): void {
    this.#thread = null;
    for (const id of [...this.#pending.keys()]) this.#fail(id, reason);
  }

  /** An answer from the thread; null: the request could not be sent. */
  answer(id: number, status: number | null, text: string): void {
    const request = this.#take(id);
    if (request === undefined) return;
    const { name: operation, reject, resolve } = request;
    if (status === null) {
      reject(new AriRequestError({ operation, status, detail: text }));
      return;
    }
    try {
      resolve(resultOf(operation, status, text));
    } catch (error) {
      reject(error as AriRequestError);
    }
  }

  /** Waits until every request has ended, at most this long. */
  async settle(withinMs: number): Promise<void> {
    const until = performance.now() + withinMs;
    while (this.#pending.size > 0 && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }

  #send(): void {
    if (this.#thread === null || this.#sent >= this.#most) return;
    for (const request of this.#pending.values()) {
      if (request.sent) continue;
      request.sent = true;
      this.#sent += 1;
      this.#thread.call(request.id, request.name, request.parameters);
      if (this.#sent >= this.#most) return;
    }
  }

  #take(id: number): Pending | undefined {
    const request = this.#pending.get(id);
    if (request === undefined) return undefined;
    request.limit.cancel();
    this.#pending.delete(id);
    if (request.sent) this.#sent -= 1;
    this.#send();
    return request;
  }

  #fail(id: number, detail: string): void {
    const request = this.#take(id);
    request?.reject(new AriRequestError({ operation: request.name, status: null, detail }));
  }
}
