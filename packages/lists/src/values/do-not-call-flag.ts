/** What a do-not-call column says. */
import { readRefusal } from './consent.js';
import { isZeroDate, readDate } from './dates.js';
import type { DateOrder } from './dates.js';
import { readRegion } from './region.js';
import { Vocabulary } from './vocabulary.js';
import { saysNo, saysYes } from './yes-no.js';

/**
 * The whole texts, beside the words for no, that say that a number or person is on no list. Every other text
 * in a do-not-call column counts as listed: such columns hold dates and register names as often as yes.
 */
export const NOT_LISTED_WORDS: readonly string[] = [
  ...['good', 'not listed', 'not registered', 'not on list', 'no match', 'not found', 'clean', 'clear'],
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
  ...['safe', 'safe to call', 'no record', 'no records', 'no record found', 'no matches', '0 matches'],
  ...[
    'tps clear',
    'ctps clear',
    'clear of tps',
    'not on tps',
    'not tps',
    'not on register',
    'not in registry',
  ],
  ...['permitido', 'non iscritto', 'consentito', 'não inscrito', 'niet ingeschreven', 'toegestaan'],
];

/** The whole texts that name a public register. Names of states of the US are among them. */
export const REGISTER_WORDS: readonly string[] = [
  ...['national', 'national dnc', 'on national dnc', 'national registry', 'ndnc', 'ndncr', 'dncl', 'dncr'],
  ...[
    'federal',
    'federal dnc',
    'on federal dnc',
    'federal do not call',
    'national do not call',
    'ftc',
    'fed',
  ],
  ...['state', 'state dnc', 'on state dnc', 'dma', 'tps', 'ctps', 'tps/ctps', 'tps registered', 'bloctel'],
  ...['liste rouge', 'robinson', 'robinsonliste', 'robinson liste', 'lista robinson', 'rpo', 'repep', 'reus'],
  ...['bel me niet'],
];

/**
 * The further whole texts, beside the words for yes, dates, refusals and states of the US, that list in known
 * words. Others list as well, and are reported.
 */
export const LISTED_WORDS: readonly string[] = [
  ...[
    'listed',
    'on list',
    'on the list',
    'registered',
    'match',
    'matched',
    'found',
    'hit',
    'block',
    'blocked',
  ],
  ...['suppress', 'suppressed', 'blacklisted', 'active', 'd', 'dnc', 'on dnc', 'dnc listed', 'dnm'],
  ...[
    'wireless',
    'wireless dnc',
    'internal',
    'internal dnc',
    'company',
    'company dnc',
    'client',
    'client dnc',
  ],
  ...['litigator', 'known litigator', 'tcpa litigator', 'complainer', 'inscrit', 'iscritto', 'ingeschreven'],
  ...['gesperrt', 'eingetragen', 'gelistet', 'inscrito', 'registrado', 'do not call list'],
  ...['on do not call list', 'scrub'],
];

const REGISTERS = new Vocabulary<'register'>({ register: REGISTER_WORDS });
const WORDS = new Vocabulary<'listed' | 'not-listed'>({
  listed: [...LISTED_WORDS, ...REGISTER_WORDS],
  'not-listed': NOT_LISTED_WORDS,
});
/** Between the registers of one cell: 'Federal; CO'. */
const BETWEEN_REGISTERS = /\s*[;,|/+&]\s*/;
/** Cells without a word: '-', 'n/a', '#N/A', 'none', 'null'. What is unknown is not among them. */
const NOTHING = /^(?:|-+|n\/?a|#n\/a|none|null|nil|0+)$/i;

/** Whether a text in a do-not-call column lists the number or the person. */
export function isListedBy(text: string): boolean {
  const trimmed = text.trim();
  return (
    !NOTHING.test(trimmed) && !isZeroDate(trimmed) && !saysNo(trimmed) && WORDS.read(trimmed) !== 'not-listed'
  );
}

/** Whether a text that lists says so in known words; what else lists is in doubt. */
export function isPlainListing(text: string, order: DateOrder): boolean {
  return isKnown(text.trim(), order) || text.split(BETWEEN_REGISTERS).every((part) => isKnown(part, order));
}

/** Whether a text names public registers and nothing else: 'Federal; CO'. */
export function namesRegisters(text: string): boolean {
  return text
    .split(BETWEEN_REGISTERS)
    .every((part) => REGISTERS.read(part) !== null || readRegion(part, 'US') !== null);
}

function isKnown(text: string, order: DateOrder): boolean {
  return (
    saysYes(text) ||
    WORDS.read(text) !== null ||
    readDate(text, order) !== null ||
    readRefusal(text)?.isWithin === false ||
    isState(text)
  );
}

/** 'OK' is Oklahoma, or says that the number may be called. */
function isState(text: string): boolean {
  return readRegion(text, 'US') !== null && !/^ok$/i.test(text);
}
