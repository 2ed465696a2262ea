import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { shipDocs } from './ship-docs.mjs';

/**
 * Packs every published package of the house as npm would publish it.
 *
 * @param {string} root the repository
 * @param {string} destination a folder for the tarballs
 * @returns {{ name: string, tarball: string, files: string[] }[]}
 */
export function packPackages(root, destination) {
  const args = ['pack', '--workspaces', '--json', '--ignore-scripts', '--pack-destination', destination];
  // Scripts are not run, so what `prepack` does is done here.
  shipDocs();
  const npm = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 2 ** 26,
  });
  if (npm.status !== 0) throw new Error(`npm pack failed: ${npm.stderr}`);
  const packed = JSON.parse(npm.stdout);
  // Newer versions of npm answer with an object by package name, older ones with a list.
  const list = Array.isArray(packed) ? packed : Object.values(packed);
  return list
    .filter(({ name }) => name === 'outdial' || name.startsWith('@outdial/'))
    .map(({ name, filename, files }) => ({
      name,
      tarball: join(destination, filename),
      files: files.map(({ path }) => path),
    }));
}
