/** Tells encodings apart by the letters that words would have: first those with one byte a letter. */
import { detectWideEncoding } from './detect-wide.js';
import { byteTable } from './encodings.js';

const WESTERN: readonly string[] = [
  'äöüß',
  'éèêëàâçîïôûùüÿœæ',
  'áéíóúñüª',
  'áâãàçéêíóôõúüª',
  'àèéìíîòóùú',
  'åäöæøéü',
  'áðéíóúýþæö',
  'ëïéèöüáó',
  'äöüéèàçâêîôû',
];

/** Encodings in the order in which they win a tie, each with the small letters of its languages. */
const CANDIDATES: Readonly<Record<string, readonly string[]>> = {
  'windows-1252': WESTERN,
  'windows-1250': ['ąćęłńóśźż', 'áäčďéěíĺľňóôŕřšťúůýž', 'áéíóöőúüű', 'ăâîşţ', 'čćđšž'],
  'windows-1254': ['çğıöşüâîİ'],
  'windows-1251': ['абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ'],
  'windows-1253': ['αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ'],
  macintosh: WESTERN,
  cp850: WESTERN,
  'koi8-r': ['абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
};

/** Signs that words and prices of windows-1252 have beside letters. */
const SIGNS = /[’‘“”„–—…€™®©°«»·´§\u00a0]/;

/** Letters of several western languages beside each other fit a little less than those of one. */
const SEVERAL_LANGUAGES = 0.85;

/** How well a reading must fit to be preferred to windows-1252. */
const FITS = 0.9;

/** Letters that must speak for another encoding where windows-1252 would read words, too. */
const LETTERS_LEAST = 3;

/** The encoding that bytes fit best. */
export interface DetectedEncoding {
  readonly name: string;
  /** True: letters have two bytes. */
  readonly isWide?: true;
  /** True: the letters make no words in it, or are too few to tell. */
  readonly isDoubtful?: true;
}

/** Letters from which on their fit says something. */
const LETTERS_TOLD = 4;
const DOUBTFUL = 0.5;
/** The same of letters with two bytes, whose tables overlap: one rare name fits several. */
const WIDE_LETTERS_TOLD = 8;

/** The encoding that fits the bytes above 7F best; windows-1252 where nothing speaks for another. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const places = placesOf(bytes);
  const western = scoreOf('windows-1252', bytes, places);
  const least = western.share < 0.5 ? 1 : LETTERS_LEAST;
  let best = { name: 'windows-1252', total: western.total + 0.1, share: western.share };
  for (const name of Object.keys(CANDIDATES)) {
    const { total, share, differing, letters } = scoreOf(name, bytes, places);
    const isFit = share >= FITS && differing >= FITS && letters >= least;
    if (isFit && total > best.total) best = { name, total, share };
  }
  const wide = best.share < FITS ? detectWideEncoding(bytes) : null;
  if (wide !== null) {
    const isFew = wide.letters < WIDE_LETTERS_TOLD;
    return { name: wide.name, isWide: true, ...(isFew ? { isDoubtful: true } : {}) };
  }
  const isDoubtful = best.share < DOUBTFUL && places.length >= LETTERS_TOLD;
  return isDoubtful ? { name: best.name, isDoubtful } : { name: best.name };
}

/** Bytes looked at; more do not change the answer. */
const LOOKED_AT = 2_000;

/** Indexes of bytes above 7F that stand beside a letter or another such byte. */
function placesOf(bytes: Uint8Array): number[] {
  const places: number[] = [];
  for (let at = 0; at < bytes.length && places.length < LOOKED_AT; at += 1) {
    if ((bytes[at] as number) < 0x80) continue;
    if (isWordByte(bytes[at - 1]) || isWordByte(bytes[at + 1])) places.push(at);
  }
  return places;
}

function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return byte >= 0x80 || isSmall(byte) || (byte >= 65 && byte <= 90);
}

function isSmall(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 97 && byte <= 122;
}

interface Score {
  /** Share of the bytes that fit, 0..1. */
  readonly share: number;
  /** The same of the bytes that windows-1252 reads otherwise, and how many of these bytes there are. */
  readonly differing: number;
  readonly letters: number;
  readonly total: number;
}

function scoreOf(name: string, bytes: Uint8Array, places: readonly number[]): Score {
  const languages = CANDIDATES[name] ?? [];
  const scores = languages.map((language) => scoreIn(name, language, bytes, places));
  const several = scoreIn(name, languages.join(''), bytes, places);
  const total = Math.max(several.total * SEVERAL_LANGUAGES, ...scores.map((score) => score.total));
  return { ...several, total };
}

/** How well the bytes fit the letters of one language. */
function scoreIn(name: string, language: string, bytes: Uint8Array, places: readonly number[]): Score {
  const table = byteTable(name);
  const western = byteTable('windows-1252');
  const all = { fits: 0, of: 0 };
  const other = { fits: 0, of: 0 };
  const letters = new Set<number>();
  for (const at of places) {
    const byte = bytes[at] as number;
    const fits = fitsAt(table, language, bytes, at) ? 1 : 0;
    all.fits += fits;
    all.of += 1;
    if (western[byte] === table[byte]) continue;
    letters.add(byte);
    other.fits += fits;
    other.of += 1;
  }
  const share = all.of === 0 ? 1 : all.fits / all.of;
  const differing = other.of === 0 ? share : other.fits / other.of;
  return { share, differing, letters: letters.size, total: differing + share / 2 };
}

/** Whether a letter is one of the language, and not a capital within a word of small letters. */
function fitsAt(table: string, language: string, bytes: Uint8Array, at: number): boolean {
  const letter = table[bytes[at] as number] ?? '';
  const before = bytes[at - 1];
  if (SIGNS.test(letter)) return !(isSmall(before) && isSmall(bytes[at + 1]) && letter !== '’');
  if (!language.includes(letter) && !language.includes(letter.toLowerCase())) return false;
  // As the second byte of a letter of East Asia is.
  if (SMALL.test(letter) && isOutOfPlace(bytes[at + 1])) return false;
  // Greek and Cyrillic letters do not stand within words of Latin letters.
  if (NOT_LATIN.test(letter) && (isLatin(before) || isLatin(bytes[at + 1]))) return false;
  return language.includes(letter) || !SMALL.test(table[before ?? 0] ?? '');
}

/** Capitals, and signs of which none stands behind a small letter. */
function isOutOfPlace(byte: number | undefined): boolean {
  return (
    byte !== undefined && ((byte >= 0x40 && byte <= 0x5c) || byte === 0x5e || byte === 0x60 || byte === 0x7b)
  );
}

const SMALL = /\p{Ll}/u;
const NOT_LATIN = /[^\p{Script=Latin}]/u;

function isLatin(byte: number | undefined): boolean {
  return byte !== undefined && byte < 0x80 && isWordByte(byte);
}
