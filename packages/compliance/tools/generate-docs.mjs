/**
 * Writes docs/compliance/<jurisdiction>.md from the built package: npm run build, then node
 * packages/compliance/tools/generate-docs.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKS } from '../dist/jurisdictions/packs.js';
import { REGION_NAMES } from '../dist/place/data/region-names.js';
import { valueText } from '../dist/engine/rule-info.js';
import { renderPages } from './render-docs.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../docs/compliance');
mkdirSync(folder, { recursive: true });
const pages = renderPages([...PACKS.values()], valueText, REGION_NAMES);
for (const [name, text] of pages) writeFileSync(join(folder, name), text);
process.stdout.write(`${pages.size} pages\n`);
