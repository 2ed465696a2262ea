/** Types of lines as lists name them. */
import { Vocabulary } from './vocabulary.js';

/**
 * Whole texts by what they say. `fax`: the number is not called. `unsaid`: words for the use of a number,
 * which say nothing of its line.
 */
export const LINE_TYPE_WORDS: Readonly<
  Record<'wireless' | 'landline' | 'voip' | 'fax' | 'unsaid', readonly string[]>
> = {
  wireless: [
    ...['wireless', 'mobile', 'mobile phone', 'mobile number', 'cell', 'cell phone', 'cellphone', 'cellular'],
    ...[
      'w',
      'm',
      'c',
      'smartphone',
      'prepaid wireless',
      'pcs',
      'gsm',
      'pager',
      'wireless phone',
      'mobil',
      'mobiltelefon',
    ],
    ...['mobilfunk', 'handy', 'portable', 'téléphone portable', 'móvil', 'celular', 'cellulare', 'mobile fr'],
    ...['telemóvel', 'mobiel', 'mobiele telefoon'],
  ],
  landline: [
    ...[
      'landline',
      'land line',
      'land',
      'fixed',
      'fixed line',
      'fixedline',
      'wireline',
      'wired',
      'pots',
      'l',
      'f',
    ],
    ...['residential landline', 'business landline', 'festnetz', 'festnetznummer', 'fixe', 'ligne fixe'],
    ...['fijo', 'teléfono fijo', 'fisso', 'telefono fisso', 'fixo', 'telefone fixo', 'vast', 'vaste lijn'],
  ],
  voip: [
    ...['voip', 'v', 'ip', 'internet', 'voice over ip', 'fixed voip', 'fixedvoip', 'non fixed voip'],
    ...['nonfixed voip', 'nonfixedvoip', 'virtual', 'internet telephony', 'internettelefonie'],
    ...['google voice'],
  ],
  fax: [
    ...['fax', 'home fax', 'work fax', 'business fax', 'office fax', 'other fax', 'fax machine', 'fax line'],
    ...['fax number', 'telefax', 'faxnummer', 'télécopie', 'télécopieur'],
  ],
  unsaid: [
    ...['home', 'work', 'main', 'other', 'business', 'office', 'residential', 'personal', 'primary', 'phone'],
    ...['privat', 'geschäftlich', 'domicile', 'bureau', 'casa', 'trabajo', 'ufficio', 'trabalho', 'thuis'],
  ],
};

const WORDS = new Vocabulary<keyof typeof LINE_TYPE_WORDS>(LINE_TYPE_WORDS);

/** The type that a whole text names; 'unsaid' where it names a use; null where it is in no vocabulary. */
export function readLineType(text: string): keyof typeof LINE_TYPE_WORDS | null {
  const whole = WORDS.read(text);
  if (whole !== null) return whole;
  const parts = new Set(text.split(/[/,]/).map((part) => WORDS.read(part)));
  return parts.size === 1 ? ([...parts][0] ?? null) : null;
}
