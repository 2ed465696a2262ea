/** The words for yes and for no in lists. */
import { Vocabulary } from './vocabulary.js';

/**
 * English, what systems export, German, French, Spanish, Italian, Portuguese, Dutch, Polish. A cross is in
 * neither: it ticks a box, or denies.
 */
export const YES_NO: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: [
    ...['y', 'yes', 'true', 't', '1', '1.0', 'x', 'on', 'checked', '✓', '✔', '☑', '✅', '√'],
    ...['ja', 'j', 'wahr', 'oui', 'vrai', 'sí', 's', 'verdadero', 'vero', 'sim', 'verdadeiro', 'waar', 'tak'],
  ],
  no: [
    ...['n', 'no', 'false', 'f', '0', '0.0', 'off', 'unchecked', '☐'],
    ...['nein', 'falsch', 'non', 'faux', 'falso', 'não', 'nee', 'onwaar', 'nie', 'nei', 'nej'],
  ],
};

const WORDS = new Vocabulary<keyof typeof YES_NO>(YES_NO);

/** Whether a whole text says yes. */
export function saysYes(text: string): boolean {
  return WORDS.read(text) === 'yes';
}

/** Whether a whole text says no. */
export function saysNo(text: string): boolean {
  return WORDS.read(text) === 'no';
}
