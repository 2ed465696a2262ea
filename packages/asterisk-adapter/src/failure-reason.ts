/** The text of an error as part of another sentence: what happened, without remedy and full stop. */
import { faultText, isOutdialError, redact } from '@outdial/core';

/** What an error says, without anything that may be a telephone number. */
export function failureReason(error: unknown): string {
  return isOutdialError(error) ? redact(error.what).replace(/\.$/, '') : faultText(error);
}
