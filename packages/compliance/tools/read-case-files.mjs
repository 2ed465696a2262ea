/** Reads the case files of test/cases for the tools. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** Name and content of every case file. */
export function readCaseFiles() {
  const folder = fileURLToPath(new URL('../test/cases/', import.meta.url));
  return readdirSync(folder)
    .sort()
    .map((name) => [name, parse(readFileSync(join(folder, name), 'utf8'))]);
}
