// What the house never writes, as patterns of syntax. Every other rule is in .oxlintrc.json (docs/decisions/0018).
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import {
  ASYNC,
  IMPURE_DATE,
  IMPURE_GLOBALS,
  IMPURE_MEMBERS,
  NODE_MODULES,
  PURE_FOLDERS,
} from './tools/architecture/impurities.mjs';

/** What sources and tests never write. A later `no-restricted-syntax` must repeat it: it replaces this one. */
const NEVER_WRITTEN = [
  {
    selector: '[accessibility="private"]:not([kind="constructor"])',
    message: "Name it '#field' instead.",
  },
  {
    selector:
      'TSAsExpression > :matches(TSNeverKeyword, TSAnyKeyword), TSAsExpression > TSAsExpression.expression',
    message: 'Name the type, or check it at run time: the cast gives it up.',
  },
];

/** What sources never write, in addition. */
const NEVER_IN_SOURCES = [
  ...NEVER_WRITTEN,
  {
    selector: 'TSTypeReference[typeName.name=/^(Parameters|ReturnType)$/][typeArguments]',
    message: 'Name the type where it is declared, and import it.',
  },
];

/** The unit is part of the name of a time. */
const UNIT_IN_NAME = {
  selector:
    'TSPropertySignature[key.name=/(timeout|delay|duration|grace|margin|interval|life|every)$/i]' +
    ' > TSTypeAnnotation > TSNumberKeyword',
  message: "Add the unit to the name: 'Ms', 'Seconds', 'Minutes'.",
};

/** What the pure packages never write, in addition. */
const NEVER_IN_PURE = [
  ...NEVER_IN_SOURCES,
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: `Impure here: ${IMPURE_DATE}.`,
  },
  { selector: 'CallExpression[callee.name="Date"]', message: `Impure here: ${IMPURE_DATE}.` },
  { selector: ':function[async=true]', message: `Impure here: ${ASYNC}.` },
  { selector: 'AwaitExpression', message: `Impure here: ${ASYNC}.` },
];

/** The pure packages: each ban names what to use instead. */
const purity = {
  files: PURE_FOLDERS.map((folder) => `${folder}/**/*.ts`),
  rules: {
    'no-restricted-globals': [
      'error',
      ...Object.entries(IMPURE_GLOBALS).map(([name, instead]) => ({
        name,
        message: `Impure here: ${instead}.`,
      })),
    ],
    'no-restricted-properties': [
      'error',
      ...IMPURE_MEMBERS.map(({ instead, ...member }) => ({ ...member, message: `Impure here: ${instead}.` })),
    ],
    'no-restricted-imports': [
      'error',
      { patterns: [{ group: ['node:*'], message: `Impure here: ${NODE_MODULES}.` }] },
    ],
  },
};

const forbidding = (files, selectors) => ({
  files,
  rules: { 'no-restricted-syntax': ['error', ...selectors] },
});

/**
 * Private members are `#fields`: what the language hides stays hidden. No cast gives a type up. Times name their
 * unit, except in formulas (any one unit) and in the law's facts and the pacer's options, which are documented
 * by their names. Of two entries for a file the later one holds, so it repeats the earlier.
 */
const neverWritten = [
  forbidding(['packages/*/test/**/*.ts', 'tools/test/**/*.ts'], NEVER_WRITTEN),
  forbidding(['packages/*/src/**/*.ts', 'packages/*/app/**/*.{ts,tsx}'], NEVER_IN_SOURCES),
  forbidding(
    ['packages/{outdial,store,asterisk-adapter,lists}/src/**/*.ts'],
    [...NEVER_IN_SOURCES, UNIT_IN_NAME],
  ),
  forbidding(
    PURE_FOLDERS.map((folder) => `${folder}/**/*.ts`),
    NEVER_IN_PURE,
  ),
  forbidding(
    ['packages/core/src/{campaign,floor,ivr}/**/*.ts', 'packages/core/src/*.ts'],
    [...NEVER_IN_PURE, UNIT_IN_NAME],
  ),
];

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/coverage/**',
      'lab/.prefix/**',
      'lab/.run/**',
      'benchmarks/out/**',
      '.cache/**',
      '.outdial/**',
      '**/generated/**',
    ],
  },
  {
    files: ['packages/*/{src,test,app}/**/*.{ts,tsx}', 'tools/test/**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  purity,
  ...neverWritten,
);
