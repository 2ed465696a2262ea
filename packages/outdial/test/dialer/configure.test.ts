import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDialer } from '../../src/dialer/create-dialer.js';
import type { Dialer } from '../../src/dialer/dialer.js';
import type { RunningChanges } from '../../src/dialer/campaign-changes.js';

const HOUR = 3_600_000;
let dialer: Dialer;

beforeEach(async () => {
  dialer = await createDialer({
    campaign: {
      id: 'c',
      name: 'C',
      mode: 'progressive',
      callerNumber: '+12025550100',
      countries: ['US'],
      live: true,
      lists: [{ id: 'l' }],
      store: { url: 'sqlite::memory:' },
      compliance: { purpose: 'informational' },
      abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
    },
  });
  await dialer.start();
});
afterEach(() => dialer.close());

/** The reason with which changes are refused; the settings stay as they were. */
async function refusal(changes: unknown): Promise<string> {
  const before = dialer.settings;
  const answer = await dialer.configure(changes as RunningChanges);
  expect(answer).toMatchObject({ accepted: false, code: 'order-invalid' });
  expect(dialer.settings).toEqual(before);
  return answer.accepted ? '' : answer.reason;
}

describe('settings that change while the campaign runs', () => {
  test('are in force at once, in the units of the engine', async () => {
    const changes: RunningChanges = {
      lines: 7,
      callsPerSecond: 0.5,
      speed: null,
      connectGraceMs: 1500,
      ringTimeoutMs: 20_000,
      wrapUp: { timeoutMs: 30_000, disposition: 'sale' },
      preview: { timeoutMs: null, onTimeout: 'skip', skipDelayMs: HOUR },
      retry: { ...dialer.settings.retry, rules: { busy: { delayMs: HOUR, most: 2 } } },
      dispositions: dialer.settings.dispositions,
    };
    expect(await dialer.configure(changes)).toEqual({ accepted: true });
    expect(dialer.settings).toMatchObject(changes);
  });

  test.each<[string, unknown, string]>([
    ['a value out of range', { lines: 0 }, 'lines (0) is too small: use at least 1'],
    ['a value of another type', { callsPerSecond: 'fast' }, 'callsPerSecond ("fast") must be a number'],
    ['a slip of the keyboard', { line: 5 }, "line is not a setting: did you mean 'lines'?"],
    [
      'a value inside a section',
      { wrapUp: { timeoutMs: -1, disposition: 'sale' } },
      'wrapUp.timeoutMs (-1) is too small: use at least 0',
    ],
    [
      'several at once',
      { mode: 'fast', speed: 99 },
      'mode ("fast") must be one of manual, preview, progressive, power, predictive, agentless; ' +
        'speed (99) is too large: use at most 20',
    ],
    ['no settings at all', 'faster', '(file) ("faster") must be a section'],
  ])('are refused with place, value and remedy: %s', async (_name, changes, reason) => {
    expect(await refusal(changes)).toBe(reason);
  });

  test.each<[RunningChanges, string]>([
    [{ connectGraceMs: 5000 }, 'connectGraceMs (5000) is laxer than the law: use at most 2000'],
    [{ ringTimeoutMs: 5000 }, 'ringTimeoutMs (5000) is shorter than the law allows: use at least 15000'],
  ])('are refused where they are laxer than the law: %j', async (changes, reason) => {
    expect(await refusal(changes)).toContain(reason);
  });

  test.each(['limits', 'live', 'allowList', 'callerNumber', 'abandonmentFlow', 'machineDetection'])(
    'leave %s as the campaign file has it, by which the law was asked',
    async (name) => {
      expect(await refusal({ [name]: [] })).toMatch(
        new RegExp(`^${name} cannot change while the campaign runs[^]*start the campaign anew$`),
      );
    },
  );
});
