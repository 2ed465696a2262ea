/** What lists say of deaths, bankruptcies, attorneys and reassigned numbers. */
import { saysNo, saysYes } from './yes-no.js';
import { Vocabulary } from './vocabulary.js';

type Said = 'yes' | 'no';

/** Whole texts of a column on deaths, beside yes, no and dates. */
export const DECEASED_WORDS: Readonly<Record<Said, readonly string[]>> = {
  yes: [
    ...[
      'deceased',
      'dead',
      'died',
      'd',
      'dcd',
      '†',
      'death',
      'verstorben',
      'tot',
      'décédé',
      'décédée',
      'fallecido',
    ],
    ...['fallecida', 'difunto', 'deceduto', 'deceduta', 'falecido', 'falecida', 'overleden'],
  ],
  no: ['alive', 'living', 'not deceased', 'lebt', 'vivant', 'vivo', 'viva', 'levend'],
};

/** Whole texts of a column on bankruptcies, beside yes, no and dates. */
export const BANKRUPT_WORDS: Readonly<Record<Said, readonly string[]>> = {
  yes: [
    ...[
      'bankrupt',
      'bankruptcy',
      'bk',
      'bky',
      'filed',
      'pending',
      'open',
      'active',
      'discharged',
      'insolvent',
    ],
    ...[
      'chapter 7',
      'chapter 11',
      'chapter 12',
      'chapter 13',
      'ch 7',
      'ch 11',
      'ch 12',
      'ch 13',
      'ch7',
      'ch13',
    ],
    ...['ch. 7', 'ch. 13', '7', '11', '12', '13', 'bk7', 'bk13', 'insolvenz', 'en faillite', 'en quiebra'],
    ...['fallito', 'falido', 'failliet'],
  ],
  no: ['not bankrupt', 'no bankruptcy', 'dismissed', 'not filed', 'solvent'],
};

/** Whole texts of a reassigned-numbers database's answer, beside yes and no. */
export const REASSIGNED_WORDS: Readonly<Record<Said | 'no-data', readonly string[]>> = {
  yes: ['reassigned', 'disconnected', 'permanently disconnected'],
  no: ['not reassigned', 'not disconnected'],
  'no-data': ['no data', 'nodata', 'no data available'],
};

/** Whole texts that say that no attorney, letter or employer is known, beside the words for no. */
export const NOT_KNOWN_WORDS: readonly string[] = [
  ...['no attorney', 'not represented', 'unrepresented', 'none known', 'not received', 'no cease', 'allowed'],
];

const DECEASED = new Vocabulary(DECEASED_WORDS);
const BANKRUPT = new Vocabulary(BANKRUPT_WORDS);
const REASSIGNED = new Vocabulary(REASSIGNED_WORDS);
const NOT_KNOWN = new Vocabulary<'no'>({ no: NOT_KNOWN_WORDS });

/** The number of a case at a bankruptcy court: '26-10123', '2:26-bk-10123-ABC'. */
const CASE = /^(?:\d:)?\d{2}-(?:bk-)?\d{4,6}(?:-[a-z\d]{1,5}){0,2}$/i;

/** Whether a text says that the person has died or is bankrupt; null where it is in no vocabulary. */
export function readEndWords(kind: 'bankrupt' | 'deceased', text: string): Said | null {
  if (saysYes(text)) return 'yes';
  if (saysNo(text)) return 'no';
  if (kind === 'deceased') return DECEASED.read(text);
  return BANKRUPT.read(text) ?? (CASE.test(text.trim()) ? 'yes' : null);
}

/** A reassigned-numbers database's answer; null where the text is none. */
export function readReassignedWords(text: string): Said | 'no-data' | null {
  if (saysYes(text)) return 'yes';
  return saysNo(text) ? 'no' : REASSIGNED.read(text);
}

/** Whether a text says that nothing is known. */
export function saysNotKnown(text: string): boolean {
  return saysNo(text) || NOT_KNOWN.read(text) === 'no';
}
