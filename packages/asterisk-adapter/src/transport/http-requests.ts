/** Requests to Asterisk over HTTP. */
import { countText, defined, errorText, LIMITS } from '@outdial/core';
import type { Dispatcher, Pool } from 'undici';
import { startDeadline } from '../deadline.js';
import type { OperationName } from '../generated/operations.js';
import { messageOf, resultOf } from './answer.js';
import { AriRequestError } from './ari-request-error.js';
import { requestOf, type RequestParameters } from './request-of.js';

/** Where one Asterisk serves ARI, and the user to log in as. */
export interface AriServer {
  /** Base address, e.g. `http://127.0.0.1:8088`; a trailing `/ari` is allowed. */
  readonly url: string;
  /** User of ari.conf. */
  readonly username: string;
  readonly password: string;
}

/** Time that requests in progress get when the transport is closed, ms. */
const CLOSE_MS = 1_000;

/** The base address without `/ari` and slashes at its end. */
export function baseAddress(url: string): string {
  return url
    .replace(/\/+$/, '')
    .replace(/\/ari$/, '')
    .replace(/\/+$/, '');
}

/** The value of the Authorization header. One per server; never part of an address. */
export function authorization(server: AriServer): string {
  return `Basic ${Buffer.from(`${server.username}:${server.password}`).toString('base64')}`;
}

async function openPool(origin: string, connections: number): Promise<Pool> {
  const { Pool } = await import('undici');
  return new Pool(origin, {
    connections,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    connect: { timeout: 3_000 },
  });
}

/** An answer as it came. */
interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * Sends one request and gathers its answer, without the stream and the signal that undici's `request` makes
 * for each: a call has seven requests.
 */
function answerOf(pool: Pool, request: Dispatcher.DispatchOptions, timeoutMs: number): Promise<Answer> {
  const { max } = LIMITS.ariAnswer;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let [status, bytes] = [0, 0];
    let controller: Dispatcher.DispatchController | null = null;
    const giveUp = (reason: Error): void => {
      limit.cancel();
      reject(reason);
      // A request that still waits for a connection is dropped as soon as it gets one.
      controller?.abort(reason);
    };
    let late: Error | null = null;
    const limit = startDeadline(timeoutMs, () => {
      late = new Error(`no answer within ${timeoutMs} ms`);
      giveUp(late);
    });
    pool.dispatch(request, {
      onRequestStart: (started) => {
        controller = started;
        if (late) started.abort(late);
      },
      onResponseStart: (_, code) => {
        status = code;
      },
      onResponseData: (_, chunk) => {
        chunks.push(chunk);
        bytes += chunk.length;
        // An answer longer than any real one is given up, and its connection is closed.
        if (bytes > max) giveUp(new Error(`the answer is longer than ${countText(max)} bytes`));
      },
      onResponseEnd: () => {
        limit.cancel();
        resolve({ status, text: Buffer.concat(chunks, bytes).toString() });
      },
      onResponseError: (_, error) => {
        limit.cancel();
        reject(error);
      },
    });
  });
}

/** Requests over kept-alive HTTP connections. */
export class HttpRequests {
  /** Loaded with the first server: a dialer on simulated telephony does without. */
  readonly #pool: Promise<Pool>;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #root: string;
  #closing: Promise<void> | null = null;

  constructor(server: AriServer, connections: number) {
    const address = new URL(baseAddress(server.url));
    this.#pool = openPool(address.origin, connections);
    this.#headers = { authorization: authorization(server) };
    this.#root = `${address.pathname.replace(/\/$/, '')}/ari`;
  }

  /** Carries out one operation; rejects with {@link AriRequestError} at the latest after `timeoutMs`. */
  async call(name: OperationName, parameters: RequestParameters, timeoutMs: number): Promise<unknown> {
    const { method, path, body } = requestOf(name, parameters);
    const pool = await this.#pool;
    const { status, text } = await answerOf(
      pool,
      {
        method,
        path: this.#root + path,
        headers:
          body === undefined ? this.#headers : { ...this.#headers, 'content-type': 'application/json' },
        ...defined({ body }),
      },
      timeoutMs,
    ).catch((error: unknown) => {
      throw new AriRequestError({ operation: name, status: null, detail: errorText(error), cause: error });
    });
    return resultOf(name, status, text);
  }

  /** The body of an answer, as it comes. `timeoutMs`: the longest pause before its head, and within it. */
  async *download(
    name: OperationName,
    parameters: RequestParameters,
    timeoutMs: number,
  ): AsyncGenerator<Uint8Array> {
    const { method, path } = requestOf(name, parameters);
    let status: number;
    let body: AsyncIterable<Buffer>;
    try {
      const pauses = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
      const response = await (
        await this.#pool
      ).request({
        method,
        path: this.#root + path,
        headers: this.#headers,
        ...pauses,
      });
      status = response.statusCode;
      body = response.body;
    } catch (error) {
      throw new AriRequestError({ operation: name, status: null, detail: errorText(error), cause: error });
    }
    if (status >= 300)
      throw new AriRequestError({ operation: name, status, detail: messageOf(await boundedText(body)) });
    try {
      yield* body;
    } catch (error) {
      throw new AriRequestError({ operation: name, status: null, detail: errorText(error), cause: error });
    }
  }

  /** Gives requests in progress a second to end: the last requests of a dialer that stops are hang-ups. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, CLOSE_MS);
    });
    const pool = await this.#pool;
    await Promise.race([pool.close(), late]);
    clearTimeout(timer);
    await pool.destroy();
  }
}

/** Reads an answer; one that is longer than any real one is given up, and its connection is closed. */
async function boundedText(body: AsyncIterable<Buffer>): Promise<string> {
  const { max } = LIMITS.ariAnswer;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > max) throw new Error(`the answer is longer than ${countText(max)} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes).toString();
}
