/** A second server on one store stands by, and runs a campaign once its lease has ended. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, jest, test } from '@jest/globals';
import { openStore, type Store } from '@outdial/store';
import { CallFloor } from 'outdial';
import { serveIn, serverFolder, until, type ServerUnderTest } from './server-under-test.js';

/** A campaign that goes to another server ends its calls first, and the machine may be full. */
const DRAINING_MOST_MS = 90_000;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const isRun = ({ server }: ServerUnderTest, campaignId = 'sales'): boolean =>
  server.floor.campaign(campaignId)?.state === 'running';

/** A server of a folder of its own on a store that several share, with more campaigns than the usual one. */
function serveOn(database: string, more: readonly string[] = []): Promise<ServerUnderTest> {
  const folder = serverFolder();
  const file = join(folder, 'outdial.yaml');
  const campaigns = ['campaign', ...more].map((name) => `${name}.yaml`).join(', ');
  const text = readFileSync(file, 'utf8').replace('campaigns: [campaign.yaml]', `campaigns: [${campaigns}]`);
  writeFileSync(file, `${text}store: { url: 'sqlite:${database}' }\n`);
  const campaign = readFileSync(join(folder, 'campaign.yaml'), 'utf8');
  for (const name of more)
    writeFileSync(join(folder, `${name}.yaml`), campaign.replace('id: sales', `id: ${name}`));
  return serveIn(folder);
}

function databaseOf(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outdial-standby-'));
  folders.push(folder);
  return join(folder, 'store.db');
}

/** A lease of a machine that this one knows nothing of. */
async function holdFrom(store: Store, epoch: number, lifeMs: number): Promise<void> {
  const lease = { campaign_id: 'sales', node: 'a', epoch, expires_at: Date.now() + lifeMs };
  const row = { ...lease, instance: 'x', host: 'far', machine: 'far', pid: 1, since: 1 };
  await store.engine.db.deleteFrom('leases').where('campaign_id', '=', 'sales').execute();
  await store.engine.db.insertInto('leases').values(row).execute();
}

test('a server that lost a campaign stands by for it, says so once, and runs it again', async () => {
  const database = databaseOf();
  const store = await openStore({ url: `sqlite:${database}` });
  const server = await serveOn(database);
  expect(isRun(server)).toBe(true);
  await holdFrom(store, 900, 60_000);
  await until(() => server.said.some((line) => line.startsWith('sales was halted: lease-lost')));
  // The other one renews its lease more than once.
  for (let renewal = 0; renewal < 2; renewal += 1) {
    await holdFrom(store, 900, 60_000);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
  }
  expect(isRun(server)).toBe(false);
  const about = server.said.filter((line) => /stands by|is run by|not started/.test(line));
  expect(about).toEqual([expect.stringContaining('This server stands by')]);
  await holdFrom(store, 900, 0);
  await until(() => isRun(server));
  await store.close();
  await server.close();
}, 120_000);

test('a server that joins gets its share, and all when the other one drains', async () => {
  const database = databaseOf();
  const [one, two] = [await serveOn(database, ['other']), await serveOn(database, ['other'])];
  const run = (): readonly boolean[] => [one, two].flatMap((of) => [isRun(of), isRun(of, 'other')]);
  await until(
    () => run().filter(Boolean).length === 2 && (isRun(two) || isRun(two, 'other')),
    DRAINING_MOST_MS,
  );
  expect(run()).toEqual([isRun(one), !isRun(one), !isRun(one), isRun(one)]);
  expect(two.said.join('\n')).toMatch(/: .*This server stands by/);
  await one.close();
  await until(() => isRun(two) && isRun(two, 'other'), DRAINING_MOST_MS);
  await two.close();
}, 240_000);

test('the lease of a machine that is silent is waited for, and no longer', async () => {
  const database = databaseOf();
  const store = await openStore({ url: `sqlite:${database}` });
  const lease = { campaign_id: 'sales', node: 'a', epoch: 7, expires_at: Date.now() + 4_000 };
  await store.engine.db
    .insertInto('leases')
    .values({ ...lease, instance: 'x', host: 'far', machine: 'far', pid: 1, since: 1 })
    .execute();
  const connected: number[] = [];
  const { connect } = CallFloor.prototype;
  jest.spyOn(CallFloor.prototype, 'connect').mockImplementation(function (this: CallFloor) {
    connected.push(Date.now());
    return connect.call(this);
  });
  const server = await serveOn(database);
  await until(() => isRun(server));
  jest.restoreAllMocks();
  expect(Date.now()).toBeGreaterThan(lease.expires_at);
  // A server of the same name would take the calls of the one that runs.
  expect(connected[0]).toBeGreaterThan(lease.expires_at);
  const now = await store.engine.db.selectFrom('leases').selectAll().executeTakeFirstOrThrow();
  expect(now.epoch).toBeGreaterThan(7);
  expect(now.expires_at - Date.now()).toBeLessThanOrEqual(12_000);
  await store.close();
  await server.close();
}, 120_000);
