/** Storms of equal lines are folded, in the log and on the terminal. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldedLog, logEvent } from '../../src/runtime/event-log.js';
import { foldedText, LineFold } from '../../src/runtime/line-fold.js';

/** What a fold writes for these lines, flushed at the end. */
function folded(texts: readonly string[]): string[] {
  const written: string[] = [];
  const fold = new LineFold();
  for (const text of texts) fold.take(text, (more) => void written.push(foldedText(text, more)));
  fold.flush();
  return written;
}

describe('lines', () => {
  test('30,000 equal ones are one line and one with the number of the others', () => {
    expect(folded(Array.from({ length: 30_000 }, () => 'no answer from Asterisk'))).toEqual([
      'no answer from Asterisk',
      'no answer from Asterisk (29,999 more like it)',
    ]);
  });

  test('that differ stand each; of 30,000 that differ by an id, twenty and the number of the others', () => {
    expect(folded(['a', 'b', 'a b'])).toEqual(['a', 'b', 'a b']);
    const written = folded(Array.from({ length: 30_000 }, (_, n) => `could not hang up od-c-1-${n}`));
    expect(written).toHaveLength(21);
    expect(written.at(-1)).toBe('could not hang up od-c-1-29999 (29,980 more like it)');
  });

  test.each([
    [
      'an id of letters in a field',
      (name: string) => `{"level":40,"agentId":"${name}","what":"agent.leg-lost"}`,
    ],
    [
      'a name in quotation marks',
      (name: string) => `the station of '${name}' doesn't answer, it can't be rung`,
    ],
  ])('that differ by %s are folded, too', (_what, line) => {
    const names = Array.from({ length: 500 }, (_, n) =>
      String(n).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit))),
    );
    expect(folded(names.map(line))).toHaveLength(21);
    expect(folded([line('a'), line('a').replace('lost', 'up').replace('rung', 'called')])).toHaveLength(2);
  });

  test('law: every line is written or counted, and the first of each text of few is written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('x', 'y', 'z 1', 'z 2', 'w'), { maxLength: 200 }), (texts) => {
        let count = 0;
        const fold = new LineFold();
        for (const text of texts) fold.take(text, (more) => void (count += Math.max(1, more)));
        fold.flush();
        expect(count).toBe(texts.length);
        for (const text of texts) expect(folded(texts)).toContain(text);
      }),
    );
  });

  test('what is held is written by itself after a while, and equal lines begin anew', async () => {
    const written: number[] = [];
    const fold = new LineFold(20);
    const take = (): void => fold.take('x', (more) => void written.push(more));
    for (let line = 0; line < 3; line += 1) take();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(written).toEqual([0, 2]);
    take();
    expect(written).toEqual([0, 2, 0]);
    fold.flush();
  });

  test('kinds are kept in bounded memory', () => {
    const letters = (n: number): string =>
      [...n.toString()].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    const texts = Array.from({ length: 3_000 }, (_, n) => letters(n));
    expect(folded([...texts, 'a'])).toHaveLength(3_001);
  });

  test('a long line costs no more than its length', () => {
    const began = performance.now();
    expect(folded(Array.from({ length: 100 }, () => 'k'.repeat(100_000)))).toHaveLength(2);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('the log of a run', () => {
  test('folds warnings and errors; what happened to calls stands line by line', () => {
    const lines: string[] = [];
    const target = { write: (line: string) => void lines.push(line), flush: () => undefined };
    const log = foldedLog(target, 'debug', { campaignId: 'c' });
    const stamp = { at: Date.UTC(2026, 5, 10, 17), campaignId: 'c' };
    for (let line = 0; line < 1_000; line += 1) {
      log.error({ where: 'telephony', detail: 'ari-no-answer: no answer' }, 'fault');
      logEvent(log, { ...stamp, at: stamp.at + line, type: 'fault', what: 'telephony is down', detail: 'x' });
      logEvent(log, { ...stamp, type: 'call.ringing', attemptId: 'a', leadId: 'l' });
    }
    log.flush();
    const parsed = lines.map((line) => JSON.parse(line) as { readonly what: string });
    expect(parsed.filter(({ what }) => what === 'call.ringing')).toHaveLength(1_000);
    expect(parsed.filter(({ what }) => what.startsWith('fault'))).toMatchObject([
      { detail: 'ari-no-answer: no answer' },
      { where: 'telephony is down' },
      { what: 'fault (999 more like it)', more: 999, detail: 'ari-no-answer: no answer' },
      { what: 'fault (999 more like it)', more: 999, where: 'telephony is down' },
    ]);
  });
});
