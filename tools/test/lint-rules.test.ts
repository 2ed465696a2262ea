/** The lint rules on what the sources of packages never write hold in every package, the pure ones included. */
import { describe, expect, test } from '@jest/globals';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const FILES = ['core', 'compliance', 'store', 'outdial'].map((name) => `packages/${name}/src/index.ts`);

/** What the rule of a file finds in a text, by its message. */
async function findings(file: string, text: string): Promise<readonly string[]> {
  const config = (await new ESLint().calculateConfigForFile(file)) as Linter.Config;
  const rule = config.rules?.['no-restricted-syntax'];
  const found = new Linter().verify(text, {
    languageOptions: { parser: tseslint.parser as Linter.Parser },
    rules: { 'no-restricted-syntax': rule ?? 'off' },
  });
  return found.map(({ message }) => message);
}

describe.each(FILES)('%s', (file) => {
  test.each([
    ['class A { private b = 1; }', "Name it '#field'"],
    ['class A { private b(): void {} }', "Name it '#field'"],
    ['export const a = { b: 1 } as unknown as string;', 'the cast gives it up'],
    ['export const a = 1 as never;', 'the cast gives it up'],
    ['export const a = 1 as any;', 'the cast gives it up'],
    ['export type A = Parameters<typeof f>;', 'Name the type where it is declared'],
  ])('refuses %s', async (text, message) => {
    const found = await findings(file, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  test.each([
    'class A { #b = 1; private constructor() {} }',
    'export const read = (text: string): unknown => JSON.parse(text) as unknown;',
    'export const MODES = ["a"] as const;',
  ])('allows %s', async (text) => {
    expect(await findings(file, text)).toEqual([]);
  });
});

test.each(['packages/store/src/index.ts', 'packages/core/src/ports.ts'])(
  '%s names the unit of a time',
  async (file) => {
    const found = await findings(file, 'export interface A { readonly ringTimeout?: number }');
    expect(found).toEqual(["Add the unit to the name: 'Ms', 'Seconds', 'Minutes'."]);
    expect(await findings(file, 'export interface A { readonly ringTimeoutMs: number }')).toEqual([]);
  },
);

test.each(['packages/core/src/index.ts', 'packages/compliance/src/index.ts'])(
  '%s stays pure beside these rules',
  async (file) => {
    expect(await findings(file, 'export const at = new Date();')).toHaveLength(1);
    expect(await findings(file, 'export async function f() { return 1; }')).toHaveLength(1);
  },
);
