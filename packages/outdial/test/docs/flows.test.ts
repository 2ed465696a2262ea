/** Every call flow that a page shows is one that the checker accepts. */
import { expect, test } from '@jest/globals';
import { validateFlow } from '@outdial/core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PAGES, ROOT } from './pages.js';

const FLOWS = PAGES.flatMap((page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)]
    .map(([, block]) => parse(block ?? '') as unknown)
    .filter((value) => typeof value === 'object' && value !== null && 'nodes' in value)
    .map((flow) => [page, flow] as const);
});

test('there are flows in the guides', () => expect(FLOWS.length).toBeGreaterThan(0));

test.each(FLOWS)('%s: its flow is accepted', (_page, flow) => {
  expect(validateFlow(flow)).toMatchObject({ ok: true });
});
