/**
 * One module in place of hundreds, for tests: jest loads every module anew for each file of tests, and the
 * packages that outdial imports have some two thousand. A library is bundled for all tests; a package of ours
 * for the tests of packages above it, which import it by its name only.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

const root = dirname(dirname(import.meta.dirname));
const folder = join(root, '.cache/tests');

/** Libraries of many modules. */
const LIBRARIES = ['cli-table3', 'date-fns-tz', 'fastify', 'kysely', 'libphonenumber-js/max', 'yaml', 'zod'];

/** Packages of ours on which outdial and the server stand. */
const PACKAGES = ['core', 'compliance', 'lists', 'store', 'asterisk-adapter', 'simulator'];

const fileOf = (name) => join(folder, `${name.replaceAll('/', '-').replace('@', '')}.cjs`);
const exactly = (name) => `^${name}$`;

/** `moduleNameMapper` entries of libraries. */
export const libraryBundles = Object.fromEntries(LIBRARIES.map((name) => [exactly(name), fileOf(name)]));

/** `moduleNameMapper` entries of our packages, for the tests of packages above them. */
export const packageBundles = Object.fromEntries(
  PACKAGES.map((name) => [exactly(`@outdial/${name}`), fileOf(name)]),
);

/** Node gives the importer of a CommonJS module all of its exports as the default: here the function that it is. */
const DEFAULT_AS_IN_NODE =
  "if (typeof exports.default === 'function') module.exports = Object.assign(exports.default, exports);";

/** Writes the bundle of `entry`; modules of `isExternal` names are left to jest. */
async function bundle(name, { entry, plugins, isExternal }) {
  const build = await rolldown({
    input: entry,
    cwd: root,
    platform: 'node',
    logLevel: 'silent',
    external: isExternal,
    plugins,
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  });
  const { output } = await build.generate({
    format: 'cjs',
    exports: 'named',
    codeSplitting: false,
    sourcemap: true,
    outro: DEFAULT_AS_IN_NODE,
  });
  const [{ code, map }] = output;
  const file = fileOf(name);
  const codeFile = file.replace(/cjs$/, 'code.cjs');
  writeFileSync(`${codeFile}.map`, map.toString());
  write(codeFile, code);
  // jest reads the text of what a module imports for names that it may export; of these two lines it is quick.
  write(file, `const library = require('./${basename(codeFile)}');\nmodule.exports = library;\n`);
}

/** Writes a file that others may be reading. */
function write(file, text) {
  const ours = `${file}.${process.pid}`;
  writeFileSync(ours, text);
  renameSync(ours, file);
}

/**
 * A module with the same names as the library, whatever its format: a bundle of CommonJS has only a default.
 */
async function bundleLibrary(name) {
  const names = Object.keys(await import(name)).filter((each) => /^\w+$/.test(each));
  const entry = join(root, 'names.mjs');
  const code = [
    `import * as library from '${name}';`,
    ...names.map((each, at) => `const name${at} = library['${each}'];`),
    `export { ${names.map((each, at) => `name${at} as ${each}`).join(', ')} };`,
  ].join('\n');
  const plugin = {
    name: 'names',
    resolveId: (id) => (id === entry ? id : null),
    load: (id) => (id === entry ? code : null),
  };
  await bundle(name, { entry, plugins: [plugin], isExternal: (id) => id !== name && LIBRARIES.includes(id) });
}

async function bundlePackage(name) {
  const isOfPackage = (id) => id.startsWith('.') || id.startsWith('/');
  await bundle(name, {
    entry: join(root, 'packages', name, 'src/index.ts'),
    plugins: [],
    isExternal: (id) => !isOfPackage(id),
  });
}

/** What the bundles were made from: our sources by their times, the libraries by the lock file. */
function digestOfSources() {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename));
  const files = [join(root, 'package-lock.json')];
  for (const name of PACKAGES)
    for (const each of readdirSync(join(root, 'packages', name, 'src'), {
      recursive: true,
      withFileTypes: true,
    }))
      if (each.isFile()) files.push(join(each.parentPath, each.name));
  for (const file of files.sort()) hash.update(`${file} ${statSync(file).mtimeMs}\n`);
  return hash.digest('hex');
}

/** jest's global set-up: makes the bundles where their sources have changed. */
export default async function setUp() {
  const stamp = join(folder, 'stamp');
  const digest = digestOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  mkdirSync(folder, { recursive: true });
  for (const name of LIBRARIES) await bundleLibrary(name);
  for (const name of PACKAGES) await bundlePackage(name);
  writeFileSync(stamp, digest);
}
