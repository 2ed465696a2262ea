import { describe, expect, test } from '@jest/globals';
import { readLeadRows } from '../../src/index.js';
import { firstPhones, readTrial } from './read-trial.js';

describe('numbers of the trials', () => {
  test('country code without plus', async () => {
    const file = 'de-country-code-without-plus/leads.csv';
    const readings = await readTrial(file, { defaultCountry: 'DE' });
    expect(firstPhones(readings)).toEqual([
      '+491711234567',
      '+4915123456789',
      '+491711234567',
      'it is ambiguous: it can be read as +49441632960123 and as +441632960123',
      'it is ambiguous: it can be read as +49628123456789 and as +628123456789',
    ]);
    expect(readings[3]?.problems[0]?.remedy).toMatch(/^write \+441632960123 or /);

    const international = await readTrial(file, { defaultCountry: 'DE', numbers: 'international' });
    expect(firstPhones(international).slice(4)).toEqual(['+628123456789']);
    const national = await readTrial(file, { defaultCountry: 'DE', numbers: 'national' });
    expect(firstPhones(national).slice(3)).toEqual(['+49441632960123', '+49628123456789']);
  });

  test('calling codes and countries in columns', async () => {
    const vicidial = await readTrial('phone-code-column/vicidial.csv', { defaultCountry: 'US' });
    expect(firstPhones(vicidial)).toEqual([
      '+442079460123',
      '+61412345678',
      '+12025550143',
      '+442079460199',
      '+447911123456',
      '+525512345678',
    ]);
    const codes = await readTrial('phone-code-column/countrycode.csv', { defaultCountry: 'US' });
    expect(firstPhones(codes)).toEqual(['+442079460123', '+491711234567', '+12025550143']);
    expect(codes.map(({ lead }) => lead?.facts?.country)).toEqual(['GB', 'DE', 'US']);
  });

  test('area code and number in two columns', async () => {
    const phones = async (file: string, defaultCountry: string): Promise<string[]> =>
      firstPhones(await readTrial(`vorwahl-rufnummer/${file}`, { defaultCountry }));
    expect(await phones('de.csv', 'DE')).toEqual(['+493091234567', '+491712345678']);
    expect(await phones('us.csv', 'US')).toEqual(['+12025550143']);
    expect(await phones('br.csv', 'BR')).toEqual(['+5511987654321']);
  });

  test('Mexico before and after 2019', async () => {
    const readings = await readTrial('mexico-521/leads.csv', { defaultCountry: 'MX' });
    expect(firstPhones(readings)).toEqual(['+525512345678', '+525512345678', '+525512345678']);
  });

  test('calls abroad from Australia', async () => {
    const readings = await readTrial('au-0011/leads.csv', { defaultCountry: 'AU' });
    expect(firstPhones(readings)).toEqual(['+12025550143', '+442079460123']);
  });

  test('marks of direction, typographic quotes, formulas', async () => {
    const readings = await readTrial('bidi-isolates/leads.csv', { defaultCountry: 'US' });
    expect(firstPhones(readings)).toEqual(['+12025550143', '+13125550121', '+14155550178', '+13055550190']);
  });

  test('two numbers in a cell, and an extension', async () => {
    const readings = await readTrial('two-numbers-in-a-cell/leads.csv', { defaultCountry: 'US' });
    expect(readings.map(({ lead }) => lead?.phones.map(({ phone }) => phone))).toEqual([
      ['+12025550143', '+12025550144'],
      ['+12025550145', '+12025550146'],
      ['+12025550147', '+12025550148'],
      ['+12025550149'],
    ]);
    expect(readings[3]?.lead?.fields).toMatchObject({ extension: '210' });
  });

  test("the row's country stands beside the number's", async () => {
    const readings = await readTrial('country-column-overruled/leads.csv', { defaultCountry: 'US' });
    expect(readings.map(({ lead }) => [lead?.facts?.country, lead?.phones[0]?.phone])).toEqual([
      ['CA', '+12025550143'],
      ['US', '+14165550143'],
      ['US', '+442079460123'],
      ['US', '+525512345678'],
    ]);
  });
});

const one = (row: Record<string, string>, defaultCountry = 'US') =>
  readLeadRows([row], { defaultCountry })[0] ?? { lead: null, problems: [] };

describe('a country that cannot be read', () => {
  test('rejects a number without a country code, never reads it in another country', () => {
    const { lead, problems } = one({ phone: '2025550143', country: 'Ruritania' });
    expect(lead).toBeNull();
    expect(problems.map(({ field }) => field)).toEqual(['country', 'phone']);
    expect(problems[1]?.problem).toMatch(/its country cannot be read/);
  });

  test('leaves a number with its country code as it is', () => {
    expect(one({ phone: '+442079460123', country: 'Ruritania' })).toMatchObject({
      lead: { phones: [{ phone: '+442079460123' }], facts: { country: 'GB' } },
      problems: [{ field: 'country', problem: 'it is not a country' }],
    });
  });

  test('in the column of calling codes rejects the number', () => {
    const { lead, problems } = one({ phone: '2025550143', phone_code: '999' });
    expect(lead).toBeNull();
    expect(problems[0]).toMatchObject({ field: 'phone_code', problem: 'it is not a calling code' });
  });
});

describe('area codes in a column', () => {
  test.each([
    [{ 'Area Code': '202', Phone: '2025550143' }, 'US', '+12025550143'],
    [{ 'Area Code': '202', Phone: '+442079460123' }, 'US', '+442079460123'],
    [{ Vorwahl: '30', Rufnummer: '91234567' }, 'DE', '+493091234567'],
    [{ Vorwahl: '030', Rufnummer: '0171 2345678' }, 'DE', '+491712345678'],
    [{ Vorwahl: '', Rufnummer: '030 91234567' }, 'DE', '+493091234567'],
    [{ DDD: '11', Fone: '8765-4321' }, 'BR', '+5511987654321'],
    [{ DDD: '11', Fone: '11 98765-4321' }, 'BR', '+5511987654321'],
    [{ phone_code: '49', Vorwahl: '030', Rufnummer: '91234567' }, 'US', '+493091234567'],
  ])('%j in %s', (row: Record<string, string>, country, phone) => {
    expect(firstPhones([one(row, country)])).toEqual([phone]);
  });

  test('belong to the number with the same ordinal', () => {
    const row = { 'Area Code 1': '202', 'Phone 1': '5550143', 'Area Code 2': '312', 'Phone 2': '5550121' };
    expect(one(row).lead?.phones).toEqual([{ phone: '+12025550143' }, { phone: '+13125550121' }]);
  });

  test('that give no number with it are named in the problem', () => {
    const { lead, problems } = one({ 'Area Code': '202', Phone: '555-01' });
    expect(lead).toBeNull();
    expect(problems[0]?.problem).toMatch(/with its area code '202', it has too few or too many digits/);
  });
});

test('extensions of several numbers stand under the names of their columns', () => {
  const { lead } = one({ Phone: '202-555-0143 x1', 'Work Phone': '202-555-0144 ext 22' });
  expect(lead?.fields).toEqual({ 'Phone extension': '1', 'Work Phone extension': '22' });
});

test('a row with more numbers than a lead may have is rejected whole, and says how many', () => {
  const row = (count: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`Phone ${index + 1}`, `+1202555${1000 + index}`]),
    );
  expect(one(row(50)).lead?.phones).toHaveLength(50);
  const { lead, problems } = one(row(51));
  expect(lead).toBeNull();
  expect(problems.at(-1)?.problem).toBe('the row has 51 telephone numbers, and a lead at most 50');
});
