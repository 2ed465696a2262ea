/** Reading errors of any origin: another realm's, a library's own, a thrown text. */

/** The code an error carries ('ENOENT', 'ECONNREFUSED'), or ''. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** What an error says. */
export function errorText(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
