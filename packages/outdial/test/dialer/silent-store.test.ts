/** The end of a dialer whose store does not answer: it waits for a minute, and says what is not written. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { toSettings } from '../../src/campaign-file/to-settings.js';
import { FloorEngine } from '../../src/dialer/floor-engine.js';
import { Patience } from '../../src/dialer/patience.js';
import { unwrittenText } from '../../src/dialer/unwritten.js';
import { createSimulatedPlatform } from '../../src/platform/simulated-platform.js';
import type { Records } from '../../src/records/records.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const never = new Promise<void>(() => undefined);
const nothing = (): void => undefined;
/** Of a store that answers nothing. */
const records: Records = {
  leads: { claim: nothing, release: nothing, survey: nothing },
  journal: {
    open: nothing,
    openInbound: nothing,
    mark: nothing,
    learn: nothing,
    close: nothing,
    recover: nothing,
    checkCallback: nothing,
    audit: nothing,
  },
  begin: () => never,
  look: () => never,
  selection: {},
  select: nothing,
  surveyAt: () => Promise.reject(new Error('the store does not answer')),
  foreseeCallback: () => never.then(() => Promise.reject(new Error('the store does not answer'))),
  idle: () => never,
  underWay: () => [
    { kind: 'close', attemptId: 'a1', stated: 'conversation sale' },
    { kind: 'close', attemptId: 'a2', stated: 'no-answer' },
    { kind: 'learn', attemptId: 'a1', stated: 'do-not-call' },
  ],
  close: () => never,
};

const DUTIES = {
  regulators: [],
  limits: [],
  firstCallAt: 0,
  connectGraceMs: 2000,
  minimumRingTimeMs: 15_000,
  abandonedBanMs: 0,
};

function floorOfSilence(): FloorEngine {
  const file = checkCampaign({
    id: 'c',
    name: 'C',
    mode: 'progressive',
    callerNumber: '+12025550100',
    countries: ['US'],
    lists: [{ id: 'first' }],
    compliance: { purpose: 'informational' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  });
  const floor = new FloorEngine({
    platform: (sink) =>
      createSimulatedPlatform({ simulation: file.simulation, lines: 50, callsPerSecond: 10 }, sink),
  });
  const settings = toSettings(file, {}, DUTIES);
  floor.add({ settings, records: () => records });
  return floor;
}

test('a store that does not answer is waited for a minute in all, and what is not written is told', async () => {
  let closed = 0;
  const floor = floorOfSilence();
  const began = performance.now();
  const passing = floor.pass(() => true);
  await jest.advanceTimersByTimeAsync(60_000);
  await passing;
  const closing = floor.close(() => {
    closed += 1;
    return never;
  });
  await jest.advanceTimersByTimeAsync(1_000);
  const end = await closing;
  expect(performance.now() - began).toBeLessThan(62_000);
  expect(end.isWritten).toBe(false);
  expect(unwrittenText(end.unwritten)).toBe('2 ends of calls, 1 statement of a person');
  expect(closed).toBe(1);
});

test('a wait that ends in time gives the next one its whole time', async () => {
  const patience = new Patience(1_000);
  const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const waits = [patience.wait(after(900))];
  await jest.advanceTimersByTimeAsync(900);
  waits.push(patience.wait(after(900)));
  await jest.advanceTimersByTimeAsync(900);
  waits.push(patience.wait(never));
  await jest.advanceTimersByTimeAsync(1_000);
  waits.push(patience.wait(after(1)));
  await jest.advanceTimersByTimeAsync(0);
  expect(await Promise.all(waits)).toEqual([true, true, false, false]);
});
