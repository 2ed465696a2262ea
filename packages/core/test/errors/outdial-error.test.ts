import { describe, expect, test } from '@jest/globals';
import { errorFrom, errorFacts, isOutdialError, OutdialError } from '@outdial/core';

const ERRORS = {
  'file-unreadable': {
    what: 'The file {file} cannot be read: {why}.',
    remedy: ['Check the path,', 'and that line {line} is there.'],
    retryable: false,
  },
  'server-away': { what: 'The server does not answer.', remedy: 'Wait.', retryable: true },
} as const;

describe('an error of a table', () => {
  test('says what happened and what to do, with its values filled in', () => {
    const error = errorFrom(ERRORS, 'file-unreadable', { file: 'a.csv', why: 'it is a folder.', line: 3 });
    expect(error.what).toBe('The file a.csv cannot be read: it is a folder.');
    expect(error.remedy).toBe('Check the path, and that line 3 is there.');
    expect(error.message).toBe(`${error.what} ${error.remedy}`);
    expect(error.context).toEqual({ file: 'a.csv', why: 'it is a folder.', line: 3 });
  });

  test('carries code, retryable, cause and more context', () => {
    const cause = new Error('below');
    const error = errorFrom(ERRORS, 'server-away', {}, { cause, context: { tries: 2 } });
    expect(error).toMatchObject({ code: 'server-away', retryable: true, context: { tries: 2 }, cause });
  });

  test('a placeholder without a value does not compile', () => {
    // @ts-expect-error: `why` and `line` are missing.
    const error = errorFrom(ERRORS, 'file-unreadable', { file: 'a.csv' });
    expect(error.what).toContain('{why}');
  });

  test('a code that is not in the table does not compile', () => {
    // @ts-expect-error: no such code.
    expect(() => errorFrom(ERRORS, 'unheard-of', {})).toThrow();
  });
});

describe('the family is known by its shape', () => {
  class ServerAway extends OutdialError<'server-away'> {
    override readonly name = 'ServerAway';
    constructor() {
      super(errorFacts(ERRORS, 'server-away', {}));
    }
  }

  test('a class that extends it belongs to it', () => {
    expect(isOutdialError(new ServerAway())).toBe(true);
    expect(String(new ServerAway())).toBe('ServerAway: The server does not answer. Wait.');
  });

  test('an error of another copy with the same shape belongs to it', () => {
    const foreign = Object.assign(new Error('a'), { code: 'c', what: 'w', remedy: 'r', retryable: false });
    expect(isOutdialError(foreign)).toBe(true);
  });

  test.each([[new Error('a')], [{ code: 'ENOENT', message: 'a' }], [null], ['text'], [undefined]])(
    '%p does not belong to it',
    (error) => expect(isOutdialError(error)).toBe(false),
  );
});
