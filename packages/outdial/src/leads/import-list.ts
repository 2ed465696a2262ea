/** Import of one lead file, and of its do-not-call file, into a list of a campaign. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defined } from '@outdial/core';
import { DATE_ORDERS, type DateOrder, type TableOptions } from '@outdial/lists';
import { importLeads, type ImportOptions, type ImportReport, type Store } from '@outdial/store';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import type { CampaignFile, ListSource } from '../campaign-file/types.js';
import { campaignFiles } from './campaign-files.js';
import { importDoNotCallFile, type DoNotCallImport } from './import-do-not-call-file.js';

/** What an import of one file did. */
export interface ListImport {
  readonly listId: string;
  readonly file: string;
  readonly report: ImportReport;
  /** Rejected rows and dropped values, each with line, field, value, problem and remedy. */
  readonly rejectedFile: string;
  /** What the list's do-not-call file brought; null without one. */
  readonly doNotCall: DoNotCallImport | null;
}

/** How a list's file is imported. Paths are absolute or relative to the campaign file. */
export interface ListImportOptions {
  readonly file: string;
  readonly doNotCallFile?: string;
  /** Leads are imported although the do-not-call file cannot be read whole. @default false */
  readonly isDoNotCallPartial?: boolean;
  readonly onProgress?: (rows: number) => void;
  /** True: nothing is written but the rejected rows. */
  readonly dryRun?: boolean;
  /** How the file is read, beside what the list says. */
  readonly table?: Omit<TableOptions, 'at' | 'defaultCountry'>;
}

/**
 * Imports one file into a list of the campaign; the do-not-call file first. Where that cannot be read whole,
 * no lead is imported. A killed import of the same file goes on where it stood.
 *
 * @throws 'do-not-call-not-whole'
 */
export async function importListFile(
  store: Store,
  campaign: LoadedCampaign,
  list: ListSource,
  options: ListImportOptions,
): Promise<ListImport> {
  const file = resolve(campaign.folder, options.file);
  const rejectedFile = resolve(campaign.folder, list.rejectedFile ?? `${options.file}.rejected.csv`);
  const doNotCall =
    options.doNotCallFile === undefined || options.dryRun === true
      ? null
      : await importDoNotCallFile(store, resolve(campaign.folder, options.doNotCallFile), {
          country: countryOf(list, campaign.file),
          source: 'imported list',
          isPartial: options.isDoNotCallPartial ?? false,
        });
  const { size, mtimeMs } = await stat(file);
  const onProgress = options.onProgress;
  const report = await importLeads(store, createReadStream(file), {
    ...importOptions(list, campaign.file),
    ...options.table,
    columns: { ...list.columns, ...options.table?.columns },
    rejects: rejectedFile,
    inputs: [file, ...campaignFiles(campaign)],
    listsBeside: campaign.file.lists.map(({ id }) => id),
    dryRun: options.dryRun ?? false,
    importId: createHash('sha256')
      .update(`${list.id}\n${file}\n${size}\n${mtimeMs}`)
      .digest('hex')
      .slice(0, 32),
    ...(onProgress ? { onProgress: ({ rows }) => onProgress(rows) } : {}),
  });
  return { listId: list.id, file, report, rejectedFile, doNotCall };
}

function importOptions(list: ListSource, file: CampaignFile): Omit<ImportOptions, 'rejects' | 'importId'> {
  return {
    listId: list.id,
    defaultCountry: countryOf(list, file),
    duplicates: list.duplicates,
    numbers: list.numbers,
    ...dateOrderOf(list),
    ...defined({ columns: list.columns, delimiter: list.delimiter }),
    ...(list.encoding === 'auto' ? {} : { encoding: list.encoding }),
    header: list.header,
    ...defined({ skipLines: list.skipLines, sheet: list.sheet, widths: list.widths }),
  };
}

/** The order of dates that the list is said to have, as readers of rows take it. */
export function dateOrderOf({ dateOrder }: Pick<ListSource, 'dateOrder'>): {
  readonly dateOrder?: DateOrder;
} {
  return dateOrder === undefined ? {} : { dateOrder: DATE_ORDERS[dateOrder] };
}

/** The country of numbers written without a country code. */
export function countryOf(list: ListSource, file: CampaignFile): string {
  return list.defaultCountry ?? file.countries[0] ?? 'US';
}
