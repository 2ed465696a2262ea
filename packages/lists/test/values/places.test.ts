/** Places are read as lists write them, or not at all. */
import { describe, expect, test } from '@jest/globals';
import { COUNTRY_CODES } from '../../src/values/country-codes.js';
import { readCountry } from '../../src/values/country.js';
import { placeWords } from '../../src/values/place-words.js';
import { readPostalCode } from '../../src/values/postal-code.js';
import { REGIONS, readRegion } from '../../src/values/region.js';
import { readTimeZone } from '../../src/values/time-zone.js';

describe('regions', () => {
  test.each([
    ['US', 'Fla.', 'FL'],
    ['US', 'Washington, D.C.', 'DC'],
    ['US', 'Washington', 'WA'],
    ['US', 'N.Y.', 'NY'],
    ['US', 'State of New York', 'NY'],
    ['US', 'US-CO', 'CO'],
    ['US', 'TX - Texas', 'TX'],
    ['US', 'Florida (FL)', 'FL'],
    ['US', 'New York, NY', 'NY'],
    ['CA', 'QC / Québec', 'QC'],
    ['US', 'W. Va.', 'WV'],
    ['US', 'north  carolina', 'NC'],
    ['CA', 'Québec', 'QC'],
    ['CA', 'B.C.', 'BC'],
    ['CA', 'Nfld.', 'NL'],
    ['AU', 'Queensland', 'QLD'],
    ['AU', 'Vic.', 'VIC'],
    ['BR', 'Amazonas', 'AM'],
    ['BR', 'São Paulo', 'SP'],
    ['BR', 'Pará', 'PA'],
    ['BR', 'Paraná', 'PR'],
    ['MX', 'Baja California', 'BCN'],
    ['MX', 'B.C.S.', 'BCS'],
    ['MX', 'Edo. Mex.', 'MEX'],
    ['MX', 'Ciudad de México', 'CMX'],
    ['MX', 'Q. Roo', 'ROO'],
    ['FR', 'La Réunion', '974'],
    ['FR', 'Île-de-France', 'IDF'],
    ['FR', "Côte-d'Or", '21'],
    ['FR', '1', '01'],
    ['ES', 'Islas Canarias', 'CN'],
    ['ES', 'Santa Cruz de Tenerife', 'TF'],
    ['IT', 'Reggio nell’Emilia', 'RE'],
    ['IT', "L'Aquila", 'AQ'],
    ['DE', 'Baden-Württemberg', 'BW'],
    ['DE', 'NRW', 'NW'],
    ['DE', 'Freistaat Bayern', 'BY'],
    ['AT', 'Oberösterreich', '4'],
    ['CH', 'Genève', 'GE'],
    ['CH', 'St. Gallen', 'SG'],
    ['GB', 'Scotland', 'SCT'],
    ['GB', 'Greater London', 'ENG'],
    ['IE', 'Co. Cork', 'CO'],
    ['NZ', "Hawke's Bay", 'HKB'],
    ['ZA', 'KwaZulu-Natal', 'KZN'],
    ['IN', 'Tamil Nadu', 'TN'],
    ['SG', 'North-East', '02'],
    ['NL', 'Noord-Brabant', 'NB'],
    ['BE', 'Liège', 'WLG'],
    ['PT', 'Açores', '20'],
    ['PL', 'Łódź', '10'],
  ])('%s: %s is %s', (country, text, code) => expect(readRegion(text, country)).toBe(code));

  test.each([
    ['US', 'Ontario'],
    ['US', 'Middle Earth'],
    ['US', 'not Florida'],
    ['US', 'TX - Florida'],
    ['US', 'Albany, NY'],
    ['US', '(NY)(CT)'],
    ['US', 'FLA 33101'],
    ['US', 'CA-ON'],
    ['CA', 'FL'],
    ['AU', 'Florida'],
    ['MX', 'TX'],
  ])('%s: %s is none', (country, text) => expect(readRegion(text, country)).toBeNull());

  test('no name is of two regions, and every code and name is read', () => {
    for (const [country, names] of Object.entries(REGIONS)) {
      const owners = new Map<string, string>();
      for (const [code, text] of Object.entries(names)) {
        expect([country, readRegion(code, country)]).toEqual([country, code]);
        for (const name of text === '' ? [] : text.split('|')) {
          const words = placeWords(name);
          expect([country, name, owners.get(words) ?? code]).toEqual([country, name, code]);
          owners.set(words, code);
        }
      }
    }
  });
});

