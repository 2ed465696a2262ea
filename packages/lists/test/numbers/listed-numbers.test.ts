/** What a do-not-call list holds of one of its entries. */
import { describe, expect, test } from '@jest/globals';
import { readListed } from '../../src/numbers/listed-numbers.js';

describe('a plus sign without a country code behind it', () => {
  test.each([
    ['US', '+2025550143', ['+2025550143', '+12025550143']],
    ['US', '+(312) 555-0121', ['+3125550121', '+13125550121']],
    ['CA', '+4165550143', ['+4165550143', '+14165550143']],
    ['ES', '+612345678', ['+612345678', '+34612345678']],
  ])('%s %s lists both readings', (country, text, phones) => {
    const reading = readListed(text, country);
    expect(reading.ok ? reading.phones : reading).toEqual(phones);
  });

  test.each([
    ['US', '+442079460123', ['+442079460123']],
    ['US', '+12025550143', ['+12025550143']],
    ['GB', '+12025550143', ['+12025550143']],
    ['DE', '+49 171 1234567', ['+491711234567']],
    ['DE', '+1711234567', ['+491711234567']],
  ])('%s %s is what it says', (country, text, phones) => {
    const reading = readListed(text, country);
    expect(reading.ok ? reading.phones : reading).toEqual(phones);
  });
});
