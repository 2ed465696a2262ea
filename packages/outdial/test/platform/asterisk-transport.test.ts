/** `telephony.transport` of the campaign file says what carries requests and events. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeAri } from '../../../asterisk-adapter/test/fake-ari/fake-ari.js';
import { telephonySchema } from '../../src/campaign-file/sections/telephony.js';
import { createAsteriskPlatform } from '../../src/platform/asterisk-platform.js';

const ari = new FakeAri();
beforeEach(() => ari.start());
afterEach(() => ari.stop());

describe('telephony.transport', () => {
  test.each([
    ['absent', undefined, false],
    ['native', 'native', false],
    // Only the transport over ari-client asks whether the server is there before it connects, at each try.
    ['ari-client', 'ari-client', true],
  ])('%s', async (_, transport, asks) => {
    ari.requests.length = 0;
    const telephony = telephonySchema.parse({
      kind: 'asterisk',
      server: { url: ari.url },
      trunks: [{ name: 'main', endpoint: 'PJSIP/{number}@trunk' }],
      ...(transport === undefined ? {} : { transport }),
    });
    if (telephony.kind !== 'asterisk') throw new Error('not on Asterisk');
    const env = { OUTDIAL_ARI_USERNAME: 'outdial', OUTDIAL_ARI_PASSWORD: 'secret' };
    const platform = createAsteriskPlatform({ telephony, env }, () => undefined);
    await platform.connect();
    await platform.close();
    expect(ari.of('asterisk.ping').length > 0).toBe(asks);
  });
});
