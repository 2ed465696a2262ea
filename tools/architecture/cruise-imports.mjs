import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const house = dirname(dirname(import.meta.dirname));

/**
 * Imports across forbidden borders, by dependency-cruiser and `.dependency-cruiser.mjs`.
 *
 * @param {string} root the repository to look at
 * @returns {{ from: string, to: string, rule: string, instead: string }[]}
 */
export function forbiddenImports(root) {
  const cruiser = join(house, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const folders = readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}/src`)
    .filter((folder) => existsSync(join(root, folder)));
  const args = [
    cruiser,
    '--config',
    join(house, '.dependency-cruiser.mjs'),
    '--output-type',
    'json',
    ...folders,
  ];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (!run.stdout.startsWith('{'))
    throw new Error(`dependency-cruiser could not run: ${run.stderr}${run.stdout}`);
  const { summary } = JSON.parse(run.stdout);
  const comments = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  return summary.violations.map(({ from, to, rule }) => ({
    from,
    to,
    rule: rule.name,
    instead: comments.get(rule.name) ?? '',
  }));
}
