/** Every rule of the house is broken once here, to see that the check finds it and names the way out. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { forbiddenImports } from '../architecture/cruise-imports.mjs';
import { findImpureLines } from '../architecture/find-impure-lines.mjs';
import { nameProblem } from '../architecture/house-names.mjs';
import { manifestProblems } from '../architecture/package-rules.mjs';

describe('findImpureLines', () => {
  test.each([
    ['export const at = Date.now();', 'Date.now', 'epoch ms'],
    ["export const at = Date['now']();", 'Date.now', 'epoch ms'],
    ['export const at = new Date();', 'new Date()', 'epoch ms'],
    ['export const at = Date();', 'Date()', 'epoch ms'],
    ['export const draw = Math.random();', 'Math.random', 'seeded source'],
    ['setTimeout(() => 1, 5);', 'setTimeout', 'Scheduler port'],
    ['console.log(1);', 'console', 'return an event'],
    ['export const home = process.env;', 'process', 'as an argument'],
    ['export const now = performance.now();', 'performance', 'epoch ms'],
    ["import { readFileSync } from 'node:fs';", 'import of node:fs', 'declare a port'],
    ["export * from 'fs';", 'import of fs', 'declare a port'],
    ["export const fs = import('node:fs');", 'import of node:fs', 'declare a port'],
    ['export async function f(): Promise<void> {}', 'async', 'stay synchronous'],
    ['export const later = Promise.resolve(1);', 'Promise', 'stay synchronous'],
    ['export const clock = { setTimeout };', 'setTimeout', 'Scheduler port'],
  ])('finds %s', (line, what, instead) => {
    const found = findImpureLines(`const one = 1;\n${line}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ line: 2, what });
    expect(found[0]?.instead).toContain(instead);
  });

  test.each([
    'export const at = new Date(fact.at);',
    'export const at = Date.UTC(2026, 0, 1);',
    'export type Later = Promise<void>; export interface Clock { setTimeout(): void; process: string }',
    'export function f(process: string): string { return process; }',
    'export const handlers = { console: 1, process: 2 };',
    'export const x = settings.process.console;',
    '// Date.now() in a comment, and',
    'export const text = "Math.random()";',
  ])('lets pass %s', (line) => {
    expect(findImpureLines(line)).toEqual([]);
  });
});

describe('names', () => {
  test.each([
    ['packages/core/src/pacing/utils.ts', "'utils' says nothing"],
    ['packages/store/src/common/rows.ts', "'common' says nothing"],
    ['packages/store/src/date-helpers.ts', "'date-helpers' says nothing"],
    ['packages/core/src/pacing/lookAhead.ts', 'not kebab-case'],
  ])('%s is refused', (path, what) => {
    expect(nameProblem(path)?.what).toContain(what);
  });

  test.each([
    'packages/core/src/queueing/erlang-b.ts',
    'packages/core/test/ivr/flow-walk.test.ts',
    'packages/simulator/test/faults.sim.test.ts',
  ])('%s is fine', (path) => {
    expect(nameProblem(path)).toBeNull();
  });
});

test('a manifest that depends on the wrong package or library is refused', () => {
  const sound = {
    type: 'module',
    description: 'x',
    license: 'MIT',
    engines: {},
    files: [],
    sideEffects: false,
    exports: { '.': {}, './package.json': '' },
  };
  expect(manifestProblems('core', { ...sound, dependencies: { eventemitter3: '5' } }, {})).toEqual([]);
  expect(manifestProblems('core', { ...sound, dependencies: { lodash: '4' } }, {})[0]?.what).toBe(
    'depends on lodash',
  );
  expect(
    manifestProblems(
      'store',
      { ...sound, dependencies: { '@outdial/compliance': '0.1.0' } },
      { references: [{ path: '../compliance' }] },
    )[0]?.what,
  ).toBe('depends on @outdial/compliance');
  expect(
    manifestProblems('store', { ...sound, dependencies: { '@outdial/core': '0.1.0' } }, {})[0]?.what,
  ).toBe('tsconfig.json lacks the reference to ../core');
});

describe('imports', () => {
  const house = dirname(dirname(import.meta.dirname));
  const root = mkdtempSync(join(tmpdir(), 'outdial-house-'));
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  test('each forbidden border is found, and the sound ones pass', () => {
    const files: Readonly<Record<string, string>> = {
      'core/src/index.ts': '',
      'core/src/invariant.ts': '',
      'core/src/ports.ts': '',
      'core/src/io.ts': "import 'node:fs';",
      'core/src/csv.ts': "import 'kysely';",
      'core/src/peer.ts': "import '@outdial/compliance';",
      'core/src/queueing/a.ts': "import '../estimation/a.js';",
      'core/src/estimation/a.ts': "import '../pacing/a.js';",
      'core/src/pacing/a.ts': "import '../campaign/a.js';",
      'core/src/pacing/b.ts': "import '../queueing/b.js';",
      'core/src/queueing/b.ts': "import '../invariant.js';",
      'core/src/campaign/a.ts': "import '../engine.js';",
      'core/src/engine.ts': '',
      'core/src/ivr/a.ts': "import '../ports.js';",
      'core/src/circle-one.ts': "import './circle-two.js';",
      'core/src/circle-two.ts': "import './circle-one.js';",
      'store/src/part.ts': "import type { Whole } from './whole.js'; export interface Part { of: Whole }",
      'store/src/whole.ts': "import type { Part } from './part.js'; export interface Whole { parts: Part[] }",
      'core/src/lost.ts': "import './nowhere.js';",
      'compliance/src/index.ts': "import '@outdial/core';",
      'compliance/src/csv.ts': "import 'kysely';",
      'store/src/index.ts': "import '@outdial/core';",
      'store/src/law.ts': "import '@outdial/compliance';",
      'asterisk-adapter/src/law.ts': "import '@outdial/compliance';",
      'store/src/inside.ts': "import '../../core/src/ports.js';",
      'store/src/test-only.ts': "import '../test/rows.js';",
      'store/test/rows.ts': '',
      'simulator/src/audit/a.ts': "import '@outdial/core';",
      'simulator/src/index.ts': "import 'undeclared-library';",
    };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, 'packages', file)), { recursive: true });
      writeFileSync(join(root, 'packages', file), text);
    }
    for (const name of ['core', 'compliance', 'store', 'simulator'])
      cpSync(join(house, 'packages', name, 'package.json'), join(root, 'packages', name, 'package.json'));
    for (const file of ['tsconfig.check.json', 'tsconfig.base.json', 'package.json'])
      cpSync(join(house, file), join(root, file));
    symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'));
    const found = forbiddenImports(root).map(({ from, rule }) => `${from.replace('packages/', '')} ${rule}`);
    for (const expected of [
      'core/src/io.ts pure-packages-do-no-io',
      'core/src/csv.ts core-libraries',
      'core/src/peer.ts core-stands-alone',
      'core/src/queueing/a.ts queueing-is-the-floor',
      'core/src/estimation/a.ts estimation-above-queueing',
      'core/src/pacing/a.ts pacing-above-estimation',
      'core/src/campaign/a.ts campaign-below-the-floor',
      'core/src/ivr/a.ts ivr-stands-beside',
      'core/src/circle-one.ts no-circles',
      'store/src/part.ts no-circles',
      'core/src/lost.ts resolvable',
      'compliance/src/index.ts compliance-stands-alone',
      'compliance/src/csv.ts compliance-libraries',
      'store/src/law.ts store-imports-core-and-lists',
      'asterisk-adapter/src/law.ts outer-packages-import-core-only',
      'store/src/inside.ts only-through-exports',
      'store/src/test-only.ts sources-never-import-tests',
      'simulator/src/audit/a.ts auditor-apart',
      'simulator/src/index.ts resolvable',
    ]) {
      expect(found).toContain(expected);
    }
    for (const sound of [
      'core/src/pacing/b.ts',
      'core/src/queueing/b.ts',
      'store/src/index.ts',
      'core/src/engine.ts',
    ]) {
      expect(found.filter((line) => line.startsWith(sound))).toEqual([]);
    }
  }, 30_000);
});
