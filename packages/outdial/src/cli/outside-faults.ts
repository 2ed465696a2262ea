/**
 * Names faults of what is outside outdial (files, disks, ports, servers) by codes of the operating system.
 * The sentences on files are those of the store, which reads and writes most of them.
 */
import { errorCode, isOutdialError, OutdialError } from '@outdial/core';
import { makeFolder, readingError, writingError } from '@outdial/lists';
import { CommandError } from './command-errors.js';

/** Runs work that reads `path`; a fault of the file is said with the path and what to do. */
export async function reading<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  return work().catch((cause: unknown) => {
    throw readingError(cause, path);
  });
}

/** Runs work that writes `path`; a fault of file or disk is said with the path and what to do. */
export async function writing<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  return work().catch((cause: unknown) => {
    throw notWritten(cause, path);
  });
}

/** Makes a folder for output; a fault is said with the path and what to do. */
export function makeOutputFolder(path: string): void {
  try {
    makeFolder(path);
  } catch (cause) {
    throw notWritten(cause, path);
  }
}

/** A folder cannot be made where a file is. */
function notWritten(cause: unknown, path: string): unknown {
  return errorCode(cause) === 'EEXIST'
    ? new CommandError('output-in-file', { path }, cause)
    : writingError(cause, path);
}

const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at that address',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name cannot be looked up now',
  ETIMEDOUT: 'no answer in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
};

/** Codes of a full disk or a file system that cannot be written. */
const WRITE_CODES: ReadonlySet<string> = new Set(['ENOSPC', 'EROFS']);

/** A known fault of something outside, from its code alone; null for anything else. */
export function outsideFault(error: unknown): OutdialError | null {
  const code = errorCode(error);
  const why = NETWORK[code];
  if (why !== undefined) return new CommandError('server-away', { why, code }, error);
  const path = pathOf(error);
  if (path === null && !WRITE_CODES.has(code)) return null;
  const named = isWriting(error) ? writingError(error, path ?? 'to write') : readingError(error, path ?? '');
  return isOutdialError(named) && named instanceof OutdialError ? named : null;
}

/** The path that an error of the file system names. */
export function pathOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'path' in error && typeof error.path === 'string'
    ? error.path
    : null;
}

/** True when the call of the operating system that failed was one that writes. */
function isWriting(error: unknown): boolean {
  if (WRITE_CODES.has(errorCode(error))) return true;
  return (
    typeof error === 'object' &&
    error !== null &&
    'syscall' in error &&
    ['mkdir', 'write', 'unlink', 'rename', 'rm'].includes(String(error.syscall))
  );
}
