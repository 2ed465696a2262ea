/**
 * A request that Asterisk refused or did not answer. Its text never holds telephone numbers: digits that
 * could be one are masked.
 */
export class AriRequestError extends Error {
  readonly code = 'ari-request-failed' as const;
  /** `<resource>.<operation>`. */
  readonly operation: string;
  /**
   * HTTP status; null when no answer came (time-out, connection refused or lost): the request may have been
   * carried out.
   */
  readonly status: number | null;
  /** True when the same request may succeed later. */
  readonly retryable: boolean;

  constructor(operation: string, status: number | null, detail: string, cause?: unknown) {
    super(
      `${operation}: ${status === null ? 'no answer from Asterisk' : `status ${status}`}${detail === '' ? '' : `, ${detail.slice(0, 200).replace(/\d{5,}/g, '#')}`}`,
      cause === undefined ? {} : { cause },
    );
    this.name = 'AriRequestError';
    this.operation = operation;
    this.status = status;
    this.retryable = status === null || status >= 500;
  }
}

/** True when no answer came: Asterisk is out of reach, and what was asked may or may not have been done. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof AriRequestError && error.status === null;
}

/** True when Asterisk said that the thing asked about does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof AriRequestError && error.status === 404;
}
