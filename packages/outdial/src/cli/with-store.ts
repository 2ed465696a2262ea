/** Opens the store of a campaign for one command, and closes it again. */
import type { Store } from '@outdial/store';
import type { CampaignFile } from '../campaign-file/types.js';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import { openCampaignStore } from '../records/open-campaign-store.js';
import { campaignClock } from './clock.js';
import { findCampaign } from './find-campaign.js';
import type { CommandIo } from './io.js';

/**
 * Finds the campaign, opens its store for one command, and closes it whatever happens. `by`: who gives the
 * order, as the audit trail names them. `clockOf`: the present of a campaign.
 */
export async function withStore<Result>(
  io: CommandIo,
  given: string | undefined,
  work: (store: Store, campaign: LoadedCampaign) => Promise<Result>,
  by: string = 'cli',
  clockOf: (io: CommandIo, file: CampaignFile) => () => number = campaignClock,
): Promise<Result> {
  const campaign = await findCampaign(io, given);
  const store = await openCampaignStore(campaign, {
    env: io.env,
    clock: clockOf(io, campaign.file),
    writer: 'command-line',
    by,
  });
  try {
    return await work(store, campaign);
  } finally {
    await store.close();
  }
}
