import { describe, expect, test } from '@jest/globals';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { NO_COUNTRY, countryOfNumber } from '../../src/numbers/country-of-number.js';

describe('the country of a number', () => {
  test.each([
    ['+12025550143', 'US'],
    ['+18765550142', 'JM'],
    ['+14165550143', 'CA'],
    ['+17875550123', 'PR'],
    ['+442079460123', 'GB'],
    ['+447797712345', 'JE'],
    ['+390612345678', 'IT'],
    ['+77012345678', 'KZ'],
    ['+800123456789', NO_COUNTRY],
    ['+12005550101', null],
    ['+4420', null],
  ])('%s is %s', (phone, country) => {
    expect(countryOfNumber(phone)).toBe(country);
  });

  test('is what the library says, for an example of every country', () => {
    const different = getCountries().flatMap((country) => {
      const phone = getExampleNumber(country, examples)?.number ?? '';
      const said = parsePhoneNumberFromString(phone)?.country;
      return countryOfNumber(phone) === said
        ? []
        : [`${phone}: ${countryOfNumber(phone) ?? ''}, ${said ?? ''}`];
    });
    expect(different).toEqual([]);
  });
});
