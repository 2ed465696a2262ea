/**
 * Requests to the fake server, found by the descriptions the adapter is generated from, and their answers.
 */
import { operations, type OperationName } from '../../src/generated/operations.js';

/** One request as it came over HTTP. */
export interface FakeRequest {
  readonly operation: OperationName;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly authorization: string;
  readonly line: string;
}

/** {@link FakeRequest.authorization} of requests over the event socket, which logged in once. */
export const OVER_SOCKET = 'over the event socket';

/** A request before its operation is known. */
export interface RequestAsSent {
  readonly method: string | undefined;
  readonly line: string;
  readonly authorization: string;
  readonly text: string;
}

/** An answer; a `body` that is a text is sent as it is, and need not be JSON. */
export type Reply = { readonly status: number; readonly body?: unknown };
/** A scripted answer to an operation: `undefined` falls back to the usual one, 'silence' never answers. */
export type Script = (request: FakeRequest) => Reply | 'silence' | undefined;

/** Finds the operation a request stands for; null where there is none. */
export function parseRequest(request: RequestAsSent): FakeRequest | null {
  const { line, text, authorization } = request;
  const url = new URL(line, 'http://fake');
  for (const [operation, { method, path }] of Object.entries(operations)) {
    if (method !== request.method) continue;
    const names: string[] = [];
    const pattern = new RegExp(
      `^/ari${path.replace(/\{(\w+)\}/g, (_, name: string) => {
        names.push(name);
        return '([^/]+)';
      })}$`,
    );
    const match = pattern.exec(url.pathname);
    if (!match) continue;
    const inPath = Object.fromEntries(
      names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
    );
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    return {
      operation: operation as OperationName,
      parameters: { ...inPath, ...Object.fromEntries(url.searchParams), ...body },
      authorization,
      line: `${method} ${line}`,
    };
  }
  return null;
}
