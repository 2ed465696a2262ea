/** Order of day and month where digits alone do not tell. */
export type DateOrder = 'month-first' | 'day-first';

const DAY = 86_400_000;
const EARLIEST = Date.UTC(1970, 0, 2);

const ISO_DATE =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads a date as lists have them; epoch ms, null when it cannot be one. A date without a time is its
 * beginning in UTC; ISO 8601, epoch seconds or ms, 03/14/2026, 14.03.2026, and the day numbers of
 * spreadsheets (days since 1899-12-30) are read.
 */
export function readDate(text: string, order: DateOrder): number | null {
  const trimmed = text.trim();
  if (/^\d+(\.\d+)?$/.test(trimmed)) return readDigits(Number(trimmed), trimmed);
  const iso = ISO_DATE.exec(trimmed);
  if (iso) return assemble([iso[1], iso[2], iso[3]], [iso[4], iso[5], iso[6]], iso[7]);
  const other = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(trimmed);
  if (!other) return null;
  const dayFirst =
    trimmed.includes('.') || (order === 'day-first' ? Number(other[2]) <= 12 : Number(other[1]) > 12);
  return assemble(
    [other[3], dayFirst ? other[2] : other[1], dayFirst ? other[1] : other[2]],
    [other[4], other[5], other[6]],
    undefined,
  );
}

function readDigits(value: number, text: string): number | null {
  if (/^(19|20)\d{6}$/.test(text))
    return assemble([text.slice(0, 4), text.slice(4, 6), text.slice(6)], [], undefined);
  if (value >= 1e11) return value;
  if (value >= 1e8) return value * 1_000;
  return value > 20_000 && value < 80_000 ? Math.round((value - 25_569) * DAY) : null;
}

function assemble(
  date: readonly (string | undefined)[],
  time: readonly (string | undefined)[],
  zone: string | undefined,
): number | null {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const [hour = 0, minute = 0, second = 0] = time.map((part) => Number(part ?? 0));
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(at);
  if (
    back.getUTCMonth() !== month - 1 ||
    back.getUTCDate() !== day ||
    hour > 23 ||
    minute > 59 ||
    second > 59 ||
    at < EARLIEST
  )
    return null;
  return at - offsetOf(zone);
}

function offsetOf(zone: string | undefined): number {
  const parts = zone === undefined ? null : /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  return parts ? (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) * 60_000 : 0;
}
