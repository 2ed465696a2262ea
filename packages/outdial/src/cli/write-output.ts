/** Writes the file that --out names. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { outputStream } from '@outdial/lists';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { campaignFiles } from '../leads/campaign-files.js';
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
    await pipeline(Readable.from(text), outputStream(path, { inputs: campaignFiles(campaign) }));
  });
}
