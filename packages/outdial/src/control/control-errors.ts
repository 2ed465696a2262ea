/** Errors of the control interface: why it was not started. */
import { errorCode, errorFacts, OutdialError, type ErrorCodeOf, type ErrorValues } from '@outdial/core';

/** Codes of {@link ControlUnavailable}. */
export const CONTROL_ERRORS = {
  'control-token-missing': {
    what: 'The control interface was not started: the environment variable {variable} is not set.',
    remedy: 'Set it to a secret of at least 16 characters, or remove the section control.',
    retryable: false,
  },
  'control-token-short': {
    what: 'The control interface was not started: the token in {place} is too short.',
    remedy: "Use at least 16 characters, e.g. from 'openssl rand -hex 16'.",
    retryable: false,
  },
  'port-in-use': {
    what: 'The control interface was not started: another program uses {host}:{port}.',
    remedy: 'End the other program, or set another control.port in the campaign file.',
    retryable: true,
  },
  'address-unavailable': {
    what: 'The control interface was not started: {host}:{port} cannot be listened on ({why}).',
    remedy: 'Set control.host to an address of this machine, and control.port to 1024 or more.',
    retryable: false,
  },
} as const;

/** A code of {@link CONTROL_ERRORS}. */
export type ControlErrorCode = ErrorCodeOf<typeof CONTROL_ERRORS>;

/** The control interface cannot start. */
export class ControlUnavailable<Code extends ControlErrorCode = ControlErrorCode> extends OutdialError<Code> {
  override readonly name = 'ControlUnavailable';

  constructor(code: Code, values: ErrorValues<(typeof CONTROL_ERRORS)[Code]>, cause?: unknown) {
    super(errorFacts(CONTROL_ERRORS, code, values, { cause }));
  }
}

const LISTEN_REASONS: Readonly<Record<string, string>> = {
  EADDRNOTAVAIL: 'it is not an address of this machine',
  EACCES: 'this user has no permission',
  ENOTFOUND: 'the host name is not known',
};

/** A fault of listening on a port in words; any other error stays as it is. */
export function listenFault(cause: unknown, host: string, port: number): unknown {
  const code = errorCode(cause);
  if (code === 'EADDRINUSE') return new ControlUnavailable('port-in-use', { host, port }, cause);
  const why = LISTEN_REASONS[code];
  if (why === undefined) return cause;
  return new ControlUnavailable('address-unavailable', { host, port, why }, cause);
}
