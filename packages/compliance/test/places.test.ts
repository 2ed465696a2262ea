import { describe, expect, test } from '@jest/globals';
import { createCompliance, type LeadFacts } from '../src/index.js';
import { AREA_CODES, numberFacts } from '../src/place/phone-number.js';
import { placeOf } from '../src/place/place.js';
import { canadianPostalFacts, zipFacts } from '../src/place/postal-code.js';
import { Zone } from '../src/time/zone.js';

const knows = (id: string): boolean => {
  try {
    return new Zone(id, []).id === id;
  } catch {
    return false;
  }
};
const place = (lead: Partial<LeadFacts> & { phone: string }) => placeOf(lead, knows);

describe('area codes', () => {
  test('every zone named is known to the runtime', () => {
    for (const facts of AREA_CODES.values()) for (const zone of facts.zones) expect(knows(zone)).toBe(true);
  });
  test('the split area codes have several zones', () => {
    const split =
      '208 219 250 270 308 418 423 541 574 605 606 620 701 709 775 785 807 812 850 867 906 907 928 986 879';
    for (const code of split.split(' '))
      expect({ code, several: (AREA_CODES.get(code)?.zones.length ?? 0) > 1 }).toEqual({
        code,
        several: true,
      });
  });
  test('covers the plan: more than 430 codes, 51 states and the District', () => {
    expect(AREA_CODES.size).toBeGreaterThan(430);
    expect(
      new Set([...AREA_CODES.values()].filter((facts) => facts.country === 'US').map((facts) => facts.region))
        .size,
    ).toBe(56);
  });
  test.each([
    ['+18005550100'],
    ['+15005550100'],
    ['+870773000000'],
    ['+80012345678'],
    ['+447012345678'],
    ['12025550100'],
    ['+1202555010'],
    ['+999'],
  ])('%s has no geography', (phone) => {
    expect(numberFacts(phone).zones).toEqual([]);
  });
});

describe('postal codes', () => {
  test.each([
    ['47708', 'IN', ['America/Chicago']],
    ['42101', 'KY', ['America/Chicago']],
    ['97914', 'OR', ['America/Boise']],
    ['99546', 'AK', ['America/Adak']],
    ['86034', 'AZ', ['America/Denver', 'America/Phoenix']],
    ['32456', 'FL', ['America/Chicago', 'America/New_York']],
    ['00901', 'PR', ['America/Puerto_Rico']],
    ['96799', 'AS', ['Pacific/Pago_Pago']],
    ['96950', 'MP', ['Pacific/Saipan']],
    ['96913', 'GU', ['Pacific/Guam']],
    ['00802', 'VI', ['America/St_Thomas']],
    ['10001', 'NY', ['America/New_York']],
    ['79901', 'TX', ['America/Denver']],
    ['77002', 'TX', ['America/Chicago']],
    ['37902', 'TN', ['America/New_York']],
    ['37201', 'TN', ['America/Chicago']],
    ['46204', 'IN', ['America/Indiana/Indianapolis']],
    ['49801', 'MI', ['America/Menominee']],
    ['83814', 'ID', ['America/Los_Angeles']],
    ['83702-1234', 'ID', ['America/Boise']],
    ['06390', 'NY', ['America/New_York']],
    ['32501', 'FL', ['America/Chicago']],
    ['57701', 'SD', ['America/Denver']],
    ['57104', 'SD', ['America/Chicago']],
    ['58601', 'ND', ['America/Denver']],
    ['69361', 'NE', ['America/Denver']],
  ])('%s is %s', (zip, state, zones) => {
    const facts = zipFacts(zip);
    expect(facts?.region).toBe(state);
    expect([...(facts?.zones ?? [])].sort()).toEqual(zones);
  });
  test.each([
    ['M5V 3L9', 'ON', ['America/Toronto']],
    ['P9N1A1', 'ON', ['America/Winnipeg']],
    ['V1C', 'BC', ['America/Edmonton']],
    ['V6B 1A1', 'BC', ['America/Vancouver']],
    ['X0A 0H0', 'NU', ['America/Iqaluit', 'America/Atikokan']],
    ['G4T', 'QC', ['America/Halifax']],
    ['A2V', 'NL', ['America/Goose_Bay']],
  ])('%s is %s', (code, province, zones) => {
    expect(canadianPostalFacts(code)).toEqual({ country: 'CA', region: province, zones });
  });
  test.each([['1234'], ['ABCDE'], ['99999X']])('%s is unreadable', (code) => {
    expect([zipFacts(code), canadianPostalFacts(code)]).toEqual([undefined, undefined]);
  });
});

