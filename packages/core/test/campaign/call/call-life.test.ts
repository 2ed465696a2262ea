import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CALL_MOVES, CALL_STAGES, isAllowedMove, STAGE_MEANINGS } from '../../../src/index.js';
import { renderPage, renderPicture } from '../../../tools/render-call-life.mjs';

const docs = new URL('../../../../../docs/', import.meta.url);
const table = { stages: CALL_STAGES, meanings: STAGE_MEANINGS, moves: CALL_MOVES };

describe('the life of a call', () => {
  it.each([
    ['concepts/call-life.md', renderPage],
    ['images/call-life.svg', renderPicture],
  ])(
    'is the same in %s as in the table; else run packages/core/tools/generate-call-life.mjs',
    (name, render) => {
      expect(readFileSync(new URL(name, docs), 'utf8')).toBe(render(table));
    },
  );

  it('lists each move once, with its causes', () => {
    const moves = CALL_MOVES.map(({ from, to }) => `${from} > ${to}`);
    expect(new Set(moves).size).toBe(moves.length);
    for (const move of CALL_MOVES) expect([move, new Set(move.by).size]).toEqual([move, move.by.length]);
    expect(CALL_MOVES.filter(({ by }) => by.length === 0)).toEqual([]);
  });

  it('leads from the start to every stage, and from every stage to the end', () => {
    const reach = (first: string, next: (at: string) => readonly string[]): Set<string> => {
      const seen = new Set([first]);
      for (const at of seen) for (const other of next(at)) seen.add(other);
      return seen;
    };
    const onward = (at: string) => CALL_MOVES.filter(({ from }) => from === at).map(({ to }) => to);
    const back = (at: string) => CALL_MOVES.filter(({ to }) => to === at).map(({ from }) => from);
    for (const stage of CALL_STAGES) {
      expect([...reach('start', onward)]).toContain(stage);
      expect([...reach('end', back)]).toContain(stage);
    }
  });

  it('allows no move that is not in the table', () => {
    expect(isAllowedMove('dialing', 'ringing')).toBe(true);
    expect(isAllowedMove('ringing', 'dialing')).toBe(false);
    expect(isAllowedMove('closing', 'connected')).toBe(false);
  });
});
