/** Opens files that hold personal data: their owner's only, never through a link, never over an input. */
import {
  closeSync,
  constants,
  createWriteStream,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  statSync,
} from 'node:fs';
import type { Stats, WriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode } from '@outdial/core';
import { listError, writingError } from '../errors.js';

/** How a file is opened for writing. */
export interface OutputOptions {
  /** Files that are read or kept beside: none of them is written over. */
  readonly inputs?: readonly string[];
  /** Bytes of the file that stay; writing goes on behind them. @default 0 */
  readonly from?: number;
}

/** Only the owner reads and writes. */
const OWNER_ONLY = 0o600;

/**
 * Opens a file for writing and returns its descriptor. It is made with mode 0600, or set to it; a symbolic
 * link is not followed, and a file among `inputs` is not written over. Devices such as /dev/null are taken as
 * they are.
 *
 * @throws 'output-is-link', 'output-is-input', 'file-not-writable'
 */
export function openOutput(path: string, { inputs = [], from = 0 }: OutputOptions = {}): number {
  const named = inputs.find((candidate) => resolve(candidate) === resolve(path));
  if (named !== undefined) throw listError('output-is-input', { path, input: named });
  const file = openPlain(path);
  try {
    const found = fstatSync(file);
    if (!found.isFile()) return file;
    const input = inputs.find((candidate) => isSameFile(candidate, found));
    if (input !== undefined) throw listError('output-is-input', { path, input });
    if ((found.mode & 0o777) !== OWNER_ONLY) fchmodSync(file, OWNER_ONLY);
    ftruncateSync(file, from);
    return file;
  } catch (error) {
    closeSync(file);
    throw writingError(error, path);
  }
}

/** A stream that writes a file opened by {@link openOutput}. */
export function outputStream(path: string, options: OutputOptions = {}): WriteStream {
  const fd = openOutput(path, options);
  // A device such as /dev/null is at no position, and has nothing to flush to a disk.
  return fstatSync(fd).isFile()
    ? createWriteStream(path, { fd, start: options.from ?? 0, flush: true })
    : createWriteStream(path, { fd });
}

/**
 * Makes a file that only its owner reads, where there is none; what is there stays as it is. What else is
 * wrong shows when the file is opened.
 *
 * @throws 'output-is-link'
 */
export function makePrivateFile(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true)
    throw listError('output-is-link', { path });
  try {
    closeSync(openSync(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, OWNER_ONLY));
  } catch {
    // It is there already, or cannot be made.
  }
}

function openPlain(path: string): number {
  // The flag is absent on systems without symbolic links of this kind.
  const noFollow = (constants as { readonly O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0;
  try {
    return openSync(path, constants.O_WRONLY | constants.O_CREAT | noFollow, OWNER_ONLY);
  } catch (error) {
    if (errorCode(error) === 'ELOOP') throw listError('output-is-link', { path }, { cause: error });
    throw writingError(error, path);
  }
}

function isSameFile(path: string, { dev, ino }: Stats): boolean {
  try {
    const other = statSync(path);
    return other.ino === ino && other.dev === dev;
  } catch {
    return false;
  }
}
