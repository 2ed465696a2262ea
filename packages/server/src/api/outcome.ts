/** What became of a request: the answer of every route is one of these. */
import type { Readable } from 'node:stream';

/** One field that cannot be used. */
export interface Problem {
  /** Where: 'callback.at'. */
  readonly field: string;
  /** The value there, shortened; absent where there is none. */
  readonly value?: string;
  /** What is wrong with it, and what to write instead. */
  readonly remedy: string;
}

/** The statuses of refusals. 409: the order cannot be followed as things stand. */
export type RefusalStatus = 401 | 403 | 404 | 409 | 413 | 429 | 503;

/** A request that was not followed. */
export interface Refusal {
  readonly kind: 'refused';
  readonly status: RefusalStatus;
  /** Stable, kebab-case: what a program tests. */
  readonly code: string;
  /** Why, and what to do, as sentences for a person. */
  readonly text: string;
  /** Seconds after which the same request may succeed. */
  readonly retryAfterSeconds?: number;
}

/** A file to be kept by the person who asked. */
export interface FileAnswer {
  readonly kind: 'file';
  /** Name under which a browser keeps it. */
  readonly name: string;
  /** Media type: 'text/csv; charset=utf-8'. */
  readonly type: string;
  readonly content: string | Readable;
}

/** The answer of a route. */
export type Outcome<Answer> =
  | {
      readonly kind: 'done';
      readonly answer: Answer;
      /** The secret of the session that begins with this answer; null: the session ends. */
      readonly session?: string | null;
    }
  | FileAnswer
  | Refusal
  | { readonly kind: 'unreadable'; readonly problems: readonly Problem[] };

/** The request was followed. */
export function done<Answer>(answer: Answer): Outcome<Answer> {
  return { kind: 'done', answer };
}

/** The answer of orders: there is nothing to say beyond that it was followed. */
export const FOLLOWED: { readonly followed: true } = { followed: true };

/** The request was not followed. */
export function refused(status: RefusalStatus, code: string, text: string): Refusal {
  return { kind: 'refused', status, code, text };
}

/** One field cannot be used. */
export function unusable<Answer>(field: string, remedy: string): Outcome<Answer> {
  return { kind: 'unreadable', problems: [{ field, remedy }] };
}
