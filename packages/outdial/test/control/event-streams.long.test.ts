import { afterEach, expect, test } from '@jest/globals';
import { closeRig, sendUnread } from './event-rig.js';

afterEach(closeRig);

test('600 clients that read no events take little memory and are dropped', async () => {
  const { waitingBytes, grownBytes } = await sendUnread(600, 262_144);
  expect(waitingBytes).toBeLessThanOrEqual(262_144);
  expect(grownBytes).toBeLessThan(250_000_000);
}, 120_000);
