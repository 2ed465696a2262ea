import { describe, expect, test } from '@jest/globals';
import { createCompliance, type Compliance, type ComplianceOptions } from '../src/index.js';
import { caseFiles, readCases } from './case-file.js';

const shared = createCompliance();
const made = new Map<string, Compliance>();
const complianceFor = (options: ComplianceOptions | undefined): Compliance => {
  if (!options) return shared;
  const key = JSON.stringify(options);
  const known = made.get(key) ?? createCompliance(options);
  made.set(key, known);
  return known;
};

describe.each(caseFiles())('%s', (file) => {
  const cases = readCases(file);

  test('every case has a name of its own', () => {
    expect(new Set(cases.map((entry) => entry.name)).size).toBe(cases.length);
  });

  test.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
    const compliance = complianceFor(entry.options);
    const decision = compliance.evaluate(entry.request);
    const rules = decision.refusals.map((refusal) => refusal.rule);
    const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
    const expectedNext = entry.expect.nextAllowedAt ? Date.parse(entry.expect.nextAllowedAt) : null;
    expect({
      allowed: decision.allowed,
      rules,
      next: entry.expect.allowed ? undefined : iso(decision.nextAllowedAt),
    }).toEqual({
      allowed: entry.expect.allowed,
      rules: entry.expect.allowed ? [] : expect.arrayContaining([...entry.expect.rules]),
      next: entry.expect.allowed ? undefined : iso(expectedNext),
    });
    expect(decision.nextAllowedAt).toBe(decision.allowed ? entry.request.at : decision.nextAllowedAt);
    if (entry.expect.scope !== undefined) expect(decision.refusals[0]?.scope).toBe(entry.expect.scope);
    for (const rule of entry.expect.without ?? []) expect(rules).not.toContain(rule);
    for (const words of entry.expect.says ?? [])
      expect(decision.refusals.map((refusal) => refusal.message).join('\n')).toContain(words);
    // The call is allowed at the next instant, and refused a millisecond before.
    if (decision.nextAllowedAt !== null && !decision.allowed) {
      expect(compliance.evaluate({ ...entry.request, at: decision.nextAllowedAt }).allowed).toBe(true);
      expect(compliance.evaluate({ ...entry.request, at: decision.nextAllowedAt - 1 }).allowed).toBe(false);
    }
    expect(decision.trace.length).toBeGreaterThan(0);
  });
});
