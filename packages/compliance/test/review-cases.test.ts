import { describe, expect, test } from '@jest/globals';
import { createCompliance, recordingDuty } from '../src/index.js';
import { readReviewCases } from './case-file.js';

const shared = createCompliance();
const cases = readReviewCases();

describe('review-cases.yaml', () => {
  test('every case has a name of its own', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  test.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
    const { recording, options } = entry;
    const { error } = entry.expect;
    if (error !== undefined) {
      expect(() => createCompliance(options)).toThrow(error);
      return;
    }
    if (recording) {
      expect(recordingDuty(recording.jurisdictions, recording)).toMatchObject(entry.expect);
      return;
    }
    const { allowed, findings = [], without = [], says = [], silent = [], duties = {} } = entry.expect;
    const compliance = options ? createCompliance(options) : shared;
    const review = compliance.reviewCampaign(entry.campaign, entry.flow);
    const found = review.findings.map(({ rule, severity }) => `${rule} ${severity}`);
    expect(found).toEqual(expect.arrayContaining([...findings]));
    for (const rule of without) expect(review.findings.map((finding) => finding.rule)).not.toContain(rule);
    const texts = review.findings.map(({ message, remedy }) => `${message} ${remedy}`).join('\n');
    for (const words of says) expect(texts).toContain(words);
    for (const words of silent) expect(texts).not.toContain(words);
    expect(review.duties).toMatchObject(duties);
    if (allowed !== undefined) expect([allowed, found]).toEqual([review.allowed, found]);
  });
});
