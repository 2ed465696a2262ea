import { describe, expect, test } from '@jest/globals';
import { defined, assertNever, InvariantError, type Defined } from '@outdial/core';

/** Compiles only where both types are the same, readonly and optional markers included. */
type Same<Left, Right> =
  (<Probe>() => Probe extends Left ? 1 : 2) extends <Probe>() => Probe extends Right ? 1 : 2 ? true : false;

const same = <Left, Right>(equal: Same<Left, Right>): boolean => equal;

describe('defined', () => {
  test('drops the properties that are undefined and keeps every other value', () => {
    const cause = { deep: undefined };
    const kept = defined({ a: 1, b: undefined, c: null, d: 0, e: '', f: false, cause });

    expect(Object.keys(kept)).toEqual(['a', 'c', 'd', 'e', 'f', 'cause']);
    expect(kept.cause).toBe(cause);
  });

  test('fits a type with exact optional properties, also inside a spread', () => {
    const target: { readonly id: string; readonly note?: string; readonly kind: 'lead' | 'list' } = {
      id: 'a',
      ...defined({ note: undefined as string | undefined, kind: 'lead' }),
    };

    expect(target).toStrictEqual({ id: 'a', kind: 'lead' });
  });

  test('required keys stay required, keys that may be undefined get optional', () => {
    interface Whole {
      readonly id: string;
      readonly gone: string | null;
      readonly note: string | undefined;
      size?: number;
    }
    interface Kept {
      readonly id: string;
      readonly gone: string | null;
      readonly note?: string;
      size?: number;
    }

    expect(same<Defined<Whole>, { [Key in keyof Kept]: Kept[Key] }>(true)).toBe(true);
  });

  test('each member of a union keeps its own keys', () => {
    type Either = { kind: 'a'; x: number | undefined } | { kind: 'b'; y: string };

    expect(same<Defined<Either>, { kind: 'a'; x?: number } | { kind: 'b'; y: string }>(true)).toBe(true);
  });

  test('changes nothing in its argument', () => {
    const given = { a: undefined };
    defined(given);

    expect(given).toStrictEqual({ a: undefined });
  });
});

describe('assertNever', () => {
  test('names the value that no case handles', () => {
    // oxlint-disable-next-line house/honest-casts -- the case under test: a value that the types exclude
    const call = (): never => assertNever({ kind: 'unheard-of' } as never, 'order');

    expect(call).toThrow(InvariantError);
    expect(call).toThrow('unhandled order: {"kind":"unheard-of"}');
  });
});
