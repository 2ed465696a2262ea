/**
 * Writes docs/concepts/call-life.md, docs/images/call-life.svg and docs/concepts/conversation-life.md from
 * the built package: npm run build && node packages/core/tools/generate-call-life.mjs
 */
import { writeFileSync } from 'node:fs';
import {
  CALL_MOVES,
  CALL_STAGES,
  CONVERSATION_ENTRIES,
  CONVERSATION_MEANINGS,
  CONVERSATION_MOVES,
  CONVERSATION_ORDERS,
  CONVERSATION_STAGES,
  STAGE_MEANINGS,
} from '../dist/index.js';
import { renderPage, renderPicture } from './render-call-life.mjs';
import { renderConversationPage } from './render-conversation-life.mjs';

const docs = new URL('../../../docs/', import.meta.url);
const table = { stages: CALL_STAGES, meanings: STAGE_MEANINGS, moves: CALL_MOVES };
writeFileSync(new URL('concepts/call-life.md', docs), renderPage(table));
writeFileSync(new URL('images/call-life.svg', docs), renderPicture(table));
writeFileSync(
  new URL('concepts/conversation-life.md', docs),
  renderConversationPage({
    stages: CONVERSATION_STAGES,
    meanings: CONVERSATION_MEANINGS,
    moves: CONVERSATION_MOVES,
    orders: CONVERSATION_ORDERS,
    entries: CONVERSATION_ENTRIES,
  }),
);
