/** The server's API, and what went wrong with a request as a text. */
import { createApi, isRefusal, type ApiRefusal as Refusal } from '@outdial/client';
import { TEXTS, fill } from '../texts.js';

export const api = createApi({ baseUrl: window.location.origin });

/** A request that was not followed. */
export class RequestRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.text);
    this.refusal = refusal;
  }
}

/** What the error of a request says is wrong with a field; undefined: nothing. */
export function problemOf(error: unknown, field: string): string | undefined {
  const problems = error instanceof RequestRefused ? error.refusal.problems : undefined;
  return problems?.find((problem) => problem.field === field)?.remedy;
}

type Request<Data> = Promise<{ readonly data?: Data; readonly error?: unknown }>;

/** Hears that a request was refused because nobody is logged in any more. */
let onNotLoggedIn: () => void = () => undefined;

/** Says who hears that the session has ended: one for the page. */
export function hearNotLoggedIn(hear: () => void): void {
  onNotLoggedIn = hear;
}

/** Whether a request was refused because nobody is logged in. */
export function isNotLoggedIn(error: unknown): boolean {
  return error instanceof RequestRefused && error.refusal.code === 'not-logged-in';
}

/**
 * The answer of a request; throws {@link RequestRefused}. Whatever asks or orders comes by here: where the
 * session has ended, the log-in opens.
 */
export async function answerOf<Data>(request: Request<Data>): Promise<Data> {
  try {
    return await sessionAnswerOf(request);
  } catch (error) {
    if (isNotLoggedIn(error)) onNotLoggedIn();
    throw error;
  }
}

/** {@link answerOf} for the question who is logged in: nobody is an answer to it. */
export async function sessionAnswerOf<Data>(request: Request<Data>): Promise<Data> {
  const { data, error } = await request;
  if (data !== undefined) return data;
  throw isRefusal(error) ? new RequestRefused(error) : new Error(TEXTS.away);
}

/** What to tell a person about an error. */
export function textOf(error: unknown): string {
  if (error instanceof RequestRefused) return error.message;
  if (error instanceof TypeError) return TEXTS.away;
  return fill(TEXTS.fault, { text: error instanceof Error ? error.message : String(error) });
}
