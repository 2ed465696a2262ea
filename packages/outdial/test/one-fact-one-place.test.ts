/** The compliance package imports nothing, so it keeps its own forms of two facts: here both forms are compared. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, isE164 } from '@outdial/core';
import { canonicalRecordJson as canonicalJsonOfCompliance, createCompliance } from '@outdial/compliance';

const compliance = createCompliance();

/** Whether the compliance module takes the text as a caller number. */
function acceptsCallerNumber(callerNumber: string): boolean {
  const { findings } = compliance.reviewCampaign(
    { purpose: 'informational', mode: 'manual', voice: 'live', countries: ['US'] },
    { callerNumber, callerNumberTakesRequests: true, identifies: true },
  );
  return !findings.some(({ rule, severity }) => rule === 'us.fcc.callerid' && severity === 'refuses');
}

describe('facts that core and compliance both state', () => {
  test('take the same texts as telephone numbers', () => {
    const nearNumbers = fc.stringMatching(/^\+?[0-9]{0,18} ?$/);
    fc.assert(fc.property(nearNumbers, (text) => acceptsCallerNumber(text) === isE164(text)));

    for (let digits = 1; digits <= 17; digits += 1) {
      const number = `+${'1'.repeat(digits)}`;
      expect([number, acceptsCallerNumber(number)]).toEqual([number, isE164(number)]);
    }
  });

  test('write the same canonical JSON', () => {
    const values = fc.anything({
      values: [
        fc.boolean(),
        fc.integer(),
        fc.double(),
        fc.string(),
        fc.constant(null),
        fc.constant(undefined),
      ],
    });
    fc.assert(
      fc.property(values, (value) => {
        expect(canonicalJsonOfCompliance(value)).toBe(canonicalJson(value));
      }),
    );
  });
});
