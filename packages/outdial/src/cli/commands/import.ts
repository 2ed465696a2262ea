/** `outdial import`: reads lists into the store and says what became of their rows. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { countOf, defined, isOutdialError } from '@outdial/core';
import { checkTargets, readingError } from '@outdial/lists';
import type { ColumnTarget, ListErrorCode, TableOptions } from '@outdial/lists';
import { undoImport, type Store } from '@outdial/store';
import type { LoadedCampaign } from '../../campaign-file/read-campaign-file.js';
import type { ListSource } from '../../campaign-file/types.js';
import { importListFile } from '../../leads/import-list.js';
import { openCampaignStore } from '../../records/open-campaign-store.js';
import { CommandError } from '../command-errors.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { campaignClock } from '../clock.js';
import { findCampaign } from '../find-campaign.js';
import { importText } from '../import-text.js';
import { pathOf } from '../outside-faults.js';
import { control } from '../guarded-io.js';
import type { CommandIo } from '../io.js';
import type { ImportGiven } from '../syntax/list-commands.js';

/** `outdial import`. */
export async function importLists(io: CommandIo, options: ImportGiven): Promise<ExitCode> {
  const campaign = await findCampaign(io, options.campaign);
  if (options.undo !== undefined) return undo(io, campaign, options.undo);
  const work = workOf(io, campaign, options);
  const { dryRun } = options;
  const table = tableOptionsOf(options);
  const store = await openStoreFor(io, campaign, dryRun);
  try {
    let taken = 0;
    for (const { list, file, doNotCallFile } of work) {
      const done = await importListFile(
        store,
        campaign,
        { ...list, ...defined({ numbers: options.numbers, dateOrder: options.dates }) },
        defined({
          file,
          doNotCallFile,
          isDoNotCallPartial: options.doNotCallPartial,
          table,
          dryRun,
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

/** The store of the campaign. A dry run makes no database: where there is none it reads an empty one. */
async function openStoreFor(io: CommandIo, campaign: LoadedCampaign, isDryRun: boolean): Promise<Store> {
  const clock = campaignClock(io, campaign.file);
  const opening = { env: io.env, clock, writer: 'import', by: 'cli' } as const;
  const { url } = campaign.file.store;
  const isAbsent =
    url.startsWith('sqlite:') && !existsSync(resolve(campaign.folder, url.slice('sqlite:'.length)));
  if (!isDryRun || !isAbsent) return openCampaignStore(campaign, opening);
  const file = { ...campaign.file, store: { url: 'sqlite::memory:' } };
  return openCampaignStore({ ...campaign, file }, opening);
}

/** `outdial import --undo`. */
async function undo(io: CommandIo, campaign: LoadedCampaign, importId: string): Promise<ExitCode> {
  const store = await openStoreFor(io, campaign, false);
  try {
    const { listId, removed, kept, doNotCall } = await undoImport(store, importId);
    const stay =
      kept === 0
        ? ''
        : ` ${countOf(kept, 'lead that was there before stays', 'leads that were there before stay')} as ` +
          `it left them.`;
    const requests =
      doNotCall === 0
        ? ''
        : ` ${countOf(doNotCall, 'of its rows was', 'of its rows were')} not to be called, ` +
          'and that stays in force: ' +
          "'outdial dnc opt-in' takes a request back.";
    io.out.write(
      `Import ${importId} was undone: ${countOf(removed, 'lead')} removed from list ` +
        `${listId}.${stay}${requests}\n`,
    );
    return EXIT.done;
  } finally {
    await store.close();
  }
}

function tableOptionsOf(options: ImportGiven): Omit<TableOptions, 'at' | 'defaultCountry'> {
  const columns = Object.fromEntries(options.map.map(mappingOf)) as Record<string, ColumnTarget>;
  checkTargets(columns);
  const { skipLines, sheet, encoding } = options;
  return defined({ columns, header: options.noHeader ? false : undefined, skipLines, sheet, encoding });
}

/** 'Contact No=phone': the last sign parts them, because headers may hold it, too. */
function mappingOf(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1) throw new CommandError('mapping-unreadable', { text });
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
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

/** Errors that are about the list as a whole, without its name. */
const LIST_CODES: ReadonlySet<string> = new Set<ListErrorCode>([
  'list-empty',
  'list-column-absent',
  'list-without-numbers',
  'sheet-without-numbers',
  'list-encoding-doubtful',
  'file-not-a-list',
  'file-unpacks-too-far',
  'file-too-large',
  'sheet-unknown',
  'header-is-data',
  'column-target-unknown',
  'encoding-unknown',
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
    if (io.err.isTTY === true) control(io.err, `\r${countOf(rows, 'row')}`);
  };
}