describe('postal codes', () => {
  test.each([
    ['US', '2134', '02134'],
    ['US', '33101-', '33101'],
    ['US', 'FL 33101', '33101'],
    ['US', '331011234', '33101-1234'],
    ['US', '33101-1234', '33101-1234'],
    ['US', '33101.0', '33101'],
    ['CA', 'm5v2t6', 'M5V 2T6'],
    ['CA', 'ON M5V 2T6', 'M5V 2T6'],
    ['CA', 'M5V', 'M5V'],
    ['GB', 'sw1a1aa', 'SW1A 1AA'],
    ['GB', 'M1 1AE', 'M1 1AE'],
    ['GB', 'SW1A', 'SW1A'],
    ['IE', 'd02x285', 'D02 X285'],
    ['AU', '800', '0800'],
    ['DE', 'D-10115', '10115'],
    ['DE', '1067', '01067'],
    ['FR', 'F-75001', '75001'],
    ['BR', '01310100', '01310-100'],
    ['NL', '1234ab', '1234 AB'],
    ['PT', '1000123', '1000-123'],
    ['PL', '00950', '00-950'],
    ['IN', '110 001', '110001'],
    ['SE', '111 22', '111 22'],
  ])('%s: %s is %s', (country, text, code) => expect(readPostalCode(text, country)).toBe(code));

  test.each([
    ['US', 'M5V 2T6'],
    ['US', '12'],
    ['US', 'unclear'],
    ['CA', '33101'],
    ['GB', '33101'],
    ['DE', '123'],
    ['SE', 'Stockholm'],
  ])('%s: %s is none', (country, text) => expect(readPostalCode(text, country)).toBeNull());
});

describe('countries', () => {
  test.each([
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['USA (United States)', 'US'],
    ['EE.UU.', 'US'],
    ['Great Britain (UK)', 'GB'],
    ['840', 'US'],
    ['Vereinigte Staaten', 'US'],
    ['Estados Unidos', 'US'],
    ['UK', 'GB'],
    ['GBR', 'GB'],
    ['Grande-Bretagne', 'GB'],
    ['Deutschland', 'DE'],
    ['Allemagne', 'DE'],
    ['Alemania', 'DE'],
    ['Österreich', 'AT'],
    ['040', 'AT'],
    ['México', 'MX'],
    ['Côte d’Ivoire', 'CI'],
    ['gb', 'GB'],
  ])('%s is %s', (text, code) => expect(readCountry(text)).toBe(code));

  test('others are none', () => {
    expect(['Nowhere', 'not Germany', '000', '', 'Korea', '44'].map(readCountry)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test('every code is read as its own', () => {
    for (const { alpha2, alpha3, numeric } of COUNTRY_CODES)
      expect([alpha2, alpha3, numeric].map(readCountry)).toEqual([alpha2, alpha2, alpha2]);
  });
});

describe('time zones', () => {
  test.each([
    ['US', 'America/Denver', 'America/Denver'],
    ['US', 'america/denver', 'America/Denver'],
    ['US', 'US/Eastern', 'America/New_York'],
    ['US', 'EDT', 'America/New_York'],
    ['US', 'america_slash_new_york', 'America/New_York'],
    ['US', 'Eastern Standard Time', 'America/New_York'],
    ['US', '(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['US', 'US Mountain Standard Time', 'America/Phoenix'],
    ['US', 'Pacific Time', 'America/Los_Angeles'],
    ['CA', 'Newfoundland Standard Time', 'America/St_Johns'],
    ['DE', 'CET', 'Europe/Berlin'],
    ['IN', 'IST', 'Asia/Kolkata'],
  ])('%s: %s is %s', (country, text, zone) => expect(readTimeZone(text, country)).toBe(zone));

  test.each([
    ['US', 'UTC-5'],
    ['US', '-05:00'],
    ['US', 'GMT+1'],
    ['US', 'Etc/GMT+5'],
    ['US', 'not Eastern'],
    ['CN', 'CST'],
    ['AU', 'AEST'],
    ['US', 'Mars/Phobos'],
  ])('%s: %s is none', (country, text) => expect(readTimeZone(text, country)).toBeNull());
});

test('names that every object has are no time zones', () => {
  for (const name of ['constructor', 'Constructor', 'toString', '__proto__', 'valueOf'])
    for (const country of ['US', 'GB', 'XX']) expect(readTimeZone(name, country)).toBeNull();
});
