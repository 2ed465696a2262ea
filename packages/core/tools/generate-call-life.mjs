/**
 * Writes docs/concepts/call-life.md and docs/images/call-life.svg from the built package:
 * npx tsc -b packages/core && node packages/core/tools/generate-call-life.mjs
 */
import { writeFileSync } from 'node:fs';
import { CALL_MOVES, CALL_STAGES, STAGE_MEANINGS } from '../dist/index.js';
import { renderPage, renderPicture } from './render-call-life.mjs';

const docs = new URL('../../../docs/', import.meta.url);
const table = { stages: CALL_STAGES, meanings: STAGE_MEANINGS, moves: CALL_MOVES };
writeFileSync(new URL('concepts/call-life.md', docs), renderPage(table));
writeFileSync(new URL('images/call-life.svg', docs), renderPicture(table));
