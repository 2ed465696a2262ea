/** Splits a line of CSV into fields, across lines where a quoted field goes on. */
import { LIMITS } from '@outdial/core';

const FIELDS_MOST = LIMITS.recordFields.max;

/** A record on its way. */
export interface PartialRecord {
  readonly fields: string[];
  /** Text of the quoted field that the last line left open; null: none is open. */
  open: string | null;
}

/**
 * How a line ended: 'whole', with the record; 'open', within a quoted field; 'reopened': a quotation mark
 * opens a field within the open one, so the earlier mark was never closed.
 */
export type LineEnd = 'whole' | 'open' | 'reopened';

/**
 * Reads one line into the record. A quote inside a field, or after its closing quote, is taken as it stands.
 * Time grows with the length of the line only.
 */
export function splitLine(text: string, delimiter: string, record: PartialRecord): LineEnd {
  let at = 0;
  let closable = true;
  if (record.open !== null) {
    const quoted = readQuoted(text, 0, delimiter, true);
    if (quoted.end === REOPENED) return 'reopened';
    record.open = `${record.open}\n${unquoted(text, 0, quoted)}`;
    if (quoted.end === OPEN) return 'open';
    record.fields.push(record.open.trim());
    record.open = null;
    if (quoted.end >= text.length) return 'whole';
    at = quoted.end + delimiter.length;
  }
  for (;;) {
    const start = skipSpaces(text, at, delimiter);
    const marks = text[start] === '"' ? runAt(text, start) : 0;
    const quoted = marks > 0 && closable ? readQuoted(text, start + 1, delimiter, false) : null;
    if (quoted && quoted.end >= 0) {
      record.fields.push(unquoted(text, start + 1, quoted).trim());
      at = quoted.end;
    } else if (marks % 2 === 1) {
      record.open = text.slice(start + 1).replaceAll('""', '"');
      return 'open';
    } else {
      // No field of this line is closed any more: marks in pairs are text.
      if (marks > 0) closable = false;
      const end = text.indexOf(delimiter, at);
      record.fields.push(text.slice(at, end < 0 ? text.length : end).trim());
      at = end < 0 ? text.length : end;
    }
    // A record of so many fields is broken, and the rest of its line is not read.
    if (at >= text.length || record.fields.length > FIELDS_MOST) return 'whole';
    at += delimiter.length;
  }
}

/** The fields of one line; null when a quoted field has no end. */
export function splitRecord(text: string, delimiter: string): string[] | null {
  const record: PartialRecord = { fields: [], open: null };
  for (const line of text.split('\n')) {
    const end = splitLine(line, delimiter, record);
    if (end === 'whole') return record.fields;
    if (end === 'reopened') return null;
  }
  return null;
}

const OPEN = -1;
const REOPENED = -2;

/** A quoted field within a line. */
interface Quoted {
  /** Index of the delimiter behind it, or the length of the line; OPEN or REOPENED. */
  readonly end: number;
  /** Where its text ends. */
  readonly to: number;
  /** Whether there are doubled marks in it. */
  readonly hasDoubled: boolean;
}

/**
 * Reads to the quote that is followed by the delimiter or the end. `isLater`: the field was opened on an
 * earlier line.
 */
function readQuoted(text: string, from: number, delimiter: string, isLater: boolean): Quoted {
  let hasDoubled = false;
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { end: OPEN, to: text.length, hasDoubled };
    const run = runAt(text, quote);
    at = quote + run;
    if (run > 1) hasDoubled = true;
    if (run % 2 === 0) continue;
    const after = skipSpaces(text, at, delimiter);
    if (after >= text.length || text.startsWith(delimiter, after))
      return { end: after, to: at - 1, hasDoubled };
    if (isLater && opensField(text, quote, delimiter)) return { end: REOPENED, to: quote, hasDoubled };
  }
}

/** The text of a quoted field: doubled marks are one. */
function unquoted(text: string, from: number, { to, hasDoubled }: Quoted): string {
  const inside = text.slice(from, to);
  return hasDoubled ? inside.replaceAll('""', '"') : inside;
}

/** Whether a field begins at this place. */
function opensField(text: string, at: number, delimiter: string): boolean {
  let before = at;
  while (before > 0 && text[before - 1] === ' ' && delimiter !== ' ') before -= 1;
  return before === 0 || text.startsWith(delimiter, before - delimiter.length);
}

function runAt(text: string, from: number): number {
  let end = from;
  while (text[end] === '"') end += 1;
  return end - from;
}

function skipSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  if (delimiter !== ' ') while (text[at] === ' ') at += 1;
  return at;
}
