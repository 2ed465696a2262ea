/** Errors of the family that list several problems, one a line, above what to do. */
import { OutdialError, type OutdialErrorOptions } from '@outdial/core';

/** An error whose `what` ends in a list of problems. Its message has the remedy on a line of its own. */
export class ListingError<Code extends string = string> extends OutdialError<Code> {
  constructor(options: OutdialErrorOptions<Code>) {
    super(options);
    this.message = `${options.what}\n${options.remedy}`;
  }
}

/** Problems as the lines of a list. */
export function listed(problems: readonly string[]): string {
  return problems.map((problem) => `  ${problem}`).join('\n');
}
