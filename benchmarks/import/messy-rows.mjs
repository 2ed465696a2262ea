/** A list as people upload it, from a seed: numbers in five spellings, some of them bad. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

/** Of the rows, that have no number that can be called. */
export const BAD_SHARE = 0.02;
/** Of the rows, that are in the file twice. */
const DOUBLE_SHARE = 0.005;

/** Area codes with their states and postal codes. */
const AREAS = [
  ['303', 'CO', '80203', 'Denver'],
  ['212', 'NY', '10001', 'New York'],
  ['312', 'IL', '60601', 'Chicago'],
  ['415', 'CA', '94103', 'San Francisco'],
  ['512', 'TX', '78701', 'Austin'],
  ['602', 'AZ', '85004', 'Phoenix'],
  ['404', 'GA', '30303', 'Atlanta'],
  ['503', 'OR', '97204', 'Portland'],
  ['617', 'MA', '02108', 'Boston'],
  ['206', 'WA', '98101', 'Seattle'],
];
const FIRST = ['Ann', 'Bob', 'Chloé', 'Dmitri', 'Esther', 'Fatima', 'Günther', 'Hana', 'Ivo', 'Jane'];
const LAST = ['Smith', 'Müller', "O'Neil", 'de la Cruz', 'Nguyen', 'Okafor', 'Brown', 'Ivanova', 'Lee'];
const SPELLINGS = [
  (area, exchange, line) => `(${area}) ${exchange}-${line}`,
  (area, exchange, line) => `+1 ${area} ${exchange} ${line}`,
  (area, exchange, line) => `${area}.${exchange}.${line}`,
  (area, exchange, line) => `1-${area}-${exchange}-${line}`,
  (area, exchange, line) => `${area}${exchange}${line}`,
];
const BAD = ['', '555', 'n/a', '303-555', 'unknown', '12345678901234567', '(000) 555-0100', 'call Bob'];

export const HEADER = 'First Name,Last Name,Phone,Address,City,State,Zip,Email,Last Purchase Date,Balance';

/** Mulberry32: the same numbers from the same seed on every machine. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes the file. The numbers of good rows are all different, in an order that is not theirs. */
export async function writeMessyRows(path, { rows, seed }) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const out = createWriteStream(path);
  let text = `${HEADER}\n`;
  let before = '';
  for (let row = 0; row < rows; row += 1) {
    const isDouble = before !== '' && random() < DOUBLE_SHARE;
    if (!isDouble) before = rowOf(row, random, pick);
    text += before;
    if (text.length < 65_536) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await finished(out);
}

/** Numbers of one area: exchanges 200 to 999 without service codes, and every line. */
const EXCHANGES = Array.from({ length: 800 }, (_, index) => 200 + index).filter((one) => one % 100 !== 11);
const NUMBERS = EXCHANGES.length * 10_000;
/** Prime to the count of numbers: steps by it meet each number once, far from the one before. */
const STEP = 4_999_999;

function rowOf(row, random, pick) {
  const [area, state, zip, city] = AREAS[row % AREAS.length];
  const place = (Math.floor(row / AREAS.length) * STEP) % NUMBERS;
  const exchange = EXCHANGES[Math.floor(place / 10_000)];
  const line = String(place % 10_000).padStart(4, '0');
  const phone = random() < BAD_SHARE ? pick(BAD) : pick(SPELLINGS)(area, exchange, line);
  const [first, last] = [pick(FIRST), pick(LAST)];
  const address = `"${1 + Math.floor(random() * 9_999)} Main St, Apt ${1 + Math.floor(random() * 99)}"`;
  const email = `${first}.${row}@example.com`;
  const day = `${1 + Math.floor(random() * 12)}/${1 + Math.floor(random() * 28)}/2025`;
  const balance = (random() * 5_000).toFixed(2);
  return `${first},${last},${phone},${address},${city},${state},${zip},${email},${day},${balance}\n`;
}
