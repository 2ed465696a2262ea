import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { entryText } from '@outdial/core';
import { ERROR_CATALOGUE, errorsReference } from '../../src/error-catalogue/error-catalogue.js';

const page = new URL('../../../../docs/reference/errors.md', import.meta.url);
const entries = ERROR_CATALOGUE.flatMap(({ table }) => Object.entries(table));

describe('the catalogue of errors', () => {
  test('is what docs/reference/errors.md says (npm run reference -w packages/outdial)', async () => {
    expect(await readFile(page, 'utf8')).toBe(errorsReference());
  });

  test('has each code once over all packages', () => {
    const codes = entries.map(([code]) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  test.each(entries)('%s is a kebab-case code with a sentence and a remedy', (code, { what, remedy }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    expect(entryText(what)).toMatch(/[.}]$/);
    expect(entryText(remedy)).toMatch(/[.}]$/);
  });
});
