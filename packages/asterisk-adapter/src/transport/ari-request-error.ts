/**
 * Requests that failed. What Asterisk refused (4xx) was not done. What it did not answer, answered with a
 * fault of its own (5xx) or answered in words that cannot be read may have been done all the same.
 */
import { errorFacts, OutdialError, redact } from '@outdial/core';
import { ASTERISK_ERRORS } from '../errors.js';

/** Code of a failed request. */
export type AriErrorCode =
  'ari-no-answer' | 'ari-server-failed' | 'ari-answer-unreadable' | 'ari-request-refused';

/** Longest text of Asterisk that an error quotes. */
const DETAIL_LENGTH = 200;

/** How a request failed. */
export interface AriFailure {
  /** `<resource>.<operation>`. */
  readonly operation: string;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** Asterisk's or the connection's own words; telephone numbers in them are masked. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/** A request that Asterisk refused or did not answer. Its text never holds telephone numbers. */
export class AriRequestError extends OutdialError<AriErrorCode> {
  override readonly name = 'AriRequestError';
  /** `<resource>.<operation>`. */
  readonly operation: string;
  /**
   * HTTP status; null when no answer came (time-out, connection refused or lost): the request may have been
   * carried out.
   */
  readonly status: number | null;

  constructor({ operation, status, detail = '', cause }: AriFailure) {
    const values = {
      operation,
      status: status ?? 'none',
      detail: detail === '' ? '' : `, ${redact(detail.slice(0, DETAIL_LENGTH)).replace(/\.$/, '')}`,
    };
    super(errorFacts(ASTERISK_ERRORS, codeOf(status), values, { cause }));
    this.operation = operation;
    this.status = status;
  }
}

function codeOf(status: number | null): AriErrorCode {
  if (status === null) return 'ari-no-answer';
  if (status < 300) return 'ari-answer-unreadable';
  return status >= 500 ? 'ari-server-failed' : 'ari-request-refused';
}

/** True when no answer came: Asterisk is out of reach, and what was asked may or may not have been done. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof AriRequestError && error.status === null;
}

/**
 * True when it is not known whether what was asked has been done: only a look at what exists on Asterisk says
 * so.
 */
export function isEffectUnknown(error: unknown): boolean {
  return error instanceof AriRequestError && error.code !== 'ari-request-refused';
}

/** True when an answer came that leaves the effect unknown: Asterisk can be asked at once. */
export function isAnsweredInDoubt(error: unknown): boolean {
  return isEffectUnknown(error) && !isUnanswered(error);
}

/** True when Asterisk said that what was to be made exists, or that its state does not permit the request. */
export function isConflict(error: unknown): boolean {
  return error instanceof AriRequestError && error.status === 409;
}

/** True when Asterisk said that the thing asked about exists, but not, or not yet, as the request needs. */
export function isUnfit(error: unknown): boolean {
  return error instanceof AriRequestError && error.status === 422;
}

/** True when Asterisk said that the thing asked about does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof AriRequestError && error.status === 404;
}
