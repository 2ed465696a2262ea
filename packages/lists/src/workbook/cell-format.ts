/** Numbers of a workbook as their format shows them: digits, dates, leading zeros. */

/** What the format of a number means. `pattern`: zeros that pad it. */
export type NumberFormat = 'plain' | 'date' | { readonly pattern: string };

/** Formats with a number of their own that show dates or times (ECMA-376, 18.8.30). */
const DATE_IDS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
]);

/** What a format means. `code`: where the workbook writes it out. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return DATE_IDS.has(id) ? 'date' : 'plain';
  if (/^0+(?:-0+)*$/.test(code) && code.length > 1) return { pattern: code };
  const signs = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(signs) && !/general/i.test(signs) ? 'date' : 'plain';
}

/** Days from 1899-12-30, from which workbooks count, to 1970-01-01. */
const DAYS_TO_1970 = 25_569;
/** Days between the two beginnings that workbooks count from. */
const DAYS_TO_1904 = 1_462;
const DAY = 86_400_000;

/** A number as the list's text: whole digits, an ISO date where the format shows one. */
export function numberText(raw: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format === 'date') return dateText(value + (from1904 ? DAYS_TO_1904 : 0)) ?? digitsOf(value);
  const digits = digitsOf(value);
  return format === 'plain' || !/^\d+$/.test(digits) ? digits : padded(digits, format.pattern);
}

/** Digits that programs show of a number; what is beyond is an error of counting. */
const SHOWN_DIGITS = 15;

/** Digits without an exponent: 2.025550143E9 is 2025550143. */
function digitsOf(exact: number): string {
  const value = Number(exact.toPrecision(SHOWN_DIGITS));
  const text = String(value);
  if (!text.includes('e')) return text;
  return Math.abs(value) >= 1 ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '');
}

function padded(digits: string, pattern: string): string {
  let rest = digits.padStart(pattern.replaceAll('-', '').length, '0');
  const parts: string[] = [];
  for (const group of pattern.split('-').reverse()) {
    parts.unshift(rest.slice(Math.max(0, rest.length - group.length)));
    rest = rest.slice(0, Math.max(0, rest.length - group.length));
  }
  return rest + parts.join('-');
}

/** 2026-06-01, or 2026-06-01 08:30:00; null for what is not a date. */
function dateText(serial: number): string | null {
  if (serial < 1 || serial > 2_958_466) return null;
  // Workbooks count a 29 February 1900, which did not exist.
  const days = serial < 60 ? serial + 1 : serial;
  const at = Math.round(((days - DAYS_TO_1970) * DAY) / 1_000) * 1_000;
  const text = new Date(at).toISOString();
  return at % DAY === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/**
 * The number of a day of a workbook that counts from 1904, in a cell without a format: counted from 1900, as
 * readers of dates know it. Any other text stays.
 */
export function serialFrom1900(text: string): string {
  return /^\d{5}(?:\.\d+)?$/.test(text) ? String(Number(text) + DAYS_TO_1904) : text;
}
