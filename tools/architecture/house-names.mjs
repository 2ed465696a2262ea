import { basename, extname } from 'node:path';

const VAGUE = /(^|-)(utils?|helpers?|common|misc|manager|stuff|shared)(-|$)/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * What is wrong with the name of a source file, or null.
 *
 * @param {string} path from the root of the repository
 * @returns {{ what: string, instead: string } | null}
 */
export function nameProblem(path) {
  const parts = path.split('/');
  const stem = basename(path)
    .slice(0, -extname(path).length)
    .replace(/\.(sim|live|long)?\.?test$/, '');
  const folders = parts.slice(2, -1);
  const vague = [...folders, stem].find((part) => VAGUE.test(part));
  if (vague !== undefined)
    return { what: `the name '${vague}' says nothing`, instead: 'name the one concept that lives there' };
  const odd = [...folders, stem.split('.')[0]].find((part) => !KEBAB.test(part));
  if (odd !== undefined)
    return { what: `the name '${odd}' is not kebab-case`, instead: 'use lower case and hyphens' };
  return null;
}
