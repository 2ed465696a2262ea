/** Identification in a recorded message: the review that the rules on recorded messages share. */
import type { ReviewItem, ReviewQuestion } from '../review/review-item.js';

/** Finds recorded messages that are not known to name who is responsible. */
export function reviewIdentification({ campaign, flow }: ReviewQuestion): readonly ReviewItem[] {
  if (campaign.voice === 'live' || flow.identifies === true) return [];
  return [
    {
      topic: 'recorded-message',
      severity: 'refuses',
      message: 'The message does not say who is responsible and how to reach them.',
      remedy: 'Begin with the registered name; give a telephone number during or after the message.',
    },
  ];
}
