/** Sends every HTTP request that a page shows with curl to the control interface of a running dialer. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startControlServer } from '../../src/control/control-server.js';
import type { ControlServer } from '../../src/control/listen.js';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';
import { PAGES, ROOT } from './pages.js';
import { shellCommands } from './shell-lines.js';

const TOKEN = 'a-token-of-sixteen-or-more';
let dialer: Dialer;
let server: ControlServer;

beforeAll(async () => {
  dialer = await createDialer({
    campaign: {
      id: 'c',
      name: 'C',
      mode: 'predictive',
      callerNumber: '+12025550100',
      countries: ['US'],
      live: true,
      lists: [{ id: 'l' }],
      store: { url: 'sqlite::memory:' },
      compliance: { purpose: 'informational' },
      abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
    },
  });
  await dialer.start();
  server = await startControlServer({ dialer, host: '127.0.0.1', port: 0, token: TOKEN });
});

afterAll(async () => {
  await server.close();
  await dialer.close();
});

/** The request of a command line of curl, as far as documentation uses curl. */
function requestOf(words: readonly string[]): { readonly path: string; readonly init: RequestInit } {
  const headers: Record<string, string> = {};
  let [path, body]: (string | undefined)[] = [];
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] as string;
    if (word === '-H') {
      const header = (words[(index += 1)] ?? '').replace('$OUTDIAL_TOKEN', TOKEN);
      headers[header.slice(0, header.indexOf(':'))] = header.slice(header.indexOf(':') + 1).trim();
    } else if (word === '-d') body = words[(index += 1)];
    else if (word.startsWith('http://127.0.0.1:7780/')) path = word.slice('http://127.0.0.1:7780'.length);
    else throw new Error(`no test knows what curl does with '${word}'`);
  }
  if (path === undefined) throw new Error(`'${words.join(' ')}' names no address of the control interface`);
  return { path, init: { headers, ...(body === undefined ? {} : { method: 'POST', body }) } };
}

const requests = PAGES.flatMap((page) =>
  shellCommands(readFileSync(join(ROOT, page), 'utf8'))
    .filter(({ words }) => words[0] === 'curl')
    .map(({ line, words }) => [`${page}:${line}`, words] as const),
);

describe('the requests that pages show with curl', () => {
  test('there are some', () => expect(requests.length).toBeGreaterThan(0));

  test.each(requests)('%s is answered', async (_place, words) => {
    const { path, init } = requestOf(words);
    const response = await fetch(`${server.url}${path}`, init);
    expect({ ok: response.ok, text: await response.text() }).toMatchObject({ ok: true });
  });
});
