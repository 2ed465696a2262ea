import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  DoNotCallBuilder,
  DoNotCallFormatError,
  DoNotCallSet,
  doNotCallDelta,
  doNotCallFacts,
  phoneKey,
} from '../src/index.js';
import { checksum, Checksum } from '../src/do-not-call/checksum.js';

const INFO = { date: '2026-07-01', source: 'FTC registry' };
const phone = fc.oneof(
  fc.integer({ min: 2_012_000_000, max: 2_012_019_999 }).map((line) => `+1${line}`),
  fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }).map((line) => `+1${line}`),
  fc.integer({ min: 2_000_000_000, max: 2_000_005_000 }).map((line) => `+44${line}`),
);

describe('checksum', () => {
  test.each([
    ['', 0x02cc5d05],
    ['a', 0x550d7456],
    ['abc', 0x32d153ff],
    ['Nobody inspects the spammish repetition', 0xe2293b2f],
  ])('XXH32 of %j is the published value', (text, expected) => {
    expect(checksum(new TextEncoder().encode(text))).toBe(expected);
  });
  test('pieces of any size give the checksum of the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 8 }), (pieces) => {
        const whole = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
        const running = new Checksum();
        for (const piece of pieces) running.update(piece);
        expect(running.digest()).toBe(checksum(whole));
      }),
      { numRuns: 25 },
    );
  });
});

