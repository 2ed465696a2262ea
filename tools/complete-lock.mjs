// Completes package-lock.json with the packages for other platforms that the registry at hand did not serve
// (a mirror may carry Linux only): without their entries `npm ci` refuses the lock file everywhere. Run it
// after `npm install`; `--check` only says what is missing.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const file = join(dirname(import.meta.dirname), 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * Whether a package at `path` finds `name` in the lock, the way Node looks it up: beside itself, then further
 * and further out.
 */
function isLocked(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
  }
}

/**
 * The entry of a package for another platform: its platform is in its name, for instance
 * `@swc/core-darwin-arm64`.
 */
function entryOf(name, version, parent) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu =
    PROCESSORS.find((processor) => words.includes(processor)) ??
    (words.some((word) => word.startsWith('arm')) ? 'arm' : undefined);
  if (os === undefined || !/^\d+\.\d+\.\d+/.test(version)) return null;
  return {
    version,
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(parent.dev === true ? { dev: true } : {}),
    optional: true,
    os: [os],
  };
}

const missing = [];
for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (!isLocked(path, name)) missing.push({ name, version, parent });
  }
}

const unclear = missing.filter(({ name, version, parent }) => entryOf(name, version, parent) === null);
for (const { name, version } of unclear)
  console.error(`${name}@${version} is missing from package-lock.json and names no platform: install it`);
if (process.argv.includes('--check')) {
  for (const { name, version } of missing)
    console.error(`package-lock.json lacks ${name}@${version}: run node tools/complete-lock.mjs`);
  process.exit(missing.length === 0 ? 0 : 1);
}

for (const { name, version, parent } of missing) {
  const entry = entryOf(name, version, parent);
  if (entry !== null) lock.packages[`node_modules/${name}`] = entry;
}
const sorted = Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${missing.length - unclear.length} packages for other platforms added`);
process.exitCode = unclear.length === 0 ? 0 : 1;
