/** The files of a campaign: none of them is written over. */
import { resolve } from 'node:path';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';

/** Files that a campaign reads or keeps: its own, lists, do-not-call files, database and log. */
export function campaignFiles({ path, folder, file }: LoadedCampaign): readonly string[] {
  const { url } = file.store;
  const database = url.startsWith('sqlite:') ? [url.slice('sqlite:'.length)] : [];
  const lists = file.lists.flatMap((list) => [list.file ?? [], list.doNotCallFile ?? []].flat());
  const log = file.log.file === '-' ? [] : [file.log.file];
  return [path, ...[...database, ...lists, ...log].map((name) => resolve(folder, name))];
}
