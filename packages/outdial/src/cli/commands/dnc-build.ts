/** `outdial dnc build` and `merge`: write set files of do-not-call numbers. */
import { resolve } from 'node:path';
import { DoNotCallBuilder, writeDoNotCallChunks } from '@outdial/compliance';
import { readingError, readNumberFile } from '@outdial/lists';
import { replaceSetFile } from '@outdial/store';
import { countOf, countText, defined, isOutdialError, utcText } from '@outdial/core';
import { clockOffset } from '../clock.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import type { DncBuildGiven, DncMergeGiven } from '../syntax/dnc-commands.js';
import { openSet } from './dnc-read.js';
import { numberFileText } from '../number-file-text.js';
import { DAY_TEXT } from '../../local-time/day-text.js';

const DAY_MS = 86_400_000;

/** `outdial dnc build <set> <file...>`: a set file of everything the files hold. */
export async function build(io: CommandIo, options: DncBuildGiven): Promise<ExitCode> {
  const day = dayOf(io, options.date);
  const reading = await readAll(io, options.files, options.country);
  if (reading.numbers === 0) throw nothingToWrite(options.files);
  const path = resolve(io.cwd, options.set);
  await replaceSetFile(path, writeDoNotCallChunks(reading.builder.source(), { day, source: options.source }));
  return written(io, path, reading.rejected);
}

/** `outdial dnc merge <set>`: numbers that came and numbers that went since the set was made. */
export async function merge(io: CommandIo, options: DncMergeGiven): Promise<ExitCode> {
  const day = dayOf(io, options.date);
  const path = resolve(io.cwd, options.set);
  const set = await openSet(path);
  if (day * DAY_MS < set.versionAt) {
    throw new CommandError('changes-older-than-set', { date: options.date, setDate: set.date });
  }
  const removed = await readAll(io, options.remove, options.country);
  const added = await readAll(io, options.add, options.country, removed.builder);
  const gone = removed.numbers + added.removed;
  if (added.numbers + gone === 0) throw nothingToWrite([...options.add, ...options.remove]);
  const delta = Buffer.concat([
    ...writeDoNotCallChunks(added.builder.source(), { day, source: set.source }, removed.builder.source()),
  ]);
  const target = options.out === undefined ? path : resolve(io.cwd, options.out);
  await replaceSetFile(target, set.mergedChunks(delta));
  io.out.write(
    `${countOf(set.size, 'number')} of ${set.date}, ` +
      `${countText(added.numbers)} to add, ` +
      `${countText(gone)} to remove\n`,
  );
  return written(io, target, added.rejected + removed.rejected);
}

interface Reading {
  readonly builder: DoNotCallBuilder;
  /** Numbers and ranges read. */
  readonly numbers: number;
  /** Numbers that change lists say are gone. */
  readonly removed: number;
  readonly rejected: number;
}

/** `gone`: takes the numbers that change lists say are gone; absent: they are left out. */
async function readAll(
  io: CommandIo,
  files: readonly string[],
  country: string,
  gone?: DoNotCallBuilder,
): Promise<Reading> {
  const builder = new DoNotCallBuilder();
  let [numbers, removed, rejected] = [0, 0, 0];
  for (const file of files) {
    const path = resolve(io.cwd, file);
    const rejectedFile = `${path}.rejected.csv`;
    const report = await readNumberFile(path, {
      defaultCountry: country,
      rejectedFile,
      add: (key) => builder.addKey(key),
      addRange: (first, last) => builder.addRange(first, last),
      ...defined({ remove: gone && ((key: number) => gone.addKey(key)) }),
    }).catch((cause: unknown) => unreadable(path, cause));
    io.out.write(`${numberFileText(file, report, rejectedFile)}\n`);
    numbers += report.numbers + report.ranges;
    removed += report.removed;
    rejected += report.rejected;
  }
  return { builder, numbers, removed, rejected };
}

function unreadable(path: string, cause: unknown): never {
  const named = readingError(cause, path);
  if (!isOutdialError(named) || named.code !== 'number-file-unreadable') throw named;
  throw new CommandError('list-unusable', { path, why: named.what, advice: named.remedy }, cause);
}

function nothingToWrite(files: readonly string[]): CommandError {
  return new CommandError('no-number-in-files', { files: files.join(', ') || 'no file' });
}

/**
 * Reads back what was written: the answer to whether it is whole. Lines left out end the command as findings,
 * because their numbers may still be called.
 */
async function written(io: CommandIo, path: string, rejected: number): Promise<ExitCode> {
  const set = await openSet(path);
  io.out.write(`${path}: ${countOf(set.size, 'number')}, '${set.source}' of ${set.date}\n`);
  if (rejected === 0) return EXIT.done;
  io.err.write(
    `${countOf(rejected, 'line holds no number and is', 'lines hold no number and are')} not in the set. ` +
      `Correct them and run the command again.\n`,
  );
  return EXIT.findings;
}

/** The day number of a date given on the command line; a list cannot come from the future. */
function dayOf(io: CommandIo, date: string): number {
  const at = DAY_TEXT.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  const wrong =
    Number.isNaN(at) || utcText(at, 'day') !== date
      ? 'it is not a date'
      : at > Date.now() + clockOffset(io) + DAY_MS
        ? 'it lies in the future'
        : null;
  if (wrong === null) return at / DAY_MS;
  throw new CommandError('date-unusable', { date, why: wrong });
}
