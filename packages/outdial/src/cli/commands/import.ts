/** `outdial import`: reads lists into the store and says what became of their rows. */
import { resolve } from 'node:path';
import { defined, isOutdialError } from '@outdial/core';
import { readingError, type ListErrorCode } from '@outdial/lists';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import type { ListSource } from '../../campaign-file/types.js';
import { importListFile, type ListImport } from '../../records/import-list.js';
import { openCampaignStore } from '../../records/open-campaign-store.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { campaignClock } from '../clock.js';
import { findCampaign } from '../find-campaign.js';
import { numberFileText } from '../number-file-text.js';
import { pathOf } from '../outside-faults.js';
import type { CommandIo } from '../io.js';
import type { ImportGiven } from '../syntax/list-commands.js';

/** `outdial import`. */
export async function importLists(io: CommandIo, options: ImportGiven): Promise<ExitCode> {
  const campaign = await findCampaign(io, options.campaign);
  const work = workOf(io, campaign, options);
  const store = await openCampaignStore(campaign, {
    env: io.env,
    clock: campaignClock(io, campaign.file),
    writer: 'import',
    by: 'cli',
  });
  try {
    let taken = 0;
    for (const { list, file, doNotCallFile } of work) {
      const done = await importListFile(
        store,
        campaign,
        { ...list, ...defined({ numbers: options.numbers }) },
        defined({
          file,
          doNotCallFile,
          isDoNotCallPartial: options.doNotCallPartial,
          onProgress: progressOn(io),
        }),
      ).catch((cause: unknown) => unusableList(resolve(campaign.folder, file), cause));
      io.out.write(importText(done));
      taken += done.report.rows - done.report.rejected;
    }
    return taken > 0 ? EXIT.done : EXIT.findings;
  } finally {
    await store.close();
  }
}

interface Work {
  readonly list: ListSource;
  readonly file: string;
  readonly doNotCallFile: string | undefined;
}

function workOf(io: CommandIo, campaign: LoadedCampaign, options: ImportGiven): readonly Work[] {
  const given = options.doNotCall === undefined ? undefined : resolve(io.cwd, options.doNotCall);
  const chosen =
    options.list === undefined
      ? campaign.file.lists
      : campaign.file.lists.filter((list) => list.id === options.list);
  if (chosen.length === 0) {
    throw new CommandError('list-unknown', {
      list: options.list ?? '',
      lists: campaign.file.lists.map((list) => list.id).join(', '),
    });
  }
  const [first] = chosen;
  if (options.file !== undefined && first)
    return [
      { list: first, file: resolve(io.cwd, options.file), doNotCallFile: given ?? first.doNotCallFile },
    ];
  const work = chosen.flatMap((list) =>
    list.file === undefined ? [] : [{ list, file: list.file, doNotCallFile: given ?? list.doNotCallFile }],
  );
  if (work.length === 0) throw new CommandError('nothing-to-import', {});
  return work;
}

/** Errors of the store that are about the list as a whole, without its name. */
const LIST_CODES: ReadonlySet<string> = new Set<ListErrorCode>([
  'list-empty',
  'list-column-absent',
  'list-without-numbers',
]);

/** A list that cannot be imported, named by its path. */
export function unusableList(path: string, cause: unknown): never {
  if (isOutdialError(cause) && LIST_CODES.has(cause.code)) {
    const { what: why, remedy: advice } = cause;
    throw new CommandError('list-unusable', { path, why, advice }, cause);
  }
  throw readingError(cause, pathOf(cause) ?? path);
}

/** Rows so far, on a terminal only. */
function progressOn(io: CommandIo): (rows: number) => void {
  return (rows) => {
    if (io.err.isTTY === true) io.err.write(`\r${rows.toLocaleString('en-US')} rows`);
  };
}

/** What an import did, in words. `keepsRejects`: false where the file of rejected rows does not stay. */
export function importText(done: ListImport, keepsRejects = true): string {
  const { report } = done;
  const count = (value: number): string => value.toLocaleString('en-US');
  const lines = [
    `${done.file} into list ` +
      `${done.listId}${
        report.resumed ? ' (went on where an earlier ' + 'import stood)' : ''
      }: ${count(report.rows)} rows, ${report.encoding}, delimiter '${report.delimiter}'`,
    `  added ${count(report.added)}, updated ${count(report.updated)}, duplicates ` +
      `${count(report.duplicatesInFile)} in the file and ${count(report.duplicatesInList)} in the list`,
    `  not to be called ${count(report.doNotCall)}, rejected ${count(report.rejected)}, ` +
      `single values dropped ${count(report.valuesDropped)}`,
    ...(done.doNotCall
      ? [
          `  do-not-call list: ${count(done.doNotCall.added)} numbers newly on it, from ` +
            numberFileText(done.doNotCall.file, done.doNotCall.report, done.doNotCall.rejectedFile),
        ]
      : []),
    ...(report.rejected + report.valuesDropped > 0
      ? [
          keepsRejects
            ? `  line, field, value and remedy of each: ${done.rejectedFile}`
            : "  'outdial import' writes line, field, value and remedy of each to a file",
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}
