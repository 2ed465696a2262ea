/**
 * Generates src/place/data/us-postal.ts: ZIP3 -> state, and for the states with more than one zone, ZIP ->
 * zones.
 *
 * Run where the two source packages are installed (they are not dependencies of this package):
 * mkdir work && cd work && npm install zipcodes@8 @photostructure/tz-lookup@11
 * node ../generate-postal-zones.mjs . > ../../src/place/data/us-postal.ts
 * Sources: ZIP centroids from `zipcodes` (BSD-3-Clause), zone polygons from `@photostructure/tz-lookup`
 * (CC0). A ZIP within 6 km of a zone line gets the zones of both sides: calls near the line
 * may wait an hour longer, never less.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(resolve(process.argv[2] ?? '.', 'index.js'));
// Loaded by name from the folder given: they are not dependencies of this package.
const [zipcodes, zoneAt] = ['zipcodes', '@photostructure/tz-lookup'].map((name) => require(name));

const SPLIT = ['AK', 'AZ', 'FL', 'ID', 'IN', 'KS', 'KY', 'MI', 'NE', 'NV', 'ND', 'OR', 'SD', 'TN', 'TX'];
const RADIUS_KM = 6;
// ZIPs whose centroid hides the line, from the reviewed list: the two-zone 32456 (Port St. Joe) and the Hopi
// land around 86034. And ZIPs near a line that lie on one side of it: those of Chattanooga, whose county is
// Eastern.
// The rest were found by comparing every ZIP with geo-tz (2026-11-27): its polygons are finer.
const REVIEWED = {
  32456: 'EC',
  86034: 'XM',
  86030: 'XM',
  86039: 'XM',
  86042: 'XM',
  86043: 'XM',
  37401: 'E',
  37402: 'E',
  37405: 'E',
  37414: 'E',
  37415: 'E',
  37422: 'E',
  37424: 'E',
  37450: 'E',
  // Florida and Tennessee, Kentucky: counties on the Central side (49 CFR 71.5), and places near the
  // line.
  32430: 'C',
  32449: 'C',
  32460: 'CE',
  32465: 'CE',
  37338: 'CE',
  37733: 'CE',
  37854: 'CE',
  38504: 'CE',
  38553: 'CE',
  40157: 'CE',
  42528: 'CE',
  42732: 'CE',
  42733: 'CE',
  42753: 'CE',
  42757: 'CE',
  42764: 'CE',
  // Indiana: Perry and Gibson counties are Central (49 CFR 71.5(b)), and places near the line.
  46366: 'CE',
  46380: 'CE',
  46572: 'CE',
  47174: 'CE',
  47513: 'CE',
  47514: 'C',
  47525: 'C',
  47551: 'C',
  47576: 'CE',
  47585: 'CE',
  47660: 'CE',
  // Michigan: Iron County is Central (49 CFR 71.5(a)); Menominee County near its east line.
  49845: 'CE',
  49896: 'CE',
  49902: 'C',
  49903: 'C',
  49915: 'C',
  49920: 'C',
  49927: 'C',
  49935: 'C',
  49964: 'C',
  // The Dakotas: north and east of the Missouri, and Morton County, are Central (49 CFR 71.7(a), (b)).
  57601: 'CM',
  58520: 'C',
  58563: 'C',
  58801: 'C',
  58802: 'C',
  58803: 'C',
  58830: 'C',
  58831: 'C',
  58835: 'C',
  58838: 'CM',
  58843: 'C',
  58845: 'C',
  58853: 'C',
  58854: 'C',
  58856: 'C',
  // Kansas: only Sherman, Wallace, Greeley and Hamilton counties are Mountain; Nebraska: Hooker and
  // western Cherry.
  67731: 'C',
  67732: 'CM',
  67745: 'C',
  67756: 'C',
  67855: 'C',
  67857: 'CM',
  67861: 'C',
  67880: 'C',
  69045: 'CM',
  69152: 'M',
  69161: 'CM',
  69216: 'M',
  69219: 'M',
  // Idaho: Shoshone County and the north are Pacific, south of the Salmon is Mountain; Oregon: Malheur
  // County is Mountain.
  83671: 'M',
  83802: 'P',
  83808: 'P',
  83826: 'P',
  83837: 'P',
  83846: 'P',
  83849: 'P',
  83853: 'P',
  83867: 'P',
  83873: 'P',
  83874: 'P',
  97819: 'MP',
  97903: 'M',
  97907: 'MP',
  97908: 'M',
  97909: 'M',
  // Arizona north of the Colorado is not Navajo land; Indian Wells and Sanders lie at its border.
  86021: 'X',
  86022: 'X',
  86031: 'MX',
  86036: 'X',
  86512: 'MX',
  // Nevada is Pacific but for West Wendover (49 CFR 71.9); Jackpot and Owyhee keep Mountain time by
  // custom.
  89311: 'P',
  89825: 'MP',
  89832: 'MP',
  // Nikolski is east of 169 degrees 30 minutes: Alaska time.
  99638: 'A',
};

const letters = new Map();
const letterOf = (zone) => {
  // No clock change on either side of the border.
  if (zone === 'America/Phoenix' || zone === 'America/Hermosillo') return 'X';
  if (zone === 'America/Adak') return 'D';
  let letter = letters.get(zone);
  if (!letter) {
    const offset = (month) => {
      const at = Date.UTC(2025, month, 15, 12);
      const text = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        hour: '2-digit',
      }).format(at);
      return Number(text) - 12;
    };
    letter = { '-5': 'E', '-6': 'C', '-7': 'M', '-8': 'P', '-9': 'A', '-10': 'D' }[String(offset(0))];
    letter ??= '?';
    letters.set(zone, letter);
  }
  return letter;
};
const zonesAround = (latitude, longitude) => {
  const found = new Set([letterOf(zoneAt(latitude, longitude))]);
  for (let bearing = 0; bearing < 360; bearing += 30) {
    const radians = (bearing * Math.PI) / 180;
    const north = (RADIUS_KM / 111.2) * Math.cos(radians);
    const east = (RADIUS_KM / (111.2 * Math.cos((latitude * Math.PI) / 180))) * Math.sin(radians);
    try {
      found.add(letterOf(zoneAt(latitude + north, longitude + east)));
    } catch {
      /* outside the country */
    }
  }
  return [...found];
};
const ALLOWED = {
  AK: 'AD',
  AZ: 'XM',
  FL: 'EC',
  ID: 'MP',
  IN: 'EC',
  KS: 'CM',
  KY: 'EC',
  MI: 'EC',
  NE: 'CM',
  NV: 'PM',
  ND: 'CM',
  OR: 'PM',
  SD: 'CM',
  TN: 'EC',
  TX: 'CM',
};

