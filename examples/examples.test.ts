import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { main as embed } from './01-embed/main.mjs';
import { main as preview } from './02-preview-agent/main.mjs';
import { main as ivr } from './03-ivr-flow/main.mjs';
import { main as twoCampaigns } from './06-two-campaigns/main.mjs';
import { main as crm } from './07-crm/main.mjs';
import { main as agentDesktop } from './08-agent-desktop/main.mjs';
import { createCautiousPacer, main as ownPacer } from './04-own-pacer/main.mjs';

/** What an example printed, as one text. */
function paper(): { readonly print: (...words: readonly unknown[]) => void; text(): string } {
  const lines: string[] = [];
  return {
    print: (...words) =>
      void lines.push(
        words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' '),
      ),
    text: () => lines.join('\n'),
  };
}

describe('the examples', () => {
  test('01-embed dials three leads in fewer than 15 statements', async () => {
    const { print, text } = paper();
    const statistics = await embed(print);
    expect(statistics.dials).toBeGreaterThanOrEqual(3);
    expect(text()).toMatch(/\d calls/);
    const code = readFileSync(new URL('./01-embed/main.mjs', import.meta.url), 'utf8');
    expect(code.match(/;$/gm)?.length).toBeLessThan(15);
  });

  test('02-preview-agent skips the small balance and talks to the others', async () => {
    const { print, text } = paper();
    const statistics = await preview(print);
    expect(text()).toContain('ana sees Ben, 3.50: skip');
    expect(text()).not.toContain('ana talks to Ben');
    expect(statistics.dials).toBeGreaterThanOrEqual(3);
    expect(text()).not.toContain('agent.accept:');
  });

  test('03-ivr-flow delivers its message, takes keys, and hands over to the agent', async () => {
    const { print, text } = paper();
    const statistics = await ivr(print);
    expect(statistics.outcomes['message-delivered']).toBeGreaterThan(0);
    expect(statistics.dispositions['confirmed']).toBeGreaterThan(0);
    expect(text()).toContain('nurse was asked for and connected');
  });

  test('04-own-pacer never asks for more than its cap', async () => {
    const pacer = createCautiousPacer({ mode: 'power', power: { callsPerAgent: 10 } }, 2);
    for (const agentId of ['a', 'b', 'c']) pacer.observe({ type: 'agent', agentId, state: 'ready', at: 0 });
    expect(pacer.decide(0).calls).toBe(5);
    const statistics = await ownPacer(() => undefined, 15);
    expect(statistics.dials).toBeGreaterThan(50);
    expect(statistics.liveAnswers).toBeGreaterThan(10);
  });

  test('06-two-campaigns moves an agent, removes one campaign, and the other goes on', async () => {
    const { print, text } = paper();
    const calls = await twoCampaigns(print);
    expect(text()).toContain('service: No agent is logged in.');
    expect(calls.sales).toBeGreaterThan(3);
    expect(calls.service).toBeGreaterThan(3);
  });

  test('07-crm pushes leads with verdicts, closes one, and takes the results back', async () => {
    const { print, text } = paper();
    const results = await crm(print);
    expect(text()).toMatch(/A-1 added/);
    expect(text()).toMatch(/A-3 rejected \S+/);
    expect(text()).toContain('1 lead closed before its call');
    expect([...results.keys()]).toEqual(['A-1', 'A-2', 'A-3', 'A-4', 'A-5']);
    expect(results.get('A-4')).toBe('added');
    expect([...results.values()].filter((result) => result !== 'added').length).toBeGreaterThan(2);
  });

  test('08-agent-desktop answers orders, and says why nothing is dialed', async () => {
    const { print, text } = paper();
    const statistics = await agentDesktop(print);
    expect(text()).toMatch(/eve\/ready: 409 .*not logged in/);
    expect(text()).toContain('eve/log-in: 202');
    expect(text()).toContain('eve sees Ana');
    expect(text()).toContain('calls: dialing for eve');
    expect(text()).toContain("did you mean 'code'?");
    expect(text()).toMatch(/why nothing is dialed: \S+/);
    expect(statistics.dials).toBeGreaterThan(0);
  });
});
