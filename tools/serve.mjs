// `npm run serve`: builds, then serves a floor with its console. Without a folder it is the demonstration in
// .outdial/serve. Arguments go to the command: npm run serve -- my-folder --port 7790
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { TSC } from './compiler.mjs';
import { runCommand } from './run-command.mjs';

const root = dirname(import.meta.dirname);
for (const args of [[TSC, '-b'], ['tools/build-console.mjs']]) {
  const { code } = await runCommand(process.execPath, args, { cwd: root });
  if (code !== 0) process.exit(code);
}

const given = process.argv.slice(2);
const folder = given[0] === undefined || given[0].startsWith('-') ? ['.outdial/serve'] : [];
const server = spawn(process.execPath, ['packages/outdial/dist/cli.js', 'serve', ...folder, ...given], {
  cwd: root,
  stdio: 'inherit',
});
// A terminal interrupts the server, too: it drains, and this waits for it.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
