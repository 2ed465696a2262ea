/** What the user reads of an error, and the exit code that the command ends with. */
import { errorCode, errorText, isOutdialError, type ErrorFacts } from '@outdial/core';
import type { ListErrorCode } from '@outdial/lists';
import { CampaignFileError } from '../campaign-file/campaign-file-error.js';
import { CampaignRefused } from '../gate/campaign-refused.js';
import { CommandError } from './command-errors.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { outsideFault } from './outside-faults.js';

/** An error as the command line shows it. */
export interface DescribedError {
  readonly text: string;
  readonly exitCode: ExitCode;
}

/** Codes of other packages that say that a file given to a command cannot be used. */
const USAGE_CODES: ReadonlySet<string> = new Set<ListErrorCode>([
  'file-missing',
  'file-unreadable',
  'list-empty',
  'list-column-absent',
  'list-without-numbers',
  'country-unknown',
  'number-file-unreadable',
]);

/** Errors whose message holds the remedy. */
const UNAVAILABLE_CODES: ReadonlySet<string> = new Set(['do-not-call-list-unavailable']);

/** The text and the exit code of an error. Only a fault of outdial itself shows a stack. */
export function describeError(error: unknown): DescribedError {
  if (error instanceof CampaignFileError) return { text: error.message, exitCode: EXIT.campaignFile };
  if (error instanceof CampaignRefused) {
    const remedy = "Correct the campaign file, or the lists it names, and run 'outdial doctor'.";
    return { text: `${error.message}\n${remedy}`, exitCode: EXIT.refused };
  }
  if (UNAVAILABLE_CODES.has(errorCode(error))) return { text: errorText(error), exitCode: EXIT.unavailable };
  const named = isOutdialError(error) ? error : outsideFault(error);
  return named === null ? fault(error) : said(named);
}

/** An error of the family: sentence and remedy, and the exit code of its own or of its code. */
function said(error: Error & ErrorFacts): DescribedError {
  const text = `${error.what}\n${error.remedy}`;
  if (error instanceof CommandError) return { text, exitCode: error.exitCode };
  return { text, exitCode: USAGE_CODES.has(error.code) ? EXIT.usage : EXIT.unavailable };
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
