/** A platform on Asterisk that was not there at first: it is asked again, and connects. */
import { afterEach, expect, test } from '@jest/globals';
import { FakeAri } from '../../../asterisk-adapter/test/fake-ari/fake-ari.js';
import { telephonySchema } from '../../src/campaign-file/sections/telephony.js';
import { FloorEngine } from '../../src/dialer/floor-engine.js';
import {
  createAsteriskPlatform,
  type AsteriskPlatformOptions,
} from '../../src/platform/asterisk-platform.js';
import type { PlatformFactory } from '../../src/platform/platform.js';

const ari = new FakeAri();
afterEach(() => ari.stop());

function platformOn(url: string, more: Partial<AsteriskPlatformOptions> = {}): PlatformFactory {
  const telephony = telephonySchema.parse({
    kind: 'asterisk',
    server: { url },
    trunks: [{ name: 'main', endpoint: 'PJSIP/{number}@trunk' }],
  });
  if (telephony.kind !== 'asterisk') throw new Error('not on Asterisk');
  const env = { OUTDIAL_ARI_USERNAME: 'outdial', OUTDIAL_ARI_PASSWORD: 'secret' };
  return (sink) => createAsteriskPlatform({ telephony, env, ...more }, sink);
}

test('a floor whose Asterisk was away says since when, and connects when it is asked again', async () => {
  await ari.start();
  const { url } = ari;
  await ari.stop();
  const floor = new FloorEngine({ platform: platformOn(url, { connectWithinMs: 100 }) });
  expect(floor.telephonyDownSince).toBeNull();
  await expect(floor.connect()).rejects.toMatchObject({ code: 'telephony-unavailable' });
  expect(floor.telephonyDownSince).not.toBeNull();
  await ari.start(Number(new URL(url).port));
  for (let tries = 0; floor.telephonyDownSince !== null && tries < 40; tries += 1)
    await floor.connect().catch(() => undefined);
  expect(floor.telephonyDownSince).toBeNull();
  await floor.close();
});

test('the calls of a dialer of the same name are taken by order only', async () => {
  await ari.start();
  const floors = [{}, {}, { takeOver: true }].map(
    (more) => new FloorEngine({ platform: platformOn(ari.url, more) }),
  );
  const [first, second, ordered] = floors;
  first?.attend();
  for (let tries = 0; ari.connected === 0 && tries < 400; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await first?.connect();
  await expect(second?.connect()).rejects.toMatchObject({ code: 'telephony-held', retryable: true });
  expect(second?.telephonyDownSince).not.toBeNull();
  expect(ari.connected).toBe(1);
  await ordered?.connect();
  expect(ari.connected).toBe(2);
  for (const floor of floors) await floor.close();
});
