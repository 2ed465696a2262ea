/** Headers of columns with telephone numbers, in several languages. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that make a column one of numbers. */
const PHONE = words(
  'phone phones telephone telephones tel tele telefon telefono telefone telefoon telefonu ' +
    'telefonnummer telefoonnummer rufnummer telephonenumber phonenumber mobile mobil movil ' +
    'mobiel mobilephone mobilenumber mobilfunk mobiltelefon mobilnummer mobilni handy ' +
    'handynummer cell cellular cellphone cellnumber celular cellulare portable gsm komorka ' +
    'komorkowy telemovel ph mob btn wtn telf tfno tlf tlfno telefonnr telnr handynr mobilnr rufnr ' +
    'festnetznummer mobiltelefonnummer ruckrufnummer hphone wphone cphone mphone bphone ' +
    'telefonico landline festnetz fisso fijo fixo vast cellulaire ' +
    'homephone workphone businessphone msisdn fon fone',
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
    'comercial abitazione ufficio lavoro personale domowy sluzbowy thuis werk res residence',
);

/** Whole headers without such a word. */
const WHOLE =
  /^(?:contact (?:number|no|nr|num)|direct dial|number ?\d*|numero|dial(?:ed)? number|ani|numbers?)$/;

const WIRELESS = /wireless|mobil|movil|telemovel|portable|cell|handy|celular|gsm|komork|mobiel/;
const LANDLINE = /land ?line|festnetz|fisso|fijo|fixo|\bvast\b/;

/** Whether a header in plain words names a column of numbers. */
export function isPhoneHeader(header: string): boolean {
  if (WHOLE.test(header)) return true;
  const parts = header
    .replace(/(\p{L})(\d)/gu, '$1 $2')
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
