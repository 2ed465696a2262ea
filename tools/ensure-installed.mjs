// Installs the libraries with `npm ci` when they are missing or not those of the lock file. Runs before `npm
// start` and `npm test`, so that both work in a fresh clone. Plain Node: nothing is installed yet when this
// runs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OLDEST_NODE = [20, 19];
const root = join(import.meta.dirname, '..');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(`outdial needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`);
  process.exit(1);
}

const why = reasonToInstall();

if (why !== null) {
  console.log(`installing, because ${why}: npm ci`);
  const started = performance.now();
  const npm = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(
      'npm ci failed: see above. Is the registry reachable, and does package-lock.json fit package.json?',
    );
    process.exit(npm.status ?? 1);
  }
  console.log(`installed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Why the libraries must be installed, or null. Compares versions, not times: a fresh clone and a restored
 * cache give files any time.
 */
function reasonToInstall() {
  // npm writes this file last: what it lists is completely there.
  const written = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(written)) return 'the libraries are not installed yet';
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(written, 'utf8')).packages;
  for (const [path, { version, optional, devOptional, peer }] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue;
    const there = present[path];
    // Packages for other platforms are optional, and rightly missing.
    if (there === undefined && !optional && !devOptional && !peer) return `${path} is missing`;
    if (there !== undefined && there.version !== version)
      return `${path} is ${there.version}, package-lock.json has ${version}`;
  }
  return null;
}