describe('placeOf', () => {
  test('address and number of another state: zones and states of both', () => {
    expect(place({ phone: '+12125550100', region: 'CA' })).toMatchObject({
      country: 'US',
      regions: ['CA', 'NY'],
      zones: ['America/Los_Angeles', 'America/New_York'],
    });
  });
  test("a state with several zones takes the number's where the number lies in it, else all", () => {
    expect(place({ phone: '+17135550100', region: 'TX' }).zones).toEqual(['America/Chicago']);
    expect(place({ phone: '+12125550100', region: 'TX' }).zones).toEqual([
      'America/Chicago',
      'America/Denver',
      'America/New_York',
    ]);
    expect(place({ phone: '+18005550100', region: 'TX' }).zones).toEqual([
      'America/Chicago',
      'America/Denver',
    ]);
  });
  test('the city settles a state with several zones', () => {
    expect(place({ phone: '+18005550100', region: 'TX', city: 'El Paso' }).zones).toEqual(['America/Denver']);
    expect(place({ phone: '+18005550100', region: 'AZ', city: 'Window Rock' }).zones).toEqual([
      'America/Denver',
    ]);
  });
  test('+1 with a Canadian province is Canada; country from the number; overseas regions', () => {
    expect(place({ phone: '+12125550100', region: 'ON' })).toMatchObject({ country: 'CA' });
    expect(place({ phone: '+14165550100' })).toMatchObject({ country: 'CA', regions: ['ON'] });
    expect(place({ phone: '+17875550100', country: 'PR' })).toMatchObject({
      country: 'US',
      regions: ['PR'],
      zones: ['America/Puerto_Rico'],
    });
    expect(place({ phone: '+262262000000' })).toMatchObject({ country: 'FR', zones: ['Indian/Reunion'] });
    expect(place({ phone: '+12125550100', region: 'US-NY' })).toMatchObject({ regions: ['NY'], notes: [] });
  });
  test('unknown regions, zones and postal codes are noted, never errors', () => {
    expect(place({ phone: '+12125550100', region: 'ZZ' }).notes).toHaveLength(1);
    expect(
      place({ phone: '+12125550100', timeZone: 'Mars/Olympus', timeZoneSource: 'confirmed' }),
    ).toMatchObject({ confirmed: false, zones: ['America/New_York'] });
    expect(place({ phone: '+12125550100', postalCode: '1' }).notes).toHaveLength(1);
    expect(place({ phone: '+12125550100', region: 'NJ', postalCode: '10001' }).zones).toEqual([
      'America/New_York',
    ]);
  });
  test('New York City by area code, ZIP or city', () => {
    expect(place({ phone: '+19175550100' }).newYorkCity).toBe(true);
    expect(place({ phone: '+15185550100', region: 'NY', postalCode: '11201' }).newYorkCity).toBe(true);
    expect(place({ phone: '+15185550100', region: 'NY', city: 'Brooklyn' }).newYorkCity).toBe(true);
    expect(place({ phone: '+15185550100', region: 'NY', postalCode: '12201' }).newYorkCity).toBe(false);
    expect(place({ phone: '+15165550100', region: 'NY', postalCode: '11501' }).newYorkCity).toBe(false);
  });
  test('a bare country of many zones is no location for a toll-free number', () => {
    expect(place({ phone: '+18005550100', country: 'US' }).zones).toEqual([]);
    expect(place({ phone: '+448001111111', country: 'GB' }).zones).toEqual(['Europe/London']);
  });
  test('a number of no country with a confirmed zone refuses: no law is known for it', () => {
    const decision = createCompliance().evaluate({
      at: Date.parse('2026-07-07T12:00:00Z'),
      lead: { phone: '+870773000000', timeZone: 'Europe/London', timeZoneSource: 'confirmed' },
      campaign: { purpose: 'telemarketing', mode: 'manual', voice: 'live' },
      history: [],
    });
    expect(decision.refusals.map((refusal) => refusal.rule)).toEqual(['policy.unmodelled']);
  });
});

test.each([
  [
    { phone: '+12025550143', country: 'CA', region: 'ON', postalCode: 'M5V 2T6' },
    'America/Toronto America/New_York',
  ],
  [
    { phone: '+14165550143', country: 'US', region: 'FL', postalCode: '33101' },
    'America/New_York America/Toronto',
  ],
  [
    { phone: '+442079460123', country: 'US', region: 'FL', postalCode: '33101' },
    'America/New_York Europe/London',
  ],
  [
    { phone: '+525512345678', country: 'US', region: 'TX', postalCode: '78501' },
    'America/Chicago America/Mexico_City',
  ],
])(
  'a number of another country than the address: both are candidates, the address names the law: %j',
  (lead, zones) => {
    expect(place(lead)).toMatchObject({
      country: lead.country,
      mainRegion: lead.region,
      zones: zones.split(' '),
    });
  },
);

test.each([
  ...['+61412345678', '+525512345678', '+64211234567', '+5511912345678', '+12125550100', '+447911123456'],
])('names of every object are no postal codes, regions or countries: %s', (phone) => {
  const { country, zones } = place({ phone });
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    expect(place({ phone, postalCode: name })).toMatchObject({ country, zones });
    for (const field of ['region', 'country'] as const)
      expect(() => place({ phone, [field]: name })).not.toThrow();
    expect(() => place({ phone, country: country ?? '', postalCode: name, region: name })).not.toThrow();
  }
});
