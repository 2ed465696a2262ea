/** Import of one lead file, and of its do-not-call file, into a list of a campaign. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { addDoNotCall, importLeads, type ImportOptions, type ImportReport, type Store } from '@outdial/store';
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import type { CampaignFile, ListSource } from '../campaign-file/types.js';

/** What an import of one file did. */
export interface ListImport {
  readonly listId: string;
  readonly file: string;
  readonly report: ImportReport;
  /** Rejected rows and dropped values, each with line, field, value, problem and remedy. */
  readonly rejectedFile: string;
  /** Numbers newly put on the do-not-call list; lines of that file that are no numbers. */
  readonly doNotCall: { readonly added: number; readonly unreadable: number } | null;
}

/** How a list's file is imported. Paths are absolute or relative to the campaign file. */
export interface ListImportOptions {
  readonly file: string;
  readonly doNotCallFile?: string;
  readonly onProgress?: (rows: number) => void;
}

/**
 * Imports one file into a list of the campaign; the do-not-call file first. A killed import of the same file
 * goes on where it stood.
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
    options.doNotCallFile === undefined
      ? null
      : await importDoNotCall(
          store,
          resolve(campaign.folder, options.doNotCallFile),
          countryOf(list, campaign.file),
        );
  const { size, mtimeMs } = await stat(file);
  const onProgress = options.onProgress;
  const report = await importLeads(store, createReadStream(file), {
    ...importOptions(list, campaign.file),
    rejects: rejectedFile,
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
    ...(list.columns === undefined ? {} : { columns: list.columns }),
    ...(list.delimiter === undefined ? {} : { delimiter: list.delimiter }),
    ...(list.encoding === 'auto' ? {} : { encoding: list.encoding }),
  };
}

/** The country of numbers written without a country code. */
export function countryOf(list: ListSource, file: CampaignFile): string {
  return list.defaultCountry ?? file.countries[0] ?? 'US';
}

async function importDoNotCall(
  store: Store,
  path: string,
  country: string,
): Promise<{ readonly added: number; readonly unreadable: number }> {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '');
  const phones = lines
    .map((line) => parsePhoneNumberFromString(line, country as CountryCode))
    .filter((phone) => phone?.isPossible() === true);
  const at = store.clock();
  const added = await addDoNotCall(
    store,
    phones.map((phone) => ({ phone: phone?.number ?? '', at, source: 'imported list' })),
  );
  return { added, unreadable: lines.length - phones.length };
}
