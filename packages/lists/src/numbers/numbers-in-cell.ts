/** Reads a cell that may hold several telephone numbers. */
import { readNorthAmerican } from './north-american-number.js';
import { mayBeNorthAmerican, readNumber } from './phone-number.js';
import { unread } from './number-reading.js';
import type { NumberReading, ReadNumber, UnreadNumber } from './number-reading.js';
import type { NumberStyle } from './number-style.js';
import { LONGEST_NUMBER_TEXT, POINT_ZERO, plainText, withDecimalPoints } from './written-number.js';

/** The numbers of a cell: each of them whole, or what is wrong with the cell. */
export type CellReading = { readonly ok: true; readonly numbers: readonly ReadNumber[] } | UnreadNumber;

/** Signs and words between numbers. A slash may also stand within one. Google parts values by ':::'. */
const BETWEEN = /[;,|&\n\r\t\\]+|\/|:::|\s(?:or|and|oder|und|u\.|bzw\.?|ou|et|o|y|e|of|en)\s/i;
const SURE_BETWEEN = /[;|&\n\r\t\\]|:::|\s(?:or|and|oder|und|u\.|bzw\.?|ou|et|o|y|e|of|en)\s/i;
const EXTENSION_ALONE =
  /^\s*(?:ext(?:ension|n)?[.:]?|x|#|durchwahl|dw|poste|ramal|anexo|toestel)\s*\d{1,7}\s*$/i;
/** North American numbers as most lists write them: no sign of these stands between two numbers. */
const USUAL = /^\+?[\d(][\d ().-]*$/;
/** What may stand between numbers that no other sign parts, the surest first. */
const SPACED = [/\s+-\s+/, /\s+(?=\p{L}+\.?: *[+(\d])/u, /\s+(?=[+(])/, /\s{2,}/, /\s/];
/** Digits beyond which no single number goes: 15, with the prefix for calls abroad. */
const DIGITS_OF_ONE = 19;

/**
 * Reads every number of a cell. '2025550143;2025550144' are two; '0171/1234567' is one. Where the parts are
 * not all whole numbers, the cell is not read: half of it would be lost.
 */
export function readNumbersIn(
  cell: string,
  country: string | null,
  style: NumberStyle = 'careful',
): CellReading {
  const usual = USUAL.test(cell) && mayBeNorthAmerican(cell, country, style) ? readNorthAmerican(cell) : null;
  if (usual?.ok) return single(usual);
  // The extension of a 'tel:' address.
  const raw = withDecimalPoints(cell).replace(';ext=', ' ext ').replace(POINT_ZERO, '$1');
  if (!BETWEEN.test(raw)) return oneOrSpaced(raw, country, style);
  const parts = partsOf(raw, BETWEEN);
  if (parts.length <= 1) return single(readNumber(parts[0] ?? '', country, style));

  const readings = parts.map((part) => readNumber(part, country, style));
  if (readings.every(isRead)) return { ok: true, numbers: readings };
  if (readings.some(isRead) && (SURE_BETWEEN.test(raw) || raw.includes(','))) return two(readings, parts);

  // No part is a number by itself: the signs stand within one number ('0171/1234567', '202,555,0143').
  const joined = readNumber(SURE_BETWEEN.test(raw) ? raw : raw.replaceAll(',', ' '), country, style);
  if (joined.ok) return single(joined);
  return readings.some(isRead) ? two(readings, parts) : joined;
}

function isRead(reading: NumberReading): reading is ReadNumber {
  return reading.ok;
}

function single(reading: NumberReading): CellReading {
  return reading.ok ? { ok: true, numbers: [reading] } : reading;
}

/** Parts with digits; an extension behind a comma belongs to the number before it. */
function partsOf(raw: string, between: RegExp): string[] {
  const parts: string[] = [];
  for (const part of raw.slice(0, LONGEST_NUMBER_TEXT).split(new RegExp(between, 'gi'))) {
    const last = parts.length - 1;
    if (last >= 0 && EXTENSION_ALONE.test(part)) parts[last] = `${parts[last] ?? ''} ${part.trim()}`;
    else if (part.trim() !== '') parts.push(part);
  }
  return parts;
}

/** One number, or two with a blank between them. */
function oneOrSpaced(raw: string, country: string | null, style: NumberStyle): CellReading {
  const reading = readNumber(raw, country, style);
  if (reading.ok) return single(reading);
  const text = plainText(raw.slice(0, LONGEST_NUMBER_TEXT));
  const digits = text.replace(/\D/g, '').length;
  if (digits < 14) return reading;
  for (const between of SPACED) {
    const parts = text.split(between).filter((part) => part !== '');
    const readings = parts.map((part) => readNumber(part, country, style));
    if (readings.length > 1 && readings.every(isRead)) return { ok: true, numbers: readings };
  }
  const parts = text.split(/\s+/);
  const readings = parts.map((part) => readNumber(part, country, style));
  return digits > DIGITS_OF_ONE ? two(readings, parts) : reading;
}

function two(readings: readonly NumberReading[], parts: readonly string[]): UnreadNumber {
  const at = readings.findIndex((reading) => !reading.ok);
  const bad = readings[at];
  const why = bad?.ok === false ? `: '${(parts[at] ?? '').trim()}' is not a whole one (${bad.problem})` : '';
  return unread(`the cell holds two numbers${why}`, 'give each number a column of its own');
}
