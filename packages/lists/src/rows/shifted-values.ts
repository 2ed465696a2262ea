/**
 * Rows whose values are shifted: in which columns they may stand. Nothing of such a row is taken; what it
 * says against calls must not be lost with it.
 */
import type { Column } from '../columns/columns.js';

/** Columns between which it makes no difference where the values are shifted. */
function isPlain({ target, stops }: Column): boolean {
  return (target.startsWith('field:') || target === 'ignore') && stops === undefined;
}

/**
 * The ways in which values may stand in the columns. Of too many, neighbours belong together in one column,
 * since an unquoted delimiter stands within it; of too few, one column or several are left out in one place.
 * One way for each place that makes a difference.
 */
export function placings(values: readonly string[], columns: readonly Column[]): (readonly string[])[] {
  const further = values.length - columns.length;
  if (further === 0) return [values];
  const at = columns.flatMap((column, index) => {
    const before = columns[index - 1];
    return before !== undefined && isPlain(column) && isPlain(before) ? [] : [index];
  });
  if (further > 0) return at.map((index) => joinedAt(values, index, further));
  return at.flatMap((index) => (index > values.length ? [] : [openedAt(values, index, -further)]));
}

function joinedAt(values: readonly string[], index: number, further: number): readonly string[] {
  const joined = values
    .slice(index, index + further + 1)
    .join(',')
    .replace(/,+$/, '');
  return [...values.slice(0, index), joined, ...values.slice(index + further + 1)];
}

function openedAt(values: readonly string[], index: number, lacking: number): readonly string[] {
  return [...values.slice(0, index), ...Array<string>(lacking).fill(''), ...values.slice(index)];
}

/** Columns of words or codes, in which no answer stands. */
const OF_WORDS: ReadonlySet<string> = new Set([
  ...['phone', 'city', 'region', 'postalCode', 'country', 'timeZone', 'account', 'personKey', 'seller'],
  ...['ownerAgent', 'areaCode', 'callingCode'],
]);
/** Answers that are no code of anything: 'NO' is Norway, 'ON' Ontario, and 1 may be a key. */
const ANSWER = /^(?:y|n|x|yes|true|false)$/i;

/**
 * The first column of words in which an answer stands, in a row that ends early: it belongs to a column
 * further on, and a delimiter is missing before it.
 */
export function strayAnswer(fields: readonly string[], columns: readonly Column[]): Column | undefined {
  return columns.find(({ index, target, isAnswered }) => {
    if (!OF_WORDS.has(target) && (isAnswered === true || !target.startsWith('field:'))) return false;
    return ANSWER.test(fields[index] ?? '');
  });
}
