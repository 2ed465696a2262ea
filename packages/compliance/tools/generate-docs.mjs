/**
 * Writes from the built package docs/compliance/<jurisdiction>.md, the table of law (law/table.json) and its
 * changes (law/earlier.json, docs/compliance/changes.md): npm run build, then node
 * packages/compliance/tools/generate-docs.mjs
 *
 * With --keep the table that was there stays as a version of its own, which `outdial rules diff` knows: to be
 * given once after each release. Without it the changes are added to those since the version kept last.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKS } from '../dist/jurisdictions/packs.js';
import { REGION_NAMES } from '../dist/place/data/region-names.js';
import { valueText } from '../dist/engine/rule-info.js';
import { lawTableOf } from '../dist/law-table/law-table.js';
import { earlierLaw, lawOfVersion } from '../dist/law-table/law-history.js';
import { compareLaw } from '../dist/law-table/compare-law.js';
import { renderChanges } from './render-changes.mjs';
import { lawSteps } from './law-steps.mjs';
import { renderPages } from './render-docs.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../../../docs/compliance');
const law = join(here, '../law');
const readJson = (name) => JSON.parse(readFileSync(join(law, name), 'utf8'));
const writeJson = (name, value) => writeFileSync(join(law, name), `${JSON.stringify(value, null, 1)}\n`);

mkdirSync(folder, { recursive: true });
const pages = renderPages([...PACKS.values()], valueText, REGION_NAMES);

const was = readJson('table.json');
const table = lawTableOf(PACKS);
let earlier = readJson('earlier.json');
if (was.version !== table.version) {
  const kept = earlier.at(-1);
  const isKept = process.argv.includes('--keep') || kept === undefined;
  earlier = isKept
    ? [...earlier, earlierLaw(was, table)]
    : [...earlier.slice(0, -1), earlierLaw(lawOfVersion(kept.version, was, earlier), table)];
}
writeJson('table.json', table);
writeJson('earlier.json', earlier);
pages.set('changes.md', renderChanges(lawSteps(table, earlier, { lawOfVersion, compareLaw })));

for (const [name, text] of pages) writeFileSync(join(folder, name), text);
process.stdout.write(`${pages.size} pages\n`);
