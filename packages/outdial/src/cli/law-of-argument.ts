/** Reads a table of law as the command line names it. */
import { resolve } from 'node:path';
import type { LawTable } from '@outdial/compliance';
import { errorCode, errorText } from '@outdial/core';
import { keptVersions, lawOfFile, lawOfName } from '../law/law-tables.js';
import { CommandError } from './command-errors.js';
import type { CommandIo } from './io.js';
import { reading } from './outside-faults.js';
import { DAY_TEXT } from '../local-time/day-text.js';

const A_FILE = /[/\\]|\.json$/i;
/**
 * The table that a text names: 'now', a version that is kept, or a file that `outdial rules export` wrote.
 *
 * @throws `law-table-unusable`, `file-missing`
 */
export async function lawOfArgument(io: CommandIo, text: string): Promise<LawTable> {
  const named = await lawOfName(text);
  if (named !== null) return named;
  if (!A_FILE.test(text)) throw await unusable(text, 'no such version is kept with this program');
  const path = resolve(io.cwd, text);
  return reading(path, () => lawOfFile(path)).catch(async (cause: unknown) => {
    const isOfContent = cause instanceof SyntaxError || errorCode(cause) === 'bad-input';
    throw isOfContent ? await unusable(text, errorText(cause)) : cause;
  });
}

async function unusable(text: string, why: string): Promise<CommandError> {
  return new CommandError('law-table-unusable', { text, why, versions: (await keptVersions()).join(', ') });
}

/** A day on the command line. @throws `day-unreadable` */
export function dayOf(text: string): string {
  const isDay = DAY_TEXT.test(text) && new Date(`${text}T12:00:00Z`).toJSON()?.startsWith(text) === true;
  if (isDay) return text;
  throw new CommandError('day-unreadable', { text });
}
