import { describe, expect, test } from '@jest/globals';
import type { DialingObstacle, Supply } from '@outdial/core';
import { explainObstacles, type ExplainFacts } from '../../src/dialer/explain.js';

const NIGHT = Date.parse('2026-06-11T07:00:00Z');
const EIGHT = Date.parse('2026-06-11T12:00:00Z');

/** No lead is dialable before `until`. */
function dry(waiting: Supply['waiting'], until: number | null): string | null {
  return sentence([{ kind: 'no-leads', blocksAll: true, until, detail: null }], {
    supply: { dialableNow: 0, total: 38, attempted: 0, waiting },
  });
}

function sentence(obstacles: readonly DialingObstacle[], facts: Partial<ExplainFacts> = {}): string | null {
  return explainObstacles(obstacles, {
    at: NIGHT,
    settings: { allowList: ['+12025550143'] },
    supply: null,
    timeZone: 'UTC',
    zonesOf: (place) =>
      place === 'US|FL||' ? ['America/New_York', 'America/Chicago'] : ['America/New_York'],
    ...facts,
  }).sentence;
}

describe('why nothing is dialed, as one sentence', () => {
  test('names the hour at the place and at the agency', () => {
    const place = 'US|NY||';
    const waiting = [{ reason: 'outside-calling-window', count: 38, nextAt: EIGHT, place }];
    expect(dry(waiting, EIGHT)).toBe(
      'No call can be placed now: outside calling hours; ' +
        'the first lead may be called at 08:00 in New York (12:00 UTC).',
    );
    const closed = { kind: 'no-leads' as const, blocksAll: true, until: EIGHT, detail: null };
    const supply = { dialableNow: 0, total: 38, attempted: 0, waiting };
    expect(sentence([closed], { supply, timeZone: 'America/New_York' })).toMatch(/at 08:00 New York time\.$/);
    expect(sentence([closed], { supply, timeZone: 'Asia/Manila' })).toMatch(
      /at 08:00 in New York \(20:00 Manila time\)\.$/,
    );
  });

  test('goes by the last zone of a place to open, and gives the date of another day', () => {
    const tomorrow = Date.parse('2026-06-12T13:00:00Z');
    const waiting = [{ reason: 'outside-calling-window', count: 1, nextAt: tomorrow, place: 'US|FL||' }];
    expect(dry(waiting, tomorrow)).toContain('2026-06-12 08:00 in Chicago (2026-06-12 13:00 UTC)');
  });

  test('says for whom callbacks wait, and when anybody gets them', () => {
    const ann = { reason: 'callback for ann', count: 1, nextAt: EIGHT };
    expect(dry([ann], EIGHT)).toBe(
      'No call can be placed now: one callback waits for ann, who is not logged in; ' +
        'anybody gets the first at 12:00 UTC.',
    );
    expect(dry([{ ...ann, count: 2, nextAt: null }], null)).toBe(
      'No call can be placed now: 2 callbacks wait for ann, who is not logged in.',
    );
  });

  test('says that leads need an agent with their skills', () => {
    const waiting = [{ reason: 'no-agent-with-skills', count: 38, nextAt: EIGHT }];
    expect(dry(waiting, EIGHT)).toBe(
      'No call can be placed now: 38 leads need skills that no agent has who is logged in and free for them; ' +
        'they are looked at again at 12:00 UTC.',
    );
  });

  test('says what keeps the leads where waiting does not help', () => {
    expect(dry([{ reason: 'sale', count: 38, nextAt: null }], null)).toContain(
      'none of the 38 leads becomes dialable by waiting (38 sale)',
    );
    expect(dry([{ reason: 'retry-busy', count: 38, nextAt: EIGHT }], EIGHT)).toContain(
      'no lead is due; the first may be called at 12:00 UTC',
    );
    expect(sentence([{ kind: 'no-leads', blocksAll: true, until: null, detail: null }])).toContain(
      "the lists hold no leads: read them with 'outdial import', or upload them in the console",
    );
  });

  test('joins what holds back every call, and is silent about what holds back some', () => {
    const agents = { kind: 'no-agents' as const, blocksAll: true, until: null, detail: null };
    const live = { kind: 'not-live' as const, blocksAll: false, until: null, detail: null };
    const paused = { kind: 'paused' as const, blocksAll: true, until: null, detail: null };
    expect(sentence([paused, agents])).toBe(
      'No call can be placed now: the campaign is paused: resume it; no agent is logged in.',
    );
    expect(sentence([live])).toBeNull();
    expect(sentence([])).toBeNull();
  });

  test('says that a campaign is not live where no other lead is left', () => {
    const live = { kind: 'not-live' as const, blocksAll: false, until: null, detail: null };
    const none = { kind: 'no-leads' as const, blocksAll: true, until: null, detail: null };
    expect(sentence([none, live])).toMatch(/; the campaign is not live: only the 1 numbers /);
  });
});
