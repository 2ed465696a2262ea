/** The file that a do-not-call file leaves of its lines that could not be read, one problem a line. */
import { closeSync, fsyncSync, writeSync } from 'node:fs';
import { writeCsvRow } from '../csv/write-csv-row.js';
import { openOutput } from '../files/open-output.js';
import type { RejectedRow } from './rejected-row.js';

/** Where lines that could not be read go. They are on the disk once it is closed. */
export interface RejectedLines {
  write(lines: readonly RejectedRow[]): void;
  close(): void;
}

const HEADER = ['line', 'status', 'field', 'value', 'problem', 'remedy'];

/** Writes the lines as CSV. `inputs`: files that it must not be. */
export function openRejectedLines(path: string, inputs: readonly string[] = []): RejectedLines {
  const file = openOutput(path, { inputs });
  writeSync(file, writeCsvRow(HEADER));
  return {
    write: (lines) => {
      if (lines.length > 0) writeSync(file, lines.map(rowOf).join(''));
    },
    close: () => {
      fsyncSync(file);
      closeSync(file);
    },
  };
}

function rowOf({ line, status, field, value, problem, remedy }: RejectedRow): string {
  return writeCsvRow([String(line), status, field, value, problem, remedy]);
}
