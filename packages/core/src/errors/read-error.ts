/** Reads errors of any origin: of another realm, of a library, or a thrown text. */
import { redact } from './redaction.js';

/** Causes below an error that are looked at. */
const DEEPEST_CAUSE = 5;

/** What an error says, as it is; numbers included. For logs and facts use {@link faultText}. */
export function errorText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const message = 'message' in error ? String(error.message) : '';
  if (message !== '') return message;
  const code = errorCode(error);
  return code === '' ? 'an error without a message' : code;
}

/** What an error says, without anything that may be a telephone number: for logs, facts and events. */
export function faultText(error: unknown): string {
  return redact(errorText(error));
}

/** The code of an error ('ENOENT', 'SQLITE_BUSY') or of its nearest cause that has one, else ''. */
export function errorCode(error: unknown): string {
  let current = error;
  for (let depth = 0; depth < DEEPEST_CAUSE; depth += 1) {
    if (typeof current !== 'object' || current === null) return '';
    if ('code' in current && typeof current.code === 'string' && current.code !== '') return current.code;
    current = 'cause' in current ? current.cause : undefined;
  }
  return '';
}
