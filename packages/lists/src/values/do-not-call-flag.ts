/** What a do-not-call column says. */
import { isZeroDate } from './dates.js';
import { Vocabulary } from './vocabulary.js';
import { saysNo } from './yes-no.js';

/**
 * The whole texts, beside the words for no, that say that a number or person is on no list. Every other text
 * in a do-not-call column counts as listed: such columns hold dates and register names as often as yes.
 */
export const NOT_LISTED_WORDS: readonly string[] = [
  ...['not listed', 'not registered', 'not on list', 'no match', 'not found', 'clean', 'clear'],
  ...['allow', 'allowed', 'ok to call', 'callable', 'may be called', 'opted in', 'opt in', 'optin'],
  ...[
    'not opted out',
    'no opt out',
    'subscribed',
    'okay to call',
    'not on dnc',
    'not on dnc list',
    'not dnc',
  ],
  ...['no dnc', 'not a match', 'not blocked', 'not suppressed', 'nicht gesperrt', 'keine sperre', 'frei'],
  ...['nicht gelistet', 'nicht eingetragen', 'erlaubt', 'non inscrit', 'autorisé', 'no inscrito'],
  ...['permitido', 'non iscritto', 'consentito', 'não inscrito', 'niet ingeschreven', 'toegestaan'],
];

const WORDS = new Vocabulary<'not-listed'>({ 'not-listed': NOT_LISTED_WORDS });
/** Cells without a word: '-', 'n/a', '#N/A', 'none', 'null'. What is unknown is not among them. */
const NOTHING = /^(?:|-+|n\/?a|#n\/a|none|null|nil|0+)$/i;

/** Whether a text in a do-not-call column lists the number or the person. */
export function isListedBy(text: string): boolean {
  const trimmed = text.trim();
  return !NOTHING.test(trimmed) && !isZeroDate(trimmed) && !saysNo(trimmed) && WORDS.read(trimmed) === null;
}
