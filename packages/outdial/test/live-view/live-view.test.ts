import { describe, expect, test } from '@jest/globals';
import type { CampaignStatistics } from '@outdial/core';
import { liveLines } from '../../src/live-view/live-lines.js';
import { createLiveView } from '../../src/live-view/live-view.js';

const statistics: CampaignStatistics = {
  at: Date.UTC(2026, 5, 10, 17),
  campaignId: 'c',
  state: 'running',
  mode: 'predictive',
  dials: 120,
  liveAnswers: 40,
  answerRate: 0.35,
  connected: 39,
  abandoned: 1,
  reneged: 0,
  machines: 3,
  abandonment: [
    {
      limitId: 'us.tcpa.abandon3',
      limit: 0.03,
      periodStart: 0,
      liveAnswers: 40,
      abandoned: 1,
      rate: 0.025,
      spent: true,
    },
  ],
  outcomes: {},
  dispositions: {},
  refusals: {},
  callsInFlight: 6,
  callsWithAgents: 4,
  agents: { ready: 1, reserved: 0, talking: 4, 'wrap-up': 1, pausing: 0, paused: 0, offline: 0 },
  occupancy: 0.81,
  meanWait: 4200,
  connectTime: { mean: 85, p95: 150, max: 170, count: 39 },
  penetration: 0.25,
  supply: {
    dialableNow: 300,
    total: 400,
    attempted: 100,
    waiting: [{ reason: 'retry-busy', count: 7, nextAt: Date.UTC(2026, 5, 10, 18) }],
  },
  falsePositiveRate: 0,
} as CampaignStatistics;

function screen(isTTY: boolean): { readonly isTTY: boolean; write(text: string): void; text(): string } {
  let all = '';
  return { isTTY, write: (text) => void (all += text), text: () => all };
}

describe('the live view', () => {
  test('redraws itself on a terminal: progress, rates, agents, abandonment against the limit', () => {
    const terminal = screen(true);
    let now = 0;
    const view = createLiveView({ name: 'Spring', screen: terminal, now: () => now });
    view.update(statistics);
    const first = terminal.text();
    expect(first).toContain('[#######.....................] 25.0 %');
    expect(first).toContain('4 talking, 1 wrapping up, 1 ready');
    expect(first).toContain('2.50 % of 3.00 % allowed (1 of 40, us.tcpa.abandon3)  SPENT');
    expect(first).toContain('At most 3 % of live answers abandoned');
    expect(first).toContain('7 retry-busy, from 2026-06-10 18:00 UTC');
    view.update(statistics);
    expect(terminal.text()).toBe(first);
    now = 300;
    view.update(statistics);
    const lines = first.split('\n').length - 1;
    expect(terminal.text().slice(first.length)).toContain(`\u001B[${lines}A`);
    view.end();
    expect(terminal.text().endsWith('\u001B[?25h')).toBe(true);
    expect(
      Math.max(
        ...liveLines(statistics, { name: 'Spring', timeZone: 'UTC', why: null }).map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(100);
  });

  test('writes a plain line every ten seconds elsewhere, without control codes', () => {
    const pipe = screen(false);
    let now = 0;
    const view = createLiveView({ name: 'Spring', screen: pipe, now: () => now });
    for (now = 0; now < 25_000; now += 1000) view.update(statistics);
    view.say('campaign draining');
    const lines = pipe.text().trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(
      '2026-06-10T17:00:00Z running dials=120 inFlight=6 live=40 connected=39 abandoned=1 (2.50 %) ' +
        'agents=4+1+1 talking+wrapping+ready occupancy=81.0 % dialable=300',
    );
    expect(lines[3]).toBe('campaign draining');
    expect(pipe.text()).not.toContain('\u001B');
  });
});
