/** Warnings of columns that are read, and of whose values nothing is made. */
import { isOrdinaryStatus } from '../values/ordinary-status.js';
import { readStatus } from '../values/status-words.js';
import { isEmpty } from '../rows/cells.js';
import type { Column } from './columns.js';

/** Statuses that a warning names. */
const NAMED = 5;
/** Characters shown of a text of the file. */
const SHOWN = 40;

/** What is said of the columns of a file, from its first rows. */
export function unreadValueWarnings(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string[] {
  return [...columns.flatMap((column) => unknownStatuses(column, rows)), ...dateWithoutKind(columns)];
}

/** Statuses that are neither in a vocabulary nor made of ordinary words. */
function unknownStatuses(
  { target, header, index }: Column,
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (target !== 'status') return [];
  const values = new Set(rows.map((row) => (row[index] ?? '').trim()).filter((value) => !isEmpty(value)));
  const unknown = [...values].filter((value) => readStatus(value) === null && !isOrdinaryStatus(value));
  if (unknown.length === 0) return [];
  const named = unknown.slice(0, NAMED).map((value) => `'${value.slice(0, SHOWN)}'`);
  const others = unknown.length > NAMED ? ` and ${unknown.length - NAMED} more` : '';
  return [
    `column '${header.slice(0, 80)}' has statuses of which nothing is made: ${named.join(', ')}${others}. ` +
      "Where one means that the person must not be called, say 'DNC' instead",
  ];
}

/** A day of consent gives none where no column says that consent was given. */
function dateWithoutKind(columns: readonly Column[]): readonly string[] {
  const day = columns.find(({ target }) => target === 'consentAt');
  if (!day || columns.some(({ target }) => target === 'consentType' || target === 'callPermission'))
    return [];
  return [
    `column '${day.header.slice(0, 80)}' has the day of a consent, and no column says which: ` +
      "nobody counts as having consented. Add a column 'Consent' that says 'written' or 'express'",
  ];
}
