import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { PACKS } from '../src/jurisdictions/packs.js';
import { valueText } from '../src/engine/rule-info.js';
import { REGION_NAMES } from '../src/place/data/region-names.js';
import { compareLaw } from '../src/law-table/compare-law.js';
import { lawOfVersion, type EarlierLaw } from '../src/law-table/law-history.js';
import { lawTableOf } from '../src/law-table/law-table.js';
import { readLawTable } from '../src/law-table/read-law-table.js';
import { lawSteps } from '../tools/law-steps.mjs';
import { renderChanges } from '../tools/render-changes.mjs';
import { renderPages } from '../tools/render-docs.mjs';

const folder = new URL('../../../docs/compliance/', import.meta.url);
const pages = renderPages([...PACKS.values()], valueText, REGION_NAMES) as Map<string, string>;

test('the generated pages are those of the rules; else run tools/generate-docs.mjs', () => {
  for (const [name, text] of pages)
    expect({
      name,
      same: existsSync(new URL(name, folder)) && readFileSync(new URL(name, folder), 'utf8') === text,
    }).toEqual({ name, same: true });
});

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../law/${name}`, import.meta.url), 'utf8'));

test('the table of law in law/ is that of the rules; else run tools/generate-docs.mjs', () => {
  expect(read('table.json')).toEqual(JSON.parse(JSON.stringify(lawTableOf(PACKS))));
});

test('docs/compliance/changes.md holds every change from one kept version to the next', () => {
  const latest = readLawTable(read('table.json'));
  const earlier = read('earlier.json') as readonly EarlierLaw[];
  const steps = lawSteps(latest, earlier, { lawOfVersion, compareLaw }) as object[];
  expect(steps.length).toBe(earlier.length);
  expect(readFileSync(new URL('changes.md', folder), 'utf8')).toBe(renderChanges(steps));
});

test('every page of a jurisdiction says how each of its rules is known', () => {
  for (const { jurisdiction, id } of [...PACKS.values()].flatMap(({ rules }) => rules)) {
    const page = pages.get(`${jurisdiction.toLowerCase()}.md`) ?? '';
    const how = page.slice(page.indexOf('## How it is known'), page.indexOf('- Compared with'));
    expect([id, how.includes(`\`${id}\``)]).toEqual([id, true]);
  }
});

test('every page says that it is no legal advice', () => {
  for (const name of readdirSync(folder))
    expect(readFileSync(new URL(name, folder), 'utf8').toLowerCase()).toContain('legal advice');
});
