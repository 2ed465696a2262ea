/**
 * The errors of files: one table of codes with what happened, what to do, and whether trying again may help.
 * docs/reference/errors.md is made from it.
 */
import { errorCode, errorFrom, isOutdialError } from '@outdial/core';
import type { ErrorCodeOf, ErrorFromOptions, ErrorValues, OutdialError } from '@outdial/core';

/** Every error that reading a list or a file of numbers throws, by code. */
export const LIST_ERRORS = {
  'disk-full': {
    what: 'The disk is full.',
    remedy: 'Free space on the disk; then try again.',
    retryable: true,
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
  'output-is-link': {
    what: 'The file {path} is not written: it is a symbolic link.',
    remedy: 'Name the file itself.',
    retryable: false,
  },
  'output-is-input': {
    what: 'The file {path} is not written: {input} is read as an input or kept as data, and is this file.',
    remedy: 'Name another file.',
    retryable: false,
  },
  'list-empty': {
    what: 'The file is empty.',
    remedy: 'It needs a header line that names its columns.',
    retryable: false,
  },
  'file-not-a-list': {
    what: 'It is {what}.',
    remedy: '{advice}.',
    retryable: false,
  },
  'file-unpacks-too-far': {
    what: 'It is packed more densely than a list can be: {megabytes} MB came out, and reading stopped.',
    remedy: 'Unpack it and look at what it holds.',
    retryable: false,
  },
  'file-too-large': {
    what: 'It is larger than {megabytes} MB packed: a zip archive or workbook is read into memory.',
    remedy: 'Save the list as CSV, or compress it with gzip: both have no limit.',
    retryable: false,
  },
  'sheet-unknown': {
    what: "The workbook has no sheet '{sheet}'. Its sheets are: {sheets}.",
    remedy: 'Name one of them.',
    retryable: false,
  },
  'header-is-data': {
    what: 'The first line looks like data: it holds the telephone number in column {column}.',
    remedy: [
      'Add a line that names the columns; or say that there is none, with header: false in the list or',
      '--no-header, and map columns by position, e.g. {example}.',
    ],
    retryable: false,
  },
  'column-target-unknown': {
    what: "The column mapping gives '{column}' the target '{target}', which does not exist.",
    remedy: "Use 'field:<name>' to show it to the agent, or one of {targets}.",
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
  'sheet-without-numbers': {
    what: "The sheet '{sheet}' has no column with telephone numbers.",
    remedy: 'Name another one ({sheets}) with sheet or --sheet, or map the column that holds them.',
    retryable: false,
  },
  'list-encoding-doubtful': {
    what: 'No header can be read: the letters make no words in any encoding that is detected.',
    remedy: 'It was read as {encoding}. Say the encoding, e.g. --encoding shift_jis, gbk, big5 or euc-kr.',
    retryable: false,
  },
  'encoding-unknown': {
    what: "The encoding '{encoding}' is not known.",
    remedy: 'Use one of {examples}, or leave it out: it is detected.',
    retryable: false,
  },
  'country-unknown': {
    what: "The default country '{country}' is not an ISO 3166-1 code.",
    remedy: "Use e.g. 'US', 'CA' or 'GB'.",
    retryable: false,
  },
  'do-not-call-not-whole': {
    what: 'The do-not-call file {path} cannot be read whole: {reason}.',
    remedy: '{what}.',
    retryable: false,
  },
  'number-file-unreadable': {
    what: 'The file of numbers cannot be read: {reason}.',
    remedy: '{what}.',
    retryable: false,
  },
} as const;

/** A code of a file's error. */
export type ListErrorCode = ErrorCodeOf<typeof LIST_ERRORS>;

/** An error of a file by its code. */
export function listError<Code extends ListErrorCode>(
  code: Code,
  values: ErrorValues<(typeof LIST_ERRORS)[Code]>,
  options?: ErrorFromOptions,
): OutdialError<Code> {
  return errorFrom(LIST_ERRORS, code, values, options);
}

/** Codes of files that cannot be reached as they are asked for. */
const NOT_PERMITTED: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EROFS']);

/** What a failure to read a file means; an error that is none of a file's stays as it is. */
export function readingError(error: unknown, path: string): unknown {
  if (isOutdialError(error)) return error;
  const reason = errorCode(error);
  if (reason === 'ENOENT') return listError('file-missing', { path }, { cause: error });
  return NOT_PERMITTED.has(reason) ? listError('file-unreadable', { path, reason }, { cause: error }) : error;
}

/** Calls of the operating system by which a file is written. */
const WRITES: ReadonlySet<unknown> = new Set(['open', 'write', 'fsync', 'ftruncate', 'fchmod', 'close']);

/** What a failure to write a file means; an error that is none of a file's stays as it is. */
export function writingError(error: unknown, path: string): unknown {
  if (isOutdialError(error)) return error;
  const reason = errorCode(error);
  if (reason === 'ENOSPC') return listError('disk-full', {}, { cause: error, context: { path } });
  const isOfFile =
    typeof error === 'object' && error !== null && 'syscall' in error && WRITES.has(error.syscall);
  return reason === 'ENOENT' || NOT_PERMITTED.has(reason) || isOfFile
    ? listError('file-not-writable', { path, reason }, { cause: error })
    : error;
}
