import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { main as embed } from './01-embed/main.mjs';
import { main as preview } from './02-preview-agent/main.mjs';
import { main as ivr } from './03-ivr-flow/main.mjs';
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
    const statistics = await ownPacer(() => undefined);
    expect(statistics.dials).toBeGreaterThan(50);
    expect(statistics.liveAnswers).toBeGreaterThan(10);
  });
});
