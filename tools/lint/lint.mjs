// Lint (.oxlintrc.json): the packages in the program of tsconfig.check.json, and the console's screens in
// their own.
import { dirname } from 'node:path';
import { runCommand } from '../run-command.mjs';

const root = dirname(dirname(import.meta.dirname));
const SCREENS = 'packages/console/app';
const OXLINT = [
  'node_modules/oxlint/bin/oxlint',
  '--type-aware',
  '--report-unused-disable-directives-severity=error',
];

let failed = false;
for (const args of [
  ['--tsconfig', 'tsconfig.check.json', '--ignore-pattern', `${SCREENS}/**`, '.'],
  ['--tsconfig', `${SCREENS}/tsconfig.json`, SCREENS],
]) {
  const { code } = await runCommand(process.execPath, [...OXLINT, ...args], { cwd: root });
  failed ||= code !== 0;
}
process.exit(failed ? 1 : 0);
