/**
 * The house's own rules of lint hold in the sources of every package, and the pure ones stay pure beside
 * them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = dirname(dirname(import.meta.dirname));
const SOURCES = ['core', 'compliance', 'store', 'outdial'].map((name) => `packages/${name}/src`);
const PURE = ['packages/core/src', 'packages/compliance/src'];

/** What is refused in a folder, and a part of what is said of it. */
const REFUSED: readonly (readonly [folders: readonly string[], text: string, message: string])[] = [
  [SOURCES, 'export class A { private b = 1; }', "Name it '#field'"],
  [SOURCES, 'export class A { private b(): void {} }', "Name it '#field'"],
  [SOURCES, 'export const a = { b: 1 } as unknown as string;', 'the cast gives it up'],
  [SOURCES, 'export const a = 1 as never;', 'the cast gives it up'],
  [SOURCES, 'export const a = 1 as any; // oxlint-disable-line typescript/no-explicit-any', 'gives it up'],
  [SOURCES, 'export type A = Parameters<typeof String>;', 'Name the type where it is declared'],
  [
    ['packages/store/src', 'packages/core/src'],
    'export interface A { readonly ringTimeout?: number }',
    "Add the unit to the name: 'Ms', 'Seconds', 'Minutes'.",
  ],
  [PURE, 'export const at = new Date();', 'Impure here'],
  [PURE, 'export const at = Date.now();', 'Impure here'],
  [PURE, 'export const draw = Math.random();', 'Impure here'],
  [PURE, 'export const later = setTimeout;', 'Impure here'],
  [PURE, 'export async function f(): Promise<number> { return 1; }', 'Impure here'],
  [PURE, "export { readFileSync } from 'node:fs';", 'Impure here'],
  [PURE, "import { readFileSync } from 'node:fs'; export const f = readFileSync;", 'Impure here'],
];

const ALLOWED: readonly (readonly [folders: readonly string[], text: string])[] = [
  [
    SOURCES,
    'export class A { readonly #b = 1; get b(): number { return this.#b; } private constructor() {} }',
  ],
  [SOURCES, 'export const read = (text: string): unknown => JSON.parse(text) as unknown;'],
  [SOURCES, 'export const MODES = ["a"] as const;'],
  [SOURCES, 'export interface A { readonly ringTimeoutMs: number }'],
  [PURE, 'export const f = (setTimeout: number): Date => new Date(setTimeout);'],
  [['packages/store/src'], 'export const at = new Date();'],
];

interface Report {
  readonly diagnostics: readonly { readonly filename: string; readonly message: string }[];
}

/** What lint says of texts, each in a file of its own, by the file's path. */
function lint(texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-lint-'));
  try {
    writeFileSync(join(folder, '.oxlintrc.json'), readFileSync(join(root, '.oxlintrc.json')));
    symlinkSync(join(root, 'tools'), join(folder, 'tools'));
    for (const [path, text] of texts) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '-f', 'json', 'packages'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (!stdout.startsWith('{')) throw new Error(`oxlint said: ${stdout}${stderr}`);
    const { diagnostics } = JSON.parse(stdout) as Report;
    return new Map(
      [...texts.keys()].map((path) => [
        path,
        diagnostics.filter(({ filename }) => filename === path).map(({ message }) => message),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Texts by the path of a file that holds each in each of its folders. */
function filesOf(
  entries: readonly (readonly [readonly string[], string, ...string[]])[],
  name: string,
): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(([folders, text], index) =>
      folders.map((folder): [string, string] => [`${folder}/${name}-${String(index)}.ts`, text]),
    ),
  );
}

const refused = filesOf(REFUSED, 'refused');
const allowed = filesOf(ALLOWED, 'allowed');
const found = lint(new Map([...refused, ...allowed]));

test.each([...refused])('%s is refused: %s', (path) => {
  const [, , message] = REFUSED[Number(/-(\d+)\.ts$/.exec(path)?.[1])] ?? [];
  expect(found.get(path)).toEqual([expect.stringContaining(message ?? 'no such case')]);
});

test.each([...allowed])('%s is allowed: %s', (path) => {
  expect(found.get(path)).toEqual([]);
});
