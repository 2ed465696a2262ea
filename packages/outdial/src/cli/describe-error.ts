/** What the user reads of an error, and the exit code that the command ends with. */
import { errorText, isOutdialError, type ErrorFacts } from '@outdial/core';
import { EXIT, type ExitCode } from './exit-codes.js';
import { exitOfError } from './exit-of-error.js';
import { outsideFault } from './outside-faults.js';

/** An error as the command line shows it. */
export interface DescribedError {
  readonly text: string;
  readonly exitCode: ExitCode;
}

/** The text and the exit code of an error. Only a fault of outdial itself shows a stack. */
export function describeError(error: unknown): DescribedError {
  const named = isOutdialError(error) ? error : outsideFault(error);
  return named === null ? fault(error) : said(named);
}

/** An error of the family: sentence and remedy, and the exit code of its code. */
function said(error: Error & ErrorFacts): DescribedError {
  return { text: `${error.what}\n${error.remedy}`, exitCode: EXIT[exitOfError(error.code) ?? 'unavailable'] };
}

function fault(error: unknown): DescribedError {
  const stack = error instanceof Error ? (error.stack ?? error.message) : errorText(error);
  return {
    text:
      `A fault of outdial itself: ${stack}\n` +
      "Run 'outdial doctor'; if it finds nothing, report this with the text above.",
    exitCode: EXIT.fault,
  };
}
