// Writes the lists of the demonstration: node examples/demo/make-leads.mjs
// Seeded: the same files every time. Every telephone number is reserved for fiction: 555-01xx in North
// America (ATIS-0300115), 020 7946 0xxx, 0161 496 0xxx and 0113 496 0xxx in the United Kingdom (Ofcom), 02
// 5550 xxxx, 03 5550 xxxx, 07 5550 xxxx and 0491 57x xxx in Australia (ACMA).
import { writeFileSync } from 'node:fs';

const SEED = 20260610;
const PEOPLE = 2150;

/** mulberry32: small, seeded, good enough for a list. */
function randomSource(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const random = randomSource(SEED);
const chance = (share) => random() < share;
const pick = (items) => items[Math.floor(random() * items.length)];
const digits = (count) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

// area codes, region, postal code of a place inside it, how often
const NORTH_AMERICA = [
  ['212 646 917 718', 'NY', '10001', 'US', 8],
  ['716', 'NY', '14201', 'US', 3],
  ['617 857', 'MA', '02108', 'US', 5],
  ['215 267', 'PA', '19102', 'US', 5],
  ['202 771', 'DC', '20001', 'US', 4],
  ['305 786', 'FL', '33101', 'US', 4],
  ['850', 'FL', '32301', 'US', 3],
  ['404 678 770', 'GA', '30303', 'US', 6],
  ['704 980', 'NC', '28202', 'US', 4],
  ['614 380', 'OH', '43215', 'US', 6],
  ['313 734', 'MI', '48226', 'US', 4],
  ['502', 'KY', '40202', 'US', 3],
  ['615 629', 'TN', '37201', 'US', 4],
  ['312 773 872', 'IL', '60601', 'US', 7],
  ['414', 'WI', '53202', 'US', 3],
  ['612 651', 'MN', '55401', 'US', 4],
  ['314 636', 'MO', '63101', 'US', 4],
  ['713 281 832', 'TX', '77002', 'US', 7],
  ['214 469 972', 'TX', '75201', 'US', 6],
  ['405', 'OK', '73102', 'US', 2],
  ['303 720', 'CO', '80202', 'US', 5],
  ['801', 'UT', '84101', 'US', 3],
  ['602 480 623', 'AZ', '85003', 'US', 5],
  ['208', 'ID', '83702', 'US', 2],
  ['702', 'NV', '89101', 'US', 3],
  ['213 310 323 818', 'CA', '90012', 'US', 7],
  ['415 628', 'CA', '94103', 'US', 5],
  ['503 971', 'OR', '97204', 'US', 3],
  ['206 425', 'WA', '98101', 'US', 4],
  ['907', 'AK', '99501', 'US', 2],
  ['808', 'HI', '96813', 'US', 3],
  ['416 647 437', 'ON', 'M5H 2N2', 'CA', 5],
  ['604 778', 'BC', 'V6B 1A1', 'CA', 4],
  ['403', 'AB', 'T2P 1J9', 'CA', 3],
  ['902', 'NS', 'B3H 1A1', 'CA', 2],
];
const WEIGHTED = NORTH_AMERICA.flatMap((place) => Array.from({ length: place[4] }, () => place));

const GIVEN = [
  'Ana',
  'José',
  'Zoë',
  'Liam',
  'Olivia',
  'Noah',
  'Emma',
  'Ava',
  'Mia',
  'Søren',
  'François',
  'Grace',
  'Henry',
  'Ivy',
  'Jack',
  'Kofi',
  'Luz',
  'Mateo',
  'Nadia',
  'Owen',
  'Priya',
  'Quinn',
  'Rosa',
  'Sam',
  'Tara',
  'Uma',
  'Vera',
  'Wei',
  'Ximena',
  'Yusuf',
];
const FAMILY = [
  'Smith',
  "O'Neill",
  'García',
  'Müller',
  'Nguyen',
  'Johnson',
  'Brown',
  'Jones',
  'Núñez',
  'Davis',
  'Lopez',
  'Wilson',
  'St. John',
  'Anderson',
  'Thomas',
  'Taylor',
  'Moore',
  'Jackson',
  'Lee',
  'Pérez',
  'White',
  'Harris',
  'Clark',
  'Ramírez',
  'Lewis',
  'Walker',
  'Young',
  'Allen',
  'King',
  'Wright',
];

const used = new Set();
function fresh(make) {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const number = make();
    if (!used.has(number)) {
      used.add(number);
      return number;
    }
  }
  throw new Error('the reserved ranges are used up: fewer people, or more area codes');
}

function nanp(areas) {
  return fresh(() => `+1${pick(areas.split(' '))}55501${digits(2)}`);
}

/** The same number as people type it. */
function typed(number) {
  const [, area, line] = /^\+1(\d{3})555(\d{4})$/.exec(number) ?? [];
  if (!area) return number;
  return pick([
    `(${area}) 555-${line}`,
    `${area}-555-${line}`,
    `${area}.555.${line}`,
    `1 ${area} 555 ${line}`,
    `+1 ${area} 555 ${line}`,
    `${area}555${line}`,
    ` ${area}-555-${line} `,
    `+1-${area}-555-${line}`,
  ]);
}

