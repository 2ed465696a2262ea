import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { PACKS } from '../src/jurisdictions/packs.js';
import { valueText } from '../src/engine/rule-info.js';
import { REGION_NAMES } from '../src/place/data/region-names.js';
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

test('every page says that it is no legal advice', () => {
  for (const name of readdirSync(folder))
    expect(readFileSync(new URL(name, folder), 'utf8').toLowerCase()).toContain('legal advice');
});
