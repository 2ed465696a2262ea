/** Errors of the platforms: what keeps a dialer from its telephony. */
import { errorFacts, OutdialError, type ErrorCodeOf, type ErrorValues } from '@outdial/core';

/** Codes of {@link TelephonyUnavailable}. */
export const TELEPHONY_ERRORS = {
  'telephony-unavailable': {
    what: 'Asterisk at {url} did not become ready within {seconds} s.',
    remedy: "Run 'outdial doctor' to see what is missing.",
    retryable: true,
  },
  'telephony-held': {
    what: "Another dialer that runs has the name '{node}' on Asterisk at {url}, and its calls there.",
    remedy: 'Give each dialer a telephony.node of its own, or end that one first.',
    retryable: true,
  },
  'telephony-credentials-missing': {
    what: 'The ARI {credential} is missing: the environment variable {variable} is not set.',
    remedy: 'Set {variable}, or name another variable in the campaign file for this server.',
    retryable: false,
  },
} as const;

/** A code of {@link TELEPHONY_ERRORS}. */
export type TelephonyErrorCode = ErrorCodeOf<typeof TELEPHONY_ERRORS>;

/** Asterisk cannot be reached, or its credentials are missing. */
export class TelephonyUnavailable<
  Code extends TelephonyErrorCode = TelephonyErrorCode,
> extends OutdialError<Code> {
  override readonly name = 'TelephonyUnavailable';

  constructor(code: Code, values: ErrorValues<(typeof TELEPHONY_ERRORS)[Code]>) {
    super(errorFacts(TELEPHONY_ERRORS, code, values));
  }
}
