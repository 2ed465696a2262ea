/** The error of a do-not-call list that cannot be read. */
import { errorFacts, OutdialError, type ErrorValues } from '@outdial/core';

/** Code of {@link DoNotCallListUnavailable}. */
export const DO_NOT_CALL_ERRORS = {
  'do-not-call-list-unavailable': {
    what: "The do-not-call list '{list}' cannot be used: {path}: {why}.",
    remedy: "Correct the path under doNotCall.lists, or build the file with 'outdial dnc build'.",
    retryable: true,
  },
} as const;

/** A do-not-call list cannot be used: the campaign must not start without it. */
export class DoNotCallListUnavailable extends OutdialError<'do-not-call-list-unavailable'> {
  override readonly name = 'DoNotCallListUnavailable';

  constructor(values: ErrorValues<(typeof DO_NOT_CALL_ERRORS)['do-not-call-list-unavailable']>) {
    super(errorFacts(DO_NOT_CALL_ERRORS, 'do-not-call-list-unavailable', values));
  }
}
