// Packs each package and looks at it as npm would publish it: what is in the tarball, its manifest (publint),
// its types (are the types wrong); then installs and uses all. Run after a build: node
// tools/check-packages.mjs
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packPackages } from './pack-packages.mjs';
import { tryPackages } from './try-packages.mjs';

const root = dirname(import.meta.dirname);

/** How packages are looked up by those to whom nothing is promised: they are ES modules only. */
const NOT_PROMISED = ['node10', 'node16-cjs'];

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

async function manifestProblems(bytes) {
  const { messages, pkg } = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
    level: 'warning',
  });
  return messages.map(
    (message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`,
  );
}

async function typeProblems(bytes) {
  const { types, problems = [] } = await checkPackage(createPackageFromTarballData(new Uint8Array(bytes)));
  if (types === false) return ['has no types'];
  return problems
    .filter(({ resolutionKind }) => !NOT_PROMISED.includes(resolutionKind))
    .map((problem) => `are the types wrong: ${JSON.stringify(problem)}`);
}

async function problemsOf(each) {
  const bytes = readFileSync(each.tarball);
  return [...contentProblems(each), ...(await manifestProblems(bytes)), ...(await typeProblems(bytes))];
}

const folder = mkdtempSync(join(tmpdir(), 'outdial-pack-'));
try {
  const packages = packPackages(root, folder);
  if (packages.length === 0) throw new Error('npm packed no package of the house');
  // npm works beside the looking.
  const trying = tryPackages(packages, join(folder, 'project'));
  let failed = 0;
  for (const each of packages) {
    const problems = await problemsOf(each);
    failed += problems.length;
    if (problems.length === 0) console.log(`${each.name}: fit to publish`);
    for (const problem of problems) console.log(`${each.name}: ${problem}`);
  }
  const failures = await trying;
  console.log(failures.length === 0 ? 'installed, imported, compiled against, run' : failures.join('\n'));
  process.exitCode = failed + failures.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
