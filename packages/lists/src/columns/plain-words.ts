/** Headers and names as plain words, to compare them. */

/** The second form of a word: 'Décédé(e)', 'Fallecido/a', 'Kund:in'. */
const GENDERED = /(?<=\p{L}{3})(\p{L})(?:\((?:e|a|in|es|as)\)|[/·:](?:e|a|in)(?!\p{L}))/giu;

/** Words that hosts of debt files and dialers write short. */
const SHORT: Readonly<Record<string, string>> = {
  hm: 'home',
  hme: 'home',
  wk: 'work',
  wrk: 'work',
  mob: 'mobile',
  pmt: 'payment',
  pymt: 'payment',
  dt: 'date',
  dte: 'date',
  lst: 'last',
  cnsnt: 'consent',
  nbr: 'number',
};
const SHORT_WORD = new RegExp(`(?<!\\p{L})(?:${Object.keys(SHORT).join('|')})(?!\\p{L})`, 'gu');

/** A header with its words and the digits behind them apart: 'phone2' is 'phone 2'. */
export function digitsApart(header: string): string {
  return header.replace(/(\p{L})(\d)/gu, '$1 $2');
}

/**
 * Lower case, without accents, signs as spaces, '#' as 'number': 'Téléphone_No.1' is 'telephone no 1'. Words
 * run together by capitals are parted, and words written short are whole: 'LST PMT DT' is 'last payment
 * date'. Letters of every script are kept, in their plainest form; the '__c' of a Salesforce field is not.
 */
export function plainWords(header: string): string {
  return header
    .trim()
    .replace(/__p?c$/i, '')
    .replace(GENDERED, '$1')
    .replaceAll('#', ' number ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/[đĐ]/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(SHORT_WORD, (word) => SHORT[word] ?? word)
    .trim();
}
