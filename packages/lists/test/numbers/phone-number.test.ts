import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalNumber, numberKeys } from '../../src/numbers/canonical-number.js';
import type { NumberStyle } from '../../src/numbers/number-style.js';
import { readNumbersIn } from '../../src/numbers/numbers-in-cell.js';
import { readNumber } from '../../src/numbers/phone-number.js';

function phoneOf(text: string, country: string | null, style?: NumberStyle): string {
  const reading = readNumber(text, country, style);
  return reading.ok ? reading.phone : reading.problem;
}

function phonesIn(text: string, country: string | null): readonly string[] | string {
  const reading = readNumbersIn(text, country);
  return reading.ok ? reading.numbers.map(({ phone }) => phone) : reading.problem;
}

describe('digits without a plus sign', () => {
  test.each([
    ['491711234567', 'DE', '+491711234567'],
    ['4915123456789', 'DE', '+4915123456789'],
    ['49 171 1234567', 'DE', '+491711234567'],
    ['628123456789', 'ID', '+628123456789'],
    ['6281234567890', 'ID', '+6281234567890'],
    ['358401234567', 'FI', '+358401234567'],
    ['468149724', 'SE', '+468149724'],
    ['46468149724', 'SE', '+46468149724'],
    ['436641234567', 'AT', '+436641234567'],
    ['38344123456', 'XK', '+38344123456'],
    ['919812345678', 'IN', '+919812345678'],
    ['390612345678', 'IT', '+390612345678'],
    ['442079460123', 'GB', '+442079460123'],
    ['12025550143', 'US', '+12025550143'],
  ])("with the country's own code: %s in %s", (text, country, phone) => {
    expect(phoneOf(text, country)).toBe(phone);
  });

  test.each([
    ['1711234567', 'DE', '+491711234567'],
    ['3091234567', 'DE', '+493091234567'],
    ['2079460123', 'GB', '+442079460123'],
    ['9614345678', 'IN', '+919614345678'],
    ['15102345678', 'CN', '+8615102345678'],
    ['612345678', 'FR', '+33612345678'],
    ['412345678', 'AU', '+61412345678'],
    ['2025550143', 'US', '+12025550143'],
    ['6562345678', 'US', '+16562345678'],
  ])('without any code: %s in %s', (text, country, phone) => {
    expect(phoneOf(text, country)).toBe(phone);
  });

  test.each([
    ['441632960123', 'DE', '+441632960123'],
    ['628123456789', 'DE', '+628123456789'],
    ['15123456789', 'DE', '+15123456789'],
    ['2033456789', 'GB', '+2033456789'],
  ])('are ambiguous where another country has such a number: %s in %s', (text, country, abroad) => {
    const reading = readNumber(text, country);
    expect(reading).toMatchObject({ ok: false, problem: expect.stringContaining('ambiguous') });
    expect(reading).toMatchObject({ remedy: expect.stringContaining(`write ${abroad} or +`) });
  });

  test.each([
    ['441632960123', 'DE', 'national', '+49441632960123'],
    ['491711234567', 'DE', 'national', '+49491711234567'],
    ['15123456789', 'DE', 'national', '+4915123456789'],
    ['2033456789', 'GB', 'national', '+442033456789'],
    ['442079460123', 'GB', 'national', '+442079460123'],
    ['628123456789', 'DE', 'international', '+628123456789'],
    ['491711234567', 'DE', 'international', '+491711234567'],
    ['12025550143', 'DE', 'international', '+12025550143'],
    ['442079460123', 'US', 'international', '+442079460123'],
    ['01711234567', 'DE', 'international', '+491711234567'],
    ['442079460123', null, 'international', '+442079460123'],
  ] as const)('are read as the list says: %s in %s, %s', (text, country, style, phone) => {
    expect(phoneOf(text, country, style)).toBe(phone);
  });

  test('are rejected where only another country has such a number, with the remedy', () => {
    expect(readNumber('491711234567', 'US')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('one of another country without its plus sign'),
      remedy: expect.stringContaining("write '+491711234567'"),
    });
  });

  test('are rejected where the country is not known', () => {
    expect(phoneOf('2025550143', null)).toMatch(/its country cannot be read/);
    expect(phoneOf('020 7946 0123', null)).toMatch(/its country cannot be read/);
    expect(phoneOf('+44 20 7946 0123', null)).toBe('+442079460123');
    expect(phoneOf('00 44 20 7946 0123', null)).toBe('+442079460123');
  });
});

