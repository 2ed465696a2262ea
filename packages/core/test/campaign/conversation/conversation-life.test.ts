import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  CONVERSATION_ENTRIES,
  CONVERSATION_MEANINGS,
  CONVERSATION_MOVES,
  CONVERSATION_ORDERS,
  CONVERSATION_STAGES,
  isAllowedConversationMove,
} from '../../../src/index.js';
import { renderConversationPage } from '../../../tools/render-conversation-life.mjs';

describe('the life of a conversation', () => {
  it('is the same in the docs as in the table; else run packages/core/tools/generate-call-life.mjs', () => {
    const page = new URL('../../../../../docs/concepts/conversation-life.md', import.meta.url);
    const table = {
      stages: CONVERSATION_STAGES,
      meanings: CONVERSATION_MEANINGS,
      moves: CONVERSATION_MOVES,
      orders: CONVERSATION_ORDERS,
      entries: CONVERSATION_ENTRIES,
    };
    expect(readFileSync(page, 'utf8')).toBe(renderConversationPage(table));
  });

  it('lists each move once, with its causes', () => {
    const moves = CONVERSATION_MOVES.map(({ from, to }) => `${from} > ${to}`);
    expect(new Set(moves).size).toBe(moves.length);
    for (const { from, to, by } of CONVERSATION_MOVES)
      expect([from, to, new Set(by).size]).toEqual([from, to, Math.max(1, by.length)]);
  });

  it('leads from the start to every stage, from every stage to the end, and nowhere else', () => {
    const reach = new Set<string>(['start']);
    for (const at of reach) for (const { from, to } of CONVERSATION_MOVES) if (from === at) reach.add(to);
    expect([...reach].sort()).toEqual(['start', ...CONVERSATION_STAGES, 'end'].sort());
    for (const stage of CONVERSATION_STAGES) expect(isAllowedConversationMove(stage, 'end')).toBe(true);
    expect(isAllowedConversationMove('parked', 'talking')).toBe(false);
    expect(isAllowedConversationMove('start', 'held')).toBe(false);
  });

  it('says what the owner hears exactly where there is one', () => {
    for (const { owned, ownerHears } of Object.values(CONVERSATION_MEANINGS))
      expect(ownerHears !== null).toBe(owned);
  });

  it('gives the customer music, a third party or a flow in every stage without an owner', () => {
    for (const { owned, customerHears } of Object.values(CONVERSATION_MEANINGS))
      if (!owned) expect(['music', 'the third party', 'the flow']).toContain(customerHears);
  });
});
