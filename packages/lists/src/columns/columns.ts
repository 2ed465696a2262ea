/** Finds out what each column of a lead list holds, from its header and the mapping given. */
import { listError } from '../errors.js';
import { SEVERAL_COLUMNS } from './column-targets.js';
import type { ColumnTarget } from './column-targets.js';
import { detectDelimiter } from '../records/detect-delimiter.js';
import { splitRecord } from '../records/split-line.js';
import { oneOf } from './header-words.js';
import { DO_NOT_CALL_HEADERS, LEGAL_HEADERS, phoneFlagOf } from './legal-headers.js';

/** One column of the file. */
export interface Column {
  readonly index: number;
  readonly header: string;
  readonly target: ColumnTarget;
  /**
   * Which of several numbers a `phone` or `lineType` column is about; 1 is the first, 0 (line types only) all
   * of them.
   */
  readonly ordinal: number;
  /** What the header itself says of the number: a 'mobile' column holds wireless numbers. */
  readonly impliedLineType?: 'wireless' | 'landline';
}

const PHONE_WORDS =
  '(?:tele ?phone|phone|tel|tele|telefon|telefono|telephone|mobile|mobil|movil|portable|cell|cellular|' +
  'cell ?phone|handy|land ?line|msisdn|fone?)';
const WHICH_PHONE =
  '(?:home|work|business|office|primary|main|secondary|alt|alternate|alternative|other|contact|customer|' +
  'day|daytime|evening|best)';
const PHONE_QUALIFIER =
  '(?:phone|number|nummer|no|nr|num|home|work|business|office|mobile|cell|primary|main|alt|e164)';
const PHONE = new RegExp(
  `^(?:${WHICH_PHONE} )*${PHONE_WORDS}(?: ${PHONE_QUALIFIER})*(?: ?(\\d+))?$|` +
    '^(?:contact number|number ?(\\d*)|phonenumber ?(\\d*)|mobilenumber|cellnumber|dial(?:ed)? number|ani|' +
    'numero(?: de telephone)?|telefonnummer|rufnummer)$',
);
const LINE_TYPE = new RegExp(
  '^(?:line type|linetype|number type|carrier type|phone line type|' +
    `${PHONE_WORDS} ?(\\d*) (?:line )?type)(?: ?(\\d+))?$`,
);

/** Header words by target, after {@link plainWords}. The first that fits wins. */
const SYNONYMS: readonly (readonly [ColumnTarget, RegExp])[] = [
  [
    'areaCode',
    oneOf(
      '(?:phone |tel |telephone )?area ?code(?: ?\\d+)?',
      'npa',
      'std code',
      '(?:orts)?vorwahl(?: ?\\d+)?',
      'ddd(?: ?\\d+)?',
      'lada',
      'prefijo',
      'prefisso',
      'indicatif(?: regional)?',
    ),
  ],
  [
    'callingCode',
    oneOf(
      '(?:phone|dial|dialing|dialling|calling|isd|telephone|tel|mobile)(?: country)? ?code(?: ?\\d+)?',
      '(?:country|international) (?:calling|dial|dialing|dialling|phone) ?code',
      '(?:phone|mobile) (?:country|prefix)',
      'country ?prefix',
      'lander ?vorwahl',
      'landesvorwahl',
      'ddi',
      'indicatif (?:pays|international)',
      'prefijo (?:pais|internacional)',
      'prefisso internazionale',
    ),
  ],
  ['timeZone', /^(time ?zone|tz|iana zone|zone ?info|zeitzone|fuseau horaire)$/],
  [
    'postalCode',
    /^(zip|zip ?code|zip ?5|post ?code|postal|postal ?code|plz|postleitzahl|code postal|codigo postal|cp)$/,
  ],
  [
    'region',
    /^(region|state|state code|st|province|prov|subdivision|state province|bundesland|estado|provincia)$/,
  ],
  ['city', /^(city|town|municipality|ort|stadt|ville|ciudad)$/],
  ['country', /^(country|country ?code|country iso|iso ?country|nation|land|pays|pais)$/],
  [
    'consentAt',
    oneOf(
      'consent (date|at|time|timestamp|given)',
      'consent ?date',
      'opt ?in (date|at|time|timestamp)',
      'date of consent',
      'consented (at|on)',
      'optindate',
    ),
  ],
  [
    'consentEvidence',
    oneOf(
      'consent (evidence|proof|source|url|reference|ref|record)',
      'opt ?in (source|url|proof)',
      'proof of consent',
      'jornaya',
      'trusted ?form( url)?',
      'lead ?id token',
    ),
  ],
  ['consentScope', /^(consent (scope|purposes?))$/],
  ['consentSellers', /^(consent (sellers?|brands?))$/],
  ['consentType', /^(consent|consent (type|kind|level)|consenttype|opt ?in|opt ?in type|permission)$/],
  [
    'lastTransactionAt',
    oneOf(
      'last (transaction|purchase|payment|order)( date| at)?',
      'lasttransactionat',
      'date of last (purchase|payment)',
      'last ?purchase ?date',
      'relationship date',
    ),
  ],
  [
    'lastInquiryAt',
    /^(last (inquiry|enquiry|application|request)( date| at)?|lastinquiryat|inquiry date|enquiry date)$/,
  ],
  ['existingContract', /^(existing contract|existingcontract|has contract|contract)$/],
  [
    'account',
    oneOf(
      'account',
      'account (number|no|nr|id|ref|reference)',
      'acct',
      'acct (no|number|id)',
      'accountnumber',
      'accountid',
      'debt ?id',
      'loan (id|number)',
      'policy (id|number)',
      'contract (id|number)',
      'reference',
      'ref',
      'case (id|number)',
    ),
  ],
  ['seller', /^(seller|brand|creditor|principal|on behalf of)$/],
  [
    'ownerAgent',
    /^(owner|owner agent|owneragent|agent|agent id|assigned (to|agent)|preferred agent|account manager|rep)$/,
  ],
  ['priority', /^(priority|prio|rank|weight)$/],
  ['skills', /^(skills?|skill group|queue skills?|required skills?)$/],
  [
    'personKey',
    oneOf(
      'person',
      'person (id|key)',
      'personid',
      'personkey',
      'customer',
      'customer (id|key|no|number)',
      'customerid',
      'client (id|key|no|number)',
      'contact (id|key)',
      'contactid',
      'debtor (id|key)',
      'external id',
      'crm id',
      'unique id',
    ),
  ],
  ['answerProbability', /^(answer probability|answerprobability|contact probability|propensity|p answer)$/],
  ['lineClass', /^(line class|lineclass)$/],
  ['phoneUse', /^(phone use|phoneuse|number use)$/],
  ['isBusiness', /^(is business|isbusiness|business|b2b)$/],
  ['numberProvidedBy', /^(number provided by|numberprovidedby|phone source)$/],
  ...DO_NOT_CALL_HEADERS,
  ...LEGAL_HEADERS,
];

