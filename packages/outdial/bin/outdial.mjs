#!/usr/bin/env node
/**
 * The command `outdial`. The file is committed and imports the build, so npm can link it at installation,
 * before the first build.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = new URL('../dist/cli.js', import.meta.url);

if (existsSync(program)) {
  await import(program.href);
} else {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  console.error(`outdial is not built: ${fileURLToPath(program)} does not exist.`);
  console.error(`Run 'npm run build' or 'npm start' in ${root}.`);
  process.exitCode = 1;
}
