/** When a campaign began to dial, read from its attempts: the periods of its legal limits start there. */
import { isOfList } from '@outdial/core';
import { readAttempts, type Store } from '@outdial/store';

/** Epoch ms of the campaign's first attempt, or null: the law counts 30-day periods from it. */
export async function firstAttemptAt(store: Store, campaignId: string): Promise<number | null> {
  for await (const { mode, openedAt } of readAttempts(store, campaignId)) if (isOfList(mode)) return openedAt;
  return null;
}
