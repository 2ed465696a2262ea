import { CampaignFileError } from '../campaign-file/campaign-file-error.js';
import { CampaignRefused } from '../gate/campaign-refused.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { errorCode, errorText } from '../error-text.js';

/** An ending with a reason: what failed, why, and what to do about it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: ExitCode;
  readonly remedy: string;

  constructor(options: {
    readonly exitCode: ExitCode;
    readonly what: string;
    readonly why: string;
    readonly remedy: string;
    readonly cause?: unknown;
  }) {
    super(
      `${options.what}: ${options.why}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.exitCode = options.exitCode;
    this.remedy = options.remedy;
  }
}

/** What the user reads of an error, and the exit code it ends with. */
export function describeError(error: unknown): { readonly text: string; readonly exitCode: ExitCode } {
  if (error instanceof CommandError)
    return { text: `${error.message}\n${error.remedy}`, exitCode: error.exitCode };
  if (error instanceof CampaignFileError) return { text: error.message, exitCode: EXIT.campaignFile };
  if (error instanceof CampaignRefused)
    return {
      text: `${error.message}\nMend the campaign file, or the lists it names, and run 'outdial doctor'.`,
      exitCode: EXIT.refused,
    };
  if (isUnavailable(error)) return { text: error.message, exitCode: EXIT.unavailable };
  const unreachable = outsideFault(error);
  if (unreachable !== null) return { text: unreachable, exitCode: EXIT.unavailable };
  const stack = error instanceof Error ? (error.stack ?? error.message) : errorText(error);
  return {
    text: `A fault of outdial itself: ${stack}\nRun 'outdial doctor'; if it finds nothing, report this with the text above.`,
    exitCode: EXIT.fault,
  };
}

/** Errors that say by themselves what is missing outside, and what to do. */
function isUnavailable(error: unknown): error is Error {
  return [
    'store-unavailable',
    'telephony-unavailable',
    'telephony-credentials-missing',
    'do-not-call-list-unavailable',
  ].includes(errorCode(error));
}

const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at that address',
  ENOTFOUND: 'the host name is not known',
  ETIMEDOUT: 'no answer in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ER_ACCESS_DENIED_ERROR: 'the database refused user or password',
  ER_BAD_DB_ERROR: 'there is no such database',
  SQLITE_CANTOPEN: 'the database file cannot be opened',
  SQLITE_NOTADB: 'the file is no SQLite database',
};

/** A known fault of something outside, in plain words; null for anything else. */
function outsideFault(error: unknown): string | null {
  const code = errorCode(error);
  const why = NETWORK[code];
  return why === undefined
    ? null
    : `A part that outdial needs is not available: ${why} (${code}).\nCheck the addresses in the campaign file and run 'outdial doctor'.`;
}
