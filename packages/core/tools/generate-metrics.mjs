/**
 * Writes docs/reference/metrics.md from the built package:
 * npm run build && node packages/core/tools/generate-metrics.mjs
 */
import { writeFileSync } from 'node:fs';
import { COUNTS, METRICS, OUTCOMES } from '../dist/index.js';
import { renderMetrics } from './render-metrics.mjs';

const page = new URL('../../../docs/reference/metrics.md', import.meta.url);
writeFileSync(page, renderMetrics({ counts: COUNTS, metrics: METRICS, outcomes: OUTCOMES }));
