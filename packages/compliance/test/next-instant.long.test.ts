import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { modules, requests, steppedNext } from './next-instant-oracle.js';

test('the next legal instant is the first, for thousands of random calls', () => {
  fc.assert(
    fc.property(modules, requests, (compliance, request) => {
      const decision = compliance.evaluate(request);
      if (decision.allowed) expect(decision.nextAllowedAt).toBe(request.at);
      else expect(decision.nextAllowedAt).toBe(steppedNext(compliance, request, decision.nextAllowedAt));
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 4000) },
  );
}, 900_000);
