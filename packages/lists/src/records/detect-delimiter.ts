/** Finds out which sign parts the fields of a file. */
import { splitRecord } from './split-line.js';

const DELIMITERS = [',', ';', '\t', '|', '^', '~'];

/**
 * The delimiter that cuts most of the first lines into the same number of fields, and into most of them. A
 * file of one column has none: a comma then.
 */
export function detectDelimiter(lines: readonly string[]): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = lines
      .map((line) => splitRecord(line, delimiter)?.length ?? 0)
      .filter((count) => count > 0);
    const usual = usualOf(counts);
    if (usual.count < 2) continue;
    const score = (usual.lines / counts.length) * 100 + Math.min(usual.count, 50);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The number of fields above one that most lines have; of equal ones the first line's. */
function usualOf(counts: readonly number[]): { readonly count: number; readonly lines: number } {
  let usual = { count: 0, lines: 0 };
  for (const count of new Set(counts.filter((one) => one > 1))) {
    const lines = counts.filter((one) => one === count).length;
    if (lines > usual.lines) usual = { count, lines };
  }
  return usual;
}
