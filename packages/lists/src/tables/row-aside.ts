/** Rows of a list that are about no person: sums, and lines that say whom to ask. */
import { saysNo, saysYes } from '../values/yes-no.js';

/** Why a row is about no person, and what to do where it is about one. */
export interface Aside {
  readonly problem: string;
  readonly remedy: string;
}

/** What rows of totals are called, in the languages of lists. */
const TOTALS: ReadonlySet<string> = new Set([
  ...['total', 'totals', 'grand total', 'subtotal', 'sub total', 'sub-total', 'sum', 'overall total'],
  ...['gesamt', 'summe', 'gesamtsumme', 'gesamtergebnis', 'zwischensumme', 'total général', 'sous-total'],
  ...['somme', 'suma', 'suma total', 'total general', 'totale', 'totale complessivo', 'somma', 'subtotale'],
  ...['soma', 'total geral', 'totaal', 'eindtotaal', 'subtotaal', 'razem', 'suma końcowa'],
  ...[
    'итого',
    'всего',
    'разом',
    'toplam',
    'genel toplam',
    'celkem',
    'summa',
    'i alt',
    'yhteensä',
    'összesen',
  ],
  ...['合計', '総計', '小計', '合计', '总计', '小计', '總計', '합계', '총계', '소계', 'المجموع', 'الإجمالي'],
]);
const TOTAL_LENGTH_MOST = 20;

/** How lines begin that say whom to ask about a list, in the languages of lists. */
const INVITATION = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${[
    '(?:any |have )?questions?\\b.*(?:[?:]|call|contact|email)',
    '(?:please )?(?:call|contact|email) us\\b',
    'for (?:any |more |further )*(?:questions|information|info|help|support|assistance)\\b',
    'need help\\b',
    '(?:contact|support|help ?desk|info|kontakt|ansprechpartner|contacto|contato|contatto|assistance) ?: ',
    '(?:bei|für) (?:rück)?fragen\\b|(?:noch )?fragen\\?|rückfragen\\b',
    '(?:preguntas|dudas)\\b.*[?:]|para (?:más|mais|mayor) informa',
    'pour (?:toute|plus|tout)\\b.*(?:question|information|renseignement)',
    'des questions ?\\?|renseignements ?:',
    'per (?:ulteriori )?informazioni\\b|domande\\?',
    'd[uú]vidas\\b.*[?:]',
    'vragen\\?|voor (?:meer )?(?:vragen|informatie)\\b',
    'pytania\\?|w razie pytań|(?:есть )?вопросы ?[?:]|по (?:всем )?вопросам|контакт(?:ы|ное лицо)? ?:',
    'お問い?合わ?せ|ご不明な点|ご質問|如有(?:疑问|問題|问题)|联系人[:：]|聯絡人[:：]|문의 ?[:：]|للاستفسار',
    'sorularınız|bilgi için|frågor ?\\?|spørgsmål ?\\?|spørsmål ?\\?|kysymyksiä ?\\?|dotazy ?\\?',
  ].join('|')})`,
  'iu',
);
/** A person's row states more than this many values, or does not begin as an invitation does. */
const INVITATION_VALUES_MOST = 3;

const LEAVE_OUT = 'remove it; where it is a name, write what else the row says of it';
const TOTAL: Aside = {
  problem: 'the row adds up the rows above: it is not a person',
  remedy: LEAVE_OUT,
};
const INVITES: Aside = { problem: 'the row says whom to ask: it is not a person', remedy: LEAVE_OUT };

/**
 * Why a row is not about a person: it adds columns up (the sum of telephone numbers is a number of a
 * stranger), or it says whom to ask. Null: it may be about one.
 */
export function asideOf(fields: readonly string[]): Aside | null {
  const at = fields.findIndex((field) => field !== '');
  const first = fields[at] ?? '';
  if (first.length <= TOTAL_LENGTH_MOST && TOTALS.has(first.replace(/[\s:=：]+$/, '').toLowerCase()))
    return fields.every((field, index) => index <= at || !/\p{L}/u.test(field)) ? TOTAL : null;
  const isInvitation = INVITATION.test(first) && statesFew(fields);
  return isInvitation ? INVITES : null;
}

/** Beside yes and no, which say nothing of who it is. */
function statesFew(fields: readonly string[]): boolean {
  const stated = fields.filter((field) => field !== '' && !saysYes(field) && !saysNo(field));
  return stated.length <= INVITATION_VALUES_MOST;
}
