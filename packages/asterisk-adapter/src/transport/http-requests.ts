import { Pool } from 'undici';
import { operations, type OperationName } from '../generated/operations.js';
import { AriRequestError } from './ari-request-error.js';

/** Where one Asterisk serves ARI, and as whom to speak to it. */
export interface AriServer {
  /** Base address, e.g. `http://127.0.0.1:8088`; a trailing `/ari` is allowed. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/** How long requests under way may take when the transport is closed, ms. */
const CLOSE_MS = 1_000;

type Parameters = Readonly<Record<string, unknown>>;

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

/** Requests over kept-alive HTTP connections. */
export class HttpRequests {
  readonly #pool: Pool;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #root: string;
  #closing: Promise<void> | null = null;

  constructor(server: AriServer, connections: number) {
    const address = new URL(baseAddress(server.url));
    this.#pool = new Pool(address.origin, {
      connections,
      pipelining: 1,
      keepAliveTimeout: 10_000,
      connect: { timeout: 3_000 },
    });
    this.#headers = { authorization: authorization(server) };
    this.#root = `${address.pathname.replace(/\/$/, '')}/ari`;
  }

  /** Carries out one operation; rejects with {@link AriRequestError} at the latest after `timeoutMs`. */
  async call(name: OperationName, parameters: Parameters, timeoutMs: number): Promise<unknown> {
    const { method, path, body } = requestOf(name, parameters);
    let status: number;
    let text: string;
    try {
      const response = await this.#pool.request({
        method,
        path: this.#root + path,
        headers:
          body === undefined ? this.#headers : { ...this.#headers, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      status = response.statusCode;
      text = await response.body.text();
    } catch (error) {
      throw new AriRequestError(name, null, error instanceof Error ? error.message : String(error), error);
    }
    if (status >= 300) throw new AriRequestError(name, status, messageOf(text));
    try {
      return text === '' ? undefined : JSON.parse(text);
    } catch (error) {
      throw new AriRequestError(name, status, 'the answer is not JSON', error);
    }
  }

  /**
   * Lets what is under way come to its end for a second: the last requests of a dialer that stops are
   * hang-ups.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, CLOSE_MS);
    });
    await Promise.race([this.#pool.close(), late]);
    clearTimeout(timer);
    await this.#pool.destroy();
  }
}

function messageOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}

/**
 * Puts an operation's parameters in their places. POST and PUT carry theirs in the body, so that numbers do
 * not stand in request lines, which proxies and servers like to log.
 */
export function requestOf(
  name: OperationName,
  parameters: Parameters,
): { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string; body?: string } {
  const operation = operations[name];
  const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(String(parameters[key])),
  );
  const given = (keys: readonly string[]): [string, unknown][] =>
    keys.filter((key) => parameters[key] !== undefined).map((key) => [key, parameters[key]]);
  const query = given(operation.query);
  // the event filter is the body itself; every other body parameter is a field of it
  if (operation.body[0] === 'filter')
    return { method: operation.method, path, body: JSON.stringify(parameters['filter'] ?? {}) };
  if (operation.method === 'POST' || operation.method === 'PUT') {
    const fields = [...query, ...given(operation.body)];
    return fields.length === 0
      ? { method: operation.method, path }
      : { method: operation.method, path, body: JSON.stringify(Object.fromEntries(fields)) };
  }
  const search = new URLSearchParams(
    query.map(([key, value]): [string, string] => [
      key,
      Array.isArray(value) ? value.join(',') : String(value),
    ]),
  ).toString();
  return { method: operation.method, path: search === '' ? path : `${path}?${search}` };
}
