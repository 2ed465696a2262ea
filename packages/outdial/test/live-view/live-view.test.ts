import { describe, expect, test } from '@jest/globals';
import { liveLines } from '../../src/live-view/live-lines.js';
import { createLiveView } from '../../src/live-view/live-view.js';
import { exampleStatistics } from './example-statistics.js';

const statistics = exampleStatistics;

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
    expect(first).toContain('0 waiting, 7 of 9 served, service level 66.7 %, lost 11.1 %');
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
        'agents=4+1+1 talking+wrapping+ready occupancy=81.0 % callersWaiting=0 dialable=300',
    );
    expect(lines[3]).toBe('campaign draining');
    expect(pipe.text()).not.toContain('\u001B');
  });

  test('writes plain lines in the time of the agency', () => {
    const pipe = screen(false);
    const timeZone = 'America/New_York';
    createLiveView({ name: 'Spring', screen: pipe, now: () => 0, timeZone }).update(statistics);
    expect(pipe.text()).toMatch(/^2026-06-10T13:00:00-04:00 running /);
  });
});