/** Columns that belong to the number with the same ordinal. */
const NUMBER_PARTS: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['areaCode', 'callingCode']);

/**
 * Lower case, without accents, signs as spaces: 'Téléphone_No.1' is 'telephone no 1'. Words run together by
 * capitals are parted.
 */
export function plainWords(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * Guesses what each column holds from its header; `given` (header, or its position from 1, to target)
 * overrides. Throws when a given header is not in the file or no column holds numbers.
 */
export function mapColumns(
  headers: readonly string[],
  given: Readonly<Record<string, ColumnTarget>> = {},
): Column[] {
  const overrides = new Map(
    Object.entries(given).map(([header, target]) => [header.trim().toLowerCase(), target]),
  );
  const columns = headers.map((header, index) => {
    const key = overrides.has(header.trim().toLowerCase()) ? header.trim().toLowerCase() : String(index + 1);
    const override = overrides.get(key);
    if (override !== undefined) overrides.delete(key);
    return override === undefined
      ? guess(header, index)
      : { index, header, target: override, ordinal: ordinalIn(header) };
  });
  const stray = [...overrides.keys()][0];
  const all = headers.map((header) => `'${header}'`).join(', ');
  if (stray !== undefined) throw listError('list-column-absent', { column: stray, columns: all });
  if (!columns.some((column) => column.target === 'phone')) {
    const example = `{"${headers[0] ?? 'header'}": "phone"}`;
    throw listError('list-without-numbers', { columns: all, example });
  }
  return onceEach(columns);
}

function guess(header: string, index: number): Column {
  const words = plainWords(header);
  const lineType = LINE_TYPE.exec(words);
  if (lineType)
    return { index, header, target: 'lineType', ordinal: Number(lineType[1] || lineType[2] || 0) };
  const flagged = phoneFlagOf(words, PHONE_WORDS);
  if (flagged !== null) return { index, header, target: 'phoneDoNotCall', ordinal: flagged };
  const phone = PHONE.exec(words);
  if (phone) {
    const implied = /mobile|mobil|movil|portable|cell|handy/.test(words)
      ? 'wireless'
      : /land ?line/.test(words)
        ? 'landline'
        : null;
    return {
      index,
      header,
      target: 'phone',
      ordinal: ordinalIn(header),
      ...(implied ? { impliedLineType: implied } : {}),
    };
  }
  const known = SYNONYMS.find(([, words_]) => words_.test(words))?.[0];
  if (known !== undefined && NUMBER_PARTS.has(known))
    return { index, header, target: known, ordinal: ordinalIn(header) };
  return { index, header, target: known ?? (words === '' ? 'ignore' : `field:${header.trim()}`), ordinal: 1 };
}

function ordinalIn(header: string): number {
  const last = /(\d{1,2})\D*$/.exec(plainWords(header));
  return last ? Number(last[1]) : 1;
}

/**
 * Only {@link SEVERAL_COLUMNS} and custom fields may come more than once: of the rest the first column
 * counts, the others are shown to the agent.
 */
function onceEach(columns: readonly Column[]): Column[] {
  const seen = new Set<ColumnTarget>();
  return columns.map((column) => {
    const many = SEVERAL_COLUMNS.includes(column.target) || column.target.startsWith('field:');
    if (many || !seen.has(column.target)) {
      seen.add(column.target);
      return column;
    }
    return { ...column, target: `field:${column.header.trim()}` };
  });
}

/** The columns with numbers, in dial order: by their ordinal, then by their place in the file. */
export function phoneColumns(columns: readonly Column[]): Column[] {
  return columns
    .filter((column) => column.target === 'phone')
    .sort((a, b) => a.ordinal - b.ordinal || a.index - b.index);
}

/**
 * Reads the header line alone: what would each column be taken for? For screens that let a user correct the
 * mapping first.
 */
export function guessColumns(
  headerLine: string,
): readonly { readonly header: string; readonly target: ColumnTarget }[] {
  const fields = splitRecord(headerLine, detectDelimiter([headerLine])) ?? [headerLine];
  return mapColumns(fields).map(({ header, target }) => ({ header, target }));
}
