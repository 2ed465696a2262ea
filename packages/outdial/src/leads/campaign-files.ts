/** The files of a campaign: none of them is written over. */
import { resolve } from 'node:path';
import { EMERGENCY_FILE } from '../gate/declared-emergencies.js';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';

/** Files that SQLite keeps beside a database: without them, or with others in their place, it is lost. */
const BESIDE_DATABASE = ['', '-wal', '-shm', '-journal'] as const;

/** Files that a campaign reads or keeps: its own, lists, do-not-call files, database, anchors and log. */
export function campaignFiles({ path, folder, file }: LoadedCampaign): readonly string[] {
  const { url } = file.store;
  const database = url.startsWith('sqlite:')
    ? BESIDE_DATABASE.map((ending) => `${url.slice('sqlite:'.length)}${ending}`)
    : [];
  const lists = file.lists.flatMap((list) => [list.file ?? [], list.doNotCallFile ?? []].flat());
  const sets = file.doNotCall.lists.map((list) => list.file);
  const anchors = file.audit.anchorFile === undefined ? [] : [file.audit.anchorFile];
  const log = file.log.file === '-' ? [] : [file.log.file];
  const named = [...database, ...lists, ...sets, ...anchors, EMERGENCY_FILE, ...log];
  return [path, ...named.map((name) => resolve(folder, name))];
}
