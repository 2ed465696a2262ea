// Builds the console for browsers where its sources have changed since the last build. With --check its types
// are checked, too.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TSC } from './compiler.mjs';
import { runCommand } from './run-command.mjs';

const root = dirname(import.meta.dirname);
const folder = join(root, 'packages/console');
const stampFile = join(folder, 'dist/app.stamp');

/** Digest of everything that the build depends on. */
function digestOfSources() {
  const hash = createHash('sha256');
  for (const part of ['packages/console/app', 'packages/client/src'])
    for (const name of readdirSync(join(root, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort())
      hash.update(name.slice(root.length)).update(readFileSync(name));
  for (const file of [
    'packages/console/vite.config.mjs',
    'packages/console/package.json',
    'package-lock.json',
  ])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

async function run(args) {
  const { code } = await runCommand(process.execPath, args, { cwd: folder });
  if (code !== 0) process.exit(code);
}

if (process.argv.includes('--check')) await run([join(root, TSC), '-p', 'app/tsconfig.json']);

const digest = digestOfSources();
const isBuilt = existsSync(join(folder, 'dist/app/index.html')) && existsSync(stampFile);
if (isBuilt && readFileSync(stampFile, 'utf8') === digest) {
  console.log('console: built already');
} else {
  await run([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest);
  console.log('console: built');
}
