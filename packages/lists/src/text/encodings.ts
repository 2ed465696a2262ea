/**
 * Encodings by name. UTF-8 and UTF-16 are the platform's; all others are iconv-lite's, because `TextDecoder`
 * of Node 20 reads bytes 80 to 9F of windows-1252 as control characters.
 */
import iconv from 'iconv-lite';
import { listError } from '../errors.js';

/** Decodes bytes that come piece by piece. */
export interface PieceDecoder {
  decode(bytes: Uint8Array): string;
  end(): string;
}

/** Names that web pages and spreadsheets use for windows-1252, which holds all of Latin-1. */
const LATIN_1 = /^(?:latin-?1|iso-?8859-?1|ansi|ascii|us-ascii|cp-?1252|windows-?1252|x-cp1252)$/;

/** Examples for the message on an unknown name. */
const EXAMPLES =
  'utf-8, utf-16le, utf-16be, windows-1252, windows-1250, windows-1251, iso-8859-15, macintosh, cp850, ' +
  'shift_jis, gbk';

/** The name under which an encoding is reported; throws where it is unknown. */
export function encodingName(given: string): string {
  const name = given.trim().toLowerCase();
  if (name === 'utf8' || name === 'utf-8') return 'utf-8';
  if (/^utf-?16(?:le)?$/.test(name)) return 'utf-16le';
  if (/^utf-?16be$/.test(name)) return 'utf-16be';
  if (LATIN_1.test(name)) return 'windows-1252';
  if (name === 'mac' || name === 'macroman') return 'macintosh';
  if (iconv.encodingExists(name)) return name;
  throw listError('encoding-unknown', { encoding: given, examples: EXAMPLES });
}

/** A decoder for an encoding by its name. */
export function decoderOf(name: string): PieceDecoder {
  if (name === 'utf-8' || name.startsWith('utf-16')) {
    const decoder = new TextDecoder(name);
    return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
  }
  const decoder = iconv.getDecoder(name);
  return { decode: (bytes) => decoder.write(Buffer.from(bytes)), end: () => decoder.end() ?? '' };
}

const tables = new Map<string, string>();

/** The 256 characters of an encoding with one byte a character. */
export function byteTable(name: string): string {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const table = iconv.decode(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), name);
  tables.set(name, table);
  return table;
}
