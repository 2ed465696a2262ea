/** Reads the case files of test/cases and test/review-cases.yaml for the tools. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const test = fileURLToPath(new URL('../test/', import.meta.url));

/** The cases of the campaign review. */
export function readReviewCases() {
  return parse(readFileSync(join(test, 'review-cases.yaml'), 'utf8'));
}

/** Name and content of every case file. */
export function readCaseFiles() {
  const folder = join(test, 'cases');
  return readdirSync(folder)
    .sort()
    .map((name) => [name, parse(readFileSync(join(folder, name), 'utf8'))]);
}
