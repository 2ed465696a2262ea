import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCompliance } from '../src/index.js';
import { modules, requests, steppedNext } from './next-instant-oracle.js';

const compliance = createCompliance();

describe('next legal instant', () => {
  test('is allowed, and no minute before it is, for random calls in every jurisdiction', () => {
    fc.assert(
      fc.property(modules, requests, (module, request) => {
        const decision = module.evaluate(request);
        if (decision.allowed) {
          expect(decision.nextAllowedAt).toBe(request.at);
          expect(decision.refusals).toEqual([]);
          return;
        }
        expect(decision.nextAllowedAt).toBe(steppedNext(module, request, decision.nextAllowedAt));
      }),
      // As many as take a second; next-instant.long.test.ts has thousands.
      { numRuns: 8 },
    );
  });

  test("each refusal's own instant is not later than the decision's", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const decision = compliance.evaluate(request);
        for (const refusal of decision.refusals) {
          if (decision.nextAllowedAt === null) continue;
          expect(refusal.nextAllowedAt).not.toBeNull();
          expect(refusal.nextAllowedAt as number).toBeLessThanOrEqual(decision.nextAllowedAt);
          expect(refusal.nextAllowedAt as number).toBeGreaterThan(request.at);
        }
        expect(decision.nextAllowedAt === null).toBe(
          decision.refusals.some((refusal) => refusal.nextAllowedAt === null) ||
            (decision.nextAllowedAt === null && !decision.allowed),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('a decision is a function of its request', () => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(JSON.stringify(createCompliance().evaluate(structuredClone(request)))).toBe(
          JSON.stringify(compliance.evaluate(request)),
        );
      }),
      { numRuns: 10 },
    );
  });
});
