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

/** The answer of a request; throws {@link RequestRefused}. */
export async function answerOf<Data>(
  request: Promise<{ readonly data?: Data; readonly error?: unknown }>,
): Promise<Data> {
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
