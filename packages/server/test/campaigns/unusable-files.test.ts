/** Campaign files that cannot be used: the others run, and it is said everywhere. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { addCampaignVersion } from '@outdial/store';
import { campaignsOfServer, examineServer } from '../../src/index.js';
import { prepareFolder } from '../../src/folder/demonstration.js';
import { serveIn, serverFolder, type ServerUnderTest } from '../server-under-test.js';

let under: ServerUnderTest | undefined;
afterEach(() => under?.close());

function twoCampaigns(): string {
  const folder = serverFolder();
  const text = readFileSync(join(folder, 'campaign.yaml'), 'utf8');
  writeFileSync(join(folder, 'second.yaml'), text.replace('id: sales', 'id: second'));
  const server = readFileSync(join(folder, 'outdial.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'outdial.yaml'),
    server.replace('[campaign.yaml]', '[campaign.yaml, second.yaml]'),
  );
  return folder;
}

test('the good ones run; the bad one is said, in the log, and at the campaigns of the console', async () => {
  const folder = twoCampaigns();
  appendFileSync(join(folder, 'second.yaml'), 'linse: 3\n');
  under = await serveIn(folder);
  expect(under.server.floor.campaigns().map(({ campaignId }) => campaignId)).toEqual(['sales']);
  expect(under.said.join('\n')).toMatch(/second\.yaml is left out: [^]*linse/);
  expect(readFileSync(join(folder, 'outdial.log'), 'utf8')).toMatch(/second\.yaml is left out/);

  // The doctor says the same beside the server, and looks at what is dialed: also at versions of the console.
  const document = readFileSync(join(folder, 'campaign.yaml'), 'utf8').replace('live: true', 'live: false');
  const { store } = under.server.floor;
  const version = { campaignId: 'sales', base: 1, author: 'mia', source: null, document };
  await addCampaignVersion(store, version);
  const found = await examineServer({ folder, env: {} });
  const of = (name: string) => found.filter(({ check }) => check === name);
  expect(of('second.yaml')).toMatchObject([{ verdict: 'failed', remedy: expect.stringContaining('linse') }]);
  expect(of('sales: live')).toMatchObject([{ verdict: 'warning' }]);
  // A demonstration is judged on the day of its own clock, and a change of the law is named once.
  expect(found.filter(({ verdict }) => verdict === 'failed').map(({ check }) => check)).toEqual([
    'second.yaml',
  ]);
  expect(of('store')).toMatchObject([{ verdict: 'ok' }]);
  expect(found.filter(({ check }) => /agents$|control interface/.test(check))).toEqual([]);
  const none = await examineServer({ folder: tmpdir(), env: {} });
  expect(none).toMatchObject([
    {
      check: 'server file',
      verdict: 'failed',
      detail: expect.stringMatching(/^There is no .*outdial\.yaml/),
    },
  ]);
}, 30_000);

test('a file that was good before does not run on as it was', async () => {
  const folder = twoCampaigns();
  const first = await serveIn(folder);
  expect(first.server.floor.campaigns()).toHaveLength(2);
  await first.server.drain();
  appendFileSync(join(folder, 'second.yaml'), 'linse: 3\n');
  under = await serveIn(folder);
  expect(under.server.floor.campaigns().map(({ campaignId }) => campaignId)).toEqual(['sales']);
  const mia = await under.person('mia', 'manager');
  const { body } = await mia.call('GET', '/api/v1/campaign-documents');
  expect(body).toContainEqual(
    expect.objectContaining({ campaignId: 'second', fault: expect.stringMatching(/^Its file second\.yaml/) }),
  );
}, 40_000);

test('a demonstration is judged on the day of its own clock, and its commands work on its store', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-doctor-'));
  await prepareFolder(folder);
  const found = await examineServer({ folder, env: {} });
  const campaigns = await campaignsOfServer({ folder, env: {} });
  rmSync(folder, { recursive: true });
  expect(found.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
  const store = { url: `sqlite:${join(folder, 'outdial.db')}` };
  expect(campaigns).toMatchObject([{ file: { id: 'demonstration', store, control: null } }]);
}, 30_000);

test('a server of which no file can be used does not start', async () => {
  const folder = serverFolder();
  appendFileSync(join(folder, 'campaign.yaml'), 'linse: 3\n');
  await expect(serveIn(folder)).rejects.toThrow(/linse/);
}, 30_000);
