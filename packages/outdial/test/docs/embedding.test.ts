/** Every snippet of the guide for embedders runs. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import * as outdial from '../../src/index.js';

const GUIDE = new URL('../../../../docs/guides/embedding.md', import.meta.url);

/** What the snippets take as given. */
const given = {
  campaign: {
    id: 'guide',
    name: 'Guide',
    mode: 'progressive',
    callerNumber: '+12025550100',
    countries: ['US'],
    live: true,
    lists: [{ id: 'list' }],
    store: { url: 'sqlite::memory:' },
    compliance: { purpose: 'informational' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550199', optOutOffer: ['sound:b'] },
  },
  leads: [{ phone: '+12025550143', name: 'Ana' }],
  showLead: () => undefined,
  console: { log: () => undefined },
};

type Snippet = (...scope: unknown[]) => Promise<void>;

function compiled(code: string, names: readonly string[]): Snippet {
  const body = code.replace(/^import .*$/gm, '');
  const AsyncFunction = (async () => undefined).constructor as new (...text: string[]) => Snippet;
  return new AsyncFunction(...names, body);
}

test('the snippets of docs/guides/embedding.md run', async () => {
  const guide = await readFile(GUIDE, 'utf8');
  const snippets = [...guide.matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => code ?? '');
  expect(snippets.length).toBeGreaterThan(4);
  const scope = { ...outdial, ...given };
  for (const snippet of snippets) await compiled(snippet, Object.keys(scope))(...Object.values(scope));
}, 60_000);