describe('prefixes for calls abroad', () => {
  test.each([
    ['0011 1 202 555 0143', 'AU', '+12025550143'],
    ['0011 44 20 7946 0123', 'AU', '+442079460123'],
    ['0012025550143', 'AU', '+12025550143'],
    ['00 44 20 7946 0123', 'US', '+442079460123'],
    ['0044 20 7946 0123', 'US', '+442079460123'],
    ['011 44 20 7946 0123', 'US', '+442079460123'],
    ['011-44-20-7946-0123', 'CA', '+442079460123'],
    ['810 44 20 7946 0123', 'RU', '+442079460123'],
    ['001 202 555 0143', 'DE', '+12025550143'],
  ])('%s in %s', (text, country, phone) => {
    expect(phoneOf(text, country)).toBe(phone);
  });
});

describe('marks around numbers', () => {
  test.each([
    ['\u2066+1 (202) 555-0143\u2069', '+12025550143'],
    ['\u2068+13125550121\u2069', '+13125550121'],
    ['\u202a+13125550121\u202c', '+13125550121'],
    ['\u20194155550178', '+14155550178'],
    ["'4155550178", '+14155550178'],
    ["''4155550178'", '+14155550178'],
    ['="3055550190"', '+13055550190'],
    ['"3055550190"', '+13055550190'],
    ['\u201c3055550190\u201d', '+13055550190'],
    ['202\u2011555\u20110143', '+12025550143'],
    ['\uff12\uff10\uff12\uff15\uff15\uff15\uff10\uff11\uff14\uff13', '+12025550143'],
    ['\u0662\u0660\u0662\u0665\u0665\u0665\u0660\u0661\u0664\u0663', '+12025550143'],
    ['tel:+1-202-555-0143', '+12025550143'],
    ['(+44) 20 7946 0123', '+442079460123'],
    ['+44 (0)20 7946 0123', '+442079460123'],
    ['2025550143.0', '+12025550143'],
  ])('%j', (text, phone) => {
    expect(phoneOf(text, 'US')).toBe(phone);
  });
});

describe('extensions', () => {
  test.each([
    ['202-555-0149 x210', '+12025550149', '210'],
    ['202-555-0149 ext. 210', '+12025550149', '210'],
    ['202-555-0149, ext 210', '+12025550149', '210'],
    ['(202) 555-0149 #210', '+12025550149', '210'],
    ['tel:+12025550149;ext=210', '+12025550149', '210'],
    ['030 91234567 Durchwahl 12', '+493091234567', '12'],
  ])('of %s are kept', (text, phone, extension) => {
    expect(readNumbersIn(text, phone.startsWith('+49') ? 'DE' : 'US')).toMatchObject({
      ok: true,
      numbers: [{ phone, extension }],
    });
  });
});

describe('a cell', () => {
  test.each([
    ['2025550143;2025550144', 'US', ['+12025550143', '+12025550144']],
    ['202-555-0145 / 202-555-0146', 'US', ['+12025550145', '+12025550146']],
    ['202-555-0147, 202-555-0148', 'US', ['+12025550147', '+12025550148']],
    ['202-555-0147 or 202-555-0148', 'US', ['+12025550147', '+12025550148']],
    ['202-555-0147\n202-555-0148', 'US', ['+12025550147', '+12025550148']],
    ['2025550147 2025550148', 'US', ['+12025550147', '+12025550148']],
    ['030 91234567 und 0171 1234567', 'DE', ['+493091234567', '+491711234567']],
    ['+49 171 1234567/030 91234567', 'DE', ['+491711234567', '+493091234567']],
    ['2025550143;', 'US', ['+12025550143']],
    ['202-555-0147 x12; 202-555-0148', 'US', ['+12025550147', '+12025550148']],
  ])('with several numbers gives all of them: %j', (text, country, phones) => {
    expect(phonesIn(text, country)).toEqual(phones);
  });

  test.each([
    ['0171/1234567', 'DE', '+491711234567'],
    ['030/91234567', 'DE', '+493091234567'],
    ['202/555/0143', 'US', '+12025550143'],
    ['202,5550143', 'US', '+12025550143'],
    ['2,025,550,143', 'US', '+12025550143'],
  ])('with signs within one number gives one: %s', (text, country, phone) => {
    expect(phonesIn(text, country)).toEqual([phone]);
  });

  test.each([
    ['2025550143;202555014'],
    ['2025550143, 44'],
    ['2025550143;not home'],
    ['20255501432025550144'],
    ['202-555-0145 / 46'],
  ])('with a number and something that is not whole is not read: %s', (text) => {
    expect(phonesIn(text, 'US')).toMatch(/two numbers|too many digits/);
  });

  test.each(['see notes', '-', 'call me', 'x', '()', '+', 'ext 5'])(
    'without a number is not read: %s',
    (text) => {
      expect(phonesIn(text, 'US')).toMatch(/not a telephone number/);
    },
  );
});

