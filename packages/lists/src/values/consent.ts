/** What the consent column says of a person. */
import type { NewConsent } from '../lead/new-lead.js';
import { CONSENT_WORDS } from './consent-words.js';
import { refusalsWithin } from './refusal-within.js';
import { Vocabulary } from './vocabulary.js';
import { saysNo, saysYes } from './yes-no.js';

/** Consent of a kind, none, or a request not to be called. */
export type ConsentSaid = NewConsent['type'] | 'none' | 'refused';

const WORDS = new Vocabulary<keyof typeof CONSENT_WORDS>(CONSENT_WORDS);
const holdsRefusal = refusalsWithin(CONSENT_WORDS.refused);
/** A refusal with its date behind it: 'Opted out on 2026-01-05'. */
const DATED = /^([^\d(:;,]+?)\s+(?:(?:on|am|le|el|il|em|op|since)\s+)?(\d[\d./-]*)$/i;

/** A refusal, with the text of its date where it has one. */
export interface Refusal {
  readonly date: string | null;
  /** It stands among other words: read as a refusal, and reported. */
  readonly isWithin: boolean;
}

/** The refusal that a text states; null where it states none. */
export function readRefusal(text: string): Refusal | null {
  if (WORDS.read(text) === 'refused') return { date: null, isWithin: false };
  const [, words = '', date = ''] = DATED.exec(text.trim()) ?? [];
  if (WORDS.read(words) === 'refused') return { date, isWithin: false };
  return holdsRefusal(text) ? { date: null, isWithin: true } : null;
}

/**
 * What a text says of consent; null where it is in no vocabulary. Only a whole text gives consent: a word
 * within a longer text can mean its opposite. A refusal counts within a longer text, too.
 */
export function readConsentWords(text: string): ConsentSaid | null {
  const said = WORDS.read(text);
  if (said !== null) return said;
  if (saysYes(text)) return 'express';
  if (saysNo(text)) return 'none';
  return readRefusal(text) === null ? null : 'refused';
}
