/** Reads what a row says of registers and of requests not to be called. */
import { defined } from '@outdial/core';
import type { Column } from '../columns/columns.js';
import type { DoNotCallFacts } from '../lead/imported-facts.js';
import { readCallPermission } from '../values/call-permission.js';
import { readRefusal } from '../values/consent.js';
import { readDate } from '../values/dates.js';
import { isListedBy, isPlainListing, namesRegisters } from '../values/do-not-call-flag.js';
import { readStatus } from '../values/status-words.js';
import { saysNo } from '../values/yes-no.js';
import { isEmpty } from './cells.js';
import type { Cells } from './cells.js';
import { hasStatus } from './read-status.js';
import type { RowOptions } from './row-options.js';

/** Registers and requests, from every column that holds one; undefined where there are none. */
export function readDoNotCall(cells: Cells, options: RowOptions): DoNotCallFacts | undefined {
  const registers = cells.columns.every('internalDoNotCall').filter((column) => isOfRegister(cells, column));
  const national = [...cells.columns.every('nationalDoNotCall'), ...registers]
    .map((column) => isListed(cells, column, options))
    .includes(true);
  const requestedAt = readRequest(cells, options);
  if (!national && requestedAt === null) return undefined;
  return defined({
    national: national ? true : undefined,
    internal: requestedAt === null ? undefined : { requestedAt },
  });
}

/**
 * Whether a column that may be of a register or of the company's own list names a register. Where it says
 * only that the person is listed, it counts as their request: a request bars more than any register.
 */
function isOfRegister(cells: Cells, column: Column): boolean {
  return column.mayBeRegister === true && namesRegisters(cells.in(column));
}

/** Whether a column says that the number in this column must not be called. */
export function isClosedNumber(cells: Cells, phone: Column, options: RowOptions): boolean {
  return cells.columns
    .flagsOf(phone)
    .map((flag) =>
      flag.asks === undefined ? isListed(cells, flag, options) : isRefused(cells, flag, flag.asks),
    )
    .includes(true);
}

/**
 * Whether a column of one number that asks says no. Of consent a plain no is none, and no refusal. A
 * permission that cannot be read is reported, and is none.
 */
function isRefused(cells: Cells, column: Column, asks: NonNullable<Column['asks']>): boolean {
  const text = cells.in(column);
  if (asks === 'status') return isBarredBy(cells, column);
  if (asks === 'consent') return readRefusal(text) !== null;
  if (isEmpty(text) && !saysNo(text)) return false;
  const said = readCallPermission(text);
  if (said === null)
    cells.reportIn(
      column,
      'it says neither that the number may be called nor that it may not; it is not called',
      "use 'yes', or 'no' where the number must not be called",
    );
  return said === null || said === 'refused';
}

/** Whether the status of one number bars it; reported where it bars more, or says whose the number is not. */
function isBarredBy(cells: Cells, column: Column): boolean {
  const text = cells.in(column);
  const status = readStatus(text) ?? (readRefusal(text) === null ? null : 'do-not-call');
  if (status !== null && status !== 'do-not-call')
    cells.reportIn(
      column,
      'the status may bar calls to the person; only this number is not called',
      "say in a column 'Status' what is of the person",
    );
  return status !== null;
}

/** Whether a column lists the person or a number; reported where it does so in no known words. */
function isListed(cells: Cells, column: Column, { dateOrder }: RowOptions): boolean {
  const text = cells.in(column);
  if (!isListedBy(text)) return false;
  if (!isPlainListing(text, dateOrder))
    cells.reportIn(
      column,
      'it is in no vocabulary of do-not-call columns; it counts as listed',
      "use 'yes', the date or the name of the register; 'no' where it may be called",
    );
  return true;
}

/** The earliest request: of a do-not-call column, a consent that was refused, a permission or a status. */
function readRequest(cells: Cells, options: RowOptions): number | null {
  const dates = cells.columns
    .every('internalDoNotCall')
    .filter((column) => !isOfRegister(cells, column) && isListed(cells, column, options))
    .map((column) => cells.in(column))
    .map((text) => readRefusal(text)?.date ?? text);
  const refusal = readRefusal(cells.text('consentType') ?? '');
  if (refusal !== null) dates.push(refusal.date ?? '');
  for (const column of cells.columns.every('callPermission'))
    if (readCallPermission(cells.in(column)) === 'refused')
      dates.push(readRefusal(cells.in(column))?.date ?? '');
  if (hasStatus(cells, 'do-not-call')) dates.push('');
  if (dates.length === 0) return null;
  return Math.min(...dates.map((text) => readDate(text, options.dateOrder) ?? options.at), options.at);
}
