/** What stands between jest and the tests: quicker, and otherwise as jest and fast-check are by themselves. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import vm from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import library from '../../node_modules/fast-check/lib/fast-check.js';
import { OneAtATime } from '../jest/one-at-a-time.cjs';

describe('modules of CommonJS', () => {
  const compileIn = (context: vm.Context, code: string) =>
    vm.compileFunction(code, ['exports'], { filename: '/a/module.js', parsingContext: context });

  test('are compiled once and run in the global object of each file of tests', () => {
    const contexts = [vm.createContext({ name: 'first' }), vm.createContext({ name: 'second' })];
    const seen = contexts.map((context) => compileIn(context, 'return [name, Array]')({}) as unknown[]);
    expect(seen.map(([name]) => name)).toEqual(['first', 'second']);
    expect(seen[0]?.[1]).not.toBe(seen[1]?.[1]);
  });

  test('are compiled again when their text has changed', () => {
    const context = vm.createContext({});
    expect(compileIn(context, 'return 1')({})).toBe(1);
    expect(compileIn(context, 'return 2')({})).toBe(2);
  });

  test('say the place of an error as it stands in their file', () => {
    const failing = compileIn(vm.createContext({}), 'throw new Error("here")');
    expect(() => failing({})).toThrow(
      expect.objectContaining({ stack: expect.stringContaining('/a/module.js:1:7') }),
    );
  });
});

describe('the context of the running test', () => {
  test('ends when what ran in it has settled, with failure or without', async () => {
    const context = new OneAtATime();
    const seen: unknown[] = [];
    await context.run('outer', async () => {
      await context.run('inner', async () => {
        await wait(1);
        seen.push(context.getStore());
      });
      seen.push(context.getStore());
      await expect(context.run('fails', () => Promise.reject(new Error('it fails')))).rejects.toThrow();
      seen.push(context.getStore());
    });
    expect(() =>
      context.run('throws', () => {
        throw new Error('it throws');
      }),
    ).toThrow();
    expect([...seen, context.getStore()]).toEqual(['inner', 'outer', 'outer', undefined]);
  });

  test("is not what the code under test gets: that is Node's own", async () => {
    const storage = new AsyncLocalStorage<string>();
    const late = storage.run('mine', async () => {
      await wait(1);
      return storage.getStore();
    });
    expect(storage.getStore()).toBeUndefined();
    expect(await late).toBe('mine');
  });
});

describe("the unit 'binary' of strings", () => {
  test.each([{}, { maxLength: 12 }, { minLength: 1, maxLength: 400 }])(
    'gives the values of the library: %j',
    (more) => {
      const strings = { unit: 'binary' as const, ...more };
      const draw = { seed: 42, numRuns: 1000 };
      const drawn = fc.sample(fc.string(strings), draw);
      expect(drawn).toEqual(library.sample(library.string(strings), draw));
      expect(drawn.some((each) => /[\u{10000}-\u{10ffff}]/u.test(each))).toBe(true);
    },
  );

  test('shrinks to the same counterexample', () => {
    const isShort = (text: string): boolean => [...text].every((each) => each < '\u0100');
    const seed = { seed: 7 };
    const ours = fc.check(fc.property(fc.string({ unit: 'binary' }), isShort), seed);
    const theirs = library.check(library.property(library.string({ unit: 'binary' }), isShort), seed);
    expect([ours.counterexample, ours.numShrinks]).toEqual([theirs.counterexample, theirs.numShrinks]);
    expect(ours.failed).toBe(true);
  });
});
