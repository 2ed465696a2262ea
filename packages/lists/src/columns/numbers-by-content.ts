/** Finds columns of telephone numbers by their values, where no header names one. */
import { looksLikeNumber } from '../numbers/looks-like-number.js';
import { callingCodeOf } from '../numbers/numbering-plan.js';
import { readNumbersIn } from '../numbers/numbers-in-cell.js';
import { isEmpty } from '../rows/cells.js';
import type { Column } from './columns.js';
import { legalRoles, legalTokens } from './legal-words.js';
import { plainWords } from './plain-words.js';
import { NOT_LATIN, stoppedByWords } from './unknown-words.js';

type Rows = readonly (readonly string[])[];

/** Words of numbers that are not those of the person, or that are not called. */
const OF_OTHERS = new RegExp(
  '\\b(?:fax\\w*|telefax|faks\\w*|emergency|spouse|relative|referee|reference|employer|doctor|' +
    'broker|neighbou?r|guarantor|cosigner|ssn|tax|vat|iban|id)\\b|факс|ファックス|传真|傳眞|傳真|팩스|فاكس',
  'u',
);

/** Bad values among so many are those of a column of numbers, too. */
const GOOD_LEAST = 0.9;

/**
 * The columns with those of numbers among them. Where a header names numbers, or a mapping does, nothing is
 * looked for: other columns with numbers may be those of somebody else. Of a column without known words every
 * value counts: it is written as only a telephone number is, and there is such a number.
 */
export function withNumbersByContent(
  columns: readonly Column[],
  rows: Rows,
  country: string | undefined,
): readonly Column[] {
  if (columns.some(({ target }) => target === 'phone')) return columns;
  const isForeign = columns.every(({ target }) => target.startsWith('field:') || target === 'ignore');
  let ordinal = 0;
  return columns.map((column) => {
    if (!isOpen(column, isForeign) || !holdsNumbers(column, rows, country)) return column;
    ordinal += 1;
    return { ...column, target: 'phone', ordinal, isByContent: true };
  });
}

/** Whether the words of a header leave open that it is one of the person's numbers. */
function isOpen({ target, header, isGiven }: Column, isForeign: boolean): boolean {
  const words = plainWords(header);
  if (!target.startsWith('field:') || isGiven === true || OF_OTHERS.test(words)) return false;
  if (stoppedByWords(plainWords(header)) !== null || legalRoles(legalTokens(words)) !== null) return false;
  return isForeign || words === '' || NOT_LATIN.test(words);
}

function holdsNumbers({ index }: Column, rows: Rows, country: string | undefined): boolean {
  const values = rows.map((row) => row[index] ?? '').filter((value) => !isEmpty(value));
  const good = values.filter((value) => isEvident(value, country));
  return good.length > 0 && good.length >= values.length * GOOD_LEAST;
}

/** Whether a text is written as a telephone number, and no other digits are, and there is such a number. */
function isEvident(text: string, country: string | undefined): boolean {
  if (!looksLikeNumber(text)) return false;
  const digits = text.replace(/\D/g, '');
  const code = country === undefined ? null : callingCodeOf(country);
  const isMarked = text.trim().startsWith('+') || /\d[\s().-]+\d/.test(text);
  const isWhole =
    code !== null && (digits.startsWith('0') || (digits.startsWith(code) && digits.length >= 11));
  if (!isMarked && !isWhole) return false;
  const reading = readNumbersIn(text, country ?? null);
  return reading.ok || (country === undefined && isMarked && digits.length >= 9);
}
