/** A platform on Asterisk that was not there at first: it is asked again, and connects. */
import { afterEach, expect, test } from '@jest/globals';
import { FakeAri } from '../../../asterisk-adapter/test/fake-ari/fake-ari.js';
import { telephonySchema } from '../../src/campaign-file/sections/telephony.js';
import { FloorEngine } from '../../src/dialer/floor-engine.js';
import { createAsteriskPlatform } from '../../src/platform/asterisk-platform.js';

const ari = new FakeAri();
afterEach(() => ari.stop());

test('a floor whose Asterisk was away says since when, and connects when it is asked again', async () => {
  await ari.start();
  const { url } = ari;
  await ari.stop();
  const telephony = telephonySchema.parse({
    kind: 'asterisk',
    server: { url },
    trunks: [{ name: 'main', endpoint: 'PJSIP/{number}@trunk' }],
  });
  if (telephony.kind !== 'asterisk') throw new Error('not on Asterisk');
  const env = { OUTDIAL_ARI_USERNAME: 'outdial', OUTDIAL_ARI_PASSWORD: 'secret' };
  const floor = new FloorEngine({
    platform: (sink) => createAsteriskPlatform({ telephony, env, connectWithinMs: 100 }, sink),
  });
  expect(floor.telephonyDownSince).toBeNull();
  await expect(floor.connect()).rejects.toMatchObject({ code: 'telephony-unavailable' });
  expect(floor.telephonyDownSince).not.toBeNull();
  await ari.start(Number(new URL(url).port));
  for (let tries = 0; floor.telephonyDownSince !== null && tries < 40; tries += 1)
    await floor.connect().catch(() => undefined);
  expect(floor.telephonyDownSince).toBeNull();
  await floor.close();
});
