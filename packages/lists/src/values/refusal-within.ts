/** Refusals among other words: a text that no vocabulary knows as a whole may still tell of one. */
import { plainText } from './plain-text.js';
import { remembered } from './remembered.js';

/** What turns a refusal right behind it into its opposite. */
const NEGATIONS: ReadonlySet<string> = new Set(
  'not no never without isnt wasnt nicht kein keine nie ne pas non sans sin sem nao niet geen'.split(' '),
);
/** With these a text speaks of a refusal that may come, as the small print of forms does. */
const CONDITIONS: ReadonlySet<string> = new Set(
  (
    'can could may might must unless until till if right anytime kann konnen koennen jederzeit bis falls ' +
    'wenn peut pouvez puede pueden podra si puo se pode podem kan kunnen tot tenzij'
  ).split(' '),
);
/** Media that are not calls: 'opted out of email only' says nothing of calls. */
const OTHER_MEDIA: ReadonlySet<string> = new Set(
  'email emails e mail mails sms text texts texting fax newsletter newsletters post letter letters'.split(
    ' ',
  ),
);
/** What names calls: a refusal with such a word is one of calls, whatever else it names. */
const CALLS: ReadonlySet<string> = new Set(
  (
    'call calls calling phone telephone anrufen anrufe anruf appeler appel appels telephoner llamar ' +
    'llamadas ligar chiamare telefonare bellen'
  ).split(' '),
);
/** What begins a list of media that are refused: 'do not mail or call'. */
const REFUSING = /^(?:do not|don't|dont|no|never)$/;
const JOINS: ReadonlySet<string> = new Set(['or', 'and', 'nor', '']);
/** Before a medium: the way in which the person spoke. */
const BY: ReadonlySet<string> = new Set('via by through over per durch par por tramite door'.split(' '));
/** Words between a negation and what it negates: 'not yet revoked', 'not on the DNC'. */
const BETWEEN: ReadonlySet<string> = new Set(['yet', 'been', 'ever', 'on', 'the', 'any', 'noch', 'jamais']);
const AT_ENDS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * A reader that says whether a text holds one of these refusals as whole words: 'granted; later revoked'. Not
 * where it is denied ('not revoked'), asked ('revoked?', 'revoked: no'), only possible ('may be revoked at
 * any time') or of another medium.
 */
export function refusalsWithin(refusals: readonly string[]): (text: string) => boolean {
  const phrases = refusals.map((refusal) =>
    plainText(refusal)
      .split(' ')
      .map((word) => word.replace(AT_ENDS, '')),
  );
  const read = remembered((text: string): boolean => isHeld(text, phrases));
  return (text) => read(text, '');
}

function isHeld(text: string, phrases: readonly (readonly string[])[]): boolean {
  // 'vip,dnc' and 'vip|dnc' are two words; the sign stays with the first, since it ends a denial.
  const written = plainText(text).replace(BETWEEN_TAGS, '$& ').split(' ');
  const words = written.map((word) => word.replace(AT_ENDS, ''));
  if (text.includes('?') || words.some((word, index) => CONDITIONS.has(word) && !isMonth(words, index)))
    return false;
  if (refusesCallsAmongMedia(text)) return true;
  const isOther = isOfOtherMedium(words);
  return phrases.some((phrase) => {
    if (isOther && !phrase.some((word) => CALLS.has(word))) return false;
    return words.some(
      (_, start) =>
        beginsAt(words, start, phrase) &&
        !isDenied(written, start) &&
        !/[:=]$/.test(written[start + phrase.length - 1] ?? ''),
    );
  });
}

/** Signs between tags of one cell. */
const BETWEEN_TAGS = /[,;|/]+(?=\S)/g;
/** Before 'May' it is a month: 'passed away last May'. */
const BEFORE_MONTH: ReadonlySet<string> = new Set('last in this since early late mid of on'.split(' '));

function isMonth(words: readonly string[], index: number): boolean {
  if (words[index] !== 'may') return false;
  const before = words[index - 1] ?? '';
  return BEFORE_MONTH.has(before) || /^\d/.test(before) || /^\d/.test(words[index + 1] ?? '');
}

/** 'Do not mail or call', 'no mail/calls': between the refusal and the calls stand other media. */
function refusesCallsAmongMedia(text: string): boolean {
  const words = plainText(text)
    .replace(/\bdo not\b/g, 'do_not')
    .split(/[\s/,&+]+/)
    .map((word) => word.replace(AT_ENDS, '').replace('_', ' '));
  return words.some((word, start) => {
    if (!REFUSING.test(word)) return false;
    const next = words.findIndex((other, at) => at > start && !OTHER_MEDIA.has(other) && !JOINS.has(other));
    return next > start + 1 && CALLS.has(words[next] ?? '');
  });
}

function isOfOtherMedium(words: readonly string[]): boolean {
  return words.some((word, index) => OTHER_MEDIA.has(word) && !BY.has(words[index - 1] ?? ''));
}

function beginsAt(words: readonly string[], start: number, phrase: readonly string[]): boolean {
  return phrase.every((word, offset) => words[start + offset] === word);
}

/** Whether the word before denies: 'no, stop' does not, its comma ends the denial. */
function isDenied(written: readonly string[], start: number): boolean {
  let before = start - 1;
  while (BETWEEN.has(written[before] ?? '')) before -= 1;
  return NEGATIONS.has(written[before] ?? '');
}
