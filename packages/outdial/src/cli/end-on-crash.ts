/** A fault that nobody caught ends the process with a sentence and the exit code of its table. */
import { describeError } from './describe-error.js';

const SHOW_CURSOR = '\u001B[?25h';

/**
 * Ends the process at an error that no caller catches, in a timer or an event: with what `describeError` says
 * of it. Calls that are under way are settled by the next start.
 */
export function endOnCrash(of: NodeJS.Process): void {
  of.on('uncaughtException', (error) => {
    const { text, exitCode } = describeError(error);
    if (of.stdout.isTTY) of.stdout.write(SHOW_CURSOR);
    of.stderr.write(`${text}\n`);
    of.exit(exitCode);
  });
}
