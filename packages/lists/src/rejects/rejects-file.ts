/** The file of rows that an upload could not use. */
import { closeSync, fsyncSync, writeSync } from 'node:fs';
import { openOutput } from '../files/open-output.js';
import { writeCsvRow } from '../csv/write-csv-row.js';
import type { RowProblem } from '../rows/row-problem.js';

/** One line of the rejected-rows file. */
export interface RejectedRow extends RowProblem {
  readonly line: number;
  /**
   * 'rejected': the row is not in the list; 'value-dropped': it is, without this value; 'duplicate': its
   * person is in the list already.
   */
  readonly status: 'rejected' | 'value-dropped' | 'duplicate';
}

/** Where rejected rows go. */
export interface RejectsSink {
  write(rows: readonly RejectedRow[]): void;
  /**
   * Size of the file so far, in bytes. What was written survives the death of the process; it is on the disk
   * once closed.
   */
  settle(): number;
  close(): void;
}

const HEADER = ['line', 'status', 'field', 'value', 'problem', 'remedy'];

/**
 * Writes the rejected-rows CSV. `from`: size at the last committed batch of an upload that is resumed; what a
 * killed process wrote beyond it is cut off. `inputs`: files that it must not be.
 */
export function openRejectsFile(path: string, from: number, inputs: readonly string[] = []): RejectsSink {
  const file = openOutput(path, { from, inputs });
  let size = from;
  const put = (text: string): void => {
    size += writeSync(file, text, size);
  };
  if (from === 0) put(writeCsvRow(HEADER));
  return {
    write: (rows) => {
      if (rows.length > 0)
        put(
          rows
            .map((row) =>
              writeCsvRow([String(row.line), row.status, row.field, row.value, row.problem, row.remedy]),
            )
            .join(''),
        );
    },
    settle: () => size,
    close: () => {
      fsyncSync(file);
      closeSync(file);
    },
  };
}