const entries = Object.values(zipcodes.codes).filter(
  (entry) => entry.country === 'US' && /^\d{5}$/.test(entry.zip),
);
entries.sort((a, b) => (a.zip < b.zip ? -1 : 1));

const states = new Map();
for (const entry of entries) {
  const prefix = entry.zip.slice(0, 3);
  const counts = states.get(prefix) ?? {};
  counts[entry.state] = (counts[entry.state] ?? 0) + 1;
  states.set(prefix, counts);
}
const runs = [];
for (const prefix of [...states.keys()].sort()) {
  const state = Object.entries(states.get(prefix)).sort((a, b) => b[1] - a[1])[0][0];
  if (runs.at(-1)?.state === state) continue;
  runs.push({ prefix, state });
}
const stateOf = (zip) => {
  let state = '';
  for (const run of runs) {
    if (run.prefix <= zip.slice(0, 3)) state = run.state;
    else break;
  }
  return state;
};
const otherState = entries.filter((entry) => stateOf(entry.zip) !== entry.state && entry.state.length === 2);

const zoneRuns = {};
for (const state of SPLIT) {
  let last = '';
  const list = [];
  for (const entry of entries) {
    if (entry.state !== state) continue;
    const reviewed = REVIEWED[entry.zip];
    const found = (reviewed ? [...reviewed] : zonesAround(entry.latitude, entry.longitude)).filter((letter) =>
      ALLOWED[state].includes(letter),
    );
    // Only the Navajo Nation, in the 86 prefixes, changes its clocks in Arizona.
    const letters =
      state === 'AZ' && !entry.zip.startsWith('86')
        ? 'X'
        : found.length > 0
          ? [...found].sort().join('')
          : last;
    if (letters === last) continue;
    list.push(entry.zip + letters);
    last = letters;
  }
  zoneRuns[state] = list.join(' ');
}

const lines = (text, width = 93) => {
  const out = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > width) {
      out.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  out.push(line);
  return out.map((part) => `  '${part} '`).join(' +\n');
};
console.log(`/** Generated by tools/generate-postal-zones.mjs; do not edit. It names sources and method. */

/** Runs of ZIP3 prefixes: from this prefix on, this state. */
export const ZIP3_STATES: string =
${lines(runs.map((run) => run.prefix + run.state).join(' '))};

/** ZIP codes whose state differs from that of their ZIP3. */
export const ZIP5_STATES: string =
${lines(otherState.map((entry) => entry.zip + entry.state).join(' '))};

/**
 * For each state with several zones, runs of ZIP codes: from this code on, these zones (E C M P A, D Adak, X
 * Phoenix).
 */
export const ZIP5_ZONES: Readonly<Record<string, string>> = {
${SPLIT.map((state) => `  ${state}:\n${lines(zoneRuns[state]).replaceAll(/^ {2}/gm, '    ')},`).join('\n')}
};`);
