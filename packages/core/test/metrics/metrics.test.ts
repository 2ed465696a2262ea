import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { COUNTS, METRICS, OUTCOMES, metricValue, type MetricName } from '@outdial/core';
import { renderMetrics } from '../../tools/render-metrics.mjs';

const page = new URL('../../../../docs/reference/metrics.md', import.meta.url);

describe('the table of metrics', () => {
  test('is what docs/reference/metrics.md says; else run packages/core/tools/generate-metrics.mjs', () => {
    const rendered = renderMetrics({ counts: COUNTS, metrics: METRICS, outcomes: OUTCOMES });
    expect(readFileSync(page, 'utf8')).toBe(rendered);
  });

  test('names each count and each metric once', () => {
    const names = [...Object.values(COUNTS), ...Object.values(METRICS)].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(Object.keys(METRICS) as MetricName[])('%s is its numerator over its denominator', (name) => {
    const { numerator, denominator } = METRICS[name];
    expect(metricValue(name, { [numerator]: 3, [denominator]: 4 })).toBe(0.75);
    expect(metricValue(name, { [numerator]: 0, [denominator]: 4 })).toBe(0);
  });

  test('a figure without a denominator, or without its counts, is null', () => {
    expect(metricValue('answerRate', { liveAnswers: 0, resolvedDials: 0 })).toBeNull();
    expect(metricValue('answerRate', { liveAnswers: 1 })).toBeNull();
    expect(metricValue('answerRate', { resolvedDials: 1 })).toBeNull();
  });
});
