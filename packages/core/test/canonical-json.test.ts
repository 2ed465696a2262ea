import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '@outdial/core';

describe('canonicalJson', () => {
  test('sorts keys at every depth and drops undefined members', () => {
    const value = { b: [{ z: 1, a: undefined, y: null }], a: 'text', gone: undefined };

    expect(canonicalJson(value)).toBe('{"a":"text","b":[{"y":null,"z":1}]}');
  });

  test('writes undefined in a list, or alone, as null', () => {
    expect(canonicalJson([undefined, 1])).toBe('[null,1]');
    expect(canonicalJson(undefined)).toBe('null');
  });

  test('the order in which members were added changes nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        return canonicalJson(turned) === canonicalJson(record);
      }),
    );
  });

  test('reads back as the same JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
