import { resolve } from 'node:path';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import type { ListSource } from '../../campaign-file/types.js';
import { importListFile, type ListImport } from '../../records/import-list.js';
import { openCampaignStore } from '../../records/open-campaign-store.js';
import { CommandError } from '../command-error.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { campaignClock } from '../clock.js';
import { findCampaign } from '../find-campaign.js';
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
  });
  try {
    let taken = 0;
    for (const { list, file, doNotCallFile } of work) {
      const done = await importListFile(store, campaign, list, {
        file,
        ...(doNotCallFile === undefined ? {} : { doNotCallFile }),
        onProgress: progressOn(io),
      });
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
    throw new CommandError({
      exitCode: EXIT.usage,
      what: 'Nothing imported',
      why: `the campaign has no list '${options.list ?? ''}'`,
      remedy: `Use one of ${campaign.file.lists.map((list) => list.id).join(', ')}, or add it to lists.`,
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
  if (work.length === 0)
    throw new CommandError({
      exitCode: EXIT.usage,
      what: 'Nothing imported',
      why: 'no list of the campaign names a file',
      remedy: "Name one: outdial import <file>, or add 'file' to the list.",
    });
  return work;
}

/** Rows so far, on a terminal only. */
function progressOn(io: CommandIo): (rows: number) => void {
  return (rows) => {
    if (io.err.isTTY === true) io.err.write(`\r${rows.toLocaleString('en-US')} rows`);
  };
}

/** What an import did, in words. */
export function importText(done: ListImport): string {
  const { report } = done;
  const count = (value: number): string => value.toLocaleString('en-US');
  const lines = [
    `${done.file} into list ${done.listId}${report.resumed ? ' (went on where an earlier import stood)' : ''}: ${count(report.rows)} rows, ${report.encoding}, delimiter '${report.delimiter}'`,
    `  added ${count(report.added)}, updated ${count(report.updated)}, duplicates ${count(report.duplicatesInFile)} in the file and ${count(report.duplicatesInList)} in the list`,
    `  not to be called ${count(report.doNotCall)}, rejected ${count(report.rejected)}, single values dropped ${count(report.valuesDropped)}`,
    ...(done.doNotCall
      ? [
          `  do-not-call list: ${count(done.doNotCall.added)} numbers added${done.doNotCall.unreadable > 0 ? `, ${count(done.doNotCall.unreadable)} lines are no numbers` : ''}`,
        ]
      : []),
    ...(report.rejected + report.valuesDropped > 0
      ? [`  line, field, value and remedy of each: ${done.rejectedFile}`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}
