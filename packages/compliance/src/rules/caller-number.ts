/** The caller number a campaign shows: the review that the rules on caller identification share. */
import type { ReviewItem, ReviewQuestion } from '../review/review-item.js';

const E164 = /^\+[1-9]\d{6,14}$/;

/** Finds a caller number that is absent or no telephone number. */
export function reviewCallerNumber({ flow }: ReviewQuestion): readonly ReviewItem[] {
  if (flow.callerNumber !== undefined && E164.test(flow.callerNumber)) return [];
  return [
    {
      topic: 'caller-number',
      severity: 'refuses',
      message: 'No valid caller number is set.',
      remedy: 'Set flow.callerNumber to an E.164 number that belongs to the caller or the seller.',
    },
  ];
}
