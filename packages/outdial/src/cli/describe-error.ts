/** What the user reads of an error, and the exit code that the command ends with. */
import { errorText, isOutdialError, type ErrorFacts } from '@outdial/core';
import type { ListErrorCode } from '@outdial/lists';
import type { ControlErrorCode } from '../control/control-errors.js';
import { CommandError } from './command-errors.js';
import { EXIT, type ExitCode, type ExitName } from './exit-codes.js';
import { outsideFault } from './outside-faults.js';

/** An error as the command line shows it. */
export interface DescribedError {
  readonly text: string;
  readonly exitCode: ExitCode;
}

type KnownCode =
  | ListErrorCode
  | ControlErrorCode
  | 'campaign-file'
  | 'campaign-refused'
  | 'campaign-held'
  | 'clock-offset-live';

/**
 * Exit codes by the codes of errors that are not of a command. Every other error of the family says that
 * something outside is not available.
 */
const EXITS: Readonly<Partial<Record<KnownCode, ExitName>>> = {
  'campaign-file': 'campaignFile',
  'campaign-refused': 'refused',
  'clock-offset-live': 'refused',
  'campaign-held': 'refused',
  'file-missing': 'usage',
  'file-unreadable': 'usage',
  'list-empty': 'usage',
  'list-column-absent': 'usage',
  'list-without-numbers': 'usage',
  'file-not-a-list': 'usage',
  'file-unpacks-too-far': 'usage',
  'file-too-large': 'usage',
  'sheet-unknown': 'usage',
  'header-is-data': 'usage',
  'column-target-unknown': 'usage',
  'encoding-unknown': 'usage',
  'output-is-link': 'usage',
  'output-is-input': 'usage',
  'country-unknown': 'usage',
  'number-file-unreadable': 'usage',
  'do-not-call-not-whole': 'findings',
  'control-token-missing': 'usage',
  'control-token-short': 'usage',
};

/** The text and the exit code of an error. Only a fault of outdial itself shows a stack. */
export function describeError(error: unknown): DescribedError {
  const named = isOutdialError(error) ? error : outsideFault(error);
  return named === null ? fault(error) : said(named);
}

/** An error of the family: sentence and remedy, and the exit code of its own or of its code. */
function said(error: Error & ErrorFacts): DescribedError {
  const text = `${error.what}\n${error.remedy}`;
  if (error instanceof CommandError) return { text, exitCode: error.exitCode };
  const exits: Readonly<Record<string, ExitName | undefined>> = EXITS;
  return { text, exitCode: EXIT[exits[error.code] ?? 'unavailable'] };
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