describe('one subscriber has one number', () => {
  test.each([
    ['+52 1 55 1234 5678', 'MX', '+525512345678'],
    ['044 55 1234 5678', 'MX', '+525512345678'],
    ['045 55 1234 5678', 'MX', '+525512345678'],
    ['01 55 1234 5678', 'MX', '+525512345678'],
    ['55 1234 5678', 'MX', '+525512345678'],
    ['5215512345678', 'MX', '+525512345678'],
    ['525512345678', 'MX', '+525512345678'],
    ['011 15 2345-6789', 'AR', '+5491123456789'],
    ['(11) 8765-4321', 'BR', '+5511987654321'],
    ['+55 11 8765-4321', 'BR', '+5511987654321'],
    ['011 98765-4321', 'BR', '+5511987654321'],
    ['0 15 11 98765-4321', 'BR', '+5511987654321'],
    ['+55 11 3456-7890', 'BR', '+551134567890'],
    ['06 1234 5678', 'IT', '+390612345678'],
    ['+57 1 2345678', 'CO', '+576012345678'],
    ['+229 97 12 34 56', 'BJ', '+2290197123456'],
  ])('%s in %s is %s', (text, country, phone) => {
    expect(phoneOf(text, country)).toBe(phone);
  });

  test('in E.164 too, and both where the plan leaves it open', () => {
    expect(canonicalNumber('+5215512345678')).toBe('+525512345678');
    expect(canonicalNumber('+525512345678')).toBe('+525512345678');
    expect(canonicalNumber('+12025550143')).toBe('+12025550143');
    expect(numberKeys('+5215512345678')).toEqual(['+525512345678']);
    expect(numberKeys('+5491123456789')).toEqual(['+5491123456789', '+541123456789']);
    expect(numberKeys('+541123456789')).toEqual(['+541123456789', '+5491123456789']);
    expect(numberKeys('+551177654321')).toEqual(['+551177654321', '+5511977654321']);
    expect(numberKeys('+5511977654321')).toEqual(['+5511977654321', '+551177654321']);
  });

  test('however often it is read: a canonical number stays as it is', () => {
    const number = fc.integer({ min: 1_000_000, max: 99_999_999_999 }).map((digits) => String(digits));
    fc.assert(
      fc.property(fc.constantFrom('52', '54', '55', '57', '229', '39', '1'), number, (code, rest) => {
        const canonical = canonicalNumber(`+${code}${rest}`);
        expect(canonicalNumber(canonical)).toBe(canonical);
      }),
    );
  });
});

test('a text of any length is answered at once, and no sign of it makes a number of nothing', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => {
      const reading = readNumbersIn(text, 'DE');
      if (reading.ok) for (const { phone } of reading.numbers) expect(phone).toMatch(/^\+\d{7,15}$/);
      else expect(reading.remedy).not.toBe('');
    }),
  );
  for (const sign of [' ', ';', ',', '(', "'", '1', 'x', '/', '\u2066', ' x', '1 ']) {
    const started = performance.now();
    readNumbersIn(sign.repeat(500_000), 'DE');
    expect(performance.now() - started).toBeLessThan(500);
  }
});
