import { describe, expect, test } from '@jest/globals';
import { errorCode, errorText, faultText, redact } from '@outdial/core';
import fc from 'fast-check';

describe('redact', () => {
  test.each([
    ["Duplicate entry '+12025550143' for key", "Duplicate entry '#' for key"],
    ['PJSIP/12025550143@trunk', 'PJSIP/#@trunk'],
    ['call to +44 20 7946 0018 failed', 'call to # failed'],
    ['call to (202) 555-0143 failed', 'call to # failed'],
    ['202.555.0143', '#'],
    ['555014', '#'],
  ])('%s: numbers become #', (text, expected) => expect(redact(text)).toBe(expected));

  test.each([
    'connect ECONNREFUSED 127.0.0.1:65535',
    '192.168.100.200',
    '2026-06-10T20:45:00.000-04:00',
    '2026-06-10 20:45',
    'ER_DUP_ENTRY (1062)',
  ])('%s stays as it is', (text) => expect(redact(text)).toBe(text));

  test('no E.164 number survives, whatever stands around it', () => {
    const number = fc.stringMatching(/^\+[1-9]\d{6,14}$/);
    fc.assert(
      fc.property(fc.string(), number, fc.string(), (before, phone, after) => {
        expect(redact(`${before}${phone}${after}`)).not.toContain(phone);
      }),
    );
  });
});

describe('reading errors of any origin', () => {
  test('the text of an error, of an object with a message, and of a thrown text', () => {
    expect(errorText(new Error('a'))).toBe('a');
    expect(errorText({ message: 'b' })).toBe('b');
    expect(errorText('c')).toBe('c');
  });

  test('an error without a message is named by its code', () => {
    expect(errorText(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
  });

  test('the code of the nearest cause that has one', () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(errorCode(new Error('fetch failed', { cause }))).toBe('ECONNREFUSED');
    expect(errorCode(new Error('plain'))).toBe('');
  });

  test('a fault holds no telephone number', () => {
    expect(faultText(new Error('no row for +12025550143'))).toBe('no row for #');
  });
});
