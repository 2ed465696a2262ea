/** What the columns of a do-not-call file hold, from its header. */
import { plainWords } from '../columns/plain-words.js';
import { oneOf } from '../columns/header-words.js';

/** The columns of a file with a header. */
export interface NumberColumns {
  readonly delimiter: string;
  /** Columns of numbers; none: every column is looked at. */
  readonly numbers: readonly number[];
  readonly areaCode: number | null;
  /** Columns that say whether the number is listed. */
  readonly flags: readonly number[];
  /** The column with the day of the request; null where there is none, or several that may be it. */
  readonly date: number | null;
  /** Columns that say whether the number came or went, or how its look-up ended. */
  readonly changes: readonly number[];
}

/** A pattern that finds one of these words in a header. */
const words = (...some: readonly string[]): RegExp => new RegExp(`\\b(?:${some.join('|')})\\b`);

const NUMBER = words(
  ...['\\w*phones?', '\\w*phone ?numbers?', 'tel', 'telefon\\w*', 'telephone', 'mobile', 'mobil', 'movil'],
  ...['cell\\w*', 'handy', 'fone', 'msisdn', 'ani', 'numbers?', 'nummer', 'rufnummer\\w*', 'numero'],
);
/** Numbers of other things than telephones. */
const OTHER_NUMBER = words(
  ...['id', 'account', 'acct', 'policy', 'order', 'invoice', 'case', 'reference', 'ref', 'serial', 'row'],
  ...['line', 'record', 'house', 'street', 'date', 'type', 'status', 'carrier', 'source', 'flag', 'of'],
);
/** Whole headers that name a number by its use. */
const USE = oneOf(
  '(?:home|work|office|business|landline|evening|eve|daytime|privat|dienstlich|geschaftlich|festnetz|' +
    'domicile|portable|fixe|casa|trabajo|oficina|fijo|movil|lavoro|ufficio|fisso|cellulare|thuis|werk)' +
    '(?: \\d+)?',
);
const AREA = words('area ?code', 'area', 'npa', 'vorwahl', 'ddd');
const FLAG = words(
  ...['do ?not ?call', 'donotcall', 'dnc', 'dncl', 'no ?voice ?call', 'voice', 'no ?text ?message'],
  ...[
    'no ?fax ?message',
    'tps',
    'ctps',
    'robinson',
    'bloctel',
    'inscrit',
    'inscrito',
    'iscritto',
    'eingetragen',
    'gelistet',
    'ingeschreven',
    'registered',
    'listed',
    'blocked',
  ],
  'opt(?:ed)? ?out',
);
const NO_FLAG = words(
  'date',
  'at',
  'time',
  'since',
  'until',
  'source',
  'reason',
  'by',
  'id',
  'name',
  'comment',
);
const DATE = words('date', 'day', 'at', 'on', 'since', 'time', 'timestamp', 'datum', 'seit', 'fecha', 'data');
/** Dates of other things than the request. */
const OTHER_DATE = words(
  ...['birth', 'dob', 'born', 'expir\\w*', 'until', 'end\\w*', 'valid', 'update\\w*', 'modified', 'last'],
  ...['changed', 'called', 'call', 'sale', 'order', 'file', 'scrub\\w*', 'checked', 'zone'],
);
const REQUEST = words(
  ...['request\\w*', 'opt(?:ed)?', 'out', 'dnc', 'donotcall', 'added', 'listed', 'registered', 'entered'],
  ...['since', 'blocked', 'complain\\w*'],
);
const CHANGE = oneOf(
  ...['action', 'change', 'change type', 'status', 'result', 'a d', 'add delete', 'ind', 'indicator'],
  ...['operation', 'type', 'record type'],
);
const ANY_WORD = words(
  ...['id', 'name', 'first', 'last', 'date', 'since', 'time', 'source', 'reason', 'comment', 'email'],
  ...['address', 'city', 'state', 'zip', 'status', 'type'],
);

const DELIMITERS = [',', ';', '\t', '|'];

/** The columns that a first line names; null where it is not a header but a line like any other. */
export function columnsOf(line: string): NumberColumns | null {
  const delimiter = mostOf(line);
  const headers = splitFields(line, delimiter).map(plainWords);
  if (headers.some((header) => header.replace(/\D/g, '').length >= 7)) return null;
  if (!headers.some((header) => /[a-z]/.test(header) && isKnown(header))) return null;
  const at = (fits: (header: string) => boolean): number[] =>
    headers.flatMap((header, index) => (fits(header) ? [index] : []));
  const voice = at((header) => /\bvoice\b/.test(header) && isFlag(header));
  const [areaCode] = at((header) => AREA.test(header));
  return {
    delimiter,
    numbers: at(isNumberHeader),
    areaCode: areaCode ?? null,
    flags: voice.length > 0 ? voice : at(isFlag),
    date: dateColumn(headers),
    changes: at((header) => CHANGE.test(header)),
  };
}

/** Whether a header in plain words names a column of numbers. */
export function isNumberHeader(header: string): boolean {
  if (USE.test(header)) return true;
  return NUMBER.test(header) && !OTHER_NUMBER.test(header) && !AREA.test(header);
}

/** The day of the request: the one that says so, else the only one. */
function dateColumn(headers: readonly string[]): number | null {
  const dates = headers.flatMap((header, index) =>
    DATE.test(header) && (REQUEST.test(header) || !OTHER_DATE.test(header)) ? [index] : [],
  );
  const named = dates.filter((index) => REQUEST.test(headers[index] ?? ''));
  const [only, ...others] = named.length > 0 ? named : dates;
  return only === undefined || others.length > 0 ? null : only;
}

function isFlag(header: string): boolean {
  return FLAG.test(header) && !NO_FLAG.test(header) && !isNumberHeader(header);
}

function isKnown(header: string): boolean {
  return [NUMBER, AREA, FLAG, CHANGE, ANY_WORD].some((pattern) => pattern.test(header));
}

function mostOf(line: string): string {
  const counts = DELIMITERS.map((sign) => line.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Fields of a line; a quoted field may hold the delimiter. `null`: any of the usual ones. */
export function splitFields(line: string, delimiter: string | null): string[] {
  const isDelimiter = (sign: string): boolean =>
    delimiter === null ? DELIMITERS.includes(sign) : sign === delimiter;
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"' && (isQuoted || field.trim() === '')) isQuoted = !isQuoted;
    else if (!isQuoted && isDelimiter(sign)) {
      fields.push(field.trim());
      field = '';
    } else field += sign;
  }
  return [...fields, field.trim()];
}
