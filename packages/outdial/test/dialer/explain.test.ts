import { describe, expect, test } from '@jest/globals';
import type { DialingObstacle, Supply } from '@outdial/core';
import { explainObstacles, ObstacleLooks, type ExplainFacts } from '../../src/dialer/explain.js';

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
    abandonment: [],
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
      'no lead is due (38 retry-busy); the first may be called at 12:00 UTC',
    );
    expect(dry([{ reason: 'refused', count: 38, nextAt: EIGHT }], EIGHT)).toContain(
      'no lead is due (38 wait for a limit of the law); the first may be called at 12:00 UTC',
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
    expect(sentence([none, live])).toMatch(
      /; the campaign is not live: only numbers of its allow-list \(1 number\) /,
    );
  });

  test('says what a limit on abandonment waits for, and what holds a campaign back', () => {
    const limitId = 'us.ftc.abandonment';
    const reading = {
      limitId,
      limit: 0.03,
      periodStart: 0,
      liveAnswers: 20,
      abandoned: 1,
      rate: 0.05,
      spent: true,
    };
    const governor = { kind: 'governor' as const, blocksAll: true, until: EIGHT, detail: limitId };
    // (1 + 1) / 0.03 - 1 = 65.7: with 46 more answers there are 66.
    expect(sentence([governor], { abandonment: [reading] })).toMatch(
      /free agents only for 46 more live answers, or until 2026-06-11 12:00 UTC\.$/,
    );
    const held = {
      kind: 'held-back' as const,
      blocksAll: true,
      until: EIGHT,
      detail: 'A permit has run out.',
    };
    expect(sentence([held])).toMatch(
      /the law holds the whole campaign back until .* UTC: A permit has run out\.$/,
    );
    expect(sentence([{ ...held, detail: null }])).toContain('the database does not take records of calls');
  });

  test('says since when: what was not found at a look begins anew', () => {
    const looks = new ObstacleLooks();
    const down = { kind: 'telephony-down' as const, blocksAll: true, until: null, detail: null };
    const leads = { kind: 'window' as const, blocksAll: false, until: EIGHT, detail: '3' };
    const at = (now: number, ...found: readonly DialingObstacle[]): readonly (number | null)[] => {
      const facts = { settings: { allowList: [] }, supply: null, abandonment: [], timeZone: 'UTC' };
      const said = explainObstacles(found, { ...facts, at: now, zonesOf: () => [] }, looks);
      return [said.since, ...said.reasons.map(({ since }) => since)];
    };
    expect(at(1_000, leads)).toEqual([null, 1_000]);
    expect(at(2_000, down, { ...leads, detail: '4' })).toEqual([2_000, 2_000, 1_000]);
    expect(at(3_000, down)).toEqual([2_000, 2_000]);
    expect(at(4_000)).toEqual([null]);
    expect(at(5_000, down, leads)).toEqual([5_000, 5_000, 5_000]);
  });
});
