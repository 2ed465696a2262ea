/** Tells by the first bytes what a file is. */
import { listError } from '../errors.js';
import { seenEncoding } from '../text/decode-text.js';

/** What a file is, as far as its reading differs. */
export type FileKind = 'text' | 'gzip' | 'zip';

/** First bytes of files that are not lists, in Latin-1, with what they are. */
const SIGNATURES: readonly (readonly [start: string, what: string, remedy: string])[] = [
  [
    '\xd0\xcf\x11\xe0',
    'a workbook of an old Excel (.xls), or one that a password protects',
    'Save it as .xlsx without a password, or as CSV',
  ],
  ['%PDF', 'a PDF file', 'Export the list as CSV or .xlsx'],
  ['{\\rtf', 'a text document (RTF)', 'Save the list as CSV or .xlsx'],
  ['SQLite format 3', 'an SQLite database', 'Export the table as CSV'],
  ['PAR1', 'a Parquet file', 'Export it as CSV'],
  ['BZh', 'compressed with bzip2', 'Unpack it, or compress it with gzip or zip'],
  ['\xfd7zXZ', 'compressed with xz', 'Unpack it, or compress it with gzip or zip'],
  ['\x28\xb5\x2f\xfd', 'compressed with zstd', 'Unpack it, or compress it with gzip or zip'],
  ['7z\xbc\xaf', 'a 7z archive', 'Unpack it, or pack it as zip'],
  ['Rar!', 'a RAR archive', 'Unpack it, or pack it as zip'],
  ['\x89PNG', 'a picture', 'Export the list as CSV or .xlsx'],
  ['\xff\xd8\xff', 'a picture', 'Export the list as CSV or .xlsx'],
  ['GIF8', 'a picture', 'Export the list as CSV or .xlsx'],
];

/** Share of control characters above which bytes are not text. */
const CONTROL_MOST = 0.1;

/** What the bytes begin. Throws 'file-not-a-list' where it is a known kind of file that holds no list. */
export function fileKind(start: Uint8Array): FileKind {
  const text = Buffer.from(start.subarray(0, 32)).toString('latin1');
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return 'zip';
  if (text.startsWith('\x1f\x8b')) return 'gzip';
  const known = SIGNATURES.find(([signature]) => text.startsWith(signature));
  if (known) throw notAList(known[1], known[2]);
  if (isBinary(start)) throw notAList('binary data, not text', 'Export the list as CSV or .xlsx');
  return 'text';
}

/** Beginnings of texts that are not lists. */
const TEXTS: readonly (readonly [start: RegExp, what: string, remedy: string])[] = [
  [
    /^\s*<(?:!doctype html|html|head|body|table|meta)\b/i,
    'a web page (HTML), whatever its name ends in',
    'Open it in a spreadsheet and save it as CSV or .xlsx',
  ],
  [/^\s*<(?:\?xml|!--|[a-z])/i, 'an XML file', 'Export the list as CSV or .xlsx'],
  [/^\s*MIME-Version:/i, 'a web archive (MHT)', 'Open it in a spreadsheet and save it as CSV or .xlsx'],
  [/^ID;P/, 'a SYLK file', 'Open it in a spreadsheet and save it as CSV or .xlsx'],
  [/^\s*BEGIN:VCARD/i, 'a file of vCards', 'Export the contacts as CSV'],
  [/^\s*(?:insert into|create table|-- mysql dump)/i, 'a file of SQL statements', 'Export the table as CSV'],
];

/** Throws 'file-not-a-list' where a text is of a kind that holds no list. */
export function checkText(start: string): void {
  const known = TEXTS.find(([pattern]) => pattern.test(start));
  if (known) throw notAList(known[1], known[2]);
}

/** The error of a file that is something else. `remedy`: without a full stop. */
export function notAList(what: string, remedy: string): Error {
  return listError('file-not-a-list', { what, advice: remedy });
}

/** Share of code units that are no letters or signs, above which bytes are not UTF-16. */
const NO_SIGNS_MOST = 0.02;
const NO_SIGN = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/gu;
/** Tabs, line ends, and the end of a file of old systems. */
const OF_LINES: readonly number[] = [9, 10, 12, 13, 26];

/**
 * Whether bytes are no text. In UTF-16 every other byte is a zero, or a control character where the letters
 * are Greek, Cyrillic or Arabic: there its letters are looked at. Elsewhere zeros are dirt of an export.
 */
function isBinary(start: Uint8Array): boolean {
  if (start.length < 16) return false;
  const encoding = seenEncoding(start);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return !isUtf16(start, encoding);
  const zeros = start.filter((byte) => byte === 0).length;
  const controls = start.filter((byte) => byte > 0 && byte < 32 && !OF_LINES.includes(byte)).length;
  const isWide = zeros > start.length / 12 && controls / start.length < NO_SIGNS_MOST;
  return !isWide && (zeros + controls) / start.length > CONTROL_MOST;
}

function isUtf16(start: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
  const even = Buffer.from(start.subarray(0, start.length & ~1));
  const text = (encoding === 'utf-16be' ? even.swap16() : even).toString('utf16le');
  const noSigns = text.match(NO_SIGN)?.filter((sign) => !OF_LINES.includes(sign.charCodeAt(0))) ?? [];
  return noSigns.length <= text.length * NO_SIGNS_MOST;
}
