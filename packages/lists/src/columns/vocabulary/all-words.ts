/** All vocabularies in one index: a header without blanks to what it means. */
import type { NamedColumnTarget } from '../column-targets.js';
import { plainWords } from '../plain-words.js';
import { ARABIC } from './arabic.js';
import { CHINESE } from './chinese.js';
import { CZECH } from './czech.js';
import { JAPANESE } from './japanese.js';
import { KOREAN } from './korean.js';
import { NORDIC } from './nordic.js';
import { RUSSIAN } from './russian.js';
import { TURKISH } from './turkish.js';
import { DUTCH } from './dutch.js';
import { ENGLISH } from './english.js';
import { FRENCH } from './french.js';
import { GERMAN } from './german.js';
import { ITALIAN } from './italian.js';
import { POLISH } from './polish.js';
import { PORTUGUESE } from './portuguese.js';
import { SPANISH } from './spanish.js';
import { SYSTEMS } from './systems.js';
import type { HeaderWords } from './words.js';

/** Every vocabulary. Where two disagree the earlier one counts. */
export const VOCABULARIES: readonly HeaderWords[] = [
  ENGLISH,
  SYSTEMS,
  GERMAN,
  FRENCH,
  SPANISH,
  PORTUGUESE,
  ITALIAN,
  DUTCH,
  POLISH,
  NORDIC,
  CZECH,
  TURKISH,
  RUSSIAN,
  JAPANESE,
  CHINESE,
  KOREAN,
  ARABIC,
];

const INDEX: ReadonlyMap<string, NamedColumnTarget> = indexed();

function indexed(): Map<string, NamedColumnTarget> {
  const index = new Map<string, NamedColumnTarget>();
  for (const words of VOCABULARIES)
    for (const [target, headers] of Object.entries(words) as [NamedColumnTarget, readonly string[]][])
      for (const header of headers) {
        const key = plainWords(header).replaceAll(' ', '');
        if (!index.has(key)) index.set(key, target);
      }
  return index;
}

/**
 * What a header means, in plain words; undefined where no vocabulary has it. 'State/Prov.' means what both of
 * its words mean.
 */
export function meaningOf(words: string): NamedColumnTarget | undefined {
  const whole = INDEX.get(words.replaceAll(' ', ''));
  if (whole !== undefined || words.length > LONGEST_PAIR) return whole;
  const parts = words.split(' ');
  for (let at = 1; at < parts.length; at += 1) {
    const first = INDEX.get(parts.slice(0, at).join(''));
    if (first !== undefined && first === INDEX.get(parts.slice(at).join(''))) return first;
  }
  return undefined;
}

const LONGEST_PAIR = 60;
