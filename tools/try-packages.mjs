// Installs tarballs in a fresh folder as a stranger would, imports each package by name from plain JavaScript
// and from strict TypeScript, and runs the command line. Libraries come from npm's cache where they are in
// it.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TSC } from './compiler.mjs';

const root = dirname(import.meta.dirname);
const LIMIT_MS = 300_000;

/**
 * Tries packages as their users have them.
 *
 * @param {readonly { name: string, tarball: string }[]} packages
 * @param {string} project a folder to be made
 * @returns {Promise<readonly string[]>} what failed, with its output
 */
export async function tryPackages(packages, project) {
  mkdirSync(project);
  write(project, 'package.json', { name: 'stranger', private: true, type: 'module' });
  const tarballs = packages.map(({ tarball }) => tarball);
  const options = ['--prefer-offline', '--no-audit', '--no-fund'];
  const install = ['install', ...options, ...tarballs, '@types/node@20'];
  const failed = await failure('install from tarballs', project, ['npm', ...install]);
  if (failed.length > 0) return failed;
  const names = packages.map(({ name }) => name);
  const bin = join(project, 'node_modules/.bin/outdial');
  const found = [
    await failure(`import ${names.join(', ')}`, project, [
      process.execPath,
      '--input-type=module',
      '--eval',
      programOf(names),
    ]),
    await compiled(names, project),
    existsSync(bin)
      ? await failure('outdial --version', project, [bin, '--version'])
      : ['the command outdial is not installed'],
  ];
  return found.flat();
}

const programOf = (names) =>
  `for (const name of ${JSON.stringify(names)}) ` +
  "if (Object.keys(await import(name)).length === 0) throw new Error(name + ' exports nothing');";

function compiled(names, project) {
  const uses = names.map((name, index) => `export * as p${index} from '${name}';\n`);
  writeFileSync(join(project, 'use.ts'), uses.join(''));
  const options = {
    module: 'NodeNext',
    target: 'ES2023',
    lib: ['ES2023'],
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: ['node'],
  };
  write(project, 'tsconfig.json', { compilerOptions: options, files: ['use.ts'] });
  const compiler = join(root, TSC);
  return failure('compile against the types', project, [process.execPath, compiler, '-p', '.']);
}

function write(project, name, value) {
  writeFileSync(join(project, name), JSON.stringify(value));
}

/** Runs a command in the fresh project; what to say when it fails. */
function failure(what, cwd, [command, ...args]) {
  const settings = { cwd, timeout: LIMIT_MS, shell: process.platform === 'win32', maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(command, args, settings, (error, stdout, stderr) =>
      resolve(error === null ? [] : [`${what}: failed\n${stdout}${stderr}${error.message}`]),
    );
  });
}
