/** Answers that the adapter learns of late carry the instant at which the far end answered. */
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ServerClock } from '../src/connection/server-clock.js';
import { closeRigs, createUpRig } from './fake-ari/rig.js';

afterEach(closeRigs);

describe('an answer', () => {
  test('whose event comes in time carries no instant of its own', async () => {
    const rig = await createUpRig();
    const { channelId } = await rig.dial();
    rig.ari.ring(channelId);
    rig.ari.answer(channelId);
    expect(await rig.until('call.answered')).not.toHaveProperty('answeredAt');
  });

  test('whose event comes 8 s late carries the instant of the answer', async () => {
    const rig = await createUpRig();
    const { channelId } = await rig.dial();
    rig.ari.ring(channelId);
    await rig.until('call.ringing');
    rig.ari.lateByMs = 8_000;
    rig.ari.answer(channelId);
    const { at, answeredAt = at } = await rig.until('call.answered');
    expect(at - answeredAt).toBeGreaterThan(7_500);
    expect(at - answeredAt).toBeLessThan(8_500);
  });

  test('whose event is lost carries the instant that the dialplan wrote', async () => {
    const rig = await createUpRig();
    const { channelId } = await rig.dial();
    rig.ari.ring(channelId);
    await rig.until('call.ringing');
    rig.ari.answeredAtS = Math.floor(Date.now() / 1000) - 12;
    const channel = rig.ari.channels.get(channelId);
    Object.assign(channel ?? {}, { state: 'Up', app: 'Stasis', context: 'outdial-originate' });
    const { at, answeredAt = at } = await rig.until('call.answered');
    expect(at - answeredAt).toBeGreaterThan(11_500);
    expect(at - answeredAt).toBeLessThan(14_500);
  });
});

describe("Asterisk's clock", () => {
  const iso = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');

  test('may be wrong by any amount: an event is late by what it took longer than the quickest', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        delays,
        fc.integer({ min: 0, max: 20_000 }),
        (wrong, quick, late) => {
          let now = 1_795_000_000_000;
          const clock = new ServerClock(() => now);
          for (const delay of quick) {
            now += 500;
            clock.see(iso(now - delay + wrong));
          }
          now += 500;
          const told = now - clock.ours(iso(now - late + wrong));
          const least = Math.min(...quick);
          expect(told).toBe(Math.max(0, late - least));
        },
      ),
    );
  });

  test('that is set anew is followed within a minute', () => {
    let now = 1_795_000_000_000;
    const clock = new ServerClock(() => now);
    for (let seconds = 0; seconds < 90; seconds += 1) {
      now += 1_000;
      clock.see(iso(now - (seconds < 20 ? 0 : 5_000)));
    }
    expect(now - clock.ours(iso(now - 5_000))).toBe(0);
  });

  test('of which nothing readable was heard is taken for ours', () => {
    const clock = new ServerClock(() => 5_000);
    clock.see('soon');
    clock.see(undefined);
    expect([clock.ours(4_000), clock.ours(9_000), clock.ours('soon'), clock.ours(null)]).toEqual([
      4_000, 5_000, 5_000, 5_000,
    ]);
  });
});
