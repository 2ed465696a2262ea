/** Columns that are read and of whose values nothing is made are named when a file is opened. */
import { expect, test } from '@jest/globals';
import { mapColumns } from '../../src/columns/columns.js';
import { unreadValueWarnings } from '../../src/columns/unread-values.js';
import { isOrdinaryStatus } from '../../src/values/ordinary-status.js';

const warningsOf = (headers: readonly string[], ...rows: (readonly string[])[]): readonly string[] =>
  unreadValueWarnings(mapColumns([...headers]), rows);

test('statuses in no vocabulary are named, each once, and no more than five', () => {
  const rows = ['NEW', 'Zombie', 'DNC', 'No answer', 'Zombie', '', 'Purple'].map((status) => [
    '2025550143',
    status,
  ]);
  expect(warningsOf(['Phone', 'Status'], ...rows)).toEqual([
    expect.stringMatching(/^column 'Status' has statuses of which nothing is made: 'Zombie', 'Purple'\. /),
  ]);
  const many = Array.from({ length: 8 }, (_, index) => ['2025550143', `Zombie ${'x'.repeat(index + 1)}`]);
  expect(warningsOf(['Phone', 'Status'], ...many)[0]).toContain("'Zombie xxxxx' and 3 more");
});

test('ordinary statuses, and those that say something of calls, are not named', () => {
  const rows = ['NEW', 'Attempted to contact', 'DNC', 'Email only', 'Left message 2'].map((status) => [
    '1',
    status,
  ]);
  expect(warningsOf(['Phone', 'Status'], ...rows)).toEqual([]);
});

test.each(['stop', 'dnc', 'no calls please', 'deceased', 'attorney', 'remove', 'revoked', 'cease'])(
  "'%s' is not ordinary",
  (status) => expect(isOrdinaryStatus(status)).toBe(false),
);

test('a day of consent without a column that says which consent is named', () => {
  expect(warningsOf(['Phone', 'Consent Date'])).toEqual([expect.stringContaining("column 'Consent Date'")]);
  expect(warningsOf(['Phone', 'Consent Date', 'Consent'])).toEqual([]);
});
