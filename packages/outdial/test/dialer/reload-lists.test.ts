import { expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DoNotCallSet } from '@outdial/compliance';
import { openStore, replaceSetFile } from '@outdial/store';
import { createDialer } from '../../src/dialer/create-dialer.js';

test('a running dialer takes a replaced do-not-call list and refuses a damaged one, until it is closed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outdial-reload-'));
  const path = join(folder, 'own.dnc');
  const write = (date: string): Promise<unknown> =>
    replaceSetFile(path, DoNotCallSet.fromNumbers(['+12125551000'], { date, source: 'own' }).toChunks());
  await write('2026-06-01');
  const store = await openStore({ url: 'sqlite::memory:' });
  const told: string[] = [];
  let tell = (): void => undefined;
  const next = (): Promise<void> => new Promise((resolve) => (tell = resolve));
  const note = (text: string): void => {
    told.push(text);
    tell();
  };
  const dialer = await createDialer({
    store,
    folder,
    campaign: {
      id: 'c',
      name: 'C',
      mode: 'progressive',
      callerNumber: '+12025550100',
      countries: ['US'],
      lists: [{ id: 'l' }],
      compliance: { purpose: 'informational' },
      doNotCall: { reloadSeconds: 1, lists: [{ scope: 'company', file: 'own.dnc' }] },
      abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
    },
    onList: ({ name, date }) => note(`${name} of ${date}`),
    onFault: ({ where, detail }) => note(`${where}: ${detail}`),
  });
  const replaced = next();
  await write('2026-06-02');
  await replaced;
  const refused = next();
  await writeFile(path, 'damaged');
  await refused;
  await dialer.close();
  await store.close();
  expect(told).toEqual([
    'company of 2026-06-01',
    'company of 2026-06-02',
    expect.stringMatching(
      /^do-not-call: the new version of the list 'company' is refused, the one of 2026-06-02 stays in use/,
    ),
  ]);
  await rm(folder, { recursive: true });
});
