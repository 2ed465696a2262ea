/** Names of months in the languages of lists, without accents. */

/** From January, full names and usual abbreviations. */
export const MONTH_NAMES: readonly (readonly string[])[] = [
  [
    'january',
    'jan',
    'januar',
    'janner',
    'janvier',
    'janv',
    'enero',
    'ene',
    'gennaio',
    'gen',
    'janeiro',
    'januari',
    'stycznia',
    'styczen',
    'sty',
  ],
  [
    'february',
    'feb',
    'februar',
    'fevrier',
    'fev',
    'fevr',
    'febrero',
    'febbraio',
    'fevereiro',
    'februari',
    'lutego',
    'luty',
    'lut',
  ],
  ['march', 'mar', 'marz', 'maerz', 'mrz', 'mars', 'marzo', 'marco', 'maart', 'mrt', 'marca', 'marzec'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile', 'kwietnia', 'kwiecien', 'kwi'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'maio', 'mei', 'maja', 'maj'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'giu', 'junho', 'czerwca', 'czerwiec', 'cze'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'julho', 'lipca', 'lipiec', 'lip'],
  ['august', 'aug', 'aout', 'agosto', 'ago', 'augustus', 'sierpnia', 'sierpien', 'sie'],
  [
    'september',
    'sep',
    'sept',
    'septembre',
    'septiembre',
    'setiembre',
    'settembre',
    'set',
    'setembro',
    'wrzesnia',
    'wrzesien',
    'wrz',
  ],
  [
    'october',
    'oct',
    'oktober',
    'okt',
    'octobre',
    'octubre',
    'ottobre',
    'ott',
    'outubro',
    'out',
    'pazdziernika',
    'pazdziernik',
    'paz',
  ],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'listopada', 'listopad', 'lis'],
  [
    'december',
    'dec',
    'dezember',
    'dez',
    'decembre',
    'diciembre',
    'dic',
    'dicembre',
    'dezembro',
    'grudnia',
    'grudzien',
    'gru',
  ],
];

/** Further languages, in the same order: names of a month, parted by blanks. */
export const MONTH_NAMES_BEYOND: readonly string[] = [
  'января январь янв січня ocak oca ledna leden tammikuuta tammikuu',
  'февраля февраль фев лютого subat sub unora unor helmikuuta helmikuu',
  'марта март мар березня mart brezna brezen maaliskuuta maaliskuu marts',
  'апреля апрель апр квітня nisan nis dubna duben huhtikuuta huhtikuu',
  'мая маи травня mayis kvetna kveten toukokuuta toukokuu',
  'июня июнь июн червня haziran haz cervna cerven kesakuuta kesakuu',
  'июля июль июл липня temmuz tem cervence cervenec heinakuuta heinakuu',
  'августа август авг серпня agustos agu srpna srpen elokuuta elokuu augusti',
  'сентября сентябрь сен сент вересня eylul eyl zari syyskuuta syyskuu',
  'октября октябрь окт жовтня ekim eki rijna rijen lokakuuta lokakuu',
  'ноября ноябрь ноя листопада kasim kas listopadu marraskuuta marraskuu',
  'декабря декабрь дек грудня aralik ara prosince prosinec joulukuuta joulukuu desember des',
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.map((names, index) => [...names, ...(MONTH_NAMES_BEYOND[index] ?? '').split(' ')]).flatMap(
    (names, index) => names.map((name) => [name, index + 1] as const),
  ),
);

/** Number of a month from 1, by a name in lower case without accents; null where no month has it. */
export function monthOf(name: string): number | null {
  return NUMBERS.get(name) ?? null;
}
