// Fails on what the architecture forbids and says what to do instead: impure lines in core and compliance,
// packages that depend on the wrong ones, names that say nothing, and (through dependency-cruiser) imports
// across the wrong borders. Run: node tools/check-architecture.mjs
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { forbiddenImports } from './architecture/cruise-imports.mjs';
import { findImpureLines } from './architecture/find-impure-lines.mjs';
import { nameProblem } from './architecture/house-names.mjs';
import { styleProblems } from './architecture/house-style.mjs';
import { PURE_FOLDERS } from './architecture/impurities.mjs';
import { manifestProblems } from './architecture/package-rules.mjs';

const root = dirname(import.meta.dirname);
process.chdir(root);

/** Every file of TypeScript below a folder, sorted, with slashes. */
function sources(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}

function purity() {
  return PURE_FOLDERS.flatMap(sources).flatMap((file) =>
    findImpureLines(readFileSync(file, 'utf8')).map(
      ({ line, what, instead }) => `${file}:${line} ${what} is impure: ${instead}`,
    ),
  );
}

function names() {
  const folders = readdirSync('packages').flatMap((name) => [
    `packages/${name}/src`,
    `packages/${name}/app`,
    `packages/${name}/test`,
  ]);
  return folders.flatMap(sources).flatMap((file) => {
    const problem = nameProblem(file);
    return problem === null ? [] : [`${file} ${problem.what}: ${problem.instead}`];
  });
}

function style() {
  const folders = readdirSync('packages').flatMap((name) => [`packages/${name}/src`, `packages/${name}/app`]);
  return folders
    .flatMap(sources)
    .filter((file) => !file.includes('/generated/'))
    .flatMap((file) =>
      styleProblems(readFileSync(file, 'utf8')).map(
        ({ line, what, instead }) => `${file}:${line} ${what}: ${instead}`,
      ),
    );
}

function manifests() {
  return readdirSync('packages').flatMap((folder) => {
    const project = ts.readConfigFile(`packages/${folder}/tsconfig.json`, ts.sys.readFile).config;
    const manifest = JSON.parse(readFileSync(`packages/${folder}/package.json`, 'utf8'));
    return manifestProblems(folder, manifest, project).map(
      ({ what, instead }) => `packages/${folder} ${what}: ${instead}`,
    );
  });
}

function imports() {
  return forbiddenImports(root).map(
    ({ from, to, rule, instead }) => `${from} imports ${to}: ${instead} (${rule})`,
  );
}

const problems = [...purity(), ...names(), ...style(), ...manifests(), ...imports()];
for (const problem of problems) console.log(problem);
const files = PURE_FOLDERS.flatMap(sources).length;
console.log(
  problems.length === 0
    ? `architecture: sound (${files} pure files)`
    : `architecture: ${problems.length} problem${problems.length === 1 ? '' : 's'}`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
