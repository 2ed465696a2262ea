/** Names and codes of countries as lists write them. */
import { COUNTRY_CODES } from './country-codes.js';
import { placeWords, withoutParentheses } from './place-words.js';
import { remembered } from './remembered.js';

/** Languages in which names of countries are read. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'];

/** Further languages of lists, by a letter of their script: looked at where the others have no such name. */
const LANGUAGES_BEYOND: readonly (readonly [letter: RegExp, languages: readonly string[]])[] = [
  [/\p{sc=Cyrillic}/u, ['ru', 'uk']],
  [/[\p{sc=Han}\p{sc=Katakana}]/u, ['ja', 'zh', 'zh-Hant']],
  [/\p{sc=Hangul}/u, ['ko']],
  [/\p{sc=Arabic}/u, ['ar']],
  [/\p{sc=Greek}/u, ['el']],
  [/\p{sc=Hebrew}/u, ['he']],
  [/\p{sc=Latin}{2}/u, ['tr', 'cs', 'sk', 'sv', 'da', 'nb', 'fi', 'hu', 'ro']],
];

/** Names that people write and the language data of the run time does not have. */
const ALIASES: Readonly<Record<string, string>> = {
  america: 'US',
  'united states of america': 'US',
  usofa: 'US',
  eeuu: 'US',
  'ee uu': 'US',
  eua: 'US',
  'etats unis d amerique': 'US',
  'estados unidos de america': 'US',
  'estados unidos da america': 'US',
  'vereinigte staaten von amerika': 'US',
  'stati uniti d america': 'US',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'great britain': 'GB',
  britain: 'GB',
  grossbritannien: 'GB',
  'grande bretagne': 'GB',
  'gran bretana': 'GB',
  'gran bretagna': 'GB',
  'gra bretanha': 'GB',
  'groot brittannie': 'GB',
  'united kingdom of great britain and northern ireland': 'GB',
  brd: 'DE',
  'bundesrepublik deutschland': 'DE',
  'federal republic of germany': 'DE',
  oesterreich: 'AT',
  helvetia: 'CH',
  holland: 'NL',
  'the netherlands': 'NL',
  'republic of ireland': 'IE',
  'czech republic': 'CZ',
  'south korea': 'KR',
  'republic of korea': 'KR',
  russia: 'RU',
  'russian federation': 'RU',
  turkey: 'TR',
  uae: 'AE',
  macedonia: 'MK',
  'viet nam': 'VN',
  'brasil republica federativa do': 'BR',
  ger: 'DE',
  frg: 'DE',
  sui: 'CH',
  ned: 'NL',
  eng: 'GB',
  sco: 'GB',
  wal: 'GB',
  'n ireland': 'GB',
  eire: 'IE',
  mejico: 'MX',
  'france metropolitaine': 'FR',
  rsa: 'ZA',
  bharat: 'IN',
  'people s republic of china': 'CN',
  'hong kong': 'HK',
  'ivory coast': 'CI',
};

const ALIASES_BEYOND: Readonly<Record<string, string>> = {
  сша: 'US',
  рф: 'RU',
  السعودية: 'SA',
  الامارات: 'AE',
  'российская федерация': 'RU',
  великобритания: 'GB',
  англия: 'GB',
  米国: 'US',
  アメリカ: 'US',
  英国: 'GB',
  美國: 'US',
  abd: 'US',
  'amerika birlesik devletleri': 'US',
  ingiltere: 'GB',
  'birlesik krallik': 'GB',
};

let countries: ReadonlyMap<string, string> | null = null;
const countriesBeyond = new Map<RegExp, ReadonlyMap<string, string>>();

/**
 * ISO 3166-1 code of a country given by its two or three letters, its three digits, or its name in English
 * or in a language of the countries with rules; null when it is none of these. Fewer digits are a calling
 * code: 44 is the United Kingdom, 044 the Bahamas.
 */
export function readCountry(text: string): string | null {
  return findCountry(text, '');
}

const findCountry = remembered((text: string): string | null => {
  countries ??= countryNames();
  // 'Great Britain (UK)': what stands in parentheses says the same in other words.
  const words = placeWords(text).replace(/^the /, '');
  const without = placeWords(withoutParentheses(text));
  const known = countries.get(words) ?? countries.get(without) ?? saidTwice(words, countries);
  if (known !== null) return known;
  const beyond = namesBeyond(words);
  return beyond?.get(words) ?? beyond?.get(without) ?? null;
});

function namesBeyond(words: string): ReadonlyMap<string, string> | null {
  const [letter, languages = []] = LANGUAGES_BEYOND.find(([sign]) => sign.test(words)) ?? [];
  if (letter === undefined) return null;
  const known = countriesBeyond.get(letter) ?? namesIn(languages, ALIASES_BEYOND);
  countriesBeyond.set(letter, known);
  return known;
}

/** 'DE - Germany'. */
function saidTwice(words: string, known: ReadonlyMap<string, string>): string | null {
  const [first = '', ...rest] = words.split(' ');
  const code = known.get(first);
  return code !== undefined && known.get(rest.join(' ')) === code ? code : null;
}

function namesIn(
  languages: readonly string[],
  aliases: Readonly<Record<string, string>>,
): Map<string, string> {
  const known = new Map<string, string>();
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    for (const { alpha2 } of COUNTRY_CODES) {
      const name = placeWords(names.of(alpha2) ?? alpha2);
      if (!known.has(name)) known.set(name, alpha2);
    }
  }
  for (const [name, code] of Object.entries(aliases)) known.set(placeWords(name), code);
  return known;
}

function countryNames(): ReadonlyMap<string, string> {
  const known = namesIn(LANGUAGES, ALIASES);
  for (const { alpha2, alpha3, numeric } of COUNTRY_CODES) {
    for (const code of [alpha2.toLowerCase(), alpha3.toLowerCase(), numeric]) known.set(code, alpha2);
  }
  return known;
}
