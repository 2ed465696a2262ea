// Three projects by the file's name: unit (*.test.ts), simulation (*.sim.test.ts), live (*.live.test.ts);
// *.browser.test.ts (Chromium); long ones are *.long.test.ts.
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['<rootDir>/jest.setup.mjs'],
  moduleNameMapper: {
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
        sourceMaps: 'inline',
      },
    ],
  },
};
const under = (pattern) => [
  `<rootDir>/packages/*/test/**/${pattern}`,
  `<rootDir>/benchmarks/test/**/${pattern}`,
  `<rootDir>/lab/test/**/${pattern}`,
  `<rootDir>/examples/**/${pattern}`,
  `<rootDir>/tools/test/**/${pattern}`,
];
const project = (displayName, pattern, ignore = []) => ({
  ...common,
  displayName,
  testMatch: under(pattern),
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...ignore],
});

export default {
  coverageProvider: 'v8',
  // A test that hangs ends here; how fast things are is for benchmarks, not for a time-out on a busy machine.
  testTimeout: 30_000,
  projects: [
    project('unit', '*.test.ts', ['\\.(sim|live|long|browser)\\.test\\.ts$']),
    project('simulation', '*.sim.test.ts'),
    project('browser', '*.browser.test.ts'),
    project('live', '*.live.test.ts'),
    project('long', '*.long.test.ts'),
  ],
};
