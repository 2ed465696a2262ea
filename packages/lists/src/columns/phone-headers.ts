/** Headers of columns with telephone numbers, in several languages. */
import { digitsApart, plainWords } from './plain-words.js';

const words = (text: string): ReadonlySet<string> =>
  new Set(text.split(' ').map((word) => (/^[\x20-\x7e]+$/.test(word) ? word : plainWords(word))));

/** Words that make a column one of numbers. */
const PHONE = words(
  'phone phones telephone telephones tel tele telefon telefono telefone telefoon telefonu ' +
    'telefonnummer telefoonnummer rufnummer telephonenumber phonenumber mobile mobil movil ' +
    'mobiel mobilephone mobilenumber mobilfunk mobiltelefon mobilnummer mobilni handy ' +
    'handynummer cell cellular cellphone cellnumber celular cellulare portable gsm komorka ' +
    'komorkowy telemovel ph mob btn wtn telf tfno tlf tlfno telefonnr telnr handynr mobilnr rufnr ' +
    'festnetznummer mobiltelefonnummer ruckrufnummer hphone wphone cphone mphone bphone ' +
    'telefonico landline festnetz fisso fijo fixo vast cellulaire ' +
    'homephone workphone businessphone msisdn fon fone ' +
    'телефон телефона телефоны тел моб мобильный мобильного сотовый сотовыи мобільний ' +
    'telefonu telefonlar ceptelefonu mobilni mobil telefonni telefonnimero puhelin puhelinnumero ' +
    'matkapuhelin matkapuhelinnumero gsmnumero mobiltelefonnummer mobilnr telefonnumero telefonszam ' +
    'mobilszam τηλεφωνο κινητο טלפון נייד الهاتف هاتف الجوال جوال موبايل الموبايل تليفون التليفون',
);

/** Words that may stand beside them. */
const BESIDE = words(
  'full international direct firma geschaftl gesch dienstl fixe vaste stacjonarny recapito eve ' +
    'nº number numbers nummer no nr num numero numer n of the de del di da do la el il e 164 value ' +
    'formatted raw line land home house work business biz office primary main secondary alt ' +
    'alternate alternative other contact customer client lead person debtor consumer borrower ' +
    'voter voters day daytime evening night best preferred company car direct first second third ' +
    'bus dbr wireless ' +
    'privat private personal geschaftlich dienstlich buro arbeit weitere zweite domicile bureau ' +
    'travail professionnel pro perso principal particular trabajo casa oficina residencial ' +
    'comercial abitazione ufficio lavoro personale domowy sluzbowy thuis werk res residence ' +
    'номер номера контактный контактные основной домашний рабочий дополнительный городской личный клиента ' +
    'абонента контакта основний робочий домашній клієнта ' +
    'numarasi cep ev sabit musteri iletisim cislo kontaktni domu prace hlavni arbete hem hjem arbejde ' +
    'arbeid kotipuhelin tyopuhelin szam mobile رقم المنزل العمل الشخصي العميل المحمول محمول',
);

/** Words of languages that are written without blanks: telephones, and what stands beside them. */
const RUN_PHONE =
  '電話番号|電話號碼|电话号码|联系电话|聯絡電話|携帯番号|手机号码|手机号|手機號碼|手機|手机|携帯|電話|电话|座机|固话|tel|' +
  '전화번호|휴대폰|휴대전화|핸드폰|전화|연락처|ケータイ|モバイル|携帯電話';
const RUN_BESIDE =
  '自宅|会社|勤務先|連絡先|代表|個人|本人|お客様|顧客|日中|固定|お|ご|番号|第|の|主|副|客户|客戶|联系人|' +
  '家庭|公司|办公|辦公|移动|行動|备用|号码|號碼|号|一|二|三|번호|집|회사|직장|자택|고객|no';
const plainRun = (words: string): string => words.split('|').map(plainWords).join('|');
const RUN = new RegExp(`^(?:${plainRun(`${RUN_PHONE}|${RUN_BESIDE}`)}|[\\d ])+$`, 'u');
const RUN_NAMED = new RegExp(plainRun(RUN_PHONE), 'u');
const RUN_LETTER = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}]/u;

/** Whole headers without such a word. */
const WHOLE =
  /^(?:contact (?:number|no|nr|num)|direct dial|number ?\d*|numero|dial(?:ed)? number|ani|numbers?)$/;

const WIRELESS = new RegExp(
  plainRun('моб|сотов|携帯|手机|手機|ケータイ|モバイル|휴대|핸드폰|κινητο|נייד|جوال|موبايل|محمول') +
    '|\\bcep\\b|matkapuh|wireless|mobil|movil|telemovel|portable|cell|handy|celular|gsm|komork|mobiel',
  'u',
);
const LANDLINE = /固定|座机|固话|\bsabit\b|домашн|городск|land ?line|festnetz|fisso|fijo|fixo|\bvast\b/;

/** Whether a header in plain words names a column of numbers. */
export function isPhoneHeader(header: string): boolean {
  if (WHOLE.test(header)) return true;
  if (RUN_LETTER.test(header)) return RUN.test(header) && RUN_NAMED.test(header);
  const parts = digitsApart(header)
    .replace(/\btele phone/g, 'telephone')
    .split(' ');
  const isPhone = parts.some((part) => PHONE.has(part)) || /\bland line\b/.test(header);
  return isPhone && parts.every((part) => PHONE.has(part) || BESIDE.has(part) || /^\d{1,4}$/.test(part));
}

/** What the header itself says of the line. */
export function impliedLineType(header: string): 'wireless' | 'landline' | undefined {
  if (WIRELESS.test(header)) return 'wireless';
  return LANDLINE.test(header) ? 'landline' : undefined;
}

const FLAGGED = '(mobile|cell|cell ?phone|wireless|land ?line)';
const FLAG = new RegExp(`^(?:is )?${FLAGGED}(?: phone)? (?:flag|indicator|ind|y n)$|^is ${FLAGGED}$`);

/** The line type of which a column says yes or no: 'Is Mobile', 'Wireless Flag'. */
export function lineTypeFlag(header: string): 'wireless' | 'landline' | undefined {
  const [, flagged, named = flagged] = FLAG.exec(header) ?? [];
  if (named === undefined) return undefined;
  return named.startsWith('land') ? 'landline' : 'wireless';
}
