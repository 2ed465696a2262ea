/** Cuts CSV text into records as it streams. */

import { LIMITS } from '@outdial/core';

/** One record of a CSV file. `line`: where it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
  /** Set when the record cannot be read: its opening quote is never closed. */
  readonly broken?: string;
}

/**
 * Lines a quoted field may span. Beyond, its opening quote is a slip of the pen: only that line is lost, not
 * the rest of the file.
 */
const LINES_MOST = LIMITS.recordLines.max;
/** Characters of one record; longer ones are no lead. */
const CHARACTERS_MOST = LIMITS.recordCharacters.max;

/**
 * Splits text into records as it streams (RFC 4180, forgiving: any line ending, quotes within fields, quotes
 * never closed). Blank lines are skipped.
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  let waiting: { text: string; line: number }[] = [];
  for await (const line of readLines(text)) {
    waiting.push(line);
    if (waiting.length === 1 && !line.text.includes('"')) {
      waiting = [];
      if (line.text.trim() !== '')
        yield { line: line.line, fields: line.text.split(delimiter).map((field) => field.trim()) };
      continue;
    }
    yield* drain(waiting, delimiter, false);
  }
  yield* drain(waiting, delimiter, true);
}

/** Takes every record that is complete from the front of `waiting`. */
function* drain(
  waiting: { text: string; line: number }[],
  delimiter: string,
  last: boolean,
): Generator<CsvRecord> {
  while (waiting.length > 0) {
    const first = waiting[0] as { text: string; line: number };
    const text = waiting.map((line) => line.text).join('\n');
    const whole = wholeRecord(waiting, delimiter);
    if (whole) {
      waiting.splice(0, whole.lines);
      if (whole.fields.length > 1 || whole.fields[0] !== '') yield { line: first.line, fields: whole.fields };
    } else if (last || waiting.length > LINES_MOST || text.length > CHARACTERS_MOST) {
      waiting.shift();
      yield { line: first.line, fields: [], broken: first.text.slice(0, LIMITS.shownValue.max) };
    } else return;
  }
}

function wholeRecord(
  waiting: readonly { text: string }[],
  delimiter: string,
): { fields: string[]; lines: number } | null {
  let text = '';
  for (const [index, line] of waiting.entries()) {
    text = index === 0 ? line.text : `${text}\n${line.text}`;
    // Only the newest line can complete what was incomplete before: earlier prefixes were tried when they
    // were newest, except after a broken one.
    if (!line.text.includes('"') && index > 0) continue;
    const fields = splitRecord(text, delimiter);
    if (fields) return { fields, lines: index + 1 };
  }
  return null;
}

/**
 * Splits one record; null when a quoted field has no end. A quote inside a field, or after its closing quote,
 * is taken as it stands.
 */
export function splitRecord(text: string, delimiter: string): string[] | null {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let start = at;
    while (text[start] === ' ') start += 1;
    if (text[start] === '"') {
      const quoted = readQuoted(text, start + 1, delimiter);
      if (!quoted) return null;
      fields.push(quoted.value);
      at = quoted.end;
    } else {
      const end = text.indexOf(delimiter, at);
      fields.push(text.slice(at, end < 0 ? text.length : end).trim());
      at = end < 0 ? text.length : end;
    }
    if (at >= text.length) return fields;
    at += delimiter.length;
  }
}

/** Reads to the quote that is followed by the delimiter or the end. `end`: index of the delimiter. */
function readQuoted(
  text: string,
  from: number,
  delimiter: string,
): { readonly value: string; readonly end: number } | null {
  let value = '';
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      at = quote + 2;
      continue;
    }
    let after = quote + 1;
    while (text[after] === ' ' && delimiter !== ' ') after += 1;
    if (after >= text.length || text.startsWith(delimiter, after)) return { value: value.trim(), end: after };
    value += '"';
    at = quote + 1;
  }
}

/** Lines of the text, whatever ends them: LF, CR LF, or CR. */
export async function* readLines(
  text: AsyncIterable<string>,
): AsyncGenerator<{ text: string; line: number }> {
  let rest = '';
  let line = 0;
  for await (const chunk of text) {
    rest += chunk;
    // A CR at the very end may be half of CR LF.
    const held = rest.endsWith('\r') ? '\r' : '';
    const lines = (held ? rest.slice(0, -1) : rest).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + held;
    for (const one of lines) yield { text: one, line: (line += 1) };
  }
  if (rest.endsWith('\r')) rest = rest.slice(0, -1);
  if (rest !== '') yield { text: rest, line: line + 1 };
}

const DELIMITERS = [',', ';', '\t', '|', '^', '~'];

/**
 * The delimiter that cuts the first lines into the same number of fields, and most of them. A file of one
 * column has none: a comma then.
 */
export function detectDelimiter(lines: readonly string[]): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = lines
      .map((line) => splitRecord(line, delimiter)?.length ?? 0)
      .filter((count) => count > 0);
    const header = counts[0] ?? 0;
    if (header < 2) continue;
    const alike = counts.filter((count) => count === header).length / counts.length;
    const score = alike * 100 + Math.min(header, 50);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
