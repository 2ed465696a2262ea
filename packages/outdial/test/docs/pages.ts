/** The pages of documentation: everything in Markdown that is ours. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The repository. */
export const ROOT: string = join(import.meta.dirname, '../../../..');

/** Paths from the repository's folder. */
export const PAGES: readonly string[] = ['.', 'docs', 'examples', 'benchmarks', 'lab', 'packages'].flatMap(
  (folder) =>
    readdirSync(join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !/node_modules|\.prefix|\.run|dist|^outdial\/docs/.test(name))
      .map((name) => relative(ROOT, join(ROOT, folder, name))),
);
