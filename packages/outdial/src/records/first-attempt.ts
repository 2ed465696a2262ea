/** When a campaign began to dial, read from its attempts: the periods of its legal limits start there. */
import { readAttempts, type Store } from '@outdial/store';

/** Epoch ms of the campaign's first attempt, or null: the law counts 30-day periods from it. */
export async function firstAttemptAt(store: Store, campaignId: string): Promise<number | null> {
  const attempts = readAttempts(store, campaignId);
  const first = await attempts.next();
  await attempts.return(undefined);
  return first.done === true ? null : first.value.openedAt;
}
