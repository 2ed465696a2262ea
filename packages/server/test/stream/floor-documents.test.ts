import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStore, setKillSwitch } from '@outdial/store';
import { createBrowserStations } from 'outdial';
import { ProgramRates } from '../../src/accounts/program-rates.js';
import { FailedLogIns } from '../../src/accounts/failed-log-ins.js';
import { UploadFolder } from '../../src/lists/upload-folder.js';
import { Uploads } from '../../src/lists/uploads.js';
import { ServedCampaigns } from '../../src/campaigns/served-campaigns.js';
import { FloorDocuments } from '../../src/stream/floor-documents.js';
import { Hub } from '../../src/stream/hub.js';
import { BrowserTelephones } from '../../src/telephones/browser-telephones.js';
import { startServer, type ServerUnderTest } from '../server-under-test.js';

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
  );
  await documents.refresh();
  await store.close();
  await documents.refresh();
  expect(JSON.parse(hub.newest('campaign/sales')?.text ?? '')).toMatchObject({
    callers: { waiting: 0, longestWaitMs: null, arrived: 0, serviceLevel: null, serviceLevelMs: 15_000 },
  });
  expect(JSON.parse(hub.newest('floor')?.text ?? '')).toMatchObject({
    killSwitch: { on: true, reason: 'drill' },
  });

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
