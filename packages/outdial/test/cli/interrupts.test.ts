/** Ctrl-C and its like: what a run says that it waits for, and that a closed terminal drains too. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openStore, type Store } from '@outdial/store';
import { drainOnInterrupt } from '../../src/cli/interrupts.js';
import { callsLeft, callsLeftText } from '../../src/dialer/waits-for.js';
import { processIo } from '../../src/cli/io.js';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';

let store: Store;
let dialer: Dialer;
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:' });
  dialer = await createDialer({
    store,
    campaign: {
      id: 'c',
      name: 'C',
      mode: 'progressive',
      callerNumber: '+12025550100',
      countries: ['US'],
      live: true,
      lists: [{ id: 'l' }],
      log: { level: 'silent' },
      compliance: { purpose: 'informational' },
      abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
      simulation: { answerShare: 1, machineShare: 0, busyShare: 0, invalidShare: 0, talkMeanSeconds: 3_600 },
    },
    leads: ['+12125551000', '+12125551001'].map((phone) => ({ phone, state: 'NY' })),
  });
});
afterEach(async () => {
  await dialer.close();
  await store.close();
});

test('a customer alone with a telephone number is named among what a drain waits for', () => {
  const talk = { mode: 'power', stage: 'connected', conversation: { stage: 'outside' } };
  const third = { mode: 'third-party', stage: 'joined', conversation: null };
  const wrapUp = { mode: 'power', stage: 'wrap-up', conversation: null };
  const left = callsLeft([talk, third, wrapUp] as Parameters<typeof callsLeft>[0]);
  expect(callsLeftText(left)).toBe(
    '1 conversation (1 of a customer and a telephone number, without an agent), 1 wrap-up and 0 other calls',
  );
});

describe('an interrupt', () => {
  test('says what the run waits for, at once and on; the second and third say what they leave', async () => {
    await dialer.start();
    await dialer.logIn({ agentId: 'ana' });
    await dialer.ready('ana');
    for (let look = 0; look < 60 && dialer.agents()[0]?.state !== 'talking'; look += 1)
      await dialer.runFor(1_000);

    let interrupt = (): void => undefined;
    const said: string[] = [];
    const io = { ...processIo(), onInterrupt: (stop: () => void) => ((interrupt = stop), () => undefined) };
    const interrupts = drainOnInterrupt(io, dialer, (line) => void said.push(line));
    interrupt();
    expect(said).toEqual([
      expect.stringMatching(/^draining: .*; waiting for 1 conversation and 0 other calls\. Interrupt again/),
    ]);
    await dialer.runFor(11_000);
    expect(said.at(-1)).toBe('still waiting for 1 conversation and 0 other calls');
    interrupt();
    expect(said.at(-1)).toMatch(/waiting for 1 conversation to end\. Interrupt again to leave them/);
    interrupt();
    expect(said.at(-1)).toBe('left 1 conversation and 0 other calls: the next start settles them');
    expect(await interrupts.left).toBe('left');
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is %s, for as long as a run listens', (signal) => {
    let times = 0;
    const listening = process.listenerCount(signal);
    const forget = processIo().onInterrupt(() => void (times += 1));
    process.emit(signal);
    forget();
    expect(times).toBe(1);
    expect(process.listenerCount(signal)).toBe(listening);
  });
});
