import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const SRC = new URL('../src/', import.meta.url);

/** Ways to write SQL as text: Kysely's raw fragments, and statements handed to the driver. */
const SQL_TEXT = [
  /(?<!-)\bsql\s*(<[^>]*>)?\s*`/,
  /(?<!-)\bsql\.\w+/,
  /\bCompiledQuery\b/,
  /\bexecuteQuery\b/,
  /\bRawBuilder\b/,
];

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);

test('outside database/ no source of the store holds SQL as text', () => {
  const offenders = sources
    .filter((path) => !path.startsWith('database'))
    .filter((path) => {
      const text = readFileSync(new URL(path, SRC), 'utf8');
      return SQL_TEXT.some((pattern) => pattern.test(text));
    });
  expect(sources.length).toBeGreaterThan(50);
  expect(offenders).toEqual([]);
});

test('the patterns find SQL text where it is allowed', () => {
  const options = readFileSync(new URL('database/migrations/table-options.ts', SRC), 'utf8');
  expect(SQL_TEXT.some((pattern) => pattern.test(options))).toBe(true);
});
