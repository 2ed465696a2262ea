/** The words for yes and for no in lists. */
import { Vocabulary } from './vocabulary.js';

/**
 * The languages of lists, and what systems export. A cross is in neither: it ticks a box, or denies.
 */
export const YES_NO: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: [
    ...['y', 'yes', 'true', 't', '1', '1.0', 'x', 'on', 'checked', '✓', '✔', '☑', '✅', '√'],
    ...['ja', 'j', 'wahr', 'oui', 'vrai', 'sí', 's', 'verdadero', 'vero', 'sim', 'verdadeiro', 'waar', 'tak'],
    ...['да', 'так', 'evet', 'ano', 'áno', 'kyllä', 'igen', 'ναι', 'כן', 'نعم', 'ใช่', 'हाँ', 'ya'],
    ...['はい', '有', 'あり', '有り', '○', '〇', '◯', '是', '예', '네', '○'],
  ],
  no: [
    ...['n', 'no', 'false', 'f', '0', '0.0', 'off', 'unchecked', '☐'],
    ...['nein', 'falsch', 'non', 'faux', 'falso', 'não', 'nee', 'onwaar', 'nie', 'nei', 'nej'],
    ...['нет', 'ні', 'hayır', 'hayir', 'ei', 'nem', 'όχι', 'לא', 'لا', 'ไม่', 'नहीं', 'tidak'],
    ...['いいえ', '無', 'なし', '無し', '否', '无', '没有', '아니오', '아니요'],
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
