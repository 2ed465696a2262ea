/** How an operation of Asterisk's REST descriptions is written as an HTTP request. */
import { operations, type OperationName } from '../generated/operations.js';

/** Parameters of one operation, by name. */
export type RequestParameters = Readonly<Record<string, unknown>>;

/** One operation as an HTTP request. */
export interface AriHttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query after `/ari`. */
  readonly path: string;
  readonly body?: string;
}

/**
 * Puts an operation's parameters in their places. POST and PUT carry theirs in the body, so that numbers are
 * not in request lines, which proxies and servers log.
 */
export function requestOf(name: OperationName, parameters: RequestParameters): AriHttpRequest {
  const operation = operations[name];
  const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(String(parameters[key])),
  );
  const given = (keys: readonly string[]): [string, unknown][] =>
    keys.filter((key) => parameters[key] !== undefined).map((key) => [key, parameters[key]]);
  const query = given(operation.query);
  // The event filter is the body itself; every other body parameter is a field of the body.
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
