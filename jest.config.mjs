// Three projects by the file's name: unit (*.test.ts), simulation (*.sim.test.ts), live (*.live.test.ts);
// *.browser.test.ts (Chromium); long ones are *.long.test.ts.
import { libraryBundles, packageBundles } from './tools/jest/bundles.mjs';

const common = {
  testEnvironment: '<rootDir>/tools/jest/environment.cjs',
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/tools/jest/bundles.mjs',
  moduleNameMapper: {
    ...libraryBundles,
    '^fast-check$': '<rootDir>/tools/jest/fast-check.mjs',
    // Our sources import './x.js' and hold x.ts; libraries' data modules (*.json.js) are left alone.
    '^(\\.{1,2}/(?!.*\\.json\\.js$).*)\\.js$': '$1',
    '^@outdial/([^/]+)$': '<rootDir>/packages/$1/src/index.ts',
    '^outdial$': '<rootDir>/packages/outdial/src/index.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
        sourceMaps: true,
      },
    ],
  },
};
const under = (pattern, folders) => folders.map((folder) => `<rootDir>/${folder}/**/${pattern}`);
const everywhere = ['packages/*/test', 'lab/test', 'examples', 'tools/test'];
const project = (displayName, pattern, { ignore = [], folders = everywhere, bundles = {} } = {}) => ({
  ...common,
  displayName,
  moduleNameMapper: { ...bundles, ...common.moduleNameMapper },
  testMatch: under(pattern, folders),
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...ignore],
});
const upper = ['packages/outdial/test', 'packages/server/test'];
const special = '\\.(sim|live|long|browser)\\.test\\.ts$';

export default {
  coverageProvider: 'v8',
  // A test that hangs ends here; how fast things are is for benchmarks, not for a time-out on a busy machine.
  testTimeout: 30_000,
  projects: [
    project('unit', '*.test.ts', { ignore: [special, ...upper] }),
    project('unit', '*.test.ts', { ignore: [special], folders: upper, bundles: packageBundles }),
    project('simulation', '*.sim.test.ts'),
    project('browser', '*.browser.test.ts', { folders: upper, bundles: packageBundles }),
    project('live', '*.live.test.ts'),
    project('long', '*.long.test.ts'),
  ],
};
