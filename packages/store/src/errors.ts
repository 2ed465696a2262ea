/**
 * The errors of the store, one table of codes: what happened, what to do, and whether trying again may help.
 * docs/reference/errors.md is made from it.
 */
import { errorCode, errorFrom, isOutdialError } from '@outdial/core';
import type { ErrorCodeOf, ErrorFromOptions, ErrorValues, OutdialError } from '@outdial/core';

/** Every error the store throws, by code. */
export const STORE_ERRORS = {
  'store-address-invalid': {
    what: "The store's address is not known: it begins with '{scheme}'.",
    remedy: "Use 'sqlite:' and a path, or 'mysql://user:password@host:port/database'.",
    retryable: false,
  },
  'table-prefix-invalid': {
    what: "The table prefix '{prefix}' cannot stand before a table's name.",
    remedy: "Use a letter, then up to 30 letters, digits or '_'.",
    retryable: false,
  },
  'database-locked': {
    what: 'The database is locked by another process or transaction, longer than the store waits.',
    remedy: 'Wait until the other process has written, or end it; then try again.',
    retryable: true,
  },
  'database-gone': {
    what: 'The database server cannot be reached, or the connection was lost ({reason}).',
    remedy: 'Check that the server runs, and that its address and port are right; then try again.',
    retryable: true,
  },
  'database-denied': {
    what: 'The database server refuses the user, the password or the database ({reason}).',
    remedy: 'Check user, password and name of the database, and that it was created.',
    retryable: false,
  },
  'database-missing': {
    what: 'The database file cannot be opened or created.',
    remedy: 'Check that its folder exists and that this user may write there.',
    retryable: false,
  },
  'database-unreadable': {
    what: 'The file is not a database of the store, or it is damaged.',
    remedy: 'Check the path; put the last backup in its place where the file is damaged.',
    retryable: false,
  },
  'database-read-only': {
    what: 'The database is read-only.',
    remedy: 'Let this user write to the file and its folder, or end the read-only mode of the server.',
    retryable: false,
  },
  'disk-full': {
    what: 'The disk is full.',
    remedy: 'Free space on the disk; then try again.',
    retryable: true,
  },
  'schema-not-updated': {
    what: "The database could not be brought to this version's schema ({migration}): {reason}.",
    remedy: 'Check that the user may create tables and indexes, and open the store again.',
    retryable: false,
  },
  'file-missing': {
    what: 'The file {path} does not exist.',
    remedy: 'Check the path.',
    retryable: false,
  },
  'file-unreadable': {
    what: 'The file {path} cannot be read ({reason}).',
    remedy: 'Check that it is a file, not a folder, and that this user may read it.',
    retryable: false,
  },
  'file-not-writable': {
    what: 'The file {path} cannot be written ({reason}).',
    remedy:
      'Check that its folder exists, that this user may write there, and that the disk is not read-only.',
    retryable: false,
  },
  'list-empty': {
    what: 'The file is empty.',
    remedy: 'It needs a header line that names its columns.',
    retryable: false,
  },
  'list-column-absent': {
    what: "The column mapping names '{column}', which the file does not have. Its columns are: {columns}.",
    remedy: 'Correct the name in the mapping, or remove it.',
    retryable: false,
  },
  'list-without-numbers': {
    what: 'No column with telephone numbers was found. The columns are: {columns}.',
    remedy: 'Say which one holds them by a column mapping, e.g. {example}.',
    retryable: false,
  },
  'country-unknown': {
    what: "The default country '{country}' is not an ISO 3166-1 code.",
    remedy: "Use e.g. 'US', 'CA' or 'GB'.",
    retryable: false,
  },
  'number-file-unreadable': {
    what: 'The file of numbers cannot be read: {reason}.',
    remedy: '{what}.',
    retryable: false,
  },
  'set-file-damaged': {
    what: 'The set file {path} is damaged: {reason}.',
    remedy: 'Fetch it or build it again.',
    retryable: false,
  },
  'lead-invalid': {
    what: 'Lead {position} cannot be added: {reason}.',
    remedy: "Give each lead a number in E.164 ('+', country code and digits).",
    retryable: false,
  },
  'subject-missing': {
    what: 'The entry names neither a number nor a person.',
    remedy: "Give `phone` in E.164 ('+', country code and digits), `personKey` or `personId`.",
    retryable: false,
  },
} as const;

/** A code of the store. */
export type StoreErrorCode = ErrorCodeOf<typeof STORE_ERRORS>;

/** An error of the store by its code. */
export function storeError<Code extends StoreErrorCode>(
  code: Code,
  values: ErrorValues<(typeof STORE_ERRORS)[Code]>,
  options?: ErrorFromOptions,
): OutdialError<Code> {
  return errorFrom(STORE_ERRORS, code, values, options);
}

/** Codes of files that cannot be reached as they are asked for. */
const NOT_PERMITTED: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EROFS']);

/** What a failure to read a file means; an error that is none of a file's stays as it is. */
export function readingError(error: unknown, path: string): unknown {
  if (isOutdialError(error)) return error;
  const reason = errorCode(error);
  if (reason === 'ENOENT') return storeError('file-missing', { path }, { cause: error });
  return NOT_PERMITTED.has(reason)
    ? storeError('file-unreadable', { path, reason }, { cause: error })
    : error;
}

/** What a failure to write a file means; an error that is none of a file's stays as it is. */
export function writingError(error: unknown, path: string): unknown {
  if (isOutdialError(error)) return error;
  const reason = errorCode(error);
  if (reason === 'ENOSPC') return storeError('disk-full', {}, { cause: error, context: { path } });
  return reason === 'ENOENT' || NOT_PERMITTED.has(reason)
    ? storeError('file-not-writable', { path, reason }, { cause: error })
    : error;
}
