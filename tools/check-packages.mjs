// Looks at each package as npm would publish it: what is in the tarball, its manifest (publint), its types
// (are the types wrong). Run after a build: node tools/check-packages.mjs
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packPackages } from './pack-packages.mjs';

const run = promisify(execFile);
const root = dirname(import.meta.dirname);
const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');

/** What must be in a tarball, and what must not. */
function contentProblems({ name, files }) {
  const missing = [
    ...(name === 'outdial' ? ['docs/README.md', 'docs/reference/campaign-file.md'] : []),
    'package.json',
    'README.md',
    'LICENSE',
    'dist/index.js',
    'dist/index.d.ts',
  ].filter((file) => !files.includes(file));
  const astray = files.filter((file) =>
    /(^|\/)(test|node_modules|coverage)\/|\.tsbuildinfo$|\.(db|log)$/.test(file),
  );
  return [
    ...missing.map((file) => `lacks ${file}`),
    ...astray.map((file) => `must not publish ${file}: exclude it under "files" in package.json`),
  ];
}

async function manifestProblems({ tarball }) {
  const bytes = readFileSync(tarball);
  const { messages, pkg } = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
    level: 'warning',
  });
  return messages.map(
    (message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`,
  );
}

async function typeProblems({ tarball }) {
  // ES modules only: what a CommonJS caller would see through older resolutions is not promised.
  const args = [attw, tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji'];
  return run(process.execPath, args).then(
    () => [],
    ({ stdout, stderr }) => [`are the types wrong:\n${stdout}${stderr}`],
  );
}

const folder = mkdtempSync(join(tmpdir(), 'outdial-pack-'));
try {
  const packages = packPackages(root, folder);
  if (packages.length === 0) throw new Error('npm packed no package of the house');
  const found = await Promise.all(
    packages.map(async (each) => ({
      name: each.name,
      problems: [...contentProblems(each), ...(await manifestProblems(each)), ...(await typeProblems(each))],
    })),
  );
  for (const { name, problems } of found) {
    console.log(
      problems.length === 0
        ? `${name}: fit to publish`
        : problems.map((problem) => `${name}: ${problem}`).join('\n'),
    );
  }
  process.exitCode = found.some(({ problems }) => problems.length > 0) ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
