/** Why a server does not start. */
import { errorCode, errorFrom } from '@outdial/core';

/** Codes of the errors at the start. */
export const SERVER_ERRORS = {
  'server-folder-foreign': {
    what: 'Nothing was started: {folder} holds files, but no outdial.yaml.',
    remedy: 'Name a folder of a server, or an empty one, which becomes a demonstration.',
    retryable: false,
  },
  'server-file-missing': {
    what: 'There is no {path}.',
    remedy:
      "Name the folder of a server: 'outdial serve' writes one with a demonstration into an empty folder.",
    retryable: false,
  },
  'server-port-in-use': {
    what: 'The server was not started: another program uses {host}:{port}.',
    remedy: 'End the other program, or give another port: outdial serve --port 7790.',
    retryable: true,
  },
  'server-address-unavailable': {
    what: 'The server was not started: {host}:{port} cannot be listened on ({why}).',
    remedy: 'Give --host an address of this machine, and --port 1024 or more.',
    retryable: false,
  },
} as const;

const LISTEN_REASONS: Readonly<Record<string, string>> = {
  EADDRNOTAVAIL: 'it is not an address of this machine',
  EACCES: 'this user has no permission',
  ENOTFOUND: 'the host name is not known',
};

/** A fault of listening on a port in words; any other error stays as it is. */
export function listenFault(cause: unknown, host: string, port: number): unknown {
  const code = errorCode(cause);
  if (code === 'EADDRINUSE') return errorFrom(SERVER_ERRORS, 'server-port-in-use', { host, port }, { cause });
  const why = LISTEN_REASONS[code];
  if (why === undefined) return cause;
  return errorFrom(SERVER_ERRORS, 'server-address-unavailable', { host, port, why }, { cause });
}
