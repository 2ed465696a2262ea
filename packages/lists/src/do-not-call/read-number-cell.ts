/** Reads a cell of a do-not-call file: one number, several, or a range. */
import { readListed } from '../numbers/listed-numbers.js';
import { callingCodeOf } from '../numbers/numbering-plan.js';
import { withDecimalPoints } from '../numbers/written-number.js';
import { NOTHING } from './number-entry.js';
import type { EntryProblem, KeyRange, NumberEntry } from './number-entry.js';

/** Signs and words between numbers; a slash or blank may also stand within one. */
const BETWEEN = /[;,|&/\t]|\s(?:or|and|oder|und|ou|et|o|y|e)\s/i;
const EXTENSION_ALONE = /^\s*(?:ext(?:ension|n)?[.:]?|x|#)\s*\d{1,7}\s*$/i;

/** The numbers of a cell; a problem where a part of it is not a whole number. */
export function readNumberCell(cell: string, country: string): NumberEntry {
  const range = rangeOf(cell, country);
  if (range) return 'first' in range ? { ...NOTHING, ranges: [range] } : { ...NOTHING, problem: range };
  const parts = partsOf(withDecimalPoints(cell));
  const readings = parts.map((part) => readListed(part, country));
  const listed = readings.flatMap((reading) => (reading.ok ? [reading.phones] : []));
  const bad = readings.find((reading) => !reading.ok);
  if (parts.length > 0 && bad === undefined) return { ...NOTHING, listed };

  // The signs may stand within one number ('0171/1234567').
  const whole = readListed(cell.replaceAll(',', ' '), country);
  if (listed.length === 0 && whole.ok) return { ...NOTHING, listed: [whole.phones] };
  const problem = listed.length === 0 && !whole.ok ? whole : bad;
  return { ...NOTHING, listed, problem: problem?.ok === false ? problemOf(problem, cell, country) : null };
}

function problemOf({ problem, remedy }: EntryProblem, cell: string, country: string): EntryProblem {
  const digits = cell.replace(/\D/g, '');
  const isShort = callingCodeOf(country) === '1' && /^[2-9]\d{2}(?:\d{3,4})?$/.test(digits);
  return { problem, remedy: isShort ? `${remedy}; '${digits}*' lists all that begin so` : remedy };
}

function partsOf(cell: string): string[] {
  if (!BETWEEN.test(cell)) return spacedParts(cell);
  const parts: string[] = [];
  for (const part of cell.split(new RegExp(BETWEEN, 'gi'))) {
    const last = parts.length - 1;
    if (last >= 0 && EXTENSION_ALONE.test(part)) parts[last] = `${parts[last] ?? ''} ${part.trim()}`;
    else if (part.trim() !== '') parts.push(part);
  }
  return parts;
}

/** Two numbers with blanks between them: no single number has so many digits. */
function spacedParts(cell: string): string[] {
  const words = cell.trim().split(/\s+/);
  const isSeveral =
    words.length > 1 && words.every((word) => word.replace(/\D/g, '').length >= DIGITS_OF_ONE_LEAST);
  return isSeveral ? words : [cell];
}

const DIGITS_OF_ONE_LEAST = 8;

const RANGE = /^[\s"']*(\+?[\d\s().-]{1,18}?)[\s-]*(?:\*|%|[x?]{1,10})[\s"']*$/i;
/** Digits of a North American number with its country code. */
const NANP_DIGITS = 11;

/** '202*', '202-555-*', '+1202555xxxx': all North American numbers that begin so. Null: not a range. */
function rangeOf(cell: string, country: string): KeyRange | EntryProblem | null {
  const match = RANGE.exec(cell.slice(0, 40));
  if (!match || cell.length > 40) return null;
  const written = (match[1] ?? '').replace(/[^\d+]/g, '');
  const digits = written.replace('+', '');
  const isNanp = written.startsWith('+') ? digits.startsWith('1') : callingCodeOf(country) === '1';
  const prefix = digits.startsWith('1') ? digits : `1${digits}`;
  const areaKnown = /^1[2-9]\d{2}/.test(prefix);
  if (!isNanp || !areaKnown || prefix.length >= NANP_DIGITS)
    return {
      problem: 'it stands for a range of numbers that cannot be told',
      remedy: "list whole numbers, or for North America at least an area code, e.g. '202*'",
    };
  const scale = 10 ** (NANP_DIGITS - prefix.length);
  return { first: Number(prefix) * scale, last: Number(prefix) * scale + scale - 1 };
}
