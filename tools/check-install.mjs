// Packs every package, installs the tarballs in a fresh folder as a stranger would, imports each by name from
// plain JavaScript and from strict TypeScript, and runs the command line. Libraries come from npm's cache
// where they are in it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packPackages } from './pack-packages.mjs';

const root = dirname(import.meta.dirname);
const folder = mkdtempSync(join(tmpdir(), 'outdial-install-'));
const tarballs = join(folder, 'tarballs');
const project = join(folder, 'project');
let failed = 0;

/** Runs a command in the fresh project; false, with its output, when it fails. */
function step(what, command, args) {
  const run = spawnSync(command, args, {
    cwd: project,
    encoding: 'utf8',
    timeout: 300_000,
    shell: process.platform === 'win32',
  });
  const sound = run.status === 0;
  console.log(
    `${sound ? 'passed' : 'FAILED'}  ${what}${sound ? '' : `\n${run.stdout}${run.stderr}${run.error?.message ?? ''}`}`,
  );
  if (!sound) failed += 1;
  return sound;
}

try {
  mkdirSync(tarballs);
  mkdirSync(project);
  const packages = packPackages(root, tarballs);
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'stranger', private: true, type: 'module' }),
  );
  const installed = step('install from tarballs', 'npm', [
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    ...packages.map(({ tarball }) => tarball),
    '@types/node@20',
  ]);
  if (installed) {
    const names = packages.map(({ name }) => name);
    const program =
      `for (const name of ${JSON.stringify(names)}) ` +
      "if (Object.keys(await import(name)).length === 0) throw new Error(name + ' exports nothing');";
    step(`import ${names.join(', ')}`, process.execPath, ['--input-type=module', '--eval', program]);
  }
  if (installed) {
    writeFileSync(
      join(project, 'use.ts'),
      packages.map(({ name }, index) => `export * as p${index} from '${name}';\n`).join(''),
    );
    const options = {
      module: 'NodeNext',
      target: 'ES2023',
      lib: ['ES2023'],
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: ['node'],
    };
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, files: ['use.ts'] }),
    );
    step('compile against the types', process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      '.',
    ]);
    const bin = join(project, 'node_modules/.bin/outdial');
    if (existsSync(bin)) step('outdial --version', bin, ['--version']);
    else step('the command outdial is installed', 'false', []);
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = failed === 0 ? 0 : 1;
