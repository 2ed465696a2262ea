import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import parsePhoneNumber, { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { readNumber } from '../../src/numbers/phone-number.js';

/** What the library itself says of a number in E.164. */
function byLibrary(phone: string): { phone: string; country: string | null } | null {
  const parsed = parsePhoneNumber(phone, { extract: false });
  if (parsed?.isValid() !== true || parsed.getType() === 'PREMIUM_RATE') return null;
  return { phone: parsed.number, country: parsed.country ?? null };
}

function byPlan(phone: string): { phone: string; country: string | null } | null {
  const reading = readNumber(phone, null);
  return reading.ok ? { phone: reading.phone, country: reading.country } : null;
}

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
    .map((some) => some.join(''));

describe('the compiled numbering plans', () => {
  test.each(getCountries().map((country) => [country]))('read the examples of %s', (country) => {
    const example = getExampleNumber(country, examples);
    if (!example) return;
    expect(byPlan(example.number)).toEqual(byLibrary(example.number));
    const national = readNumber(example.formatNational(), country);
    expect(national).toMatchObject({ ok: true, phone: example.number });
  });

  test('answer as the library does for numbers near the examples', () => {
    const country = fc.constantFrom(...getCountries());
    fc.assert(
      fc.property(country, digits(1, 5), fc.integer({ min: -1, max: 1 }), (code, ending, longer) => {
        const example = getExampleNumber(code as CountryCode, examples)?.number ?? '+12025550143';
        // Area codes of North America are looked at alone: the exchange is free.
        fc.pre(!example.startsWith('+1'));
        // Older forms are read as today's.
        fc.pre(!/^\+(?:52|55|57|229)/.test(example));
        const cut = example.slice(0, example.length - ending.length - Math.max(0, -longer));
        const phone = `${cut}${ending}${longer > 0 ? '7' : ''}`;
        expect(byPlan(phone)).toEqual(byLibrary(phone));
      }),
      { numRuns: 2000 },
    );
  });
});
