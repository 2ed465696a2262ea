/** How an answer of Asterisk is read: as the result of its operation, or as a failure. */
import type { OperationName } from '../generated/operations.js';
import { AriRequestError } from './ari-request-error.js';

/** The result in an answer's text; undefined where there is none. Throws {@link AriRequestError}. */
export function resultOf(operation: OperationName, status: number, text: string): unknown {
  if (status >= 300) throw new AriRequestError({ operation, status, detail: messageOf(text) });
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (error) {
    throw new AriRequestError({ operation, status, detail: 'the answer is not JSON', cause: error });
  }
}

/** Asterisk's own words in an answer that refuses; '' where there are none. */
export function messageOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}