const quoted = (value) =>
  /[",\n;]/.test(value) || chance(0.05) ? `"${value.replaceAll('"', '""')}"` : value;
const day = (year, month) =>
  `${year}-${String(month).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;

function person(index) {
  const [areas, region, postal, country] = pick(WEIGHTED);
  return {
    account: `A-${String(10_000 + index)}`,
    given: pick(GIVEN),
    family: pick(FAMILY),
    home: nanp(areas),
    cell: chance(0.3) ? nanp(areas) : '',
    region,
    postal,
    country,
    consent: chance(0.55) ? 'written' : chance(0.3) ? 'express' : '',
    consentAt: day(2025, 1 + Math.floor(random() * 12)),
    purchase: chance(0.4) ? day(2026, 1 + Math.floor(random() * 5)) : '',
    balance: (20 + random() * 900).toFixed(2),
    note: '',
  };
}

const HEADER = [
  'Account #',
  'First Name',
  'Last Name',
  'Phone',
  'Cell Phone',
  'State',
  'ZIP',
  'Country',
  'Consent',
  'Consent Date',
  'Last Purchase',
  'Balance',
  'Notes',
];
const cells = (p) => [
  p.account,
  p.given,
  p.family,
  typed(p.home),
  p.cell && typed(p.cell),
  p.region,
  p.postal,
  p.country,
  p.consent,
  p.consent && p.consentAt,
  p.purchase,
  p.balance,
  p.note,
];
const line = (values) => values.map((value) => quoted(String(value))).join(',');

const NOTES = [
  'prefers mornings',
  'said "call me later", twice',
  'moved,\nsee new address',
  'VIP; ask for the manager',
  '',
];
const BAD = [
  'n/a',
  '555-01',
  '212-555-O1O7',
  '0000000000',
  '911',
  '12',
  '+1 900 555 0123',
  '(999) 555-0100',
  'unknown',
  '+999 12 345',
  '',
  '2025550',
  '41122555010123456',
  'see notes',
  '+1 876 555 0142',
];

function northAmericanRows() {
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    ...person(index),
    note: chance(0.15) ? pick(NOTES) : '',
  }));
  const rows = people.map(cells);
  // The same person twice, perhaps typed otherwise.
  for (let i = 0; i < 90; i++) rows.splice(Math.floor(random() * rows.length), 0, cells({ ...pick(people) }));
  for (let i = 0; i < 70; i++)
    rows.splice(
      Math.floor(random() * rows.length),
      0,
      cells({ ...person(90_000 + i), home: pick(BAD), cell: '' }),
    );
  for (let i = 0; i < 25; i++)
    rows.splice(
      Math.floor(random() * rows.length),
      0,
      cells({
        ...person(95_000 + i),
        consentAt: pick(['31/31/2025', 'yesterday', '2025-02-30']),
        consent: 'written',
      }),
    );
  rows.splice(40, 0, ['A-99991', 'Short', 'Row']); // a line cut off in the middle
  return { people, rows };
}

function overseasRows() {
  const british = () =>
    fresh(() =>
      pick([`+4420794603${digits(2)}`, `+44161496${'0'}${digits(3)}`, `+44113496${'0'}${digits(3)}`]),
    );
  const australian = () =>
    fresh(() => pick([`+6125550${digits(4)}`, `+6135550${digits(4)}`, `+6175550${digits(4)}`]));
  const row = (index, phone, region, postal, country) => [
    `B-${1000 + index}`,
    pick(GIVEN),
    pick(FAMILY),
    phone,
    region,
    postal,
    country,
    chance(0.6) ? 'written' : '',
    '2025-11-03',
    pick(['prefers mornings', 'r\u00E9appeler', '']),
  ];
  const uk = Array.from({ length: 130 }, (_, index) => row(index, british(), 'ENG', 'SW1A 1AA', 'GB'));
  const au = Array.from({ length: 60 }, (_, index) => row(500 + index, australian(), 'NSW', '2000', 'AU'));
  return [...uk, ...au];
}

const BOM = '\uFEFF';
const { people, rows } = northAmericanRows();
const here = (name) => new URL(name, import.meta.url);
writeFileSync(here('leads.csv'), BOM + [HEADER.join(','), ...rows.map(line)].join('\r\n') + '\r\n');

const OVERSEAS_HEADER = [
  'Account',
  'Given name',
  'Surname',
  'Telephone',
  'Region',
  'Postcode',
  'Country',
  'Consent',
  'Consent date',
  'Notes',
];
const overseas =
  [OVERSEAS_HEADER, ...overseasRows()]
    .map((values) => values.map((value) => quoted(value)).join(';'))
    .join('\n') + '\n';
writeFileSync(here('leads-overseas.csv'), Buffer.from(overseas, 'latin1'));

const doNotCall = people.filter(() => chance(0.03)).map((p) => p.home);
writeFileSync(here('do-not-call.txt'), `${doNotCall.join('\n')}\n`);
process.stdout.write(
  `leads.csv: ${rows.length} rows; leads-overseas.csv: 190 rows; do-not-call.txt: ${doNotCall.length} numbers\n`,
);