describe('DoNotCallSet', () => {
  test('holds exactly the numbers it was given, through bytes and back', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(phone, { maxLength: 200 }),
        fc.array(phone, { maxLength: 50 }),
        (numbers, others) => {
          const set = DoNotCallSet.fromBytes(DoNotCallSet.fromNumbers(numbers, INFO).toBytes());
          const model = new Set(numbers);
          expect(set.size).toBe(model.size);
          for (const number of [...numbers, ...others]) expect(set.has(number)).toBe(model.has(number));
          for (const number of numbers) expect(set.hasKey(Number(number.slice(1)))).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('a full exchange is a bitset and answers for each line', () => {
    const builder = new DoNotCallBuilder();
    for (let line = 0; line < 10_000; line += 3) builder.addKey(12_025_550_000 + line);
    const set = builder.build(INFO);
    expect(set.size).toBe(3334);
    for (let line = 0; line < 10_000; line += 1)
      expect(set.hasKey(12_025_550_000 + line)).toBe(line % 3 === 0);
    expect(set.hasKey(12_025_560_000)).toBe(false);
  });

  test('a range is each of its numbers, within an exchange and over many', () => {
    const ends = fc.tuple(fc.integer({ min: 0, max: 25_000 }), fc.integer({ min: 0, max: 25_000 }));
    fc.assert(
      fc.property(fc.array(ends, { minLength: 1, maxLength: 3 }), (ranges) => {
        const [whole, one] = [new DoNotCallBuilder(), new DoNotCallBuilder()];
        for (const [a, b] of ranges) {
          const [first, last] = [12_025_550_000 + Math.min(a, b), 12_025_550_000 + Math.max(a, b)];
          whole.addRange(first, last);
          for (let key = first; key <= last; key += 1) one.addKey(key);
        }
        expect(whole.build(INFO).toBytes()).toEqual(one.build(INFO).toBytes());
      }),
      { numRuns: 25 },
    );
  });

  test("a merged delta removes and adds, keeps the base as it was, and takes the delta's date", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(phone, { maxLength: 80 }),
        fc.uniqueArray(phone, { maxLength: 40 }),
        fc.uniqueArray(phone, { maxLength: 40 }),
        (base, added, removed) => {
          const set = DoNotCallSet.fromNumbers(base, INFO);
          const merged = set.merged(doNotCallDelta({ added, removed }, { ...INFO, date: '2026-07-08' }));
          const model = new Set([...base.filter((number) => !removed.includes(number)), ...added]);
          expect(merged.size).toBe(model.size);
          for (const number of [...base, ...added, ...removed])
            expect(merged.has(number)).toBe(model.has(number));
          expect(set.size).toBe(base.length);
          expect(merged.date).toBe('2026-07-08');
        },
      ),
      { numRuns: 25 },
    );
  });

  test('every single flipped byte and every truncation is refused', () => {
    const bytes = DoNotCallSet.fromNumbers(['+12025550100', '+12025550101', '+442079460000'], INFO).toBytes();
    for (let index = 0; index < bytes.length; index += 1) {
      const damaged = bytes.slice();
      damaged[index] = (damaged[index] as number) ^ 0x10;
      expect(() => DoNotCallSet.fromBytes(damaged)).toThrow(DoNotCallFormatError);
      expect(() => DoNotCallSet.fromBytes(bytes.slice(0, index))).toThrow(DoNotCallFormatError);
    }
  });

  test('thousands of exchanges, sparse and dense, at home and abroad, answer as a set of numbers does', () => {
    const builder = new DoNotCallBuilder();
    const model = new Set<number>();
    for (let index = 0; index < 60_000; index += 1) {
      const key =
        index % 10 === 0
          ? 442_000_000_000 + index * 7919
          : 12_010_000_000 + ((index * 104_729) % 4_000) * 10_000 + (index % 9_000);
      builder.addKey(key);
      model.add(key);
    }
    for (let line = 0; line < 5000; line += 1) {
      builder.addKey(12_010_000_000 + line * 2);
      model.add(12_010_000_000 + line * 2);
    }
    const set = builder.build(INFO);
    expect(set.size).toBe(model.size);
    for (const key of model) if (!set.hasKey(key)) throw new Error(`lost ${key}`);
    for (let index = 0; index < 20_000; index += 1) {
      const key = 12_010_000_000 + index * 1_999;
      if (set.hasKey(key) !== model.has(key)) throw new Error(`wrong answer for ${key}`);
    }
  });

  test('opens bytes that are not aligned', () => {
    const bytes = DoNotCallSet.fromNumbers(['+12025550100'], INFO).toBytes();
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(DoNotCallSet.fromBytes(shifted.subarray(3)).has('+12025550100')).toBe(true);
  });

  test('tells its date, age and source', () => {
    const set = DoNotCallSet.fromNumbers([], INFO);
    expect([set.date, set.source, set.size, set.versionAt]).toEqual([
      '2026-07-01',
      'FTC registry',
      0,
      Date.UTC(2026, 6, 1),
    ]);
    expect(set.ageInDays(Date.UTC(2026, 7, 1, 23))).toBe(31);
  });

  test('names errors: a delta is no set, a set is no delta, an old delta, a bad number', () => {
    const delta = doNotCallDelta({ added: ['+12025550100'], removed: [] }, INFO);
    const set = DoNotCallSet.fromNumbers(['+12025550199'], { ...INFO, date: '2026-07-09' });
    expect(() => DoNotCallSet.fromBytes(delta)).toThrow(/delta/);
    expect(() => set.merged(set.toBytes())).toThrow(/not a delta/);
    expect(() => set.merged(delta)).toThrow(/older/);
    expect(() => DoNotCallSet.fromNumbers(['+1202555', '2025550100'], INFO)).toThrow(/numbers\[1\]/);
    expect(() => DoNotCallSet.fromNumbers([], { ...INFO, date: 'July' })).toThrow(/date/);
    expect(phoneKey('+1202555o100')).toBeNaN();
    expect(set.has('12025550199')).toBe(false);
  });

  test('several lists at once give the facts of a request', () => {
    const registry = DoNotCallSet.fromNumbers(['+12025550100'], INFO);
    const litigators = DoNotCallSet.fromNumbers(['+12025550100', '+12025550101'], {
      ...INFO,
      source: 'bought list',
    });
    const lists = [
      { name: 'registry', kind: 'national' as const, numbers: registry },
      { name: 'litigators', kind: 'litigators' as const, numbers: litigators },
    ];
    expect(doNotCallFacts('+12025550100', lists)).toEqual({ national: true, lists: ['litigators'] });
    expect(doNotCallFacts('+12025550101', lists)).toEqual({ lists: ['litigators'] });
    expect(doNotCallFacts('+12025550102', lists)).toEqual({});
  });
});
