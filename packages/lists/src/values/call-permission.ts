/** What a column says that asks whether the person may be called. */
import { readConsentWords } from './consent.js';
import type { ConsentSaid } from './consent.js';
import { Vocabulary } from './vocabulary.js';

/** Whole texts, beside the words for yes and no and those of consent. */
export const CALL_PERMISSION_WORDS: Readonly<Record<'allowed' | 'refused', readonly string[]>> = {
  allowed: [
    ...[
      'allow',
      'allowed',
      'ok',
      'okay',
      'ok to call',
      'okay to call',
      'may call',
      'may be called',
      'can call',
    ],
    ...['can be called', 'callable', 'contactable', 'permitted', 'permission', 'permission given', 'agreed'],
    ...['permission granted', 'accepted', 'call', 'calls allowed', 'erlaubt', 'darf angerufen werden'],
    ...[
      'anruf erlaubt',
      'einverstanden',
      'autorisé',
      'accepté',
      "d'accord",
      'permitido',
      'autorizado',
      'acepta',
    ],
    ...[
      'aceptado',
      'de acuerdo',
      'consentito',
      'autorizzato',
      'accettato',
      'aceito',
      'toegestaan',
      'akkoord',
    ],
  ],
  refused: [
    ...['✗', '✘', '❌'],
    ...[
      'not allowed',
      'not ok',
      'not okay',
      'not permitted',
      'no permission',
      'no calls',
      'may not be called',
    ],
    ...[
      'may not call',
      'cannot be called',
      'not callable',
      'forbidden',
      'prohibited',
      'blocked',
      'no consent',
    ],
    ...['nicht erlaubt', 'darf nicht angerufen werden', 'untersagt', 'nicht einverstanden', 'verboten'],
    ...[
      'interdit',
      'non autorisé',
      "pas d'accord",
      "pas d'appel",
      'no permitido',
      'no autorizado',
      'no acepta',
    ],
    ...['prohibido', 'non consentito', 'non autorizzato', 'vietato', 'não permitido', 'não autorizado'],
    ...['proibido', 'niet toegestaan', 'niet akkoord', 'verbied', 'verboden'],
  ],
};

const WORDS = new Vocabulary<keyof typeof CALL_PERMISSION_WORDS>(CALL_PERMISSION_WORDS);

/** What a text says; a plain no is a refusal here. Null: it is in no vocabulary. */
export function readCallPermission(text: string): Exclude<ConsentSaid, 'none'> | null {
  const said = WORDS.read(text) ?? readConsentWords(text);
  if (said === 'allowed') return 'express';
  return said === 'none' ? 'refused' : said;
}
