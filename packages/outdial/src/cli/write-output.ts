/** Writes the file that --out names. */
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { outputStream } from '@outdial/lists';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { writing } from './outside-faults.js';

/**
 * Writes text into a file that only its owner reads. A symbolic link is not followed, and neither the
 * campaign file nor a file that it names is written over.
 */
export async function writeOutput(
  path: string,
  campaign: LoadedCampaign,
  text: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  await writing(path, async () => {
    await pipeline(Readable.from(text), outputStream(path, { inputs: filesOf(campaign) }));
  });
}

/** Files that a campaign reads or keeps. */
export function filesOf({ path, folder, file }: LoadedCampaign): readonly string[] {
  const { url } = file.store;
  const database = url.startsWith('sqlite:') ? [url.slice('sqlite:'.length)] : [];
  const lists = file.lists.flatMap((list) => [list.file ?? [], list.doNotCallFile ?? []].flat());
  const log = file.log.file === '-' ? [] : [file.log.file];
  return [path, ...[...database, ...lists, ...log].map((name) => resolve(folder, name))];
}
