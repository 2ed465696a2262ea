/** Chromium for the tests of the console: Debian's, which apt installs on the host where root has none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [process.env['OUTDIAL_CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Path of Chromium; null, said loudly: there is none, and none can be installed here. */
export function findChromium(): string | null {
  const found = PLACES.find((path) => path !== '' && existsSync(path));
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const run = (...args: readonly string[]): boolean =>
      spawnSync('apt-get', ['-q', '-y', ...args], { stdio: 'ignore', timeout: 120_000 }).status === 0;
    process.stderr.write('There is no Chromium: apt-get installs it on this host.\n');
    if (run('update') && run('install', '--no-install-recommends', 'chromium', 'fonts-noto-core'))
      return PLACES.find((path) => path !== '' && existsSync(path)) ?? null;
  }
  process.stderr.write(
    '!!! There is no Chromium: the console was NOT tested in a browser. ' +
      'Install it (apt-get install chromium), or name one in OUTDIAL_CHROMIUM.\n',
  );
  return null;
}
