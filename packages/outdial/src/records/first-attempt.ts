import { readAttempts, type Store } from '@outdial/store';

/** Epoch ms of the campaign's first attempt, or null: the law counts 30-day periods from it. */
export async function firstAttemptAt(store: Store, campaignId: string): Promise<number | null> {
  for await (const attempt of readAttempts(store, campaignId)) return attempt.openedAt;
  return null;
}
