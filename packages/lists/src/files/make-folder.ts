/** Makes a folder with those above it, one at a time. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from '@outdial/core';

/**
 * Makes a folder and what is missing above it; a folder that is there stays as it is. Node's own `recursive`
 * never returns where a file system such as /proc says that a folder above a new one does not exist.
 *
 * @throws the error of the operating system, such as EEXIST where a file stands in the path
 */
export function makeFolder(path: string): void {
  const folder = resolve(path);
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process has made it in between.
    if (errorCode(error) !== 'EEXIST' || !isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
