/** Words that people write around a number: 'Tel.', 'Mobil:', '(home)', '(privat)'. */

/** Words for a telephone, its kind and its use. 'Fax' is none of them: a fax is not called. */
export const NUMBER_LABELS: readonly string[] = [
  ...['t', 'tel', 'tél', 'telf', 'tfno', 'tlf', 'tlfn', 'ph', 'phone', 'telephone', 'number', 'no'],
  ...['telefon', 'téléphone', 'teléfono', 'telefono', 'telefone', 'fone', 'telefoon', 'rufnummer', 'fon'],
  ...['m', 'mob', 'mobile', 'mobil', 'mobiltelefon', 'handy', 'cell', 'cel', 'cellphone', 'cellular', 'c'],
  ...['portable', 'port', 'gsm', 'móvil', 'celular', 'cellulare', 'telemóvel', 'mobiel', 'wireless', 'text'],
  ...['whatsapp', 'wa', 'kom', 'komórka', 'sms'],
  ...['h', 'home', 'hm', 'house', 'residence', 'res', 'landline', 'land line', 'land', 'privat', 'priv', 'p'],
  ...['private', 'personal', 'pers', 'festnetz', 'fixe', 'domicile', 'dom', 'casa', 'particular', 'fijo'],
  ...['fisso', 'abitazione', 'fixo', 'residencial', 'thuis', 'vast', 'domowy', 'zuhause'],
  ...[
    'w',
    'wk',
    'work',
    'o',
    'office',
    'ofc',
    'off',
    'business',
    'bus',
    'biz',
    'b',
    'company',
    'direct',
    'd',
  ],
  ...['geschäftlich', 'geschäftl', 'gesch', 'g', 'dienstlich', 'dienstl', 'büro', 'arbeit', 'firma'],
  ...['bureau', 'travail', 'pro', 'professionnel', 'trabajo', 'oficina', 'ufficio', 'lavoro', 'trabalho'],
  ...['comercial', 'escritório', 'werk', 'zakelijk', 'służbowy'],
  ...['main', 'primary', 'pri', 'alt', 'alternate', 'other', 'day', 'evening', 'eve', 'night', 'daytime'],
  ...['preferred', 'best', 'default', 'new', 'principal', 'principale', 'haupt', 'zentrale', 'switchboard'],
];

const levelled = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace('ł', 'l');
const WORDS = [...new Set(NUMBER_LABELS.map(levelled))]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(' ', '[ -]?'))
  .join('|');

/** Up to three labels before the number, each with its full stop, colon or brackets. */
const BEFORE = new RegExp(`^(?:[<([]? *(?:${WORDS})(?![a-z])[.:)\\]> -]*){1,3}(?=[+(\\d<[])`, 'i');
/** Up to three labels behind the number. */
const BEHIND = new RegExp(
  `(?<=[\\d)\\]])(?:[-,:]*(?: +|(?=[([]))[-,: ]*[([]?(?<![a-z])(?:${WORDS})(?![a-z])[.)\\]]*){1,3}$`,
  'i',
);

/** The text without labels around the number. Any other word stays, and the text is not a number. */
export function withoutLabels(text: string): string {
  if (!/[a-zà-ÿłœ]/i.test(text)) return text;
  const plain = levelled(text).trim();
  return plain.replace(BEFORE, '').replace(BEHIND, '').trim();
}
