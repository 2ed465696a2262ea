/** Texts as vocabularies compare them: only what cannot change a meaning is levelled. */

/** Accents that lists leave out. A stroke through a letter is none of them. */
const ACCENTS = /[\u0300-\u0304\u0306-\u030c\u0323\u0327\u0328]/g;
/** Marks without a width, and those that choose how a sign is drawn. */
const UNSEEN = /\ufe0e|\ufe0f|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Whether a text holds printable ASCII only: in it there is nothing to level but case and signs. */
export function isPlainAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/**
 * Lower case, without accents; hyphens and underscores within a text are spaces, a full stop at the end is
 * dropped. Every other sign stays: it may turn the meaning.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/(?<=[\p{L}\p{N}])\s*[-_\u2010-\u2015]\s*(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\p{L})\.$/u, '');
}
