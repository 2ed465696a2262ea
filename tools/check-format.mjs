// The layout of every file is Prettier's at 110 columns. A native formatter of the same rules looks at all of
// them in a second; where it would lay out otherwise, Prettier decides. `npm run format` writes with
// Prettier.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { runCommand } from './run-command.mjs';

const root = dirname(import.meta.dirname);
const OXFMT = 'node_modules/oxfmt/bin/oxfmt';
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';

const looked = spawnSync(process.execPath, [OXFMT, '--list-different', '.'], { cwd: root, encoding: 'utf8' });
const differing = looked.stdout.split('\n').filter((line) => line !== '');
if (looked.status !== 0 && differing.length === 0) {
  console.error(`${OXFMT}: ${looked.stderr}${looked.error?.message ?? ''}`);
  process.exit(1);
}
if (differing.length > 0) {
  const args = [PRETTIER, '--check', '--log-level', 'warn', ...differing];
  const { code } = await runCommand(process.execPath, args, { cwd: root });
  process.exit(code);
}
