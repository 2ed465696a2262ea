/**
 * Headers whose words are not known, which may say who may be called. A column of theirs is never passed
 * over: its rows are not taken until the user says what it holds.
 */
import { saysNo, saysYes } from '../values/yes-no.js';
import { isOfOtherChannel, legalWeight } from './looks-legal.js';
import { plainWords } from './plain-words.js';

/**
 * Which values of such a column stop their row. 'if-barred': what says on its own that the person must not
 * be called; 'if-refused': that, and refusals; 'if-no': no, and refusals; 'if-answered': yes, no and what
 * 'if-barred' stops.
 */
export type StoppingValues =
  'any' | 'unless-yes' | 'unless-no' | 'if-no' | 'if-refused' | 'if-answered' | 'if-barred';

/** Beginnings of words, parted by commas; in Latin letters where a word begins, not within 'benevolent'. */
const stems = (...lines: readonly string[]): RegExp =>
  new RegExp(
    lines
      .flatMap((line) => line.split(', '))
      .map((word) => stem(plainWords(word)))
      .join('|'),
    'u',
  );
const stem = (word: string): string => (/^[a-z]/.test(word) ? `\\b${word}` : word);

/** Within headers of languages whose words are not taken apart as those of legal-words are. */
const CONSENT = stems(
  'соглас, згод, разреш, съгласи, onay, souhlas, súhlas, suostum, hozzájár, consimț, συγκατ',
  'συναίν, הסכמ, موافق, 同意, 許可, 许可, 許諾, 承諾, 授权, 동의, 허용, ยินยอม, सहमति, đồng ý, persetujuan',
  'samtyk, samtyck, zgod, privola',
);
/**
 * Consent behind another word, where what is said of it stands before it: 'Cofnięcie zgody' is its
 * withdrawal, and 'Zgoda marketingowa' consent.
 */
const CONSENT_BEHIND =
  /^\S.* (?:соглас|згод|съглас|souhlas|suhlas|zgod|privol|consimt|συγκατ|συναιν|persetujuan)/u;
const REFUSAL = stems(
  'отказ, не звон, запрет, отозв, отзыв, стоп лист, черный спис, відмов, заборон, 拒否, 拒绝',
  '拒絕, 不可, 禁止, 撤回, 請勿, 请勿, 勿扰, 退订, 黑名单, 黑名單, オプトアウト, 거부, 금지, 철회, 블랙리스트, رفض, عدم, ممنوع',
  'حظر, aramay, engelli, kara liste, nevol, odvol, puhelinkielto, tiltó, visszavon, refuz',
  'cofn, wycof, brak, odwoł, zruš, povuc, opoziv, оттегл, ανακλ, αποσυρ, iptal, geri al, peru, ביטול',
  'سحب, إلغاء, 撤销, 撤銷, 取消, 취소, เพิกถอน, rút lại, hủy, cabut, batal, tilbagek, tilbakek, återkal',
  'άρνησ, סירוב, אל תתקשר, ห้าม, từ chối',
);

/** Scripts of whose languages no header is known. */
const UNKNOWN_SCRIPT =
  /[^\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Arabic}\P{L}]/u;
/** Letters of another script than ours. */
export const NOT_LATIN: RegExp = /[^\p{sc=Latin}\P{L}]/u;
/** Texts of which a column of flags has no more. */
const FLAGS_MOST = 3;
const FLAG_LENGTH_MOST = 12;

/**
 * Which values of a column stop their row; null where none does. Only of columns that no vocabulary knows.
 */
export function stoppingValues(header: string, values: readonly string[]): StoppingValues | null {
  const words = plainWords(header);
  const ofWords = stoppedByWords(words);
  if (ofWords !== null) return ofWords;
  const isUnnamed = words === '' || /^column \d+$/.test(words);
  if (isUnnamed || NOT_LATIN.test(words)) {
    if (UNKNOWN_SCRIPT.test(words) && areFlags(values)) return 'any';
    return values.every((value) => saysYes(value) || saysNo(value)) ? 'if-answered' : 'if-barred';
  }
  const weight = legalWeight(words);
  if (weight === 'bars') return 'unless-no';
  if (weight === 'permits') return 'if-no';
  if (isOfOtherChannel(words, weight)) return null;
  return weight === 'noted' ? 'if-refused' : 'if-barred';
}

/** By the words for consent and refusal in languages of which no more is known. */
export function stoppedByWords(words: string): StoppingValues | null {
  const isConsent = CONSENT.test(words);
  if (REFUSAL.test(words)) return isConsent ? 'any' : 'unless-no';
  if (!isConsent) return null;
  return CONSENT_BEHIND.test(words) ? 'any' : 'unless-yes';
}

/** Few short words again and again. */
function areFlags(values: readonly string[]): boolean {
  const texts = new Set(values);
  return (
    texts.size <= FLAGS_MOST &&
    texts.size < values.length &&
    [...texts].every((text) => text.length <= FLAG_LENGTH_MOST && !/\d{2}/.test(text))
  );
}
