/** What is wrong with a line of a file, in one sentence with what to write instead. */
import type { ErrorFacts } from '@outdial/core';

/** 'line 3: 'verbal' is not a type of entry: use written, express or revocation'. */
export function lineProblem(line: number, { what, remedy }: Pick<ErrorFacts, 'what' | 'remedy'>): string {
  const problem = what.replace(/^Nothing was done: /, '').replace(/\.$/, '');
  const advice = remedy.charAt(0).toLowerCase() + remedy.slice(1).replace(/\.$/, '');
  return `line ${line}: ${problem}: ${advice}`;
}
