/** All vocabularies in one index: a header without blanks to what it means. */
import type { NamedColumnTarget } from '../column-targets.js';
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
];

const INDEX: ReadonlyMap<string, NamedColumnTarget> = indexed();

function indexed(): Map<string, NamedColumnTarget> {
  const index = new Map<string, NamedColumnTarget>();
  for (const words of VOCABULARIES)
    for (const [target, headers] of Object.entries(words) as [NamedColumnTarget, readonly string[]][])
      for (const header of headers) {
        const key = header.replaceAll(' ', '');
        if (!index.has(key)) index.set(key, target);
      }
  return index;
}

/** What a header means, in plain words; undefined where no vocabulary has it. */
export function meaningOf(words: string): NamedColumnTarget | undefined {
  return INDEX.get(words.replaceAll(' ', ''));
}
