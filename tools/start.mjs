// `npm start`: builds, then runs the shipped demo: a predictive campaign over a messy list, on embedded
// SQLite and the simulated carrier. Arguments go to the command line instead: npm start -- report --help
import { dirname } from 'node:path';
import { TSC } from './compiler.mjs';
import { runCommand } from './run-command.mjs';

const root = dirname(import.meta.dirname);
const build = await runCommand(process.execPath, [TSC, '-b'], { cwd: root });
if (build.code !== 0) process.exit(build.code);

const given = process.argv.slice(2);
const { code } = await runCommand(
  process.execPath,
  ['packages/outdial/dist/cli.js', ...(given.length > 0 ? given : ['demo'])],
  { cwd: root },
);
process.exitCode = code;
