/**
 * Text from outside (lists, orders, far ends) as it may be shown or kept: without control characters, which a
 * terminal would obey, and without marks that change the order in which a line is read.
 */

/**
 * C0 and C1 control characters, DEL, line and paragraph separators, marks and embeddings of direction, and
 * invisible characters, but for the joiners that names in Persian and in Indian scripts need. Unicode 16.0
 * section 23.1 to 23.2, UAX 9 section 2.
 */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex -- these are the characters it is about
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}/gu;

/** A text on one line, in which each character that is not to be obeyed stands as its code: `\u001b`. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, codeOf);
}

/** The same for text of several lines: line feeds stay. */
export function visibleLines(text: string): string {
  return text.replace(HIDDEN, (character) => (character === '\n' ? character : codeOf(character)));
}

/** Whether a text holds a character that {@link visibleText} would replace. */
export function hasHidden(text: string): boolean {
  return text.search(HIDDEN) !== -1;
}

function codeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
