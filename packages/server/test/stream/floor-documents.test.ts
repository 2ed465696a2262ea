import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openStore, setKillSwitch } from '@outdial/store';
import { createBrowserStations, type Explanation } from 'outdial';
import { ProgramRates } from '../../src/accounts/program-rates.js';
import { FailedLogIns } from '../../src/accounts/failed-log-ins.js';
import { UploadFolder } from '../../src/lists/upload-folder.js';
import { Uploads } from '../../src/lists/uploads.js';
import { ServedCampaigns } from '../../src/campaigns/served-campaigns.js';
import { describeNoCalls } from '../../src/stream/describe.js';
import { FloorDocuments } from '../../src/stream/floor-documents.js';
import { Hub } from '../../src/stream/hub.js';
import { BrowserTelephones } from '../../src/telephones/browser-telephones.js';
import { CHEAP_PASSWORDS, startServer, until, type ServerUnderTest } from '../server-under-test.js';

let under: ServerUnderTest;
beforeAll(async () => {
  under = await startServer();
});
afterAll(() => under.close());

test('callers are shown, the switch never reads as off, a campaign taken off leaves the board', async () => {
  const store = await openStore({ url: 'sqlite::memory:', clock: Date.now });
  await setKillSwitch(store, { on: true, reason: 'drill' });
  const hub = new Hub('run');
  const documents = new FloorDocuments(
    {
      floor: under.server.floor,
      store,
      programRates: new ProgramRates(),
      failedLogIns: new FailedLogIns(),
      passwordCost: CHEAP_PASSWORDS,
      uploads: new Uploads({ folder: new UploadFolder(under.folder), store, onFault: () => undefined }),
      telephones: new BrowserTelephones({
        stations: createBrowserStations({ telephony: { kind: 'simulated' }, env: {} }),
        store,
        hasOwnStation: () => false,
      }),
      served: new ServedCampaigns({
        floor: under.server.floor,
        folder: under.folder,
        say: () => undefined,
        onFault: () => undefined,
      }),
      simulated: true,
      timeZone: () => 'UTC',
      isDraining: () => false,
      orderDrain: () => undefined,
      places: () => [],
    },
    hub,
    { silentAfterMs: 30 },
  );
  await documents.refresh();
  await store.close();
  await documents.refresh();
  expect(JSON.parse(hub.newest('campaign/sales')?.text ?? '')).toMatchObject({
    callers: { waiting: 0, longestWaitMs: null, arrived: 0, serviceLevel: null, serviceLevelMs: 15_000 },
  });
  expect(JSON.parse(hub.newest('floor')?.text ?? '')).toMatchObject({
    storeSilentSince: null,
    telephonyDownSince: null,
    telephonyTroubles: [],
    killSwitch: { on: true, reason: 'drill' },
  });
  // The first question that got no answer dates the silence; the figures do not wait for one.
  const silentFrom = under.server.floor.now();
  await until(async () => {
    await documents.refresh();
    const { storeSilentSince } = JSON.parse(hub.newest('floor')?.text ?? '');
    return storeSilentSince !== null && Math.abs(Date.parse(storeSilentSince) - silentFrom) < 1_500;
  });
  expect(JSON.parse(hub.newest('floor')?.text ?? '')).toMatchObject({ killSwitch: { on: true } });
  expect(JSON.parse(hub.newest('campaign/sales')?.text ?? '')).toMatchObject({
    explanation: { reasons: [{ kind: 'no-agents', since: expect.any(String), blocksAll: true }] },
  });

  // What says the same as before is not sent anew each second.
  const before = hub.newest('campaign/sales')?.text;
  const lookedAt = under.server.floor.now();
  await until(() => under.server.floor.now() > lookedAt + 20);
  await documents.refresh();
  expect(hub.newest('campaign/sales')?.text).toBe(before);

  // Off the floor, a campaign is off the board, with its agents.
  await under.server.floor.campaign('sales')?.logIn({ agentId: 'ana', station: 'PJSIP/ana' });
  await documents.refresh();
  expect(hub.newest('agent/ana')?.text).toContain('"campaignId":"sales"');
  await under.server.floor.removeCampaign('sales');
  await documents.refresh();
  const left = ['campaign/sales', 'agent/ana', 'desk/ana'].map((key) => hub.newest(key)?.text);
  expect(left).toEqual(['null', 'null', 'null']);
  documents.close();
});

test('an order that the database does not take is answered with what to do, not as a fault', async () => {
  const sam = await under.person('sam', 'supervisor');
  const away = Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT' });
  const read = jest.spyOn(under.server.floor.store.engine.db, 'selectFrom').mockImplementation(() => {
    throw away;
  });
  const reply = await sam.call('POST', '/api/v1/campaigns/sales/pause', { reason: 'drill' });
  read.mockRestore();
  expect([reply.status, reply.body.code]).toEqual([503, 'store-away']);
});

test('a desk hears why no call comes where that lasts', () => {
  const reason = { until: null, detail: null, since: 2_000 };
  const agents = { ...reason, kind: 'no-free-agents' as const, blocksAll: true, text: 'No agent is free.' };
  const window = { ...reason, kind: 'window' as const, blocksAll: false, text: 'Some wait.' };
  const down = { ...reason, kind: 'telephony-down' as const, blocksAll: true, text: 'Not connected.' };
  const of = (...reasons: Explanation['reasons']) =>
    describeNoCalls({ at: 5_000, sentence: '', since: 1_000, reasons, dialable: 3 });
  expect(of(agents, window)).toBeNull();
  expect(of(agents, down)).toEqual({ text: 'Not connected.', since: '1970-01-01T00:00:02.000Z' });
});
