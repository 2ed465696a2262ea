/** The table of column targets, its type and the guesses of the importer agree. */
import { describe, expect, test } from '@jest/globals';
import { COLUMN_TARGETS, guessColumns, isColumnTarget } from '../../src/index.js';

describe('column targets', () => {
  test('are told from other texts', () => {
    expect(['region', 'field:State', 'ignore'].filter(isColumnTarget)).toHaveLength(3);
    expect(['Region', 'state', 'field:', 'zip', 'toString'].filter(isColumnTarget)).toEqual([]);
  });

  test('have their own names as headers', () => {
    const names = Object.keys(COLUMN_TARGETS).filter((name) => name !== 'ignore');
    const other = (name: string): string => (name === 'phone' ? 'Name' : 'Phone');
    expect(names.map((name) => guessColumns(`${name},${other(name)}`)[0]?.target)).toEqual(names);
  });

  test.each(['Minor', 'Minor (Y/N)', 'Is a minor', 'Minor Flag', 'Under age', 'underage', 'Menor de edad'])(
    '%s is whether the person is under age',
    (header) => expect(guessColumns(`${header},Phone`)[0]?.target).toBe('minor'),
  );

  test('are all that a header can be taken for', () => {
    const headers = 'Phone 1,State,zip,Notes,consent date,do not call,dnc,Phone 1 DNC,Deceased';
    const guessed = guessColumns(headers).map(({ target }) => target);
    expect(guessed).toEqual([
      'phone',
      'region',
      'postalCode',
      'field:Notes',
      'consentAt',
      'internalDoNotCall',
      'internalDoNotCall',
      'phoneDoNotCall',
      'deceased',
    ]);
    expect(guessed.every(isColumnTarget)).toBe(true);
    expect(Object.keys(COLUMN_TARGETS).every(isColumnTarget)).toBe(true);
  });
});
