/**
 * Copies the documentation into the package `outdial`, which publishes it. npm runs this before it packs; the
 * copy is not committed.
 */
import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);

/** Copies docs/ to packages/outdial/docs, without the records of test runs. */
export function shipDocs() {
  const target = join(root, 'packages/outdial/docs');
  rmSync(target, { recursive: true, force: true });
  cpSync(join(root, 'docs'), target, {
    recursive: true,
    filter: (source) => !/(test-long|months-of-faults)\.(md|json)$/.test(source),
  });
}

if (process.argv[1] === import.meta.filename) shipDocs();
