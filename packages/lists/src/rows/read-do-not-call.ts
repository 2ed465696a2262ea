/** Reads what a row says of registers and of requests not to be called. */
import { defined } from '@outdial/core';
import type { Column } from '../columns/columns.js';
import type { DoNotCallFacts } from '../lead/imported-facts.js';
import { readCallPermission } from '../values/call-permission.js';
import { readRefusal } from '../values/consent.js';
import { readDate } from '../values/dates.js';
import { isListedBy } from '../values/do-not-call-flag.js';
import type { Cells } from './cells.js';
import type { RowOptions } from './row-options.js';

/** Registers and requests, from every column that holds one; undefined where there are none. */
export function readDoNotCall(cells: Cells, options: RowOptions): DoNotCallFacts | undefined {
  const national = cells.columns.every('nationalDoNotCall').some((column) => isListedBy(cells.in(column)));
  const requestedAt = readRequest(cells, options);
  if (!national && requestedAt === null) return undefined;
  return defined({
    national: national ? true : undefined,
    internal: requestedAt === null ? undefined : { requestedAt },
  });
}

/** Whether a column says that the number in this column must not be called. */
export function isClosedNumber(cells: Cells, phone: Column): boolean {
  return cells.columns.flagsOf(phone).some((flag) => isListedBy(cells.in(flag)));
}

/** The earliest request: of a do-not-call column, of a consent that was refused, or of a permission. */
function readRequest(cells: Cells, options: RowOptions): number | null {
  const dates = cells.columns
    .every('internalDoNotCall')
    .map((column) => cells.in(column))
    .filter(isListedBy)
    .map((text) => readRefusal(text)?.date ?? text);
  const refusal = readRefusal(cells.text('consentType') ?? '');
  if (refusal !== null) dates.push(refusal.date ?? '');
  for (const column of cells.columns.every('callPermission'))
    if (readCallPermission(cells.in(column)) === 'refused')
      dates.push(readRefusal(cells.in(column))?.date ?? '');
  if (dates.length === 0) return null;
  return Math.min(...dates.map((text) => readDate(text, options.dateOrder) ?? options.at), options.at);
}
