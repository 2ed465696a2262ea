import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlatformFactory } from '../../src/platform/platform.js';
import { createSimulatedPlatform } from '../../src/platform/simulated-platform.js';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { runCommand } from '../../src/cli/program.js';
import { createDialer } from '../../src/dialer/create-dialer.js';
import { createFloor } from '../../src/dialer/create-floor.js';

const HOUR = 3_600_000;
let folder: string;

const campaign: CampaignInput = {
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  lists: [{ id: 'l' }],
  store: { url: 'sqlite::memory:' },
  compliance: { purpose: 'informational' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  telephony: {
    kind: 'asterisk',
    server: { url: 'http://127.0.0.1:1' },
    trunks: [{ name: 'carrier', endpoint: 'PJSIP/{number}@carrier' }],
  },
};

/** Simulated telephony, so that a campaign of kind `asterisk` can be opened without one. */
const { simulation } = checkCampaign(campaign);
const platform: PlatformFactory = (sink) =>
  createSimulatedPlatform({ simulation, lines: 1, callsPerSecond: 1 }, sink);

async function outdial(
  changes: Partial<CampaignInput>,
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly err: string }> {
  const log = { level: 'info', file: 'outdial.log' } as const;
  const store = { url: 'sqlite:outdial.db' };
  await writeFile(join(folder, 'campaign.json'), JSON.stringify({ ...campaign, store, log, ...changes }));
  let err = '';
  const code = await runCommand([...args, '--campaign', 'campaign.json'], {
    out: { write: () => undefined },
    err: { write: (text) => void (err += text) },
    env,
    cwd: folder,
    onInterrupt: () => () => undefined,
  });
  return { code, err };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outdial-clock-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('a shifted clock', () => {
  const shifted = { OUTDIAL_CLOCK_OFFSET_MS: String(-2 * HOUR) };

  test.each([['run'], ['import', 'leads.csv'], ['status'], ['doctor'], ['check', '+12025550143']])(
    'is refused by %s of a live campaign',
    async (...args) => {
      const { code, err } = await outdial({ live: true }, shifted, ...args);
      expect(code).toBe(4);
      expect(err).toContain('the clock is shifted by -7,200,000 ms (-2.0 hours), and the campaign is live');
      expect(err).toContain('OUTDIAL_LABORATORY=1');
    },
  );

  test.each([['stop'], ['dnc', 'opt-out', '+12025550143', '--source', 'said so']])(
    'stops no order that only stops calls: %s',
    async (...args) => {
      const { code, err } = await outdial({ live: true }, shifted, ...args);
      expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('the clock is shifted') });
    },
  );

  test('is refused by the release of the kill switch of a live campaign', async () => {
    expect(await outdial({ live: true }, shifted, 'stop', '--release')).toMatchObject({ code: 4 });
    expect(await outdial({ live: true }, {}, 'stop', '--release')).toMatchObject({ code: 0 });
  });

  test('is announced once, and logged by a run, where it is allowed', async () => {
    const env = { ...shifted, OUTDIAL_LABORATORY: '1' };
    const { err } = await outdial({ live: true }, env, 'run');
    expect(err.match(/notice: the clock is shifted by -7,200,000 ms/g)).toHaveLength(1);
    const lines = (await readFile(join(folder, 'outdial.log'), 'utf8')).trim().split('\n');
    const shift = lines.map((line) => JSON.parse(line) as object);
    expect(shift).toContainEqual(
      expect.objectContaining({ what: 'clock.shifted', offsetMs: -2 * HOUR, live: true }),
    );
  });

  test('is announced by commands of a campaign that is not live', async () => {
    const { code, err } = await outdial({ live: false }, shifted, 'status');
    expect(code).toBe(0);
    expect(err).toContain('notice: the clock is shifted by -7,200,000 ms');
  });

  test.each(['1e400', 'soon', '1e300'])('is refused where it is no number of ms: %s', async (text) => {
    const { code, err } = await outdial({}, { OUTDIAL_CLOCK_OFFSET_MS: text }, 'status');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`it is '${text}'`) });
  });

  test('is refused to embedders of a live campaign, too: dialer and floor', async () => {
    const live = { ...campaign, live: true };
    await expect(
      createDialer({ campaign: live, env: {}, clockOffset: HOUR, platform }),
    ).rejects.toMatchObject({ code: 'clock-offset-live' });
    await using floor = await createFloor({
      store: { url: 'sqlite::memory:' },
      telephony: campaign.telephony,
      env: {},
      clockOffset: HOUR,
      platform,
    });
    await expect(floor.addCampaign(live)).rejects.toMatchObject({ code: 'clock-offset-live' });
  });

  test('stands in the audit trail of the run', async () => {
    const env = { OUTDIAL_LABORATORY: '1', OUTDIAL_ARI_USERNAME: 'u', OUTDIAL_ARI_PASSWORD: 'p' };
    const dialer = await createDialer({
      campaign: { ...campaign, live: true },
      env,
      clockOffset: HOUR,
      platform,
    });
    const { db } = dialer.store.engine;
    const entries = async (): Promise<readonly unknown[]> =>
      db.selectFrom('audit').select(['kind', 'detail']).where('kind', '=', 'clock.shifted').execute();
    for (let tries = 0; tries < 100 && (await entries()).length === 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await entries()).toEqual([
      { kind: 'clock.shifted', detail: '{"laboratory":true,"live":true,"offsetMs":3600000}' },
    ]);
    await dialer.close();
  });
});
